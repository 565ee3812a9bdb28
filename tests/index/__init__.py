"""What is kept of git, and that it is never anything else than what git says."""

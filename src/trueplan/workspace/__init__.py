"""The repository on disk: configuration, what is a plan, what stands beside it, its files."""

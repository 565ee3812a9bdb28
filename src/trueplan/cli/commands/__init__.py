"""One command a file; what runs is all that is imported."""

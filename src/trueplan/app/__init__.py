"""One use case a file; the only door for the faces."""

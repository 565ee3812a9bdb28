"""One file for each command that is about the backlog."""

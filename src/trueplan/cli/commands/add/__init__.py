"""One file for each thing that can be added to a plan."""

"""What can be made again at any time from git, kept so that it need not be."""

"""Trueplan keeps Markdown implementation plans in a git repository true."""

__version__ = "0.1.0"

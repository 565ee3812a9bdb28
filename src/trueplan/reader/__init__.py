"""Markdown to model. What cannot be read becomes a problem with its span, never an exception."""

"""The generated part of the documentation, one module for each kind of page."""

"""Bytes, places in them and changes to them; columns of text. Knows nothing of Markdown."""

from trueplan.text.edit import Edit, apply_edits, edit_between
from trueplan.text.lines import LineIndex, Position, newline_near
from trueplan.text.span import Span

__all__ = ["Edit", "LineIndex", "Position", "Span", "apply_edits", "edit_between", "newline_near"]

"""Pictures as the terminal shows them."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.chart.line import Line
from trueplan.cli.terminal import Terminal


def print_lines(lines: Iterable[Line], terminal: Terminal) -> None:
    """Print the lines of a picture, each piece in its style."""
    for line in lines:
        terminal.print(
            "".join(
                terminal.style(piece.text, piece.style) if piece.style else piece.text
                for piece in line
            )
        )

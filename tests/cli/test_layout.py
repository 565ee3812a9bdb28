"""Columns: width, cutting, wrapping, aligning."""

from __future__ import annotations

import io

import pytest

from trueplan.cli.layout import align, counted, cut, unstyled, width_of, wrap
from trueplan.cli.terminal import Terminal


@pytest.mark.parametrize(
    ("text", "width"),
    [("plan", 4), ("计划", 4), ("e\u0301", 1), ("\x1b[1mbold\x1b[0m", 4), ("▕█▌▏", 4), ("", 0)],
)
def test_width(text: str, width: int) -> None:
    assert width_of(text) == width


def test_cut() -> None:
    assert cut("harbour lights", 14) == "harbour lights"
    assert cut("harbour lights", 13) == "harbour ligh…"
    assert cut("harbour lights", 9) == "harbour…"
    assert cut("计划计划", 5) == "计划…"
    assert cut("harbour lights", 10, "...") == "harbour..."


def test_wrap() -> None:
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("unbreakable word", 4) == ["unbreakable", "word"]
    assert wrap("a\n\nb", 7) == ["a", "", "b"]


def test_align_measures_what_is_seen() -> None:
    """Styles and wide characters do not push columns apart."""
    rows = [["1", "\x1b[1mplan\x1b[0m", "x"], ["12", "计划书", "y"], ["123"]]
    lines = [unstyled(line) for line in align(rows, ("right",))]
    assert lines == ["  1  plan    x", " 12  计划书  y", "123"]


def test_counted() -> None:
    assert [counted(number, "plan") for number in (0, 1, 2)] == ["0 plans", "1 plan", "2 plans"]
    assert counted(2, "fix") == "2 fixes"


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_for_terminals_and_for_what_takes_long() -> None:
    """One line on standard error, from a moment on, gone at the end."""
    screen = _Screen()
    terminal = Terminal(io.StringIO(), screen, "never")
    with terminal.progress("checked") as progress:
        progress(1, 10)
    assert screen.getvalue() == ""
    with terminal.progress("checked", after=0) as progress:
        progress(5, 10)
    assert screen.getvalue() == "\rchecked  5 of 10\x1b[K\r\x1b[K"
    pipe = io.StringIO()
    with Terminal(io.StringIO(), pipe).progress("checked", after=0) as progress:
        progress(5, 10)
    assert pipe.getvalue() == ""

"""The states that a picture tells apart, by a word, a mark and a colour."""

from __future__ import annotations

from trueplan.chart.line import LineStyle
from trueplan.record import Literal

State = Literal["done", "in_progress", "ready", "blocked", "not_started", "cancelled"]
STATES: tuple[State, ...] = (
    "done",
    "in_progress",
    "ready",
    "blocked",
    "not_started",
    "cancelled",
)
_WORDS: dict[State, str] = {"in_progress": "in progress", "not_started": "not started"}
_MARKS: dict[State, tuple[str, str]] = {
    "done": ("✓", "x"),
    "in_progress": ("◐", "~"),
    "ready": ("○", "o"),
    "blocked": ("■", "!"),
    "not_started": ("·", "."),
    "cancelled": ("×", "-"),
}
_STYLES: dict[State, LineStyle] = {
    "done": "good",
    "blocked": "bad",
    "not_started": "dim",
    "cancelled": "dim",
}


def say_state(state: State) -> str:
    """A state in words."""
    return _WORDS.get(state, state)


def state_mark(state: State, unicode: bool) -> str:
    """The sign of a state on a terminal, one column wide."""
    return _MARKS[state][0 if unicode else 1]


def state_style(state: State) -> LineStyle:
    """The style of a state's sign on a terminal."""
    return _STYLES.get(state, "")

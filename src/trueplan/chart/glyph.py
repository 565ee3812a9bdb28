"""The signs of states and of marked days in SVG: each has a shape of its own beside its colour."""

from __future__ import annotations

from trueplan.chart.measure import text_width
from trueplan.chart.state import STATES, State, say_state
from trueplan.chart.svg import element, path, text

_REACH = 5.0


def state_glyph(state: State, x: float, y: float) -> str:
    """The sign of a state around a point, ten wide and high."""
    if state == "done":
        tick = path("ground-line", "M", x - 2.4, y + 0.2, "L", x - 0.6, y + 2, "L", x + 2.6, y - 2)
        return circle("done-fill", x, y, _REACH) + tick
    if state == "in_progress":
        half = path("moving-fill", "M", x, y - 4.3, "A", 4.3, 4.3, "0 0 1", x, y + 4.3, "Z")
        return half + circle("moving-line", x, y, 4.3)
    if state == "ready":
        return circle("muted-line", x, y, 4.3)
    if state == "blocked":
        return diamond("trouble-fill", x, y, 5.6) + path("ground-line", "M", x - 2.4, y, "h", 4.8)
    if state == "cancelled":
        steps = ("M", x - 3, y - 3, "l", 6.0, 6.0, "M", x + 3, y - 3, "l", -6.0, 6.0)
        return path("muted-line", *steps)
    return circle("edge-fill", x, y, 2.6)


def circle(kind: str, x: float, y: float, radius: float) -> str:
    """A circle of a class of the style."""
    return element("circle", {"class": kind, "cx": x, "cy": y, "r": radius})


def diamond(kind: str, x: float, y: float, reach: float) -> str:
    """A square that stands on a corner."""
    steps = ("M", x, y - reach, "l", reach, reach, "l", -reach, reach, "l", -reach, -reach, "Z")
    return path(kind, *steps)


def triangle(kind: str, x: float, y: float, reach: float) -> str:
    """A triangle whose lower corner is the point."""
    return path(kind, "M", x, y, "l", -reach, -reach * 1.6, "h", reach * 2, "Z")


def state_legend(used: set[State], x: float, y: float) -> tuple[str, float]:
    """The states that a picture uses with their words, on one line; and where the line ends."""
    parts = []
    for state in STATES:
        if state in used:
            word = say_state(state)
            parts.append(state_glyph(state, x + _REACH, y - 4) + text("small", x + 15, y, word))
            x += 15 + text_width(word, 11) + 14
    return "".join(parts), x

"""A burnup as SVG."""

from __future__ import annotations

from tests.chart.examples import BURNUP
from tests.chart.picture import find, misplaced, texts
from trueplan.chart.burnup import Burnup, Point
from trueplan.chart.burnup_svg import draw_burnup


def test_progress_is_drawn_in_steps() -> None:
    """Between two points it stays as it was: level, then upright, and never aslant."""
    (done,) = find(draw_burnup(BURNUP), "path", "done-line")
    letters = [word for word in done.attrib["d"].split() if word.isalpha()]
    assert letters == ["M", *["H", "V"] * 5, "H"]


def test_scope_is_a_line_of_its_own() -> None:
    svg = draw_burnup(BURNUP)
    assert len(find(svg, "path", "muted-line")) == 1
    assert {"22 in scope", "14 done", "2 cancelled"} <= set(texts(svg))


def test_the_forecast_is_a_band_and_a_line() -> None:
    svg = draw_burnup(BURNUP)
    assert len(find(svg, "path", "moving-haze")) == 1
    assert len(find(svg, "path", "moving-line")) == 1
    bare = draw_burnup(BURNUP._replace(band=None))
    assert find(bare, "path", "moving-haze") == []
    assert "forecast" not in texts(bare)


def test_marks_are_dots_with_a_name() -> None:
    svg = draw_burnup(BURNUP)
    assert [one[0].text for one in find(svg, "g")] == ["phase 1 Masts, Jan 12"]


def test_nothing_is_written_over_anything() -> None:
    assert misplaced(draw_burnup(BURNUP)) == []
    points = (Point("2026-02-02", 0, 0), Point("2036-02-04", 1_000_000, 1_000_000, 1_000_000))
    assert misplaced(draw_burnup(Burnup("基础工程" * 40, "2036-02-04", points, "2026-02-02"))) == []
    assert misplaced(draw_burnup(Burnup("One", "2026-02-02", points[:1], "2026-02-02"))) == []


def test_no_point() -> None:
    svg = draw_burnup(Burnup("Lights", "2026-02-05", ()))
    assert texts(svg) == ["Lights", "No history yet."]

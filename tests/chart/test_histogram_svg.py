"""A histogram of days as SVG."""

from __future__ import annotations

import pytest

from tests.chart.examples import HISTOGRAM
from tests.chart.picture import find, misplaced, texts
from trueplan.chart.histogram import Histogram
from trueplan.chart.histogram_svg import draw_histogram


def test_each_column_says_its_days_and_share() -> None:
    assert [one[0].text for one in find(draw_histogram(HISTOGRAM), "g")] == [
        "Feb 23 to Mar 1: 3.0 %",
        "Mar 2 to 8: 27.0 %",
        "Mar 9 to 15: 40.0 %",
        "Mar 16 to 22: 20.0 %",
        "Mar 23 to 29: 9.6 %",
        "Mar 30 to Apr 5: 0.4 %",
    ]


def test_a_column_is_cut_by_the_target() -> None:
    """The target is the fifth day of seven: five sevenths are in time."""
    groups = find(draw_histogram(HISTOGRAM), "g")
    in_time, late = groups[1][1:]
    assert (in_time.get("class"), late.get("class")) == ("done-fill", "trouble-wash")
    # 592 units for 42 days; a gap of one unit ends the column.
    assert float(in_time.attrib["width"]) == pytest.approx(5 * 592 / 42, abs=0.01)
    assert float(late.attrib["width"]) == pytest.approx(2 * 592 / 42 - 1, abs=0.01)


def test_levels_and_target_are_said() -> None:
    words = texts(draw_histogram(HISTOGRAM))
    assert [word for word in words if "%" in word or word.startswith("target")] == [
        "80 % Mar 19",
        "85 % Mar 21",
        "target Mar 6",
        "95 % Mar 26",
        "50 % Mar 12",
    ]


def test_without_a_target_nothing_is_late() -> None:
    svg = draw_histogram(HISTOGRAM._replace(target=None))
    assert "after the target" not in texts(svg)
    assert len(find(svg, "rect", "moving-fill")) == 6


def test_nothing_is_written_over_anything() -> None:
    assert misplaced(draw_histogram(HISTOGRAM)) == []
    day = (("2026-03-02", "2026-03-02", 1.0),)
    levels = tuple((level, "2026-03-02") for level in (50, 80, 85, 95))
    assert misplaced(draw_histogram(Histogram("计" * 90, "2026-02-20", day, levels))) == []


def test_no_bin() -> None:
    svg = draw_histogram(Histogram("Lights", "2026-02-20", ()))
    assert texts(svg) == ["Lights", "Nothing to forecast."]

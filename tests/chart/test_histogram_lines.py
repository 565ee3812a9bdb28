"""A histogram of days on a terminal."""

from __future__ import annotations

from tests.chart.examples import HISTOGRAM
from trueplan.chart.histogram import Histogram
from trueplan.chart.histogram_lines import histogram_lines
from trueplan.chart.line import Line, Piece, plain

NARROW = """\
lights, done by
Feb 23 to Mar 1  ▊            3 %
Mar 2 to 8       ██████▊     27 %  target Mar 6
Mar 9 to 15      ██████████  40 %  50 % Mar 12
Mar 16 to 22     █████       20 %  80 % Mar 19, 85 % Mar 21
Mar 23 to 29     ██▍         10 %  95 % Mar 26
Mar 30 to Apr 5  ▏           <1 %
"""
ASCII = """\
lights, done by
Feb 23 to Mar 1  #            3 %
Mar 2 to 8       ######      27 %  target Mar 6
Mar 9 to 15      ##########  40 %  50 % Mar 12
Mar 16 to 22     #####       20 %  80 % Mar 19, 85 % Mar 21
Mar 23 to 29     ##          10 %  95 % Mar 26
Mar 30 to Apr 5  #           <1 %
"""
BESIDE = """\
lights
Feb 27                                        target Feb 27
Mar 2 to 8  ██████████████████████████ 100 %
Mar 20                                        95 % Mar 20
"""


def shown(lines: list[Line]) -> str:
    return "".join(f"{plain(line)}\n" for line in lines)


def test_on_60_columns() -> None:
    assert shown(histogram_lines(HISTOGRAM, 60, True)) == NARROW


def test_without_unicode() -> None:
    assert shown(histogram_lines(HISTOGRAM, 60, False)) == ASCII


def test_days_that_no_bin_holds_have_a_row() -> None:
    bins = (("2026-03-02", "2026-03-08", 1.0),)
    histogram = Histogram("lights", "2026-02-20", bins, ((95, "2026-03-20"),), "2026-02-27")
    assert shown(histogram_lines(histogram, 60, True)) == BESIDE


def test_what_is_late_has_the_accent() -> None:
    styles = [
        piece.style
        for line in histogram_lines(HISTOGRAM, 60, True)
        for piece in line
        if "█" in piece.text or "▏" in piece.text
    ]
    assert styles == ["", "accent", "accent", "accent", "accent"]


def test_nothing_to_forecast() -> None:
    lines = histogram_lines(Histogram("lights", "2026-02-20", ()), 60, True)
    assert lines == [(Piece("lights", "bold"),), (Piece("nothing to forecast", "dim"),)]

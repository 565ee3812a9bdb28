"""Series as one line of characters."""

from __future__ import annotations

import pytest

from trueplan.chart.sparkline import sparkline


@pytest.mark.parametrize(
    ("values", "drawn", "plain"),
    [
        ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█", "_.:-=+*#"),
        ([0, 0.01, 100], "▁▂█", "_.#"),
        ([3, None, 3], "█ █", "# #"),
        ([0, 0], "▁▁", "__"),
        ([], "", ""),
    ],
)
def test_from_nothing_to_the_highest(values: list[float | None], drawn: str, plain: str) -> None:
    assert sparkline(values, True) == drawn
    assert sparkline(values, False) == plain

"""A burnup on a terminal."""

from __future__ import annotations

from tests.chart.examples import BURNUP
from trueplan.chart.burnup import Burnup, Point
from trueplan.chart.burnup_lines import burnup_lines
from trueplan.chart.line import Line, plain

WIDE = """\
lights  Jan 5 to Apr 2
25                 ──────────│       ┆
                             ──╌╌╌╌╌╌░░░░░▒▒▒▒▒▒▒▒▒▒▒╌  22 in scope, 2 cancelled
20         ────────          │    ░░░▒▒▒▒▒░░░░░░░░
                             │ ░▒▒▒▒▒░░░░░░░░░░
15 ────────                  ▅▅▒░░░░░░                  14 done
                             ██      ┆
10               ▅▅▅▅▅▅▅▅▅▅▅▅██      ┆
                 ██████████████      ┆
 5     ▅▅▅▅████████████████████      ┆
       ████████████████████████      ┆
 0 ────◆──────────────────────────────────────────────
   Jan            Feb             Mar
█ done   ─ scope   ░ forecast   │ today Feb 20   ┆ target Mar 6
◆ Jan 12 phase 1 Masts
"""
ASCII = """\
lights  Jan 5 to Apr 2
25          ------ |    :
                  -----....,,,,,,,  22 in scope, 2 cancelled
20     -----       |  ..,,,.....
                   |,,,,......
15 ----           ##....:           14 done
                  ##    :
10         #########    :
           #########    :
 5   ###############    :
     ###############    :
 0 --*----------------------------
   Jan      Feb       Mar
# done   - scope   . forecast   | today Feb 20
: target Mar 6   * Jan 12 phase 1 Masts
"""
FULL = """\
lights  Feb 2 to 5
2 ──────────────────────────────────████████████  2 in scope
                                    ████████████  2 done
1                        ███████████████████████
                         ███████████████████████
0 ──────────────────────────────────────────────
  Feb 2      3           4          5
█ done   ─ scope   │ today Feb 5
"""


def shown(lines: list[Line]) -> str:
    return "".join(f"{plain(line)}\n" for line in lines)


def test_on_80_columns() -> None:
    assert shown(burnup_lines(BURNUP, 80, 10, True)) == WIDE


def test_on_60_columns_without_unicode() -> None:
    assert shown(burnup_lines(BURNUP, 60, 10, False)) == ASCII


def test_counts_are_steps_and_their_words_never_share_a_row() -> None:
    """Half of it is done from the third day on, all of it on the fourth."""
    points = (Point("2026-02-02", 0, 2), Point("2026-02-04", 1, 2), Point("2026-02-05", 2, 2))
    assert shown(burnup_lines(Burnup("lights", "2026-02-05", points), 60, 4, True)) == FULL


def test_no_point() -> None:
    lines = burnup_lines(Burnup("lights", "2026-02-05", ()), 60, 10, True)
    assert shown(lines) == "lights\nno history yet\n"

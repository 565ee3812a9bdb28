"""A Gantt chart on a terminal."""

from __future__ import annotations

from tests.chart.examples import GANTT
from trueplan.chart.gantt import Bar, Gantt
from trueplan.chart.gantt_lines import gantt_lines
from trueplan.chart.line import Line, Piece, plain

WIDE = """\
Schedule  Jan 5 to Mar 20
                                  Jan          Feb           Mar
lights
✓ 1 Masts                         ███████       │   ◆       ┆  ┊          Jan 16
◐ 2 Lamps and their wiring alon…         ██████▓▓▓▓▓▓▓▓     ┆  ┊          Feb 13
■ 3 Test                                        │   ◆  ▓▓▓  ┆  ┊          Feb 20
○ 4 Handbook                             ░░░░░░ │   ◆       ┆  ┊          Jan 28
crane
· 1 基础工程                                    ░░░░░░░░░░░░░  ┊          Feb 25
× 2 Old gantry                     ╌╌╌╌╌╌╌╌     │   ◆       ┆  ┊          Jan 20
· 3 Load test                                   │   ◆       ░░░░░░░░░░░░  Mar 20
██ done   ▓▓ critical   ░░ to do   │ today Feb 3   ◆ milestone Feb 10 Beta
┆ target Feb 27 lights   ┊ forecast Mar 5 85 %
"""
NARROW = """\
Schedule  Jan 5 to Mar 20
                          Jan      Feb       Mar
lights
✓ 1 Masts                 █████     │ ◆     ┆ ┊       Jan 16
◐ 2 Lamps and their wir…      ████▓▓▓▓▓▓    ┆ ┊       Feb 13
■ 3 Test                            │ ◆ ▓▓▓ ┆ ┊       Feb 20
○ 4 Handbook                  ░░░░░ │ ◆     ┆ ┊       Jan 28
crane
· 1 基础工程                       ░░░░░░░░░░ ┊       Feb 25
× 2 Old gantry             ╌╌╌╌╌    │ ◆     ┆ ┊       Jan 20
· 3 Load test                       │ ◆     ░░░░░░░░  Mar 20
██ done   ▓▓ critical   ░░ to do   │ today Feb 3
◆ milestone Feb 10 Beta   ┆ target Feb 27 lights
┊ forecast Mar 5 85 %
"""
ASCII = """\
Schedule  Jan 5 to Mar 20
                          Jan      Feb       Mar
lights
x 1 Masts                 #####     | *     : ;       Jan 16
~ 2 Lamps and their w...      ####======    : ;       Feb 13
! 3 Test                            | * === : ;       Feb 20
o 4 Handbook                  ----- | *     : ;       Jan 28
crane
. 1 基础工程                       ---------- ;       Feb 25
- 2 Old gantry             .....    | *     : ;       Jan 20
. 3 Load test                       | *     --------  Mar 20
## done   == critical   -- to do   | today Feb 3
* milestone Feb 10 Beta   : target Feb 27 lights
; forecast Mar 5 85 %
"""


def shown(lines: list[Line]) -> str:
    return "".join(f"{plain(line)}\n" for line in lines)


def test_on_80_columns() -> None:
    assert shown(gantt_lines(GANTT, 80, True)) == WIDE


def test_on_60_columns_titles_are_cut() -> None:
    assert shown(gantt_lines(GANTT, 60, True)) == NARROW


def test_without_unicode() -> None:
    assert shown(gantt_lines(GANTT, 60, False)) == ASCII


def test_no_bar() -> None:
    assert shown(gantt_lines(Gantt("Schedule", "2026-02-03", ()), 60, True)) == (
        "Schedule\nno phase has a date yet\n"
    )


def test_styles_are_named_and_not_drawn() -> None:
    """What is critical and open has the accent; the command line knows which colour that is."""
    bars = (Bar("Test", "", "2026-02-02", "2026-02-03", "ready", critical=True),)
    lines = gantt_lines(Gantt("Schedule", "2026-01-01", bars), 60, True)
    assert lines[2] == (
        Piece("○ Test  "),
        Piece("▓" * 45 + "  ", "accent"),
        Piece("Feb 3", "dim"),
    )


def test_years_are_said_where_there_are_several() -> None:
    bars = (Bar("Test", "", "2026-02-02", "2031-02-03", "ready"),)
    lines = shown(gantt_lines(Gantt("Schedule", "2026-02-02", bars), 60, True))
    assert lines.splitlines()[2].endswith("Feb 3, 2031")
    assert "today Feb 2, 2026" in lines


def test_begun_work_is_never_shown_as_untouched_or_as_done() -> None:
    def bar(share: float) -> str:
        bars = (Bar("Test", "", "2026-02-02", "2026-02-06", "in_progress", False, share),)
        return plain(gantt_lines(Gantt("S", "2026-01-01", bars), 60, True)[2]).split()[2]

    assert bar(0.001) == "█" + "░" * 44
    assert bar(0.999) == "█" * 44 + "░"
    assert bar(0) == "░" * 45

"""Mermaid, and that nothing in a plan is taken for its syntax."""

from __future__ import annotations

from pathlib import Path

from tests.wire.plans import nasty_schedule
from trueplan.wire.mermaid import gantt


def test_the_signs_of_mermaid_are_written_as_numbers(tmp_path: Path) -> None:
    """Behind the name comes the one colon; `section` begins no name."""
    lines = gantt(nasty_schedule(tmp_path), "Plans").split("\n")
    assert lines[:5] == [
        "gantt",
        "    title Plans",
        "    dateFormat YYYY-MM-DD",
        "    inclusiveEndDates",
        "    section Nasty",
    ]
    assert lines[5].startswith(
        "    #35;1 End#59; of #34;it#34;, #92; #38;#58; #35;1 #91;x#93; #37;#37; y — naïve 港の灯り"
    )
    assert lines[5].endswith(" :done, t1, 2026-03-03, 2026-03-03")
    assert lines[6] == "    #35;2 section two :crit, active, t2, 2026-03-10, 2026-03-11"
    assert lines[7] == "    #35;3 Nothing to do :milestone, crit, t3, 2026-03-11, 0d"

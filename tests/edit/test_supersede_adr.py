"""The status of a decision that gives way, in its own form."""

from __future__ import annotations

import pytest

from tests.edit.changed import changed
from trueplan.edit.adr_head import AdrFile, read_adr_file
from trueplan.edit.adr_label import Label, Named
from trueplan.edit.supersede_adr import supersede_adr

BY = Named(5, "Timber", "0005-timber.md")
LABEL = Label("ADR ", 4, "", words=False)


def record(text: str, number: int = 4) -> AdrFile:
    return read_adr_file(f"docs/adr/000{number}-a.md", text.encode())


@pytest.mark.parametrize(
    ("lines", "after"),
    [
        ("**Status**: Accepted", "**Status**: Superseded by [ADR 0005](0005-timber.md)"),
        ("- Status: accepted  ", "- Status: superseded by [ADR 0005](0005-timber.md)  "),
        ("**Status:** ✅ Accepted (May)", "**Status:** Superseded by [ADR 0005](0005-timber.md)"),
        (
            "| Status | Accepted |\n|---|---|",
            "| Status | Superseded by [ADR 0005](0005-timber.md) |\n|---|---|",
        ),
        (
            "## Status\n\nAccepted\n\nAmended by 3",
            "## Status\n\nSuperseded by [ADR 0005](0005-timber.md)\n\nAmended by 3",
        ),
        ("Nothing.", "**Status**: Superseded by [ADR 0005](0005-timber.md)\n\nNothing."),
    ],
)
def test_the_form_stays(lines: str, after: str) -> None:
    old = record(f"# ADR 0004: A\n\n{lines}\n\n## Context\n\nWords.\n")
    result = supersede_adr(old, BY, LABEL, [old])
    rows, now = lines.split("\n"), after.split("\n")
    edits = sorted(changed(old.source.decode(), result.edits))
    gone = [f"-{one}" for one in rows if one not in now]
    fresh = [f"+{one}" for one in now[: len(now) - len(rows) + 1] if "Superseded" in one]
    assert [one for one in edits if one not in ("+", "-")] == sorted(
        gone + (fresh or [f"+{one}" for one in now if one not in rows])
    )


def test_front_matter_has_no_link() -> None:
    old = record("---\nstatus: accepted\n---\n\n# ADR 0004: A\n\n## Context\n")
    result = supersede_adr(old, BY, LABEL, [old])
    assert changed(old.source.decode(), result.edits) == [
        "-status: accepted",
        "+status: superseded by ADR 0005",
    ]


def test_as_a_neighbour_says_it() -> None:
    neighbour = record("# A\n\nStatus: *Replaced by [3. C](0003-c.md)* \n", 2)
    other = record("# A\n\nStatus: Superseded by [3. C](0003-c.md) in May\n", 1)
    old = record("# 4. A\n\nStatus: Accepted\n")
    result = supersede_adr(old, BY, LABEL, [other, neighbour, old])
    assert changed(old.source.decode(), result.edits) == [
        "-Status: Accepted",
        "+Status: Superseded by [5. Timber](0005-timber.md)",
    ]

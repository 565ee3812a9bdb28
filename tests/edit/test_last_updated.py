"""The date of the last change, and days in the form of others."""

from __future__ import annotations

import pytest

from trueplan.edit.backlog_table import read_backlog_document
from trueplan.edit.last_updated import write_last_updated
from trueplan.edit.written_day import write_day
from trueplan.text import apply_edits

TABLE = "| ID | Status |\n|---|---|\n| GEO-001 | Done |\n"


@pytest.mark.parametrize(
    ("like", "written"),
    [
        ("2025-12-17", "2026-03-05"),
        ("2025/12/17", "2026/03/05"),
        ("2025.12.17", "2026.03.05"),
        ("Dec 17, 2025", "Mar 5, 2026"),
        ("December 17, 2025", "March 5, 2026"),
        ("17 December 2025", "5 March 2026"),
        ("17 Dec 2025", "5 Mar 2026"),
        ("17.12.2025", "05.03.2026"),
        ("12/17/2025", "03/05/2026"),
        ("7/1/2025", "3/5/2026"),
        ("", "2026-03-05"),
        ("soon", "2026-03-05"),
    ],
)
def test_a_day_in_the_form_of_another(like: str, written: str) -> None:
    """What cannot be written so that it reads as the same day is written as ISO has it."""
    assert write_day("2026-03-05", like) == written


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (f"**Last Updated**: 2025-12-17\n\n{TABLE}", f"**Last Updated**: 2026-03-05\n\n{TABLE}"),
        (f"---\nupdated: 2025-12-17\n---\n\n{TABLE}", f"---\nupdated: 2026-03-05\n---\n\n{TABLE}"),
        (f"{TABLE}\n*Last updated: Dec 17, 2025*\n", f"{TABLE}\n*Last updated: Mar 5, 2026*\n"),
        (f"**Last Updated**: 2026-03-05\n\n{TABLE}", None),
        (f"**Last Updated**: 2026-04-01\n\n{TABLE}", None),
        (f"**Last Updated**: March 2026\n\n{TABLE}", None),
        (f"**Last Reviewed**: 2025-12-17\n\n{TABLE}", None),
        (f"{TABLE}\n## GEO-001\n\n**Updated**: 2025-12-17\n\nWords.\n", None),
    ],
)
def test_the_date_of_the_last_change(text: str, after: str | None) -> None:
    """At the head or at the foot; never set back, never that of an item."""
    source = text.encode()
    edits = write_last_updated(read_backlog_document(source), "2026-03-05")
    assert apply_edits(source, edits).decode() == (text if after is None else after)

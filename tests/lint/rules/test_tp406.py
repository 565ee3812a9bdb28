"""TP406: which journals are about a plan, and how an entry for them is written."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import PATH, find, fixed, messages

JOURNAL = """\
# Dev Journal: The [old] masts

**Date**: 2026-03-09

See [the plan](../plans/2026-03-02-harbour-lights.md#phase-1).
"""
FILES = {"docs/dev-journals/2026-03-09-masts.md": JOURNAL}
ENTRY = "[2026-03-09: The \\[old\\] masts](../dev-journals/2026-03-09-masts.md)"
HEAD = "# Implementation Plan: Harbour lights\n\n- [ ] Order\n\n## Progress Tracking\n\n"
SECTION = HEAD + "### Dev Journal Entries\n"
AFTER = "\n## References\n\n- None\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- (Will be added as phases complete)\n", f"- {ENTRY}\n"),
        ("\n* TBD\n", f"\n* {ENTRY}\n"),
        ("\nNone yet.\n", f"\n- {ENTRY}\n"),
        (
            "- [YYYY-MM-DD: Phase 1 Implementation](../dev-journals/YYYY-MM-DD-phase-1.md)\n",
            f"- {ENTRY}\n",
        ),
        ("- [First](../dev-journals/1.md)\n", f"- [First](../dev-journals/1.md)\n- {ENTRY}\n"),
        ("\n* One\n* Two\n  more\n\n", f"\n* One\n* Two\n  more\n* {ENTRY}\n\n"),
        ("1. One\n2. Two\n", f"1. One\n2. Two\n3. {ENTRY}\n"),
        ("\nOne a week.\n", f"\nOne a week.\n\n- {ENTRY}\n"),
        ("", f"\n- {ENTRY}\n"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_fix(before: str, after: str, newline: str, make_repository: Make) -> None:
    """The entry takes the place of words that held it, or stands behind the last one."""
    text = (SECTION + before + AFTER).replace("\n", newline).encode()
    found = find(make_repository, "TP406", text, files=FILES)
    result = fixed(text, found)
    assert result.decode() == (SECTION + after + AFTER).replace("\n", newline)
    assert find(make_repository, "TP406", result, files=FILES) == []


def test_fix_at_the_end_without_a_newline(make_repository: Make) -> None:
    """Nothing but the entry is added."""
    text = SECTION + "- One"
    assert fixed(text, find(make_repository, "TP406", text, files=FILES)).decode() == (
        f"{SECTION}- One\n- {ENTRY}"
    )


@pytest.mark.parametrize("text", [HEAD, SECTION + "\n| Day | Entry |\n|---|---|\n| 1 | One |\n"])
def test_no_fix_without_a_list_to_join(text: str, make_repository: Make) -> None:
    """A missing section and a table are for a person."""
    (found,) = find(make_repository, "TP406", text, files=FILES)
    assert found.fix is None


def test_the_name_alone_is_enough(make_repository: Make) -> None:
    """Same day and topic: the journal of the plan, also without a link; its name gives the day."""
    text = SECTION + "- TBD\n"
    files = {"docs/dev-journals/2026-03-02-harbour-lights.md": "# Lights\n"}
    found = find(make_repository, "TP406", text, files=files)
    (message,) = messages(found)
    assert message == (
        "8: the journal 2026-03-02-harbour-lights.md bears this plan's name, "
        "which does not link to it"
    )
    assert fixed(text, found).decode() == (
        SECTION + "- [2026-03-02: Lights](../dev-journals/2026-03-02-harbour-lights.md)\n"
    )


@pytest.mark.parametrize(
    "entry",
    [
        "- [1](../dev-journals/2026-03-09-masts.md)\n",
        "- [1](/docs/dev-journals/2026-03-09-masts.md#learnt)\n",
        "- `docs/dev-journals/2026-03-09-masts.md`\n",
    ],
)
def test_linked_or_named(entry: str, make_repository: Make) -> None:
    """Any way to find the journal will do."""
    assert find(make_repository, "TP406", SECTION + entry, files=FILES) == []


def test_journals_of_others(make_repository: Make) -> None:
    """A neighbour's journal may bear the same name; another plan's journal is its own."""
    files = {
        "apps/crane/docs/dev-journals/2026-03-02-harbour-lights.md": "# Lights\n",
        "apps/quay/docs/dev-journals/2026-03-09-masts.md": "# Masts\n[x](../plans/masts.md)\n",
    }
    path = f"apps/quay/{PATH}"
    assert find(make_repository, "TP406", SECTION, path=path, files=files) == []


def test_each_journal_is_one_finding(make_repository: Make) -> None:
    """Two journals, two entries, in the order of their names."""
    files = {**FILES, "docs/dev-journals/2026-03-01-order.md": JOURNAL}
    found = find(make_repository, "TP406", SECTION + "- One\n", files=files)
    assert [one.seen for one in found] == [
        "docs/dev-journals/2026-03-01-order.md",
        "docs/dev-journals/2026-03-09-masts.md",
    ]

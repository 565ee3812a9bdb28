"""What stands beside a plan: ADRs, journals, the backlog and the index."""

from __future__ import annotations

from textwrap import dedent

import pytest

from trueplan.model.companions import Adr, Backlog, Index, Journal
from trueplan.model.estimate import Rates
from trueplan.reader.companions import read_adr, read_backlog, read_index, read_journal


def _source(text: str) -> bytes:
    return dedent(text).lstrip("\n").encode()


def _adr(text: str, name: str = "0007-use-mail.md") -> Adr:
    return read_adr(_source(text), name)


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Proposed", "proposed"), ("Draft", "proposed"), ("Accepted", "accepted"),
        ("✅ Accepted (2026-01-02)", "accepted"), ("Approved", "accepted"), ("Active", "accepted"),
        ("Deprecated", "deprecated"), ("Superseded by ADR-0009", "superseded"),
        ("Accepted, superseded by [ADR 9](0009-x.md)", "superseded"), ("Rejected", "rejected"),
        ("Purple", "unknown"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "form",
    [
        "# Use mail\n\n**Status**: {}\n",
        "# Use mail\n\n## Status\n\n{}\n\n## Context\n\nWords.\n",
        "# Use mail\n\n* Status: {}\n",
        "---\nstatus: {}\n---\n\n# Use mail\n",
        "# Use mail\n\n> **Status:** {}\n",
    ],
)
def test_states_of_an_adr(form: str, words: str, state: str) -> None:
    """The status may be a field, a section, a bullet or front matter."""
    assert _adr(form.format(words)).state == state


def test_an_adr_in_full() -> None:
    """Number, title, status, day, successor and links."""
    adr = _adr("""
        # ADR 7: Use mail

        **Status**: Superseded by [ADR 0012](0012-use-keys.md)
        **Date**: 2026-01-02

        ## Context
        See [the plan](../plans/search.md).
    """)
    assert (adr.number, adr.title, adr.state, adr.successor) == (
        7,
        "ADR 7: Use mail",
        "superseded",
        12,
    )
    assert adr.date is not None
    assert adr.date.first == "2026-01-02"
    assert [link.target for link in adr.links] == ["0012-use-keys.md", "../plans/search.md"]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("0007-use-mail.md", 7),
        ("7-x.md", 7),
        ("adr-012-x.md", 12),
        ("ADR_3.md", 3),
        ("use-mail.md", None),
    ],
)
def test_numbers_of_adrs(name: str, number: int | None) -> None:
    """The file's name holds the number."""
    assert _adr("# Use mail\n", name).number == number


def _journal(text: str) -> Journal:
    return read_journal(_source(text), Rates())


def test_a_journal_in_full() -> None:
    """Title, day, state, time spent, phases told of, links."""
    journal = _journal("""
        # Dev Journal: Search, first phases

        **Date**: 2026-01-02
        **Session Duration**: 6 hours
        **Status**: ✅ Complete
        **Plan**: [Search](../plans/2026-01-01-search.md)

        ## What was done

        ### Phase 1: Index
        - built it

        ### Phase 2: Query
        - asked it
    """)
    assert journal.title == "Dev Journal: Search, first phases"
    assert journal.date is not None
    assert journal.date.first == "2026-01-02"
    assert (journal.state, journal.sessions, journal.phases) == ("completed", 2, ("1", "2"))
    assert [link.target for link in journal.links] == ["../plans/2026-01-01-search.md"]


def test_a_journal_that_says_little() -> None:
    """What it does not tell is none."""
    journal = _journal("# Journal\n\nWe talked.\n")
    assert (journal.date, journal.state, journal.sessions, journal.phases) == (None, None, None, ())


def _backlog(text: str) -> Backlog:
    return read_backlog(_source(text))


def test_a_backlog_in_full() -> None:
    """Every column of every row, by the names of the columns."""
    (first, second) = _backlog("""
        # Backlog

        | ID | Priority | Status | Feature | Estimate | Added | Notes |
        |----|----------|--------|---------|----------|-------|-------|
        | GEO-001 | P1 | 🚧 In Progress | Maps | L | 2026-01-02 | see [plan](docs/plans/maps.md) |
        | GEO-002 | P3 | Done | Pins | XS | 2026-01-03 | |
    """).items
    assert first[:7] == (
        "GEO-001", "P1", "in_progress", "Maps", "L", "2026-01-02", "see plan",
    )  # fmt: skip
    assert second[:7] == ("GEO-002", "P3", "done", "Pins", "XS", "2026-01-03", "")


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Backlog", "backlog"), ("📋 Planned", "backlog"), ("In Progress", "in_progress"),
        ("⏸ Blocked", "blocked"), ("✅ Done", "done"), ("Cancelled", "cancelled"), ("", "unknown"),
    ],
)  # fmt: skip
def test_states_of_backlog_items(words: str, state: str) -> None:
    """The status of a row is one of five, or cannot be told."""
    (item,) = _backlog(f"| Status | ID |\n|---|---|\n| {words} | GEO-001 |\n").items
    assert item.state == state


def test_several_tables_and_rows_without_an_id() -> None:
    """All tables with IDs are read; legends and rows of dashes are not items."""
    backlog = _backlog("""
        | Priority | Meaning |
        |---|---|
        | P0 | now |

        ## Open

        | ID | Feature |
        |---|---|
        | GEO-001 | Maps |
        | - | - |

        ## Closed

        | ID | Feature |
        |---|---|
        | **GEO-002** | Pins |
    """)
    assert [item.id for item in backlog.items] == ["GEO-001", "GEO-002"]


def _index(text: str) -> Index:
    return read_index(_source(text))


def test_an_index_in_full() -> None:
    """Every cell by the name of its column, and where the link points."""
    source = _source("""
        # Plans

        | Status | Plan | Start Date | Target | Phases | Owner | Journal |
        |---|---|---|---|---|---|---|
        | In Progress | [Search](2026-01-01-search.md) | 2026-01-01 | 2026-03-01 | 3 | CTO | - |
        | ✅ Completed | Maps | 2026-01-02 | | 4 | Li | |
    """)
    first, second = read_index(source).rows
    assert (first.title, first.target, first.state) == (
        "Search",
        "2026-01-01-search.md",
        "in_progress",
    )
    cells = (first.status, first.created, first.due, first.phases, first.owner)
    assert [cell and cell.span.slice(source).decode() for cell in cells] == [
        "In Progress", "2026-01-01", "2026-03-01", "3", "CTO",
    ]  # fmt: skip
    assert first.link_span.slice(source) == b"[Search](2026-01-01-search.md)"
    assert (second.title, second.target, second.state) == ("Maps", None, "completed")


def test_an_index_without_some_columns() -> None:
    """Cells that the table lacks are none."""
    (row,) = _index("| Plan | Status |\n|---|---|\n| [A](a.md) | Done |\n").rows
    assert (row.created, row.due, row.phases, row.owner) == (None, None, None, None)


def test_a_page_without_a_table_of_plans_is_an_empty_index() -> None:
    """Other tables are passed over."""
    index = _index("# Plans\n\n| Priority | Meaning |\n|---|---|\n| P0 | now |\n\nSee [a](a.md).\n")
    assert (index.rows, index.table) == ((), None)
    assert [link.target for link in index.links] == ["a.md"]


def test_broken_companions_are_read_as_far_as_they_go() -> None:
    """Ragged rows, a fence left open and bytes that are no text do not stop the reader."""
    backlog = read_backlog(
        b"| ID | Status |\n|---|---|\n| GEO-001 |\n| GEO-\xff | Done |\n```\n| GEO-003 | Done |\n"
    )
    assert [item.id for item in backlog.items] == ["GEO-001"]
    assert read_index(b"| Plan | Status |\n|---|---|\n| [a](a.md) |\n").rows[0].target == "a.md"

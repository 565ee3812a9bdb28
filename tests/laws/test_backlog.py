"""Laws of the backlog: a change reads back as wanted, and nothing else reads otherwise."""

from __future__ import annotations

from typing import Any

from hypothesis import given, strategies as st

from tests.laws.strategies import files
from trueplan.edit.backlog_row import NewItem, add_item, set_state
from trueplan.edit.backlog_table import read_backlog_document
from trueplan.edit.count_labels import Meaning
from trueplan.errors import NoPlace
from trueplan.model.companions import BacklogItem, BacklogState
from trueplan.reader.companions import read_backlog
from trueplan.text import apply_edits

TODAY = "2026-03-10"
_STATES: list[BacklogState] = ["backlog", "in_progress", "blocked", "done", "cancelled"]
_CELLS = st.sampled_from(
    (
        "Backlog", "Open", "📋 Planned", "In Progress", "🚧", "wip", "**Blocked**", "⏸ On Hold",
        "✅ Done", "[x]", "`[ ]`", "DONE", "Cancelled", "❌", "", "?", "Done (see #7)",
        "in_progress", "进行中", "完了", "a \\| b",
    )
)  # fmt: skip
_WORDS = st.sampled_from(
    ("Maps", "a \\| b", "`x\\|y`", "[Plan](p.md)", "", "-", "🚧 é", "GEO-777", "<!-- no", "~~old~~")
)
_HEADS = ("Priority", "Feature", "Notes", "Completed", "Project", "Estimate", "Added")
_STATS = (
    "", "- **Total**: {all}", "- Done: {done}", "- In Progress: {doing}", "- **Open**: 99",
    "| Status | Count |\n|---|---|\n| Done | {done} |", "Done: 3 apples", "- P1: 1 (50%)",
)  # fmt: skip


@st.composite
def backlogs(draw: st.DrawFn) -> bytes:
    """Backlogs of one or two tables, ragged rows among them, with counts and a date."""
    heads = [
        "ID", "Status", *draw(st.lists(st.sampled_from(_HEADS), unique=True, max_size=4)),
    ]  # fmt: skip
    heads = draw(st.permutations(heads))
    padded = draw(st.booleans())
    number, tables = 0, []
    for _ in range(draw(st.integers(1, 2))):
        rows = [list(heads), ["---"] * len(heads)]
        for _ in range(draw(st.integers(0, 5))):
            number += 1
            name = f"{draw(st.sampled_from(('GEO', 'PIT')))}-{number:03d}"
            row = [
                {"ID": name, "Status": draw(_CELLS), "Priority": f"P{draw(st.integers(0, 3))}"}.get(
                    head, draw(_WORDS)
                )
                for head in heads
            ]
            short = draw(st.integers(0, 9)) == 0
            rows.append(row[: draw(st.integers(1, len(row)))] if short else row)
        widths = [max(len(row[at]) for row in rows if at < len(row)) for at in range(len(heads))]
        lines = [
            "| "
            + " | ".join(
                cell.ljust(width) if padded else cell
                for cell, width in zip(row, widths, strict=False)
            )
            + " |"
            for row in rows
        ]
        tables.append(f"## {draw(st.sampled_from(('Open', 'P1', 'Items')))}\n\n" + "\n".join(lines))
    parts = ["# Backlog", "**Last Updated**: 2026-01-05", *tables, "## Quick Stats"]
    parts += draw(st.lists(st.sampled_from(_STATS), max_size=4))
    text = "\n\n".join(parts) + draw(st.sampled_from(("", "\n")))
    return text.replace("\n", draw(st.sampled_from(("\n", "\r\n")))).encode()


def _bare(item: BacklogItem, **wanted: Any) -> BacklogItem:
    return item._replace(span=item.span._replace(start=0, end=0), status_span=None, **wanted)


@given(backlogs(), st.data())
def test_a_state_that_is_set_reads_so_and_nothing_else_reads_otherwise(
    source: bytes, data: st.DataObject
) -> None:
    """The items that are named have the state; all cells of all others are as they were."""
    items = read_backlog(source).items
    names = data.draw(st.lists(st.sampled_from([one.id for one in items] or ["GEO-999"])))
    state = data.draw(st.sampled_from(_STATES))
    text = apply_edits(source, set_state(source, names, state, TODAY))
    wanted = [
        _bare(one, state=state) if one.id in names and one.status_span else _bare(one)
        for one in items
    ]
    assert [_bare(one) for one in read_backlog(text).items] == wanted
    before, after = source.split(b"\n"), text.split(b"\n")
    assert len(before) == len(after)
    for old, new in zip(before, after, strict=True):
        is_row = any(f"| {name} ".encode() in old for name in names)
        assert old == new or is_row or any(sign.isdigit() for sign in old.decode())


@given(backlogs(), st.sampled_from(_STATES))
def test_a_state_that_is_set_twice_changes_nothing_more(source: bytes, state: BacklogState) -> None:
    """Nor do its counts."""
    names = [one.id for one in read_backlog(source).items][:2]
    once = apply_edits(source, set_state(source, names, state, TODAY))
    assert apply_edits(once, set_state(once, names, state, TODAY)) == once


@given(backlogs(), st.sampled_from(["Lights", "a | b", "`c|d`", "🚧 \\| |"]), st.integers(0, 3))
def test_an_item_that_is_added_is_there_and_nothing_else_is_new(
    source: bytes, feature: str, priority: int
) -> None:
    """The order of the others stays."""
    document = read_backlog_document(source)
    columns = [table.columns for table in document.tables]
    if not all("feature" in one and "priority" in one for one in columns):
        return
    try:
        added = add_item(source, NewItem("GEO-900", feature, f"P{priority}"), TODAY)
    except NoPlace:
        return  # its sections are for other priorities
    text = apply_edits(source, added.edits)
    after = read_backlog(text).items
    assert [_bare(one) for one in after if one.id != "GEO-900"] == [
        _bare(one) for one in document.backlog.items
    ]
    (new,) = [one for one in after if one.id == "GEO-900"]
    assert (new.priority, new.state) == (f"P{priority}", "backlog")
    assert len(text.split(b"\n")) == len(source.split(b"\n")) + 1


@given(files(), st.sampled_from(_STATES))
def test_any_file_can_be_asked(source: bytes, state: BacklogState) -> None:
    """A file that is no backlog has nothing to set."""
    if not read_backlog(source).items:
        assert set_state(source, ["GEO-001"], state, TODAY) == ()


@given(backlogs())
def test_a_meaning_counts_what_all_states_together_count(source: bytes) -> None:
    """Every item is in one state."""
    items = read_backlog(source).items
    every: tuple[BacklogState, ...] = (*_STATES, "unknown")
    assert sum(Meaning((state,)).count(items) for state in every) == Meaning().count(items)

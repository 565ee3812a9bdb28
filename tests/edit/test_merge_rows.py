"""Rows of tables: cell by cell, and several at one place."""

from __future__ import annotations

from tests.edit.merged import conflict, disputed, merged

HEAD = "# Plans\n\n| Plan | Status | Target |\n|------|--------|--------|\n"
ROW = "| [Quay](quay.md) | Planned | 2026-03-20 |\n"
FOOT = "\nWhoever adds a plan adds its row.\n"
BASE = HEAD + ROW + FOOT


def test_other_cells_of_a_row() -> None:
    ours, theirs = BASE.replace("Planned", "Paused"), BASE.replace("03-20", "04-02")
    assert merged(BASE, ours, theirs) == ours.replace("03-20", "04-02")


def test_the_same_cell() -> None:
    ours, theirs = BASE.replace("Planned", "Paused"), BASE.replace("Planned", "Completed")
    assert disputed(BASE, ours, theirs) == (
        HEAD
        + conflict(ROW.replace("Planned", "Paused"), ROW.replace("Planned", "Completed"))
        + FOOT
    )


def test_rows_at_one_place() -> None:
    crane, light = "| [Crane](crane.md) | Planned | - |\n", "| [Light](light.md) | Planned | - |\n"
    ours, theirs = HEAD + ROW + crane + FOOT, HEAD + ROW + light + FOOT
    assert merged(BASE, ours, theirs) == HEAD + ROW + crane + light + FOOT


def test_a_row_behind_one_that_changed() -> None:
    crane = "| [Crane](crane.md) | Planned | - |\n"
    done = ROW.replace("Planned", "Completed")
    assert merged(BASE, HEAD + done + FOOT, HEAD + ROW + crane + FOOT) == HEAD + done + crane + FOOT


def test_the_same_plan_in_two_states() -> None:
    ours = "| [Crane](crane.md) | Planned | - |\n"
    theirs = "| [Crane](crane.md) | In Progress | - |\n"
    assert disputed(BASE, HEAD + ROW + ours + FOOT, HEAD + ROW + theirs + FOOT) == (
        HEAD + ROW + conflict(ours, theirs) + FOOT
    )


def test_one_id_for_two_things() -> None:
    base = "# Backlog\n\n| ID | Feature |\n|---|---|\n| HAR-001 | A quay |\n"
    ours, theirs = "| HAR-002 | A crane |\n", "| HAR-002 | A light |\n"
    assert disputed(base, base + ours, base + theirs) == base + conflict(ours, theirs)


def test_one_day_for_two_things() -> None:
    base = "# Log\n\n| Day | What |\n|---|---|\n| 2026-02-01 | Sand |\n"
    ours, theirs = "| 2026-02-02 | Clay |\n", "| 2026-02-02 | Rock |\n"
    assert merged(base, base + ours, base + theirs) == base + ours + theirs


def test_a_row_that_holds_a_place() -> None:
    head = "# Log\n\n| Day | What |\n|---|---|\n"
    ours, theirs = "| 2026-02-02 | Clay |\n", "| 2026-02-03 | Rock |\n"
    assert merged(f"{head}| TBD | - |\n", head + ours, head + theirs) == head + ours + theirs


def test_a_table_that_one_side_aligned() -> None:
    base = "| Plan | Status |\n|---|---|\n| Quay | Planned |\n| Crane | Paused |\n"
    ours = (
        "| Plan  | Status      |\n|-------|-------------|\n"
        "| Quay  | Planned     |\n| Crane | In Progress |\n"
    )
    theirs = base.replace("Planned", "Done")
    assert merged(base, ours, theirs) == ours.replace("Planned", "Done   ")


def test_a_column_that_one_side_added() -> None:
    base = "| Plan | Status |\n|---|---|\n| Quay | Planned |\n"
    ours = "| Plan | Status | Owner |\n|---|---|---|\n| Quay | Planned | Wren |\n"
    theirs = base.replace("Planned", "Done")
    assert disputed(base, ours, theirs) == (
        "| Plan | Status | Owner |\n|---|---|---|\n"
        + conflict("| Quay | Planned | Wren |\n", "| Quay | Done |\n")
    )


def test_an_escaped_pipe_is_no_border() -> None:
    base = "| Plan | Status |\n|---|---|\n| Quay \\| pier | Planned |\n"
    ours, theirs = base.replace("Quay", "Old quay"), base.replace("Planned", "Done")
    assert merged(base, ours, theirs) == ours.replace("Planned", "Done")

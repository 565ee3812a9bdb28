"""Cells and rows keep the form of their table."""

from __future__ import annotations

import pytest

from tests.edit.changed import changed
from trueplan.edit.table import add_row, display_width, escape_cell, find_table, set_cell
from trueplan.markdown import Table, parse

ALIGNED = """\
| Plan   | Status      |
|--------|-------------|
| Quay   | Planned     |
| Lights | In Progress |
"""
RAGGED = "| Plan | Status |\n|---|---|\n| Quay | Planned |\n| Harbour lights | Done |\n"
DENSE = "|Plan|Status|\n|-|-|\n|Quay|Planned|\n"
BARE = "Plan | Status\n--- | ---\nQuay | Planned\n"


def table_of(source: str) -> Table:
    table = find_table(parse(source.encode()), source.encode().index(b"|"))
    assert table is not None
    return table


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (ALIGNED, "| Quay   | Completed   |"),
        (RAGGED, "| Quay | Completed |"),
        (DENSE, "|Quay|Completed|"),
        (BARE, "Quay | Completed"),
        (ALIGNED.replace("\n", "\r\n"), "| Quay   | Completed   |\r"),
        ("> " + RAGGED.replace("\n", "\n> ").rstrip("> "), "> | Quay | Completed |"),
    ],
    ids=["aligned", "ragged", "dense", "bare", "crlf", "quoted"],
)
def test_set_cell(source: str, line: str) -> None:
    edit = set_cell(source.encode(), table_of(source), 1, 1, "Completed")
    assert changed(source, [edit])[-1] == f"+{line}"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (ALIGNED, "| Crane  | Paused      |"),
        (RAGGED, "| Crane | Paused |"),
        (DENSE, "|Crane|Paused|"),
        (BARE, "Crane | Paused"),
        (ALIGNED.replace("\n", "\r\n"), "| Crane  | Paused      |\r"),
        (RAGGED.rstrip("\n"), "| Crane | Paused |"),
    ],
    ids=["aligned", "ragged", "dense", "bare", "crlf", "no newline at the end"],
)
def test_add_row(source: str, line: str) -> None:
    edit = add_row(source.encode(), table_of(source), ["Crane", "Paused"])
    assert changed(source, [edit]) == [f"+{line}"]


def test_add_row_before_another() -> None:
    edit = add_row(RAGGED.encode(), table_of(RAGGED), ["Crane", "Paused"], before=1)
    assert edit.text == "| Crane | Paused |\n"
    assert RAGGED[: edit.start] == "| Plan | Status |\n|---|---|\n"


def test_add_row_to_a_table_of_a_head_alone() -> None:
    source = "| Plan | Status |\n|------|--------|\n"
    assert changed(source, [add_row(source.encode(), table_of(source), ["Quay", "Planned"])]) == [
        "+| Quay | Planned |"
    ]


def test_a_cell_that_a_short_row_lacks_is_filled_up() -> None:
    source = "| Plan | Status | Owner |\n|---|---|---|\n| Quay |\n"
    assert changed(source, [set_cell(source.encode(), table_of(source), 1, 2, "Wren")]) == [
        "-| Quay |",
        "+| Quay |  | Wren |",
    ]


def test_pipes_are_escaped_once() -> None:
    assert escape_cell("a | b") == "a \\| b"
    assert escape_cell("a \\| b") == "a \\| b"
    assert escape_cell("two\nlines") == "two lines"


def test_width_is_that_of_the_screen() -> None:
    assert display_width("港") == 2
    assert display_width("e\u0301") == 1
    assert display_width("⏸️") == 1

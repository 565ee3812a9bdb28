"""Rows that are numbered one by one."""

from __future__ import annotations

from tests.edit.merged import conflict, disputed, merged

TABLE = "# Quay\n\n| # | Risk |\n|---|------|\n| 1 | Storm |\n"
END = "\nThat is all.\n"


def test_numbered_rows_count_on() -> None:
    ours, theirs = "| 2 | Fog |\n", "| 2 | Ice |\n| 3 | Rats |\n"
    both = "| 2 | Fog |\n| 3 | Ice |\n| 4 | Rats |\n"
    for end in ("", END):
        merge = merged(TABLE + end, TABLE + ours + end, TABLE + theirs + end)
        assert merge == TABLE + both + end


def test_a_table_without_rows() -> None:
    table = TABLE.replace("| 1 | Storm |\n", "")
    ours, theirs = "| 1 | Fog |\n", "| 1 | Ice |\n"
    assert merged(table, table + ours, table + theirs) == f"{table}{ours}| 2 | Ice |\n"


def test_a_longer_number_keeps_the_columns() -> None:
    table = "# Quay\n\n| #  | Risk |\n|----|------|\n"
    table += "".join(f"| {number}  | Storm |\n" for number in range(1, 9))
    ours, theirs = "| 9  | Fog |\n", "| 9  | Ice |\n"
    assert merged(table, table + ours, table + theirs) == f"{table}{ours}| 10 | Ice |\n"


def test_the_same_row_stands_once() -> None:
    row = "| 2 | Fog |\n"
    ours, theirs = TABLE + row, TABLE + row + "| 3 | Ice |\n"
    assert merged(TABLE, ours, theirs) == theirs


def test_a_number_that_names_a_file_stays() -> None:
    table = "# ADRs\n\n| # | Title |\n|---|---|\n| 1 | [Oak](0001-oak.md) |\n"
    ours, theirs = "| 2 | [Tar](0002-tar.md) |\n", "| 2 | [Rope](0002-rope.md) |\n"
    assert disputed(table, table + ours, table + theirs) == table + conflict(ours, theirs)


def test_numbers_that_do_not_count_stay() -> None:
    table = TABLE.replace("| 1 |", "| 117 |")
    ours, theirs = "| 118 | Fog |\n", "| 118 | Ice |\n"
    assert disputed(table, table + ours, table + theirs) == table + conflict(ours, theirs)


def test_rows_between_others_stay_as_they_are() -> None:
    behind = "| 2 | Rats |\n"
    ours, theirs = "| 2 | Fog |\n| 3 | Rats |\n", "| 2 | Ice |\n| 3 | Rats |\n"
    text = disputed(TABLE + behind, TABLE + ours, TABLE + theirs)
    assert text == TABLE + conflict("| 2 | Fog |\n", "| 2 | Ice |\n") + "| 3 | Rats |\n"

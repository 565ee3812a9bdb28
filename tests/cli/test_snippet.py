"""Source lines with a gutter: wide characters, tabs, long lines, signs that disturb."""

from __future__ import annotations

import io

from trueplan.app.findings import Place
from trueplan.cli.layout import width_of
from trueplan.cli.snippet import render_snippet, showable
from trueplan.cli.terminal import Terminal


def render(place: Place, *labels: Place, width: int = 60) -> list[str]:
    terminal = Terminal(io.StringIO(), io.StringIO(), "never")
    terminal.width = width
    return render_snippet(place, labels, terminal)


def marked(text: str, start: int, end: int, note: str = "") -> Place:
    """A place in line 7 over the characters `start` to `end` of `text`."""
    return Place(7, start + 1, 7, end + 1, text, note)


def test_wide_characters_take_two_columns() -> None:
    assert render(marked("**状态**: 完成 now", 8, 10, "done")) == [
        "    7 │ **状态**: 完成 now",
        "      │           ^^^^ done",
    ]


def test_combining_marks_take_none() -> None:
    assert render(marked("cafe\u0301: open", 7, 11)) == [
        "    7 │ cafe\u0301: open",
        "      │       ^^^^",
    ]


def test_tabs_reach_to_the_next_stop() -> None:
    assert render(marked("\t- [ ]\tOrder", 7, 12)) == [
        "    7 │     - [ ]   Order",
        "      │             ^^^^^",
    ]


def test_empty_range_is_one_mark() -> None:
    assert render(marked("Target:", 7, 7, "a date")) == [
        "    7 │ Target:",
        "      │        ^ a date",
    ]


def test_range_over_lines_is_marked_to_the_end_of_the_first() -> None:
    assert render(Place(99999, 3, 100002, 1, "- [x] Order")) == [
        " 99999 │ - [x] Order",
        "       │   ^^^^^^^^^",
    ]


def test_long_line_shows_the_part_around_the_mark() -> None:
    line, mark = render(marked("a " * 100 + "here" + " b" * 100, 200, 204, "this"))
    assert width_of(line) <= 60
    assert line.startswith("    7 │ …")
    assert line.endswith("…")
    at = mark.index("^^^^ this")
    assert line[at : at + 4] == "here"


def test_long_line_of_wide_characters() -> None:
    line, mark = render(marked("计" * 100 + "这里" + "划" * 100, 100, 102))
    assert width_of(line) <= 60
    column = width_of(mark[: mark.index("^")])
    before = line[: line.index("这里")]
    assert width_of(before) == column
    assert mark.count("^") == 4


def test_mark_that_is_wider_than_the_line() -> None:
    line, mark = render(marked("x" * 500, 0, 500, "all of it"))
    assert width_of(line) <= 60
    assert width_of(mark) <= 60
    assert "all of it" not in mark


def test_remarks_of_labels_stand_under_each_other() -> None:
    labels = (
        Place(61, 1, 61, 3, "### Phase 1: Core", "0 of 7"),
        Place(93, 1, 93, 3, "### Phase 2: 图像", "0 of 5"),
        Place(140, 1, 140, 3, "### Phase 3", ""),
    )
    assert render(marked("- [x] All tags", 2, 5), *labels) == [
        "    7 │ - [x] All tags",
        "      │   ^^^",
        "   61 │ ### Phase 1: Core  0 of 7",
        "   93 │ ### Phase 2: 图像  0 of 5",
        "  140 │ ### Phase 3",
    ]


def test_no_text_no_lines() -> None:
    assert render(Place(1, 1, 1, 1, "")) == []


def test_what_a_plan_holds_cannot_steer_the_terminal() -> None:
    """Escapes, returns and marks that turn the writing direction show as one sign."""
    assert showable("a\x1b[31mb\rc\u202ed\x9be\x07") == "a\ufffd[31mb\ufffdc\ufffdd\ufffde\ufffd"
    (line, _) = render(marked("x\x1b[2Jy", 0, 1))
    assert "\x1b" not in line

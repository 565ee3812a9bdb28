"""Lines that both sides changed: boxes, words and fields, each for itself."""

from __future__ import annotations

import pytest

from tests.edit.merged import conflict, disputed, merged
from trueplan.edit.merge import merge

HEAD = "# Plan: Quay\n\n**Status**: Planned\n**Owner**: Wren\n\n## Tasks\n\n"
TASKS = f"{HEAD}- [ ] Sort the timber\n- [ ] Drive the piles\n- [ ] Lay the planks\n"


def test_neighbouring_ticks() -> None:
    ours = TASKS.replace("[ ] Sort", "[x] Sort")
    theirs = TASKS.replace("[ ] Drive", "[x] Drive")
    assert merged(TASKS, ours, theirs) == ours.replace("[ ] Drive", "[x] Drive")


def test_every_other_line_on_either_side() -> None:
    ours = TASKS.replace("[ ] Sort", "[x] Sort").replace("[ ] Lay", "[x] Lay")
    theirs = TASKS.replace("Planned", "In Progress").replace("[ ] Drive", "[x] Drive")
    assert merged(TASKS, ours, theirs) == TASKS.replace("[ ]", "[x]").replace(
        "Planned", "In Progress"
    )


def test_fields_that_stand_together() -> None:
    ours = TASKS.replace("Planned", "In Progress")
    theirs = TASKS.replace("Wren", "Ada")
    assert merged(TASKS, ours, theirs) == ours.replace("Wren", "Ada")


def test_the_same_change_is_taken_once() -> None:
    both = TASKS.replace("[ ] Sort", "[x] Sort")
    ours = both.replace("Drive the piles\n", "Drive the piles\n- [ ] Tar them\n")
    theirs = ours.replace("Lay the planks", "Lay the long planks")
    assert merged(TASKS, ours, theirs) == theirs
    assert merged(TASKS, theirs, ours) == theirs


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "both"),
    [
        ("- [ ] lay", "- [x] lay", "- [ ] lay the oak", "- [x] lay the oak"),
        ("- [ ] lay", "- [ ] lay the oak", "- [x] lay", "- [x] lay the oak"),
        ("* [x] lay", "* [ ] lay", "* [x] lay the oak", "* [ ] lay the oak"),
        ("- lay the oak", "- [ ] lay the oak", "- lay the old oak", "- [ ] lay the old oak"),
        ("1. [ ] lay", "1. [X] lay", "1. [ ] lay it", "1. [X] lay it"),
        ("- [ ] lay", "  - [ ] lay", "- [x] lay", "  - [x] lay"),
        ("- [ ] lay", "* [ ] lay", "- [x] lay", "* [x] lay"),
        ("- [ ] lay", "- [-] lay", "- [ ] lay it", "- [-] lay it"),
        ("- [ ] lay", "- [x] lay", "- [X] lay", "- [x] lay"),
    ],
)
def test_box_and_words_apart(base: str, ours: str, theirs: str, both: str) -> None:
    assert merged(*(f"{HEAD}{line}\n" for line in (base, ours, theirs))) == f"{HEAD}{both}\n"


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        ("- [ ] lay", "- [x] lay", "- [-] lay"),
        ("- [ ] lay", "- [x] lay", "- [ ] ~~lay~~ (no oak)"),
        ("- [ ] lay", "- [ ] ~~lay~~", "- [x] lay"),
        ("- [ ] lay", "- [ ] ~~lay~~", "- [ ] lay the oak"),
        ("- [ ] lay the oak", "- [ ] lay the old oak", "- [ ] lay the new oak"),
        ("- [ ] lay the oak", "- [x] lay the old oak", "- [ ] lay the new oak"),
        ("- [ ] lay the oak", "- [ ] buy a goat", "- [ ] hire Tom"),
        ("**Target**: May", "**Target**: June", "**Target**: July"),
        ("The oak is old.", "The oak is very old.", "The oak is not old."),
        ("## The oak", "## The old oak", "## The new oak"),
    ],
)
def test_a_contradiction_is_a_conflict_in_that_line(base: str, ours: str, theirs: str) -> None:
    before, behind = f"{HEAD}- [ ] Sort\n\n", "\n- [ ] Tar\n"
    old, one, other = (f"{before}{line}\n{behind}" for line in (base, ours, theirs))
    one, other = one.replace("[ ] Sort", "[x] Sort"), other.replace("[ ] Tar", "[x] Tar")
    assert disputed(old, one, other) == (
        before.replace("[ ] Sort", "[x] Sort")
        + conflict(f"{ours}\n", f"{theirs}\n")
        + behind.replace("[ ] Tar", "[x] Tar")
    )


def test_a_change_to_what_was_taken_out() -> None:
    ours = TASKS.replace("- [ ] Drive the piles\n", "")
    theirs = TASKS.replace("[ ] Drive", "[x] Drive").replace("[ ] Lay", "[x] Lay")
    behind = "- [x] Lay the planks\n"
    before = f"{HEAD}- [ ] Sort the timber\n"
    line = "- [x] Drive the piles\n"
    assert disputed(TASKS, ours, theirs) == before + conflict("", line) + behind
    assert disputed(TASKS, theirs, ours) == before + conflict(line, "") + behind


def test_blank_lines_behind_what_was_taken_out() -> None:
    """They are no reason for git's own merge, nor for a bug."""
    ours = TASKS.replace("- [ ] Drive the piles\n", "")
    theirs = TASKS.replace("piles\n", "piles\n\n\n")
    merge(TASKS.encode(), ours.encode(), theirs.encode())


def test_what_one_side_took_out_stays_out() -> None:
    ours = TASKS.replace("- [ ] Drive the piles\n", "")
    theirs = TASKS.replace("[ ] Lay", "[x] Lay")
    assert merged(TASKS, ours, theirs) == ours.replace("[ ] Lay", "[x] Lay")


def test_neighbours_that_contradict_are_conflicts_of_their_own() -> None:
    ours = TASKS.replace("timber", "oak").replace("piles", "posts")
    theirs = TASKS.replace("timber", "ash").replace("piles", "poles")
    assert disputed(TASKS, ours, theirs, 2) == (
        HEAD
        + conflict("- [ ] Sort the oak\n", "- [ ] Sort the ash\n")
        + conflict("- [ ] Drive the posts\n", "- [ ] Drive the poles\n")
        + "- [ ] Lay the planks\n"
    )


def test_a_paragraph_that_was_written_anew() -> None:
    base = "# Quay\n\nThe sand is deep.\nNobody knows how deep.\n\nEnd.\n"
    ours = "# Quay\n\nWe took soundings: four fathoms.\n\nEnd.\n"
    theirs = "# Quay\n\nThe sand is deep.\nNobody knows how very deep.\n\nThe end.\n"
    assert disputed(base, ours, theirs) == (
        "# Quay\n\n"
        + conflict(
            "We took soundings: four fathoms.\n",
            "The sand is deep.\nNobody knows how very deep.\n",
        )
        + "\nThe end.\n"
    )


def test_the_later_day_of_a_last_change() -> None:
    base = "# Quay\n\n**Last Updated**: 2026-02-01\n"
    ours, theirs = base.replace("02-01", "03-04"), base.replace("02-01", "03-02")
    assert merged(base, ours, theirs) == ours
    assert merged(base, theirs, ours) == ours


def test_another_day_is_no_last_change() -> None:
    base = "# Quay\n\n**Target**: 2026-02-01\n"
    ours, theirs = base.replace("02-01", "03-04"), base.replace("02-01", "03-02")
    disputed(base, ours, theirs)


def test_lines_of_code_are_lines() -> None:
    base = "# Quay\n\n```sh\n- [ ] lay\n| a | b |\n- dig\n```\n"
    ours = base.replace("[ ] lay", "[x] lay").replace("| a |", "| c |")
    theirs = base.replace("lay", "lay it").replace("| b |", "| d |")
    assert disputed(base, ours, theirs, 2) == (
        "# Quay\n\n```sh\n"
        + conflict("- [x] lay\n", "- [ ] lay it\n")
        + conflict("| c | b |\n", "| a | d |\n")
        + "- dig\n```\n"
    )


def test_different_lines_of_code() -> None:
    base = "# Quay\n\n~~~\none\ntwo\n~~~\n"
    assert merged(base, base.replace("one", "once"), base.replace("two", "twice")) == (
        "# Quay\n\n~~~\nonce\ntwice\n~~~\n"
    )


def test_front_matter_is_no_list() -> None:
    base = "---\ntags:\n- a\n---\n\n# Quay\n"
    ours, theirs = base.replace("- a\n", "- a\n- b\n"), base.replace("- a\n", "- a\n- c\n")
    assert disputed(base, ours, theirs) == (
        "---\ntags:\n- a\n" + conflict("- b\n", "- c\n") + "---\n\n# Quay\n"
    )

"""What both sides put at one place: entries stand both, prose does not."""

from __future__ import annotations

import pytest

from tests.edit.merged import conflict, disputed, merged

HEAD = "# Plan: Quay\n\n## Tasks\n\n"
FOOT = "\n## Notes\n\nNone of it is easy.\n"


def plan(body: str) -> str:
    return f"{HEAD}{body}{FOOT}"


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "both"),
    [
        ("- a\n", "- a\n- b\n", "- a\n- c\n", "- a\n- b\n- c\n"),
        ("- a\n", "- b\n- a\n", "- c\n- a\n", "- b\n- c\n- a\n"),
        ("- a\n- z\n", "- a\n- b\n- z\n", "- a\n- c\n- z\n", "- a\n- b\n- c\n- z\n"),
        ("- a\n", "- a\n- b\n- b2\n", "- a\n- c\n", "- a\n- b\n- b2\n- c\n"),
        (
            "- a\n",
            "- a\n- b\n  more of b\n  - and more\n",
            "- a\n- c\n  of c\n",
            "- a\n- b\n  more of b\n  - and more\n- c\n  of c\n",
        ),
        (
            "- a\n\n- b\n",
            "- a\n\n- b\n\n- c\n",
            "- a\n\n- b\n\n- d\n",
            "- a\n\n- b\n\n- c\n\n- d\n",
        ),
        ("- a\n", "- a\n- new\n", "- a\n  - inside a\n", "- a\n  - inside a\n- new\n"),
        ("- a\n", "- a\n  - inside a\n", "- a\n- new\n", "- a\n  - inside a\n- new\n"),
        ("- a\n", "- a\n- same\n- b\n", "- a\n- same\n- c\n", "- a\n- same\n- b\n- c\n"),
        ("", "- b\n", "- c\n", "- b\n- c\n"),
        ("- a\n", "- b\n", "- a\n- c\n", "- b\n- c\n"),
    ],
)
def test_items(base: str, ours: str, theirs: str, both: str) -> None:
    assert merged(plan(base), plan(ours), plan(theirs)) == plan(both)


@pytest.mark.parametrize("holder", ["- TBD\n", "- None yet\n", "TBD\n", "<!-- trueplan: who -->\n"])
def test_words_that_hold_a_place_give_way_to_both(holder: str) -> None:
    assert merged(plan(holder), plan("- b\n"), plan("- c\n")) == plan("- b\n- c\n")


def test_a_comment_of_two_lines_gives_way_to_both() -> None:
    comment = "<!-- trueplan: what was learned,\n     and by whom -->\n"
    assert merged(plan(comment), plan("- b\n"), plan("- c\n")) == plan("- b\n- c\n")


def test_another_entry_does_not_give_way() -> None:
    text = disputed(plan("- Ask the pilot\n"), plan("- Bury it\n"), plan("- Sell the cow\n"))
    assert text == plan(conflict("- Bury it\n", "- Sell the cow\n"))


def test_numbers_count_on() -> None:
    base = "1. a\n2. b\n"
    assert merged(plan(base), plan(f"{base}3. c\n"), plan(f"{base}3. d\n   more\n4. e\n")) == plan(
        f"{base}3. c\n4. d\n   more\n5. e\n"
    )


def test_numbers_count_on_behind_the_new_ones() -> None:
    base, ours, theirs = "1. a\n2. z\n", "1. a\n2. b\n3. z\n", "1. a\n2. c\n3. z\n"
    assert merged(plan(base), plan(ours), plan(theirs)) == plan("1. a\n2. b\n3. c\n4. z\n")


def test_numbers_that_never_counted_stay() -> None:
    base = "1. a\n1. b\n"
    assert merged(plan(base), plan(f"{base}1. c\n"), plan(f"{base}1. d\n")) == plan(
        f"{base}1. c\n1. d\n"
    )


def test_the_same_new_task_in_two_states() -> None:
    ours, theirs = plan("- [ ] a\n- [ ] b\n"), plan("- [ ] a\n- [x] b\n")
    assert disputed(plan("- [ ] a\n"), ours, theirs) == plan(
        "- [ ] a\n" + conflict("- [ ] b\n", "- [x] b\n")
    )


def test_dated_notes_of_any_form() -> None:
    base = "# Quay\n\n## Notes\n\n**2026-02-01**: sand\n"
    ours, theirs = f"{base}\n**2026-02-03**: clay\n", f"{base}\n**2026-02-02**: rock\n"
    assert merged(base, ours, theirs) == f"{ours}\n**2026-02-02**: rock\n"
    base = "# Quay\n\n## Notes\n\n### 2026-02-01\n\nSand.\n\nMuch of it.\n"
    ours, theirs = f"{base}\n### 2026-02-03\n\nClay.\n", f"{base}\n### 2026-02-02\n\nRock.\n"
    assert merged(base, ours, theirs) == f"{ours}\n### 2026-02-02\n\nRock.\n"


def test_an_entry_and_a_section_behind_it() -> None:
    base, ours = plan("- a\n"), plan("- a\n- b\n")
    theirs = plan("- a\n\n## Risks\n\nNone is known.\n")
    expected = plan("- a\n- b\n\n## Risks\n\nNone is known.\n")
    assert merged(base, ours, theirs) == expected
    assert merged(base, theirs, ours) == expected


def test_a_section_that_both_made() -> None:
    head = "- a\n\n## Flags\n\n"
    ours, theirs = plan(f"{head}- dark\n"), plan(f"{head}- light\n")
    assert merged(plan("- a\n"), ours, theirs) == plan(f"{head}- dark\n- light\n")


def test_prose_does_not_stand_twice() -> None:
    ours, theirs = plan("- a\n\nWe dig.\n"), plan("- a\n\nWe wait.\n")
    assert disputed(plan("- a\n"), ours, theirs) == plan(
        "- a\n\n" + conflict("We dig.\n", "We wait.\n")
    )


def test_two_sections_do_not_stand_together_by_themselves() -> None:
    ours = plan("- a\n\n## Risks\n\nStorm.\n")
    theirs = plan("- a\n\n## Flags\n\nNone is set.\n")
    assert disputed(plan("- a\n"), ours, theirs) == plan(
        "- a\n\n" + conflict("## Risks\n\nStorm.\n", "## Flags\n\nNone is set.\n")
    )


def test_an_entry_in_a_section_that_is_gone() -> None:
    base = plan("- a\n\n### Second\n\n- b\n")
    theirs = plan("- a\n\n### Second\n\n- b\n- c\n")
    text = disputed(base, plan("- a\n"), theirs)
    assert text == HEAD + "- a\n\n" + conflict("", "### Second\n\n- b\n- c\n\n") + FOOT[1:]


def test_an_entry_below_a_parent_that_is_gone() -> None:
    base = plan("- a\n- b\n- z\n")
    text = disputed(base, plan("- a\n- z\n"), plan("- a\n- b\n  - inside b\n- z\n"))
    assert text == plan("- a\n" + conflict("", "- b\n  - inside b\n") + "- z\n")


def test_lines_of_code_that_came_on_both_sides() -> None:
    base = plan("```\n- a\n```\n")
    ours, theirs = plan("```\n- a\n- b\n```\n"), plan("```\n- a\n- c\n```\n")
    assert disputed(base, ours, theirs) == plan("```\n- a\n" + conflict("- b\n", "- c\n") + "```\n")

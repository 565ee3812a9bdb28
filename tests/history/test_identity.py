"""Which item is which, in cases that are plain to the eye."""

from __future__ import annotations

from tests.history.builders import plan_of, seen
from trueplan.history.identity import NEW, Thing, match, match_items, match_phases, match_risks


def pairs(old: str, new: str) -> dict[str, str | None]:
    """What each new item was, by its words."""
    one, other = seen(old), seen(new)
    found = match_items(one.items, other.items, match_phases(one.phases, other.phases))
    return {
        item.text: one.items[before].text if before != NEW else None
        for item, before in zip(other.items, found, strict=True)
    }


def things(*words: str) -> list[Thing]:
    return [Thing(one, 0) for one in words]


def test_equal_words_wherever_they_stand() -> None:
    old = plan_of("A: [ ] one thing, [ ] two things", "B: [ ] three things")
    new = plan_of("B: [ ] three things", "A: [ ] two things, [ ] one thing")
    assert pairs(old, new) == {one: one for one in ("three things", "two things", "one thing")}


def test_equal_words_twice() -> None:
    """The k-th is the k-th; in another group only what is left."""
    old = [Thing("test", 0), Thing("test", 1), Thing("test", 1)]
    assert match(old, [Thing("test", 1), Thing("test", 1), Thing("test", 0)]) == [1, 2, 0]
    assert match(old, [Thing("test", 1)]) == [1]
    assert match(old, [Thing("test", 2), Thing("test", 0)]) == [1, 0]


def test_reworded_in_place() -> None:
    old = plan_of("A: [ ] Drive the piles, [ ] Sort the timber")
    new = plan_of("A: [ ] Drive all the piles deep, [ ] Sort the timber by length")
    assert pairs(old, new) == {
        "Drive all the piles deep": "Drive the piles",
        "Sort the timber by length": "Sort the timber",
    }


def test_something_else_in_the_same_place_is_new() -> None:
    old = plan_of("A: [ ] Drive the piles, [ ] Sort the timber")
    new = plan_of("A: [ ] Drive the piles, [ ] Buy a horn")
    assert pairs(old, new) == {"Drive the piles": "Drive the piles", "Buy a horn": None}


def test_what_is_done_does_not_become_something_open() -> None:
    """Unless it says nearly the same."""
    old = plan_of("A: [x] Write the tests of the reader")
    assert pairs(old, plan_of("A: [ ] Write the docs of the writer")) == {
        "Write the docs of the writer": None
    }
    again = "Write the tests of the readers"
    assert pairs(old, plan_of(f"A: [ ] {again}"))[again] == "Write the tests of the reader"


def test_inserted_before() -> None:
    old = plan_of("A: [ ] Drive the piles, [ ] Sort the timber, [ ] Lay the planks")
    new = plan_of("A: [ ] Order coffee, [ ] Drive the piles, [ ] Sort the timber, [ ] Lay planks")
    assert pairs(old, new) == {
        "Order coffee": None,
        "Drive the piles": "Drive the piles",
        "Sort the timber": "Sort the timber",
        "Lay planks": "Lay the planks",
    }


def test_tasks_and_criteria_with_equal_words() -> None:
    """Each stays what it was."""
    text = (
        "# Quay\n\n**Status**: Planned\n\n## Phase 1: A\n\n**Tasks**:\n- [ ] It floats\n\n"
        "**Acceptance Criteria**:\n- [ ] It floats\n"
    )
    one, other = seen(text), seen(text.replace("**Tasks**:\n- [ ]", "**Tasks**:\n- [x]"))
    assert match_items(one.items, other.items, [0]) == [0, 1]


def test_phases_by_their_titles_and_then_by_their_numbers() -> None:
    def phases(old: str, new: str) -> list[int]:
        return match_phases(seen(old).phases, seen(new).phases)

    old = plan_of("Piles: [ ] a", "Planks: [ ] b")
    assert phases(old, plan_of("Planks: [ ] b", "Piles: [ ] a")) == [1, 0]
    assert phases(old, plan_of("Piles: [ ] a", "Everything else: [ ] b")) == [0, 1]
    assert phases(old, plan_of("Horn: [ ] c", "Piles: [ ] a", "Planks: [ ] b")) == [NEW, 0, 1]
    assert phases(old, plan_of("Planks: [ ] b")) == [1]


def test_new_phases_are_no_group_with_what_has_none() -> None:
    """What stood outside of phases has moved when it stands in a new one."""
    old, new = [Thing("lay the planks now", -1)], [Thing("lay these boards now", -3)]
    assert match(old, new) == [NEW]
    assert match(old, [new[0]._replace(group=-1)]) == [0]


def test_risks() -> None:
    head = "\n## Risks\n\n| Risk | Likelihood |\n|-|-|\n"
    old = seen(plan_of("A: [ ] a", more=f"{head}| Rain | Low |\n| Ice in the harbour | Low |\n"))
    new = seen(plan_of("A: [ ] a", more=f"{head}| Ice in the harbours | High |\n| Rain | Low |\n"))
    assert match_risks(old.risks, new.risks) == [1, 0]


def test_none_is_taken_twice() -> None:
    found = match(things("lay planks", "lay planks here"), things(*["lay planks here now"] * 4))
    assert sorted(found) == [NEW, NEW, 0, 1]


def test_too_many_to_compare() -> None:
    """Beyond five hundred by five hundred only equal words are matched, and whole rows."""
    old = things(*(f"old wording {number}" for number in range(600)), "the same")
    new = things(*(f"new wording {number}" for number in range(601)), "the same")
    found = match(old, new)
    assert found[-1] == 600
    assert set(found[:-1]) == {NEW}


def test_nothing() -> None:
    assert match([], []) == []
    assert match([], things("a")) == [NEW]
    assert match(things("a"), []) == []

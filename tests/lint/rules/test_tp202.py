"""TP202: criteria against tasks."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find
from tests.lint.rules.plans import PHASES, criteria, marked, messages_in, phase, plan


@pytest.mark.parametrize(
    ("tasks", "ticked", "message"),
    [
        ("....", "xxx", "3 of 3 success criteria are ticked, but none of 4 tasks is"),
        ("xx..", "xxx", "3 of 3 success criteria are ticked, but 2 of 4 tasks are open"),
        ("....", "xx.", "2 of 3 success criteria are ticked, but none of 4 tasks is"),
    ],
)
def test_criteria_ahead_of_the_work(
    tasks: str, ticked: str, message: str, make_repository: Make
) -> None:
    """All criteria with half of the work open, or most of them with none done."""
    assert messages_in(
        make_repository, "TP202", plan(PHASES, phase("1", tasks), criteria(ticked))
    ) == [message]


@pytest.mark.parametrize(
    ("tasks", "ticked"),
    [("xxx.", "xxx"), ("x...", "xx."), ("....", "x"), ("....", "x.."), ("", "xxx"), ("....", "")],
)
def test_near_misses(tasks: str, ticked: str, make_repository: Make) -> None:
    """Most of the work done, single ticks, or only one kind of boxes: nothing to say."""
    assert (
        messages_in(make_repository, "TP202", plan(PHASES, phase("1", tasks), criteria(ticked)))
        == []
    )


def test_completed_plans_are_left_to_tp201(make_repository: Make) -> None:
    """One fault, one finding."""
    text = plan(PHASES, phase("1", "...."), criteria("xx"), status="Completed")
    assert messages_in(make_repository, "TP202", text) == []


def test_labels_list_phases_with_their_counts(make_repository: Make) -> None:
    """The first ticked box is marked, and up to three open phases stand beside it."""
    phases = [phase(str(number), "..") for number in range(1, 6)]
    text = plan(PHASES, *phases, criteria("xx"))
    (found,) = find(make_repository, "TP202", text)
    assert marked(found, text) == "[x]"
    assert [(label.text, label.note) for label in found.labels] == [
        ("### Phase 1: Masts", "0 of 2"),
        ("### Phase 2: Masts", "0 of 2"),
        ("### Phase 3: Masts", "0 of 2"),
    ]


def test_an_approval_is_pointed_at(make_repository: Make) -> None:
    """Somebody's word stands before the phases among the other places."""
    ticked = criteria("xx").rstrip() + "\n- [x] CEO approval\n"
    (found,) = find(make_repository, "TP202", plan(PHASES, phase("1", "..."), ticked))
    assert [(label.text, label.note) for label in found.labels] == [
        ("- [x] CEO approval", "an approval among them"),
        ("### Phase 1: Masts", "0 of 3"),
    ]

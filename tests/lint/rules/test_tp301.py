"""TP301: circles of every size."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find
from tests.lint.rules.plans import marked, messages_in, waiting


@pytest.mark.parametrize(
    ("waits", "message"),
    [
        ({"1": "Phase 1"}, "phase 1 waits for itself"),
        (
            {"1": "Phase 2 completion", "2": "Phase 1"},
            "phase 1 waits for itself, round a circle: 1 → 2 → 1",
        ),
        (
            {"1": "None", "2": "Phases 1 and 4", "3": "Phase 2", "4": "Phase 3 (the lamps)"},
            "phase 2 waits for itself, round a circle: 2 → 4 → 3 → 2",
        ),
        (
            {"1": "None", "2": "Phases 1-3", "3": "Phase 1"},
            "phase 2 waits for itself",
        ),
    ],
    ids=["itself", "two", "three", "a range around itself"],
)
def test_circles(waits: dict[str, str], message: str, make_repository: Make) -> None:
    """The message names the circle from its first phase in the plan."""
    assert messages_in(make_repository, "TP301", waiting(waits)) == [message]


def test_two_circles_are_two_findings(make_repository: Make) -> None:
    """Each circle is told once."""
    text = waiting({"1": "Phase 2", "2": "Phase 1", "3": "Phase 4", "4": "Phase 3"})
    assert messages_in(make_repository, "TP301", text) == [
        "phase 1 waits for itself, round a circle: 1 → 2 → 1",
        "phase 3 waits for itself, round a circle: 3 → 4 → 3",
    ]


def test_every_step_is_shown(make_repository: Make) -> None:
    """The words of the first step are marked, those of the others stand beside it."""
    text = waiting({"1": "Phase 2 completion", "2": "Phase 1"})
    (found,) = find(make_repository, "TP301", text)
    assert marked(found, text) == "Phase 2 completion"
    assert [(label.text, label.note) for label in found.labels] == [
        ("**Dependencies**: Phase 1", "waits for phase 1")
    ]


@pytest.mark.parametrize(
    "waits",
    [
        {"1": "None", "2": "Phase 1", "3": "Phases 1-2"},
        {"1": "Phase 2 of the [pier plan](pier.md)", "2": "Phase 1"},
        {"1": "None, Phase 2 goes on beside it", "2": "Phase 1"},
        {"1": "None", "2": "Phase 1 (Phase 3 waits for this)", "3": "Phase 2"},
        {"1": "The permit; can run together with Phase 2", "2": "Phase 1"},
    ],
    ids=["a diamond", "another plan", "a negation", "a remark", "prose"],
)
def test_near_misses(waits: dict[str, str], make_repository: Make) -> None:
    """Only dependencies that are nothing else are followed."""
    assert messages_in(make_repository, "TP301", waiting(waits)) == []


def test_a_long_chain_is_no_circle(make_repository: Make) -> None:
    """Deep plans are walked without recursion."""
    waits = {str(number): f"Phase {number - 1}" for number in range(2, 1500)}
    assert messages_in(make_repository, "TP301", waiting({"1": "None", **waits})) == []

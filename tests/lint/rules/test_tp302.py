"""TP302: only where a number must mean this plan."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find
from tests.lint.rules.plans import marked, messages_in, waiting


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Phase 4 completion", "phase 2 depends on phase 4, but the plan has phases 1 to 3"),
        ("Phase 7", "phase 2 depends on phase 7, but the plan has phases 1 to 3"),
        ("Phases 3-5", "phase 2 depends on phases 4 and 5, but the plan has phases 1 to 3"),
        ("Phase 0 must be complete", "phase 2 depends on phase 0, but the plan has phases 1 to 3"),
    ],
)
def test_missing_numbers(words: str, message: str, make_repository: Make) -> None:
    """The words are marked, the message says what there is."""
    text = waiting({"1": "None", "2": words, "3": "None"})
    (found,) = find(make_repository, "TP302", text)
    assert found.message == message
    assert marked(found, text) == words


@pytest.mark.parametrize(
    "words",
    [
        "Phase 1",
        "Phase 4 of the roadmap in [pier](pier.md)",
        "The pier plan, phase 4",
        "Needs the lamps of Phase 4 and a permit",
        "None",
        "Task 9",
    ],
)
def test_words_that_may_mean_something_else(words: str, make_repository: Make) -> None:
    """Other plans, prose and other words for phases are left alone."""
    assert messages_in(make_repository, "TP302", waiting({"1": "None", "2": words})) == []


@pytest.mark.parametrize("numbers", ["13", "23", "1a"])
def test_a_series_with_gaps_says_nothing(numbers: str, make_repository: Make) -> None:
    """Where numbers are missing already, one more tells nothing."""
    first, second = numbers[0], numbers[1]
    assert messages_in(make_repository, "TP302", waiting({first: "None", second: "Phase 9"})) == []


def test_a_plan_that_is_a_phase_itself(make_repository: Make) -> None:
    """Its numbers may mean the larger plan's."""
    text = waiting({"1": "None", "2": "Phase 4"}).replace("Harbour lights", "Phase 5, lights")
    assert messages_in(make_repository, "TP302", text) == []

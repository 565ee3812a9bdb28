"""TP201: what counts as open work of a completed plan."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find
from tests.lint.rules.plans import PHASES, criteria, marked, messages_in, phase, plan


def test_counts_each_kind_by_its_name(make_repository: Make) -> None:
    """Tasks, acceptance criteria and success criteria are told apart."""
    acceptance = "**Acceptance Criteria**:\n- [ ] Seen from the sea\n"
    text = plan(PHASES, phase("1", "x..", more=acceptance), criteria("x."), status="✅ Complete")
    (found,) = find(make_repository, "TP201", text)
    assert found.message == (
        "the status says “✅ Complete”, but 2 tasks, 1 acceptance criterion "
        "and 1 success criterion are open"
    )


def test_marks_the_status(make_repository: Make) -> None:
    """The place is the value that is not true, one box is singular."""
    text = plan(PHASES, phase("1", "x."), status="Completed")
    (found,) = find(make_repository, "TP201", text)
    assert marked(found, text) == "Completed"
    assert found.message == "the status says “Completed”, but 1 task is open"


@pytest.mark.parametrize(
    "rest",
    [
        "## Future work\n\n- [ ] Light the second pier\n",
        "### Phase 2: Follow-ups\n\n- [ ] Light the second pier\n",
        "### Phase 2: Second pier (optional)\n\n- [ ] Light it\n",
        "### Phase 2: Second pier ❌ Cancelled\n\n- [ ] Light it\n",
        "- [ ] Light the second pier (deferred to spring)\n",
        "- [ ] ~~Light the second pier~~\n",
        "- [-] Light the second pier\n",
        "- [ ] Optional: light the second pier\n",
    ],
)
def test_what_nobody_owes_is_not_open(rest: str, make_repository: Make) -> None:
    """Put off, dropped and optional work leaves a plan completed."""
    assert (
        messages_in(make_repository, "TP201", plan(PHASES, phase("1", "xx"), rest, status="Done"))
        == []
    )


@pytest.mark.parametrize(
    "task", ["Add the optional lamp", "Show skipped berths", "Future bookings"]
)
def test_a_word_in_a_task_excuses_nothing(task: str, make_repository: Make) -> None:
    """Only remarks count: a task may be about what is optional."""
    text = plan(PHASES, phase("1", "xx"), f"- [ ] {task}\n", status="Completed")
    assert len(messages_in(make_repository, "TP201", text)) == 1


def test_a_long_status_is_cut(make_repository: Make) -> None:
    """The message stays readable."""
    text = plan(PHASES, phase("1", "x."), status="Completed on time, and well within the budget")
    assert messages_in(make_repository, "TP201", text) == [
        "the status says “Completed on time, and well wit…”, but 1 task is open"
    ]

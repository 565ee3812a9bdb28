"""TP705: completed, and changed since."""

from __future__ import annotations

import pytest

from documentation.commits import PLAN
from tests.conftest import Make
from tests.lint.finding import find
from tests.lint.rules.pasts import FIRST, made, steps
from trueplan.lint.rule import Committed

TASKS = ("[x] Order the masts", "[x] Put the masts up", "[x] Paint the masts red")
DONE = steps(*TASKS, status="Completed")


def _changed(make: Make, text: str, *commits: Committed) -> list[str]:
    found = find(make, "TP705", text, past=(FIRST, *commits))
    return [one.message.partition("was changed after that: ")[2] for one in found]


def test_the_whole_message(make_repository: Make) -> None:
    text = DONE + "- [ ] Light the lamps\n"
    (found,) = find(make_repository, "TP705", text, past=(made("2026-03-01", DONE), made()))
    commit = found.message.partition("(")[2][:7]
    assert found.message == (
        f"the plan has been “Completed” since 2026-03-01 ({commit}), and was changed after that:"
        " 1 item added"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (DONE.replace("- [x] Put the masts up\n", ""), "1 item removed"),
        (DONE.replace("- [x] Put", "- [ ] Put"), "1 item unticked"),
        (DONE.replace("the masts red", "the masts blue and the lamps white"), "1 item reworded"),
        (
            DONE + "\n### Phase 2: Lamps\n\n- [x] Light\n- [x] Dim\n",
            "2 items added and 1 phase added",
        ),
    ],
)
def test_changes(text: str, said: str, make_repository: Make) -> None:
    assert _changed(make_repository, text, made("2026-03-01", DONE), made()) == [said]


@pytest.mark.parametrize(
    "text",
    [
        DONE + "\n## Retrospective\n\nIt went well.\n",
        DONE.replace("Put the masts up", "Put the masts up (a1b2c3d)"),
        DONE.replace("Put the masts up", "Put the mast up"),
        steps(TASKS[1], TASKS[0], TASKS[2], status="Completed"),
        DONE.replace("Completed", "✅ Complete"),
    ],
    ids=["retrospective", "a commit behind a task", "a correction", "the order", "the words"],
)
def test_what_does_not_change_the_work(text: str, make_repository: Make) -> None:
    assert _changed(make_repository, text, made("2026-03-01", DONE), made()) == []


def test_a_number_is_no_correction(make_repository: Make) -> None:
    before = steps("[x] Put up the 12 masts of the north pier", status="Completed")
    after = before.replace("12", "13")
    assert _changed(make_repository, after, made("2026-03-01", before), made()) == [
        "1 item reworded"
    ]


def test_completed_by_the_last_commit(make_repository: Make) -> None:
    """Whatever was changed before."""
    before = steps("[ ] Something else")
    assert _changed(make_repository, DONE, made("2026-03-01", before), made()) == []


def test_reopened_and_completed_again(make_repository: Make) -> None:
    """It counts from the second time on."""
    open_again = steps(*TASKS, "[ ] Light the lamps")
    text = steps(*TASKS, "[x] Light the lamps", status="Completed")
    past = (made("2026-03-01", DONE), made("2026-03-03", open_again), made("2026-03-05"))
    assert _changed(make_repository, text, *past) == []


def test_changed_and_changed_back(make_repository: Make) -> None:
    more = DONE + "- [ ] Light the lamps\n"
    past = (made("2026-03-01", DONE), made("2026-03-03", more), made("2026-03-05"))
    assert _changed(make_repository, DONE, *past) == []


def test_a_tick_after_the_end(make_repository: Make) -> None:
    """It completes the record; TP201 spoke before."""
    before = DONE.replace("- [x] Put", "- [ ] Put")
    assert _changed(make_repository, DONE, made("2026-03-01", before), made()) == []


def test_followed_through_a_move(make_repository: Make) -> None:
    """Moved into another folder after the change: it is the same plan."""
    text = DONE + "- [x] Light the lamps\n"
    old = "docs/plans/lights.md"
    past = (
        Committed("2026-03-01", "Done", ((old, DONE),)),
        Committed("2026-03-03", "More", ((old, text),)),
        Committed("2026-03-05", "Archive", ((old, ""), (PLAN, text))),
    )
    (found,) = find(make_repository, "TP705", text, past=past)
    assert "since 2026-03-01 (" in found.message
    assert found.message.endswith("1 item added")


@pytest.mark.parametrize("status", ["In Progress", "Paused", "Cancelled", "Planned"])
def test_other_states(status: str, make_repository: Make) -> None:
    text = steps(*TASKS, "[ ] Light the lamps", status=status)
    assert _changed(make_repository, text, made("2026-03-01", DONE), made()) == []


def test_without_a_status(make_repository: Make) -> None:
    """Boxes alone complete nothing for good."""
    before = DONE.replace("**Status**: Completed\n", "")
    assert (
        _changed(make_repository, before + "- [x] More\n", made("2026-03-01", before), made()) == []
    )

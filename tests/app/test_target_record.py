"""What became of the targets of plans."""

from __future__ import annotations

from tests.history.builders import PATH, Commits
from trueplan.app.target_record import TargetRecord, record_targets
from trueplan.history.life import Life

TODAY = "2026-03-01"


def plan(target: str, *states: tuple[str, str], later: str = "") -> Life:
    """A plan with a target, in one state after the other, each since a day; `later` moves it."""
    commits = Commits()
    for number, (day, status) in enumerate(states):
        due = later if later and number else target
        text = f"# Quay\n\n**Status**: {status}\n**Target Completion**: {due}\n\n"
        commits.commit(f"c{number}", {PATH: text + "## Phase 1: Piles\n\n- [ ] Drive\n"}, day=day)
    return commits.life()


BEGUN = ("2026-01-05", "In Progress")
MET = plan("2026-02-01", BEGUN, ("2026-01-30", "Completed"))
LATE = plan("2026-02-01", BEGUN, ("2026-02-03", "Completed"))
BEHIND = plan("2026-02-01", BEGUN)
GIVEN_UP = plan("2026-02-01", BEGUN, ("2026-02-20", "Cancelled"))


def test_each_kind_is_counted() -> None:
    found = record_targets([MET, LATE, BEHIND, GIVEN_UP], TODAY)
    assert found == TargetRecord(4, 1, 1, 1, 1)


def test_the_first_target_counts() -> None:
    """One that was moved until it was met was not met."""
    moved = plan("2026-02-01", BEGUN, ("2026-03-01", "Completed"), later="2026-03-01")
    assert record_targets([moved], TODAY) == TargetRecord(1, 0, 1, 0, 0)


def test_what_is_not_due_or_not_known_is_left_out() -> None:
    ahead = plan("2026-03-01", BEGUN)
    born_done = plan("2026-02-01", ("2026-01-05", "Completed"))
    no_day = plan("soon", BEGUN)
    assert record_targets([ahead, born_done, no_day], TODAY) == TargetRecord(0, 0, 0, 0, 0)


def test_of_enough_the_next_one_is_told() -> None:
    """Six of eight on time, one a week late, one never: more than half, and never all."""
    found = record_targets([MET] * 6 + [LATE, GIVEN_UP], TODAY)
    assert found.on_time is not None
    assert found.soon is not None
    assert found.open is not None
    assert 0.5 < found.on_time < found.soon < 1
    assert 0 < found.open < 1 - found.soon
    # (6 + 4 × 0.5) of (8 + 4): the prior of the model counts as four cases, half of them on time.
    assert round(found.on_time, 4) == round(8 / 12, 4)

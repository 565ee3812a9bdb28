"""What phases of the past teach, and what is known of phases for whoever plans ahead."""

from __future__ import annotations

from pathlib import Path

from tests.git.committing import Committing
from trueplan.app.effort import measure_effort
from trueplan.app.experience import Seen, learn_from, observe, see_phases
from trueplan.app.plan_files import open_plan
from trueplan.app.plan_past import read_plans_past
from trueplan.forecast.experience import learn
from trueplan.forecast.observation import Observation
from trueplan.forecast.work import Finished, Running

PATH = "docs/plans/quay.md"
PLAN = """\
# Implementation Plan: Quay

**Status**: In Progress
**Owner**: Ann

## Phase 1: Piles

- [ ] Drive the piles
- [ ] Sort the timber

**Estimated Duration**: 1 session

## Phase 2: Planks

- [ ] Lay the planks
- [ ] Nail them

**Estimated Duration**: 2 sessions

## Phase 3: Rails

- [ ] Screw them on
"""


def tick(text: str, *items: str) -> str:
    for item in items:
        text = text.replace(f"[ ] {item}", f"[x] {item}")
    return text


def see(tmp_path: Path) -> list[Seen]:
    """Phase 1 from 2 to 4 January on three days, phase 2 begun on 5 January."""
    work = Committing(tmp_path / "r")
    first = tick(PLAN, "Drive")
    second = first + "\n## Notes\n\nThe timber is wet.\n"
    third = tick(second, "Sort")
    for day, text in enumerate((PLAN, first, second, third, tick(third, "Lay")), 1):
        work.commit({PATH: text}, day=f"2026-01-{day:02}")
    repository, file = open_plan("quay", work.root)
    pasts = read_plans_past(repository, [file], "2026-01-10").plans
    return see_phases(pasts, [measure_effort(repository, pasts[0])])


def test_phases_that_were_seen_to_begin(tmp_path: Path) -> None:
    found = see(tmp_path)
    assert [(one.ref, one.plan, one.role, one.sessions, one.days) for one in found] == [
        ("quay#1", "quay", "Ann", 3, ("2026-01-02", "2026-01-03", "2026-01-04")),
        ("quay#2", "quay", "Ann", 1, ("2026-01-05",)),
    ]


def test_what_they_teach(tmp_path: Path) -> None:
    assert learn_from(see(tmp_path)) == learn(
        [Finished("quay#1", "quay", "Ann", 1, 3, "2026-01-04")],
        [Running("quay#2", "quay", "Ann", 2, 1)],
    )


def test_what_a_replay_takes(tmp_path: Path) -> None:
    days = ("2026-01-02", "2026-01-03", "2026-01-04")
    assert observe(see(tmp_path)) == [
        Observation("quay#1", "quay", "Ann", "2026-01-02", "2026-01-04", 1, 3, days, "owner ann"),
        Observation(
            "quay#2", "quay", "Ann", "2026-01-05", None, 2, 1, ("2026-01-05",), "owner ann"
        ),
    ]

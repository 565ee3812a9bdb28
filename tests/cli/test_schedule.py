"""`trueplan schedule`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RunCli
from tests.cli.scheduled import CIRCLE, FILES, PIER
from tests.conftest import Make

TODAY = ("--today", "2026-03-10")
ALL = """\
5 phases of 2 plans, 12 sessions left, done by Mar 24

                left  from  to   start  finish  latest     slack
pier  Orla, 4 days after its target, Mar 20
  #1  Piles     done                 -   Mar 5
  #2  Planks       1     0   1  Mar 10  Mar 10  Mar 10  critical
  #3  Rails        1     1   2  Mar 11  Mar 11  Mar 13         2
  #4  Paint        4     7  11  Mar 19  Mar 24  Mar 24  critical
boat  Orla, target Mar 6 passed 4 days ago, 12 days late
  #1  Hull        ~3     1   4  Mar 11  Mar 13  Mar 13  critical
  #2  Landing      3     4   7  Mar 16  Mar 18  Mar 18  critical

critical path, 11 sessions
  pier#2 → boat#1 (Orla) → #2 → pier#4 (Orla)

Schedule  Mar 5 to 24
                         Mar 9               16                   23
pier
✓ #1 Piles    ███           │                            ┆                 Mar 5
◐ #2 Planks                 ██▓▓                         ┆                Mar 10
■ #3 Rails                  │  ░░░░                      ┆                Mar 11
■ #4 Paint                  │                         ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓  Mar 24
boat
○ #1 Hull                   │  ▓▓▓▓▓▓▓▓▓▓                ┆                Mar 13
■ #2 Landing                │                ▓▓▓▓▓▓▓▓▓▓  ┆                Mar 18
██ done   ▓▓ critical   ░░ to do   │ today Mar 10   ┆ target Mar 20 pier

rest is left out: it is paused
boat: 1 phase has no estimate in time; 3 sessions, the mean of the plan's
others, is assumed
"""
NARROW = """\
5 phases of 2 plans, 12 sessions left, done by Mar 24

                left   start  finish     slack
pier  Orla, 4 days after its target, Mar 20
  #1  Piles     done       -   Mar 5
  #2  Planks       1  Mar 10  Mar 10  critical
  #3  Rails        1  Mar 11  Mar 11         2
  #4  Paint        4  Mar 19  Mar 24  critical
boat  Orla, target Mar 6 passed 4 days ago, 12 days late
  #1  Hull        ~3  Mar 11  Mar 13  critical
  #2  Landing      3  Mar 16  Mar 18  critical

critical path, 11 sessions
  pier#2 → boat#1 (Orla) → #2 → pier#4 (Orla)
"""
ROUND = """\
3 phases of 1 plan, 3 sessions left, done by Mar 12

                left  from  to   start  finish  latest     slack
circle  no target
  #1  Hen         ~1     0   1  Mar 10  Mar 10  Mar 10  critical
  #2  Egg         ~1     1   2  Mar 11  Mar 11  Mar 11  critical
  #3  Omelette    ~1     2   3  Mar 12  Mar 12  Mar 12  critical

critical path, 3 sessions
  circle#1 → #2 → #3

a circle: circle#1 → circle#2 → circle#1; that circle#1 waits for circle#2 is
left out
"""


@pytest.fixture
def root(make_repository: Make) -> Path:
    return make_repository(FILES)


def test_over_all_plans(root: Path, run_cli: RunCli) -> None:
    assert run_cli("schedule", *TODAY, cwd=root) == (0, ALL, "")


def test_on_a_narrow_terminal(root: Path, run_cli: RunCli) -> None:
    """Columns give way before titles do."""
    ran = run_cli("schedule", *TODAY, cwd=root, env={"COLUMNS": "60"})
    assert ran.out.startswith(NARROW)
    assert max(map(len, ran.out.split("\n"))) <= 60


def test_without_unicode(root: Path, run_cli: RunCli) -> None:
    ran = run_cli("schedule", *TODAY, cwd=root, encoding="ascii")
    assert "pier#2 -> boat#1 (Orla) -> #2 -> pier#4 (Orla)" in ran.out
    assert "?" not in ran.out


def days(out: str) -> dict[str, tuple[str, str, float]]:
    return {
        one["ref"]: (one["start"], one["finish"], one["slack"])
        for one in json.loads(out)["phases"]
        if one["state"] != "done"
    }


def test_one_plan_and_what_it_waits_for(root: Path, run_cli: RunCli) -> None:
    """With the plan of pier#3, because that is waited for; without the one that is paused."""
    ran = run_cli("schedule", "boat", *TODAY, "--format", "json", cwd=root)
    assert list(days(ran.out)) == ["boat#1", "boat#2", "pier#2", "pier#3", "pier#4"]
    alone = run_cli("schedule", "pier", *TODAY, "--format", "json", cwd=root)
    assert days(alone.out) == {
        "pier#2": ("2026-03-10", "2026-03-10", 0.0),
        "pier#3": ("2026-03-11", "2026-03-11", 3.0),
        "pier#4": ("2026-03-11", "2026-03-16", 0.0),
    }


def test_a_paused_plan_that_is_named(root: Path, run_cli: RunCli) -> None:
    ran = run_cli("schedule", "rest", *TODAY, "--format", "json", cwd=root)
    assert days(ran.out) == {"rest#1": ("2026-03-10", "2026-03-10", 0.0)}


def test_a_later_start(root: Path, run_cli: RunCli) -> None:
    ran = run_cli("schedule", "pier", *TODAY, "--start", "2026-03-14", "--format", "json", cwd=root)
    assert days(ran.out)["pier#2"] == ("2026-03-16", "2026-03-16", 0.0)


def test_without_a_phase(root: Path, run_cli: RunCli) -> None:
    """What waited for planks waits for piles, which are done."""
    ran = run_cli("schedule", "pier", *TODAY, "--without", "pier#2", "--format", "json", cwd=root)
    assert days(ran.out) == {
        "pier#3": ("2026-03-10", "2026-03-10", 3.0),
        "pier#4": ("2026-03-10", "2026-03-13", 0.0),
    }


def test_an_owner_with_less_time(root: Path, run_cli: RunCli) -> None:
    """Davy's one session takes him a week."""
    words = ("schedule", "pier", *TODAY, "--owner", "Davy=1/week", "--format", "json")
    assert days(run_cli(*words, cwd=root).out)["pier#3"] == ("2026-03-11", "2026-03-17", 0.0)


def test_owners_who_do_all_at_once(root: Path, run_cli: RunCli) -> None:
    ran = run_cli("schedule", *TODAY, "--level", "none", "--format", "json", cwd=root)
    assert days(ran.out)["boat#1"] == ("2026-03-10", "2026-03-12", 0.0)
    assert json.loads(ran.out)["optimum"] is None


def test_the_earliest_end(root: Path, run_cli: RunCli) -> None:
    ran = run_cli("schedule", *TODAY, "--level", "optimal", "--format", "json", cwd=root)
    answer = json.loads(ran.out)
    assert answer["optimum"] == {
        "objective": 11.0,
        "bound": 11.0,
        "gap": 0.0,
        "proved": True,
        "by_rule": 11.0,
    }
    text = run_cli("schedule", *TODAY, "--level", "optimal", cwd=root).out
    assert "\n11 working days, 11 by the rule; no earlier end is possible\n" in text


def test_a_configured_calendar(make_repository: Make, run_cli: RunCli) -> None:
    """Planks on Tuesday; Wednesday is off, and the paint takes two days for each session."""
    config = (
        "[schedule]\ndays-off = ['2026-03-11']\n[schedule.roles.Orla]\nsessions-per-week = 2.5\n"
    )
    root = make_repository({"docs/plans/pier.md": PIER, "trueplan.toml": config})
    ran = run_cli("schedule", *TODAY, "--format", "json", cwd=root)
    assert days(ran.out) == {
        "pier#2": ("2026-03-10", "2026-03-12", 0.0),
        "pier#3": ("2026-03-13", "2026-03-13", 7.0),
        "pier#4": ("2026-03-13", "2026-03-24", 0.0),
    }


def test_a_circle_is_named_and_the_rest_scheduled(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"plans/circle.md": CIRCLE})
    assert run_cli("schedule", *TODAY, cwd=root).out.startswith(ROUND)


def test_estimates_of_zero_missing_and_in_three_units(
    make_repository: Make, run_cli: RunCli
) -> None:
    """A session is worth 3 hours and a day 8; what has none gets the mean of the others, 5/3."""
    phases = [
        f"## Phase {number}: P\n\n- [ ] a\n\n**Estimated Duration**: {said}\n"
        for number, said in enumerate(
            ("0 sessions", "90 minutes", "1 session", "1.5 days", "3 hours", "5 points", "soon"), 1
        )
    ]
    root = make_repository({"plans/a.md": "# Plan: A\n\n" + "\n".join(phases)})
    answer = json.loads(run_cli("schedule", *TODAY, "--format", "json", cwd=root).out)
    assert [(one["sessions"], one["assumed"]) for one in answer["phases"]] == [
        (0.0, False),
        (0.5, False),
        (1.0, False),
        (4.0, False),
        (1.0, False),
        (1.3, True),
        (1.3, True),
    ]
    assert answer["assumptions"][0] == (
        "a: 2 phases have no estimate in time; 1.3 sessions, the mean of the plan's others, "
        "is assumed for each"
    )


def test_a_dependency_that_is_not_there(make_repository: Make, run_cli: RunCli) -> None:
    text = "# Plan: A\n\n## Phase 1: P\n\n**Dependencies**: no-plan#2\n\n- [ ] a\n"
    root = make_repository({"plans/a.md": text})
    answer = json.loads(run_cli("schedule", *TODAY, "--format", "json", cwd=root).out)
    assert answer["assumptions"][0] == "a#1 waits for no-plan#2, which is not found and left out"


def test_ten_thousand_phases_in_a_chain(make_repository: Make, run_cli: RunCli) -> None:
    """Five a week for 2,000 weeks, from a Tuesday to a Monday."""
    phases = "".join(
        f"## Phase {at}: P\n\n- [ ] a\n\n**Dependencies**: Phase {at - 1}\n\n"
        for at in range(1, 10_001)
    )
    root = make_repository({"plans/a.md": f"# Plan: A\n\n{phases}"})
    answer = json.loads(run_cli("schedule", *TODAY, "--format", "json", cwd=root).out)
    assert (answer["length"], answer["finish"]) == (10_000.0, "2064-07-07")
    assert len(answer["critical_path"]) == 10_000


def test_nothing_open(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"plans/a.md": "# Plan: A\n\n**Status**: Completed\n"})
    assert run_cli("schedule", *TODAY, cwd=root).out == "nothing is open\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--start", "soon"), "--start takes a day like 2026-03-10, not soon"),
        (("--owner", "Orla"), "--owner takes a role and its sessions a week, not Orla"),
        (("--owner", "Wren=3/week"), "nothing in the schedule is owned by Wren"),
        (("--without", "pier#9"), "pier#9 is not in the schedule"),
        (("--level", "best"), "--level: takes rule, optimal or none, not best"),
        (("nothing",), "no plan is called nothing"),
    ],
)
def test_wrong_use(root: Path, run_cli: RunCli, words: tuple[str, ...], message: str) -> None:
    ran = run_cli("schedule", *TODAY, *words, cwd=root)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.split("\n")[0] == f"error: {message}"


def test_svg(root: Path, run_cli: RunCli) -> None:
    ran = run_cli("schedule", *TODAY, "--format", "svg", cwd=root)
    assert ran.out.startswith("<svg")
    assert "Landing" in ran.out

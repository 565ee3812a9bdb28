"""`trueplan stats`, on the example with its past."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import RunCli
from tests.conftest import Make
from tests.git.committing import Committing

TODAY = "2026-03-10"
PHASE = ("ref", "estimate", "actual", "source")
ALL = """\
6 plans: 1 in progress, 1 paused, 3 planned, 1 completed

throughput  boxes of work ticked a week
  ▁▁▁▁█▅▅▆▅▅▁▃
  1.3 a week over 12 weeks, 1.2 over the last 4
  1 plan completed in this time
  half of 16 ticked boxes had waited 11 days or less
  half of 4 finished phases lasted 2 days or less

estimate against actual  4 finished phases
  half took 1 of their estimate or less, the mean is 1
  phase                                    estimate  actual  ratio
  tide-tables#1    Heights for every hour         1       1      1
  tide-tables#2    The page                       2     1.5   0.75
  tide-tables#3    Launch and watch               1     1.5    1.5
  link-previews#1  Words                          1       1      1
  in sessions; known 3 from journals, 1 by days with commits

targets  2 plans that were due
  1 done later, 1 still open

plans  the last to move first
  plan            status       done  grown  days  slips  quiet
  berth-pricing   in progress  3/11     +1     3      1      6
  winter-storage  planned       0/8      -     1      -      8
  link-previews   planned      5/10      -     3      -     18
  payments-v2     planned      0/13      -     1      -     22
  offline-charts  paused        4/9      -     1      -     29
  tide-tables     completed    8/10      -     6      1     39
  grown: boxes added since the first revision; days: with work; quiet: days
  without
"""


def test_all_plans(past_harbour: Path, run_cli: RunCli) -> None:
    assert run_cli("stats", "--today", TODAY, cwd=past_harbour) == (0, ALL, "")


def test_figures_as_json(past_harbour: Path, run_cli: RunCli) -> None:
    """Tide tables: the journals say 1 session for phase 1, and 3 for phases 2 and 3 together."""
    answer = json.loads(
        run_cli("stats", "--today", TODAY, "--format", "json", cwd=past_harbour).out
    )
    assert answer["schema"] == "trueplan.stats/1"
    assert [tuple(one[key] for key in PHASE) for one in answer["phases"]] == [
        ("tide-tables#1", 1.0, 1.0, "from journals"),
        ("tide-tables#2", 2.0, 1.5, "from journals"),
        ("tide-tables#3", 1.0, 1.5, "from journals"),
        ("link-previews#1", 1.0, 1.0, "days with commits"),
    ]
    tides = next(one for one in answer["plans"] if one["ref"] == "tide-tables")
    assert tides["slips"] == [7]
    assert (tides["created"], tides["started"], tides["finished"]) == (
        "2026-01-12",
        "2026-01-14",
        "2026-01-30",
    )
    assert answer["weeks"] == [0, 0, 0, 0, 4, 2, 2, 3, 2, 2, 0, 1]


def test_a_plan_that_rests_has_stalled(past_harbour: Path, run_cli: RunCli) -> None:
    """Berth pricing was last touched on 4 March."""
    out = run_cli("stats", "--today", "2026-03-20", cwd=past_harbour).out
    assert out.endswith(
        "\nstalled  in progress, and 14 days or more without a sign of work\n"
        "  berth-pricing#1  at its first phase  16 days\n"
    )


def test_boxes_ticked_as_they_come(tmp_path: Path, run_cli: RunCli) -> None:
    """A plan that comes and is done on one day."""
    work = Committing(tmp_path / "r")
    open_ = "# Plan\n\n**Status**: In Progress\n\n## Phase 1: Masts\n\n- [ ] Order\n- [ ] Paint\n"
    path = "docs/plans/lights.md"
    work.commit({path: open_}, "plan", "2026-03-02")
    work.commit({path: open_.replace("[ ]", "[x]")}, "done", "2026-03-02")
    out = run_cli("stats", "--today", "2026-03-10", cwd=work.root).out
    assert "\n  half of 2 ticked boxes came on the same day\n" in out
    assert "\n  1 finished phase lasted a day\n" in out


def test_without_git_there_is_no_past(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"docs/plans/lights.md": "# Plan\n\n## Phase 1: Masts\n\n- [x] Order\n"})
    (root / ".git").rmdir()
    ran = run_cli("stats", "--today", TODAY, cwd=root)
    assert ran.code == 0
    assert "git has no commit, so nothing is known of the past" in ran.out


def test_weeks_have_borders(past_harbour: Path, run_cli: RunCli) -> None:
    for weeks in ("0", "521"):
        ran = run_cli("stats", "--weeks", weeks, cwd=past_harbour)
        assert (ran.code, ran.err) == (2, "error: --weeks takes 1 to 520\n")

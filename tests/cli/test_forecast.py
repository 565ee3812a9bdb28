"""`trueplan forecast`, on the example with its past and on what is wrong with others."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import Ran, RunCli
from tests.cli.scheduled import CIRCLE
from tests.conftest import Make, put_in_git
from tests.git.committing import Committing
from trueplan.wire.schemas import make_schema

TODAY = ("--today", "2026-03-10")
ALL = """\
plan              50 %    80 %    85 %    95 %  target  chance
berth-pricing   Apr 22  May 20  May 28   Jul 3  Mar 27     5 %
link-previews   Mar 27   Apr 7  Apr 10  Apr 24  Feb 27  passed
payments-v2      Apr 6  Apr 21  Apr 24  May 14       -       -
winter-storage  Jun 16  Aug 11  Aug 28   Nov 9  Apr 17     3 %

link-previews: by Student-t, shrunk to the repository and to surveys; 4 finished
phases with an estimate, 1 of its own
payments-v2: by Student-t, shrunk to the repository and to surveys; 4 finished
phases with an estimate; its own estimates are assumed
berth-pricing, winter-storage: by Student-t, shrunk to the repository and to
surveys; 4 finished phases with an estimate
not checked against the past: 4 finished phases with an estimate, 8 are needed
offline-charts is left out: it is paused
berth-pricing waits for adr:3 (Proposed); it is scheduled as if it did not
payments-v2: 4 phases have no estimate in time; 1 session is assumed for each
sessions a week while plans were in work, in the last 56 days: Orla Penrose 1.0,
Davy Marrack 0.8, CTO 1.4; `sessions-per-week` under [schedule] says it better
"""
ONE = """\
berth-pricing  85 % by May 28; target Mar 27, chance 5 %

Berth pricing
Mar 17 to 24     ██▍                                        1 %
Mar 25 to Apr 1  █████████████████████▏                     9 %  target Mar 27
Apr 2 to 9       █████████████████████████████████████▋    16 %
Apr 10 to 17     ████████████████████████████████████████  17 %
Apr 18 to 25     ████████████████████████████▎             12 %  50 % Apr 22
Apr 26 to May 3  █████████████████████▏                     9 %
May 4 to 11      ██████████████████▉                        8 %
May 12 to 19     ████████████████▌                          7 %
May 20 to 27     ███████████▊                               5 %  80 % May 20
May 28 to Jun 4  █████████▍                                 4 %  85 % May 28
Jun 5 to 12      ████▊                                      2 %
Jun 13 to 20     ████▊                                      2 %
Jun 21 to 28     ████▊                                      2 %
Jun 29 to Jul 6  ██▍                                        1 %  95 % Jul 3
Jul 7 to Sep 14  █████████▍                                 4 %

                       50 %    80 %    85 %    95 %
#1  One table        Mar 20  Mar 27  Mar 31  Apr 10
#2  One calculation  Apr 10   May 1  May 11   Jun 9
#3  Page and card    Apr 22  May 20  May 28   Jul 3
    the plan         Apr 22  May 20  May 28   Jul 3
the spread comes from #2 53 %, #3 25 %, #1 22 %
by Student-t, shrunk to the repository and to surveys; 4 finished phases with an
estimate
not checked against the past: 4 finished phases with an estimate, 8 are needed
berth-pricing waits for adr:3 (Proposed); it is scheduled as if it did not
sessions a week while plans were in work, in the last 56 days: Orla Penrose 1.0;
`sessions-per-week` under [schedule] says it better
"""
BACKTEST = """\
4 finished phases, each forecast on the day it began; of so few this says little

in sessions   50 %   80 %   85 %   95 %  loss  CRPS
  forecast    75 %  100 %  100 %  100 %  0.21  0.33
  as planned  75 %   75 %   75 %   75 %  0.12  0.25
  mean ratio  75 %   75 %   75 %   75 %  0.15  0.30

  50 %: came true in 75 %, 19 % to 99 % in the long run
  80 %: came true in 100 %, 40 % to 100 % in the long run
  85 %: came true in 100 %, 40 % to 100 % in the long run
  95 %: came true in 100 %, 40 % to 100 % in the long run

in days       50 %   80 %   85 %   95 %  loss  CRPS
  forecast    50 %  100 %  100 %  100 %  0.88  2.31
  as planned  50 %   50 %   50 %   50 %  0.77  1.00
  mean ratio  50 %   50 %   50 %   50 %  1.23  3.00

  50 %: came true in 50 %, 7 % to 93 % in the long run
  80 %: came true in 100 %, 40 % to 100 % in the long run
  85 %: came true in 100 %, 40 % to 100 % in the long run
  95 %: came true in 100 %, 40 % to 100 % in the long run

The shares are of phases that took no more than was forecast with that level; in
the long run they lie between the limits shown, and a label outside of these
does not hold. The loss is the mean pinball loss over the levels, CRPS the
continuous ranked probability score, both in the unit of their table: less is
better.
In sessions that is what a phase took, in days the time from its first to its
last. There the forecast draws ratio and pace as they were known on the day; as
planned is the estimate at 5 sessions a week, and the mean ratio goes with the
mean pace.
2 phases go on, known to take at least what was spent
"""
PIER = """\
# Implementation Plan: Pier

**Status**: In Progress
**Owner**: Ann

## Phases

### Phase 1: Piles

- [ ] Drive the piles

**Estimated Duration**: 2 sessions

### Phase 2: Planks

- [ ] Lay the planks

**Estimated Duration**: 3 sessions

**Dependencies**: Phase 1
"""
PATH = "docs/plans/2026-01-01-pier.md"


def test_all_plans(past_harbour: Path, run_cli: RunCli) -> None:
    assert run_cli("forecast", *TODAY, cwd=past_harbour) == (0, ALL, "")


def test_one_plan(past_harbour: Path, run_cli: RunCli) -> None:
    assert run_cli("forecast", "berth-pricing", *TODAY, cwd=past_harbour) == (0, ONE, "")


def test_how_right_it_would_have_been(past_harbour: Path, run_cli: RunCli) -> None:
    assert run_cli("forecast", "--backtest", *TODAY, cwd=past_harbour) == (0, BACKTEST, "")


@pytest.mark.parametrize("words", [(), ("berth-pricing",), ("--backtest",)], ids=str)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(
    width: int, words: tuple[str, ...], past_harbour: Path, run_cli: RunCli
) -> None:
    wide = {"COLUMNS": str(width)}
    ran = run_cli("forecast", *words, *TODAY, cwd=past_harbour, env=wide)
    assert max(map(len, ran.out.splitlines())) <= width


def answer(run_cli: RunCli, *words: str, cwd: Path, today: str = "2026-03-10") -> dict[str, object]:
    ran = run_cli("forecast", *words, "--today", today, "--format", "json", cwd=cwd)
    assert ran.code == 0, ran.err
    found: dict[str, object] = json.loads(ran.out)
    thing = "backtest" if "--backtest" in words else "forecast"
    jsonschema.validate(found, make_schema(thing))
    assert found["schema"] == f"trueplan.{thing}/1"
    return found


def plans(run_cli: RunCli, *words: str, cwd: Path, today: str = "2026-03-10") -> dict[str, dict]:  # type: ignore[type-arg]
    found = answer(run_cli, *words, cwd=cwd, today=today)["plans"]
    assert isinstance(found, list)
    return {one["ref"]: one for one in found}


def test_as_json(past_harbour: Path, run_cli: RunCli) -> None:
    """The names that others rely on."""
    found = plans(run_cli, cwd=past_harbour)
    assert list(found) == ["berth-pricing", "link-previews", "payments-v2", "winter-storage"]
    for one in found.values():
        assert {"ref", "method", "sample", "dates", "target", "chance", "calibration"} < set(one)
        assert list(one["dates"]) == ["50", "80", "85", "95"]
    berths = found["berth-pricing"]
    assert (berths["target"], berths["sample"]) == ("2026-03-27", 4)
    assert 0.04 < berths["chance"] < 0.06
    assert found["link-previews"]["chance"] == 0
    assert found["payments-v2"]["chance"] is None
    assert sum(one["share"] for one in berths["histogram"]) == pytest.approx(0.99)
    assert sum(one["share"] for one in berths["drivers"]) == pytest.approx(1, abs=1e-3)


def test_the_backtest_as_json(past_harbour: Path, run_cli: RunCli) -> None:
    found = answer(run_cli, "--backtest", cwd=past_harbour)
    for name, unit in (("scores", "sessions"), ("days", "days")):
        scores = found[name]
        assert isinstance(scores, list)
        assert [(one["unit"], one["n"]) for one in scores] == [(unit, 4)] * 3
        assert list(scores[0]["pinball"]) == ["50", "80", "85", "95"]


def said(run_cli: RunCli, root: Path, *words: str, today: str = "2026-03-20") -> str:
    """What is printed, as one line."""
    ran = run_cli("forecast", *words, "--today", today, cwd=root)
    assert ran.code == 0, ran.err
    return " ".join(ran.out.split())


def test_without_git_and_without_commits(make_repository: Make, run_cli: RunCli) -> None:
    """The surveys speak: the same days, and why no more is known."""
    root = make_repository({PATH: PIER})
    (root / ".git").rmdir()
    out = said(run_cli, root)
    assert "by surveys of other projects; no finished phases with an estimate" in out
    assert "there is no git here, so nothing is known of the past" in out
    assert "git shows no work up to today: 5 sessions a week are assumed" in out
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    again = said(run_cli, root)
    assert "git has no commit, so nothing is known of the past" in again
    assert again.split(" by ")[0] == out.split(" by ")[0]


def test_one_commit(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({PATH: PIER})
    put_in_git(root)
    assert "not checked against the past: no finished phase" in said(run_cli, root)


def test_a_shallow_clone_says_so(past_harbour: Path, tmp_path: Path, run_cli: RunCli) -> None:
    clone = tmp_path / "clone"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth=2", past_harbour.as_uri(), str(clone)], check=True
    )
    for words in ((), ("--backtest",)):
        assert "the clone is shallow: what was before" in said(run_cli, clone, *words)


def test_estimates_of_zero_none_and_in_three_units(make_repository: Make, run_cli: RunCli) -> None:
    """Zero is no estimate; the two get the mean of three sessions, two days and four hours."""
    estimates = ("0 sessions", "", "3 sessions", "2 days", "4 hours")
    phases = "".join(
        f"### Phase {at}: Part {at}\n\n- [ ] Do it\n\n"
        + (f"**Estimated Duration**: {one}\n\n" if one else "")
        for at, one in enumerate(estimates, 1)
    )
    root = make_repository({PATH: PIER.split("### Phase 1", maxsplit=1)[0] + phases})
    assert "pier: 2 phases have no estimate in time; " in said(run_cli, root)
    days = [one["dates"]["50"] for one in plans(run_cli, cwd=root)["pier"]["phases"]]
    assert days == sorted(days)
    assert len(set(days)) == 5


def test_a_circle_is_named_and_the_rest_forecast(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"docs/plans/circle.md": CIRCLE})
    out = said(run_cli, root)
    assert "a circle: circle#1 → circle#2 → circle#1; that circle#1 waits for circle#2" in out
    assert len(plans(run_cli, cwd=root)["circle"]["phases"]) == 3


def test_a_target_that_has_passed(make_repository: Make, run_cli: RunCli) -> None:
    """Also where no work is left to do on what is open, which would else meet any target."""
    target = PIER.replace("## Phases", "**Target Completion**: 2026-02-01\n\n## Phases")
    root = make_repository({PATH: target, "docs/plans/over.md": target.replace("3 s", "0.0001 s")})
    assert "Feb 1 passed" in said(run_cli, root)
    assert {one["chance"] for one in plans(run_cli, cwd=root).values()} == {0}


def test_plans_that_are_over_by_name(make_repository: Make, run_cli: RunCli) -> None:
    done = PIER.replace("[ ]", "[x]")
    root = make_repository(
        {
            "docs/plans/done.md": PIER.replace("In Progress", "Completed"),
            "docs/plans/gone.md": PIER.replace("In Progress", "Cancelled"),
            "docs/plans/rest.md": PIER.replace("In Progress", "Paused"),
            "docs/plans/over.md": done,
        }
    )
    put_in_git(root)
    nothing = "no open work, so there is nothing to forecast "
    assert said(run_cli, root, "done") == nothing + "done is left out: it is completed"
    assert said(run_cli, root, "gone") == nothing + "gone is left out: it is cancelled"
    over = "over is left out: it is in progress, but no phase of it is open"
    assert said(run_cli, root, "over") == nothing + over
    assert said(run_cli, root) == nothing + "rest is left out: it is paused " + over
    assert "rest is paused; this is as if it went on" in said(run_cli, root, "rest")


def refuse(run_cli: RunCli, root: Path, *words: str) -> Ran:
    ran = run_cli("forecast", *words, *TODAY, cwd=root)
    assert (ran.code, ran.out) == (2, "")
    return ran


def test_words_that_mean_nothing(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({PATH: PIER})
    for words, error in (
        (("quay",), "no plan is called quay"),
        (("--owner", "Ben=3/week"), "nothing in the schedule is owned by Ben"),
        (("--owner", "Ann=0/week"), "--owner takes a role and its sessions a week"),
        (("--without", "pier#9"), "pier#9 is not in the schedule"),
        (("--trials", "0"), "--trials takes 1 to 1,000,000"),
        (("--seed", "-1"), "--seed takes 0 or more"),
        (("--start", "2030-02-30"), "--start takes a day"),
        (("--backtest", "pier"), "--backtest replays the past of all plans"),
    ):
        assert error in refuse(run_cli, root, *words).err


def test_few_trials_and_a_huge_seed(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({PATH: PIER})
    assert "1 trial alone: other seeds give other days" in said(run_cli, root, "--trials", "1")
    assert "trial alone" not in said(run_cli, root, "--seed", "9" * 40)


def test_a_start_behind_and_far_ahead(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({PATH: PIER})
    assert "2020-01-01 is behind today: this is as if" in said(
        run_cli, root, "--start", "2020-01-01"
    )
    dates = plans(run_cli, "--start", "9999-12-30", cwd=root)["pier"]["dates"]
    assert dates["95"] == "9999-12-31"


def test_days_off_and_a_pace_of_one_owner(make_repository: Make, run_cli: RunCli) -> None:
    """Ben is away until 31 March, and has two sessions a week."""
    config = (
        "[schedule]\nsessions-per-week = 5\n"
        "[schedule.roles.Ben]\nsessions-per-week = 2\n"
        'days-off = ["2026-03-01..2026-03-31"]\n'
    )
    boat = PIER.replace("Owner**: Ann", "Owner**: Ben")
    root = make_repository({PATH: PIER, "docs/plans/boat.md": boat, "trueplan.toml": config})
    found = plans(run_cli, cwd=root)
    assert found["pier"]["dates"]["50"] < "2026-04-01" < found["boat"]["phases"][0]["dates"]["50"]
    assert "sessions a week" not in said(run_cli, root)  # they were told


def test_an_owner_with_a_strange_name(make_repository: Make, run_cli: RunCli) -> None:
    name = 'Örla = "X" <o@x> 日本 =3/week #1'
    root = make_repository({PATH: PIER.replace("Ann", name)})
    slow = plans(run_cli, "--owner", f"{name}=1/week", cwd=root)["pier"]["dates"]["50"]
    assert slow > plans(run_cli, cwd=root)["pier"]["dates"]["50"]


def test_a_plan_outside_of_the_repository(tmp_path: Path, run_cli: RunCli) -> None:
    """The same path in another repository is another plan."""
    here, there = Committing(tmp_path / "here"), Committing(tmp_path / "there")
    here.commit({PATH: PIER}, day="2026-03-01")
    there.commit({PATH: PIER.replace("Pier", "Jetty")}, day="2026-03-01")
    (found,) = plans(run_cli, str(there.root / PATH), cwd=here.root).values()
    assert found["title"] == "Jetty"
    loose = tmp_path / "loose.md"
    loose.write_text(PIER, encoding="utf-8")
    out = said(run_cli, here.root, str(loose))
    assert "git shows no work up to today" in out
    assert "there is no git here" in out


def test_commits_ahead_of_today(tmp_path: Path, run_cli: RunCli) -> None:
    work = Committing(tmp_path / "r")
    work.commit({PATH: PIER}, day="2027-01-01")
    work.commit({PATH: PIER.replace("[ ] Drive", "[x] Drive")}, day="2027-01-02")
    assert "git shows no work up to today" in said(run_cli, work.root)
    assert said(run_cli, work.root, "--backtest")


def test_work_without_phases(make_repository: Make, run_cli: RunCli) -> None:
    text = PIER.split("## Phases", maxsplit=1)[0] + "## Tasks\n\n- [ ] Drive the piles\n"
    root = make_repository({PATH: text})
    out = said(run_cli, root, "pier")
    assert "its own estimates are assumed" in out
    assert "1 session is assumed" in out


def test_weeks_of_boxes_say_why_a_level_is_not_told(tmp_path: Path, run_cli: RunCli) -> None:
    text = PIER.replace("**Estimated Duration**: 2 sessions", "").replace(
        "**Estimated Duration**: 3 sessions", "- [ ] Nail them\n- [ ] Paint them"
    )
    work = Committing(tmp_path / "r")
    work.commit({PATH: text}, day="2026-03-01")
    work.commit({PATH: text.replace("[ ] Drive", "[x] Drive")}, day="2026-03-12")
    out = said(run_cli, work.root)
    assert "of so few, no level above 75 % can be told" in out
    assert "not checked against the past" not in out  # that record is one of phases


def test_a_long_chain(make_repository: Make, run_cli: RunCli) -> None:
    phases = "".join(
        f"### Phase {at}: Link {at}\n\n- [ ] Forge it\n\n**Dependencies**: Phase {at - 1}\n\n"
        for at in range(1, 1_001)
    )
    root = make_repository({PATH: PIER.split("### Phase 1", maxsplit=1)[0] + phases})
    ran = run_cli("forecast", "pier", *TODAY, "--trials", "50", cwd=root)
    assert ran.code == 0
    assert "the spread comes from" not in ran.out

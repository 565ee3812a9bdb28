"""`trueplan history`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import RunCli
from tests.conftest import Make
from tests.git.committing import Committing
from trueplan.wire.schemas import make_schema

OLD = "docs/plans/2026-01-05-quay.md"
PATH = "docs/plans/archive/2026-01-05-quay.md"
TODAY = ("--today", "2026-03-01")
FIRST = """\
# Implementation Plan: Quay

**Status**: Planned
**Owner**: Wren
**Target Completion**: 2026-02-01

## Phase 1: Piles

**Tasks**:
- [ ] Sort the timber
- [ ] Drive the piles

## Phase 2: Planks

**Estimated Time**: 2 sessions

**Tasks**:
- [ ] Cut the planks
- [ ] Lay the planks
- [ ] Oil the planks

## Risks

| Risk | Likelihood | Impact | Mitigation |
|------|------------|--------|------------|
| Ice | Low | High | Wait |

## Success Criteria

### Quality Gates
- [ ] CEO approval

## Notes

"""

WHOLE = """\
quay  9 revisions, 2026-01-05 to 2026-02-12, 3 changes not committed

2026-01-05  commit1  Wren
  created                2 phases, 6 boxes, Planned

2026-01-12  commit2  Wren
  approved               CEO approval
  status                 Planned → In Progress
  started
  phase started    #1    Piles
  ticked           #1.1  Sort the timber
  ticked           #g1   CEO approval

2026-01-14  commit3  Wren
  target                 2026-02-01 → 2026-02-15
  risk changed     #r1   Low, High → High, High  Ice
  note                   2026-01-14: The river froze.

2026-01-15  commit4  Wren
  phase started    #2    Planks
  ticked           #2.1  Cut the planks

2026-01-20  commit6  Wren
  estimate         #2    2 → 3  Planks
  reworded         #1.2  Drive all the piles deep
                         was: Drive the piles
  moved            #1.3  Oil the planks

2026-02-10  commit7  Wren
  status                 In Progress → Completed
  completed
  phase completed  #1    Piles
  phase completed  #2    Planks
  ticked           #1.2  Drive all the piles deep
  ticked           #1.3  Oil the planks
  ticked           #2.2  Lay the planks

2026-02-11  commit8  Wren
  file moved             docs/plans/archive/2026-01-05-quay.md
                         was: docs/plans/2026-01-05-quay.md

2026-02-12  commit9  Wren
  status                 Completed → In Progress
  reopened
  phase reopened   #2    Planks
  unticked         #2.2  Lay the planks

2026-03-01  not committed  Ann
  phase completed  #2    Planks
  ticked           #2.2  Lay the planks
  note                   Warmer now.
"""
TICKS = """\
quay  9 revisions, 2026-01-12 to 2026-02-10, 3 changes not committed

2026-01-12  commit2  Wren
  ticked  #1.1  Sort the timber
  ticked  #g1   CEO approval

2026-01-14  commit3  Wren
  target        2026-02-01 → 2026-02-15

2026-01-15  commit4  Wren
  ticked  #2.1  Cut the planks

2026-02-10  commit7  Wren
  ticked  #1.2  Drive all the piles deep
  ticked  #1.3  Oil the planks
  ticked  #2.2  Lay the planks

2026-03-01  not committed  Ann
  ticked  #2.2  Lay the planks
"""
OF_AN_ITEM = """\
quay  9 revisions, 2026-01-20 to 2026-02-10, 3 changes not committed

2026-01-20  commit6  Wren
  reworded  #1.2  Drive all the piles deep
                  was: Drive the piles

2026-02-10  commit7  Wren
  ticked    #1.2  Drive all the piles deep
"""


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Committing:
    """Nine commits and a merge, in which about everything happens to a plan that can."""
    work = Committing(tmp_path_factory.mktemp("quay") / "r")
    text = FIRST
    work.commit({OLD: text}, "Plan the quay", "2026-01-05")
    text = text.replace("[ ] CEO", "[x] CEO").replace("Planned", "In Progress")
    text = text.replace("[ ] Sort", "[x] Sort")
    started = work.commit({OLD: text}, "Start", "2026-01-12")
    text = text.replace("2026-02-01", "2026-02-15").replace("| Low |", "| High |")
    text += "- **2026-01-14**: The river froze.\n"
    work.commit({OLD: text}, "Ice", "2026-01-14")
    work.switch("side", started)
    side = work.git("show", f"HEAD:{OLD}").replace("[ ] Cut the planks", "[x] Cut the planks")
    work.commit({OLD: f"{side}\n\n"}, "Cut", "2026-01-15")
    work.switch("main")
    text = text.replace("[ ] Cut", "[x] Cut")
    work.merge("side", files={OLD: text}, day="2026-01-16")
    text = text.replace("- [ ] Oil the planks\n", "")
    text = text.replace(
        "- [ ] Drive the piles", "- [ ] Drive all the piles deep\n- [ ] Oil the planks"
    )
    text = text.replace("2 sessions", "3 sessions").replace("- [x] Cut", "- [x] 2.1 Cut")
    work.commit({OLD: text}, "Reword, move, renumber", "2026-01-20")
    text = text.replace("[ ]", "[x]").replace("In Progress", "Completed")
    work.commit({OLD: text}, "Complete", "2026-02-10")
    work.commit({OLD: None, PATH: text}, "Archive", "2026-02-11")
    text = text.replace("Completed", "In Progress").replace("[x] Lay", "[ ] Lay")
    work.commit({PATH: text}, "Reopen", "2026-02-12")
    work.git("config", "user.name", "Ann")
    (work.root / PATH).write_text(text.replace("[ ] Lay", "[x] Lay") + "- Warmer now.\n")
    return work


def history(work: Committing, run_cli: RunCli, *words: str) -> str:
    ran = run_cli("history", "quay", *words, *TODAY, cwd=work.root)
    assert (ran.code, ran.err) == (0, "")
    return _without_hashes(ran.out, work)


def _without_hashes(out: str, work: Committing) -> str:
    """The output with a commit's number in the order of the commits for its hash."""
    for number, name in enumerate(reversed(work.git("rev-list", "HEAD").split("\n")), 1):
        out = out.replace(name, f"commit-{number}").replace(name[:7], f"commit{number}")
    return out


def test_a_life(work: Committing, run_cli: RunCli) -> None:
    """Told once, whatever was merged and moved; what no commit has comes last."""
    assert history(work, run_cli) == WHOLE


def test_kinds(work: Committing, run_cli: RunCli) -> None:
    assert history(work, run_cli, "--kind", "ticked,target") == TICKS


def test_from_a_day_on(work: Committing, run_cli: RunCli) -> None:
    """Nothing else is left out."""
    told = history(work, run_cli, "--since", "2026-02-11")
    assert told.partition("\n\n")[2] == WHOLE[WHOLE.index("2026-02-11  commit") :]


def test_of_an_item(work: Committing, run_cli: RunCli) -> None:
    ran = run_cli("history", "quay#1.2", *TODAY, cwd=work.root)
    assert _without_hashes(ran.out, work) == OF_AN_ITEM


def test_of_a_phase_and_of_a_risk(work: Committing, run_cli: RunCli) -> None:
    def kinds(ref: str) -> list[str]:
        ran = run_cli("history", ref, *TODAY, "--format", "json", cwd=work.root)
        return [one["kind"] for one in json.loads(ran.out)["events"]]

    assert kinds("quay#r1") == ["risk changed"]
    assert kinds("quay#2") == [
        "phase started",
        "ticked",
        "estimate",
        "phase completed",
        "ticked",
        "phase reopened",
        "unticked",
        "phase completed",
        "ticked",
    ]


def test_json(work: Committing, run_cli: RunCli) -> None:
    ran = run_cli("history", "quay", *TODAY, "--format", "json", cwd=work.root)
    answer = json.loads(ran.out)
    jsonschema.validate(answer, make_schema("history"))
    assert {key: value for key, value in answer.items() if key != "events"} == {
        "schema": "trueplan.history/1",
        "ref": "quay",
        "path": PATH,
        "title": "Quay",
        "revisions": 9,
        "uncommitted": 3,
        "remarks": [],
    }
    (moved,) = (one for one in answer["events"] if one["kind"] == "moved")
    assert moved == {
        "at": "2026-01-20T12:00:00+00:00",
        "commit": work.git("rev-parse", "HEAD~3"),
        "author": "Wren",
        "kind": "moved",
        "ref": "quay#1.3",
        "text": "Oil the planks",
        "before": "2.3",
        "after": "1.3",
        "key": "i7",
        "thing": "task",
    }
    assert [one["commit"] for one in answer["events"][-3:]] == [None] * 3
    assert {one["at"] for one in answer["events"][-3:]} == {"2026-03-01"}


def test_again_from_another_folder(work: Committing, run_cli: RunCli) -> None:
    """With what is kept by now, from below the root, by the file's name."""
    first = run_cli("history", "quay", *TODAY, cwd=work.root).out
    folder = work.root / "docs" / "plans" / "archive"
    assert run_cli("history", "2026-01-05-quay.md", *TODAY, cwd=folder).out == first


def test_a_repository_below_the_top_of_git(tmp_path: Path, run_cli: RunCli) -> None:
    """Paths start where the project does."""
    work = Committing(tmp_path / "r")
    work.commit(
        {"apps/pier/trueplan.toml": "", "apps/pier/plans/pier.md": FIRST}, "Pier", "2026-02-20"
    )
    work.commit({"apps/pier/plans/pier.md": FIRST.replace("[ ] Sort", "[x] Sort")})
    ran = run_cli("history", "pier", *TODAY, "--format", "json", cwd=work.root / "apps" / "pier")
    answer = json.loads(ran.out)
    assert answer["path"] == "plans/pier.md"
    assert [one["kind"] for one in answer["events"]] == ["created", "phase started", "ticked"]


def test_outside_of_git(tmp_path: Path, run_cli: RunCli) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "quay.md").write_text(FIRST)
    (tmp_path / "trueplan.toml").write_text("")
    ran = run_cli("history", "quay", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"error: {tmp_path} is not in a git repository, so nothing is known of the past\n"
        "help: `git init`, and commit the plans\n"
    )


def test_before_the_first_commit(tmp_path: Path, run_cli: RunCli) -> None:
    work = Committing(tmp_path / "r")
    work.git("config", "user.name", "Ann")
    (work.root / "quay-plan.md").write_text(FIRST)
    assert run_cli("history", "quay-plan", *TODAY, cwd=work.root).out == (
        "quay-plan  0 revisions, 1 change not committed\n\n"
        "2026-03-01  not committed  Ann\n"
        "  created  2 phases, 6 boxes, Planned\n\n"
        "the repository has no commit yet\n"
    )
    work.commit({"README.md": "x\n", "quay-plan.md": FIRST})
    (work.root / "pier-plan.md").write_text(FIRST)
    out = run_cli("history", "pier-plan", *TODAY, cwd=work.root).out
    assert out.endswith("\n\nno commit has the plan yet\n")


def test_a_folder_that_only_looks_like_git(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"plans/quay.md": FIRST})
    ran = run_cli("history", "quay", *TODAY, cwd=root)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("the repository has no commit yet\n")


def test_what_is_said_of_a_history(tmp_path: Path, run_cli: RunCli) -> None:
    """It is shallow, the clock ran backwards, the file was no plan for a while."""
    work = Committing(tmp_path / "r")
    work.commit({"plans/quay.md": FIRST}, "a", "2026-01-01")
    work.commit({"plans/quay.md": FIRST + "- A note.\n"}, "b", "2026-01-05")
    work.commit({"plans/quay.md": "later\n"}, "c", "2026-01-06")
    work.commit({"plans/quay.md": FIRST + "- Another.\n"}, "d", "2026-01-03")
    clone = tmp_path / "clone"
    work.git("clone", "--quiet", "--depth=3", work.root.as_uri(), str(clone))
    ran = run_cli("history", "quay", *TODAY, cwd=clone)
    *_, shallow, gap, clock = ran.out.split("\n\n")
    assert shallow == "the clone is shallow: what was before its first commit is not known"
    assert gap == "1 revision of the file was no plan and is left out"
    assert clock == (
        "1 commit dated before the one that it builds on; events stand in the order of\n"
        "the commits\n"
    )


def test_a_repository_that_lost_something(tmp_path: Path, run_cli: RunCli) -> None:
    """A revision that is gone is not one that was no plan; an empty file is."""
    work = Committing(tmp_path / "r")
    work.commit({"plans/quay.md": FIRST})
    work.commit({"plans/quay.md": ""})
    lost = work.git("rev-parse", "HEAD~1:plans/quay.md")
    work.commit({"plans/quay.md": FIRST + "- A note.\n"})
    out = run_cli("history", "quay", *TODAY, cwd=work.root).out
    assert out.endswith("1 revision of the file was no plan and is left out\n")
    shutil.rmtree(work.root / ".git" / "trueplan")
    (work.root / ".git" / "objects" / lost[:2] / lost[2:]).unlink()
    ran = run_cli("history", "quay", *TODAY, cwd=work.root)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"error: the repository has lost the object {lost}, a revision of a document\n"
        "help: `git fsck` tells what else is missing\n"
    )


def test_names_that_would_write_on_the_screen(tmp_path: Path, run_cli: RunCli) -> None:
    """Signs that control a terminal are not passed on to it."""
    work = Committing(tmp_path / "r")
    work.commit({"plans/quay.md": FIRST})
    work.git("-c", "user.name=x", "commit", "--amend", "-q", "-m", "y", "--author=\x1b[31mE <e@e>")
    out = run_cli("history", "quay", *TODAY, cwd=work.root).out
    assert "\x1b" not in out
    assert "[31mE" in out


def test_wrong_words(work: Committing, run_cli: RunCli) -> None:
    ran = run_cli("history", "quay", "--kind", "tickd", cwd=work.root)
    assert (ran.code, ran.out) == (2, "")
    assert "ticked" in ran.err
    assert run_cli("history", "quay#9", cwd=work.root).code == 2
    assert run_cli("history", "pier", cwd=work.root).code == 2
    assert run_cli("history", "quay", "--since", "yesterday", cwd=work.root).code == 2
    ran = run_cli("history", "quay", "--since", "2026-04-01", *TODAY, cwd=work.root)
    assert ran.out.split("\n")[1] == "no event is of this kind, or from this day on"


def test_a_narrow_screen(work: Committing, run_cli: RunCli) -> None:
    ran = run_cli("history", "quay", *TODAY, cwd=work.root, env={"COLUMNS": "60"})
    first, second, *rest = ran.out.split("\n")
    assert first == "quay"
    assert second == "9 revisions, 2026-01-05 to 2026-02-12, 3 changes not committed"
    assert max(map(len, rest)) <= 60


def test_a_move_that_is_not_committed(work: Committing, run_cli: RunCli) -> None:
    """Staged or not, under its old file name, the plan is the same one."""
    for words in (("mv", "docs/plans/archive", "docs/plans/old"), ("reset", "-q")):
        work.git(*words)
        out = run_cli("history", "quay", *TODAY, cwd=work.root).out
        assert "9 revisions" in out
        assert (
            "  file moved             docs/plans/old/2026-01-05-quay.md\n"
            "                         was: docs/plans/archive/2026-01-05-quay.md\n"
        ) in out

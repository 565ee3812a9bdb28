"""`trueplan tick` and `untick`, on real files."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.changes import FILES, PLAN, PLAN_PATH
from tests.cli.conftest import RunCli
from tests.conftest import Make, put_in_git


@pytest.fixture
def quay(make_repository: Make) -> Path:
    return make_repository(FILES)


def text(root: Path) -> str:
    return (root / PLAN_PATH).read_text()


def test_a_task_by_its_number(quay: Path, run_cli: RunCli) -> None:
    ran = run_cli("tick", "quay#2.1", cwd=quay)
    assert ran == (
        0,
        "ticked quay#2.1  Cut the planks\n",
        "quay#2 is not started yet: `trueplan start quay#2`\n",
    )
    assert text(quay) == PLAN.replace("[ ] Cut", "[x] Cut")


@pytest.mark.parametrize(
    "words",
    [
        ("quay#cut the planks",),
        ("quay", "Cut the planks"),
        ("quay", "PLANKS"),
        ("quay", "2.1"),
        ("quay", "#2.1"),
        (PLAN_PATH, "2.1"),
        (f"{PLAN_PATH}#2.1",),
        (f"./{PLAN_PATH}", "cut the"),
    ],
)
def test_every_way_to_name_it(words: tuple[str, ...], quay: Path, run_cli: RunCli) -> None:
    assert run_cli("tick", *words, cwd=quay)[:2] == (0, "ticked quay#2.1  Cut the planks\n")


def test_several_kinds_at_once_are_one_change(quay: Path, run_cli: RunCli) -> None:
    ran = run_cli("tick", "quay", "2.1", "2.a1", "f1", "g1", cwd=quay)
    assert ran.out == (
        "ticked quay#2.1  Cut the planks\n"
        "ticked quay#2.a1  Nobody trips\n"
        "ticked quay#f1  A boat can moor\n"
        "ticked quay#g1  CEO approval\n"
    )
    assert text(quay).count("[x]") == PLAN.count("[x]") + 4


def test_untick_brings_the_bytes_back(quay: Path, run_cli: RunCli) -> None:
    run_cli("tick", "quay", "2.1", "2.2.1", cwd=quay)
    ran = run_cli("untick", "quay", "2.1", "2.2.1", cwd=quay)
    assert ran.out == "unticked quay#2.1  Cut the planks\nunticked quay#2.2.1  The western half\n"
    assert text(quay) == PLAN


def test_what_is_ticked_already_is_said_and_the_rest_is_done(quay: Path, run_cli: RunCli) -> None:
    ran = run_cli("tick", "quay", "1.1", "2.1", cwd=quay)
    assert ran == (
        0,
        "ticked quay#2.1  Cut the planks\n",
        (
            "quay#1.1  Sort the timber is ticked already\n"
            "all tasks of quay#1 are done: `trueplan complete quay#1`\n"
            "quay#2 is not started yet: `trueplan start quay#2`\n"
        ),
    )


def test_the_last_task_of_a_phase(quay: Path, run_cli: RunCli) -> None:
    run_cli("start", "quay#3", "--today", "2026-03-09", cwd=quay)
    assert run_cli("tick", "quay#3.1", cwd=quay) == (
        0,
        "ticked quay#3.1  Set the rails\n",
        "all tasks of quay#3 are done: `trueplan complete quay#3`\n",
    )


def test_nothing_left_to_do(quay: Path, run_cli: RunCli) -> None:
    assert run_cli("tick", "quay", "timber", cwd=quay) == (
        1,
        "",
        "error: quay#1.1  Sort the timber is ticked already\nhelp: nothing was written\n",
    )
    assert run_cli("tick", "quay", "1.1", "1.2", cwd=quay).err == (
        "error: all 2 are ticked already\n"
        "help: nothing was written:\n"
        "        quay#1.1  Sort the timber is ticked already\n"
        "        quay#1.2  Drive the piles is ticked already\n"
    )
    assert text(quay) == PLAN


def test_a_task_with_open_subtasks(quay: Path, run_cli: RunCli) -> None:
    assert run_cli("tick", "quay#2.2", cwd=quay) == (
        1,
        "",
        (
            "error: quay#2.2  Lay them has 2 open subtasks\n"
            "help: tick them first, or all with --subtasks:\n"
            "        The western half\n"
            "        The eastern half\n"
        ),
    )
    assert run_cli("tick", "quay#2.2", "--subtasks", cwd=quay).out == (
        "ticked quay#2.2  Lay them\nticked   The western half\nticked   The eastern half\n"
    )
    assert text(quay).count("[x]") == PLAN.count("[x]") + 3


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("quay",), "error: quay is a plan; say which of its boxes\n"),
        (("quay#9.9",), "error: there is no #9.9 in quay\n"),
        (("quay#2",), "error: quay#2 is a phase and has no box of its own\n"),
        (("quay", "hull"), "error: nothing in quay is #hull, or has “hull” in its words\n"),
        (("key#2.1",), "error: no plan is called key\n"),
        (("",), "error: an empty word names nothing\n"),
        (("quay", "half"), "error: “half” is in 2 items of quay\n"),
    ],
)
def test_what_names_nothing_or_too_much(
    words: tuple[str, ...], message: str, quay: Path, run_cli: RunCli
) -> None:
    ran = run_cli("tick", *words, cwd=quay)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(message)
    assert "\nhelp: " in ran.err
    assert text(quay) == PLAN


def test_candidates_are_listed(quay: Path, run_cli: RunCli) -> None:
    assert run_cli("tick", "quay", "half", cwd=quay).err == (
        "error: “half” is in 2 items of quay\n"
        "help: say which one:\n"
        "        quay#2.2.1  The western half\n"
        "        quay#2.2.2  The eastern half\n"
    )


def test_a_dry_run_shows_the_diff_and_writes_nothing(quay: Path, run_cli: RunCli) -> None:
    ran = run_cli("tick", "quay#2.1", "--dry-run", cwd=quay)
    assert ran == (
        0,
        (
            f"--- a/{PLAN_PATH}\n+++ b/{PLAN_PATH}\n@@ -20,7 +20,7 @@\n"
            " ### Phase 2: Planks\n \n **Tasks**:\n"
            "-- [ ] Cut the planks\n+- [x] Cut the planks\n"
            " - [ ] Lay them\n   - [ ] The western half\n   - [ ] The eastern half\n"
        ),
        "quay#2 is not started yet: `trueplan start quay#2`\nnothing was written\n",
    )
    assert text(quay) == PLAN


def test_json_tells_edits_files_and_the_new_state(quay: Path, run_cli: RunCli) -> None:
    ran = run_cli("tick", "quay#2.1", "--format", "json", cwd=quay)
    answer = json.loads(ran.out)
    start = PLAN.index("[ ] Cut")
    assert answer["schema"] == "trueplan.change/1"
    assert answer["written"] is True
    (file,) = answer["files"]
    assert file["path"] == PLAN_PATH
    assert file["edits"] == [{"start": start, "end": start + 3, "text": "[x]"}]
    assert answer["seen"] == [{"ref": "quay#2.1", "text": "Cut the planks"}]
    assert answer["state"]["tasks"] == {"done": 3, "total": 7, "cancelled": 0}
    assert answer["state"]["digest"] == hashlib.sha256((quay / PLAN_PATH).read_bytes()).hexdigest()


def test_other_bytes_than_the_caller_saw_are_a_conflict(quay: Path, run_cli: RunCli) -> None:
    digest = hashlib.sha256(PLAN.encode()).hexdigest()
    assert run_cli("tick", "quay#2.1", "--digest", digest, cwd=quay).code == 0
    after = text(quay)
    ran = run_cli("tick", "quay#2.2.1", "--digest", digest, cwd=quay)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"error: {PLAN_PATH} changed: its digest is ")
    assert text(quay) == after


def test_other_words_than_the_caller_saw_are_a_conflict(quay: Path, run_cli: RunCli) -> None:
    ran = run_cli("tick", "quay#2.1", "--text", "Cut the beams", cwd=quay)
    assert ran == (
        3,
        "",
        (
            "error: quay#2.1 says “Cut the planks” now, not “Cut the beams”\n"
            "help: nothing was written; look again at what the reference names\n"
        ),
    )
    assert text(quay) == PLAN
    assert run_cli("tick", "quay#2.1", "--text", "Cut the planks", cwd=quay).code == 0


def test_commit_is_of_just_this_file(quay: Path, run_cli: RunCli) -> None:
    put_in_git(quay)
    (quay / "BACKLOG.md").write_text("# Somebody is at work here\n")
    ran = run_cli("tick", "quay", "2.1", "g1", "--commit", cwd=quay)
    assert ran.code == 0

    def git(*words: str) -> str:
        done = subprocess.run(["git", *words], cwd=quay, capture_output=True, text=True, check=True)
        return done.stdout

    assert git("log", "-1", "--format=%B").strip() == (
        "quay: tick #2.1, #g1\n\nquay#2.1: Cut the planks\nquay#g1: CEO approval"
    )
    assert git("show", "--name-only", "--format=").split() == [PLAN_PATH]
    assert git("status", "--porcelain") == " M BACKLOG.md\n"
    assert ran.out.endswith(f"commit {git('rev-parse', 'HEAD')[:12]}  quay: tick #2.1, #g1\n")


def test_commit_outside_of_git(tmp_path: Path, run_cli: RunCli) -> None:
    path = tmp_path / "plan.md"
    path.write_text(PLAN)
    ran = run_cli("tick", "plan.md#2.1", "--commit", cwd=tmp_path)
    assert ran == (
        2,
        "",
        "error: --commit needs a git repository\nhelp: nothing was written\n",
    )
    assert path.read_text() == PLAN


def test_a_plain_item_gets_a_box_when_it_is_asked_for(
    make_repository: Make, run_cli: RunCli
) -> None:
    plan = PLAN.replace("- [ ] Nobody trips", "- Nobody trips")
    root = make_repository({PLAN_PATH: plan})
    assert run_cli("tick", "quay#2.a1", cwd=root) == (
        1,
        "",
        "error: quay#2.a1  Nobody trips has no box\nhelp: --create-box gives it one\n",
    )
    assert run_cli("tick", "quay#2.a1", "--create-box", cwd=root).code == 0
    assert text(root) == plan.replace("- Nobody", "- [x] Nobody")


def test_a_link_out_of_the_repository(quay: Path, tmp_path: Path, run_cli: RunCli) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside.md"
    outside.write_text(PLAN)
    (quay / "docs/plans/crane.md").symlink_to(outside)
    ran = run_cli("tick", "docs/plans/crane.md#2.1", cwd=quay)
    assert ran.code in (2, 3)
    assert "docs/plans/crane.md" in ran.err
    assert outside.read_text() == PLAN


def test_a_link_inside_of_it(quay: Path, run_cli: RunCli) -> None:
    (quay / "docs/plans/crane.md").symlink_to("2026-02-02-quay.md")
    assert run_cli("tick", "docs/plans/crane.md#2.1", cwd=quay).code == 0
    assert (quay / "docs/plans/crane.md").is_symlink()
    assert text(quay) == PLAN.replace("[ ] Cut", "[x] Cut")

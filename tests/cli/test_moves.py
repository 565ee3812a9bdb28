"""The moves: the plan and all that belongs to it, in one change."""

from __future__ import annotations

import json
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.changes import BACKLOG, BACKLOG_PATH, FILES, INDEX, INDEX_PATH, PLAN, PLAN_PATH
from tests.cli.conftest import Ran, RunCli
from tests.conftest import Make, put_in_git

TODAY = ("--today", "2026-03-09")
Move = Callable[..., Ran]


@pytest.fixture
def quay(make_repository: Make) -> Path:
    return make_repository(FILES)


@pytest.fixture
def run_move(quay: Path, run_cli: RunCli) -> Move:
    """A command on the ninth of March; what it changed is compared with `differences`."""

    def run(*words: str) -> Ran:
        today = () if words[0] in ("tick", "untick") else TODAY
        return run_cli(*words, *today, cwd=quay)

    return run


def differences(root: Path, files: dict[str, str] = FILES) -> list[str]:
    """The lines that went and came, file by file."""
    from difflib import ndiff

    found = []
    for path, before in files.items():
        after = (root / path).read_text()
        lines = ndiff(before.split("\n"), after.split("\n"))
        found += [line[0] + line[2:] for line in lines if line[0] in "+-"]
    return found


def write_plan(root: Path, *replaced: tuple[str, str]) -> dict[str, str]:
    """The files with words of the plan replaced, also on disk."""
    plan = PLAN
    for old, new in replaced:
        assert old in plan
        plan = plan.replace(old, new)
    (root / PLAN_PATH).write_text(plan)
    return {**FILES, PLAN_PATH: plan}


def test_pause_and_resume(quay: Path, run_move: Move) -> None:
    ran = run_move("pause", "quay", "--because", "a storm")
    assert ran == (
        0,
        (
            "paused quay  Quay\n"
            "updated docs/plans/README.md  status “Paused”\n"
            "updated HAR-001  Blocked in BACKLOG.md\n"
        ),
        "",
    )
    assert differences(quay) == [
        "-**Status**: In Progress",
        "+**Status**: Paused",
        "+- **2026-03-09**: Paused: a storm",
        "-| [Quay](2026-02-02-quay.md) | In Progress | 2026-02-02 | 2026-03-20 | 3 | Wren |",
        "+| [Quay](2026-02-02-quay.md) | Paused | 2026-02-02 | 2026-03-20 | 3 | Wren |",
        (
            "-| HAR-001 | P1 | In Progress | A quay | L | 2026-01-05 "
            "| [Plan](docs/plans/2026-02-02-quay.md) |"
        ),
        (
            "+| HAR-001 | P1 | Blocked | A quay | L | 2026-01-05 "
            "| [Plan](docs/plans/2026-02-02-quay.md) |"
        ),
    ]
    assert run_move("resume", "quay").out == (
        "resumed quay  Quay\n"
        "updated docs/plans/README.md  status “In Progress”\n"
        "updated HAR-001  In Progress in BACKLOG.md\n"
    )
    assert differences(quay) == ["+- **2026-03-09**: Paused: a storm"]


def test_a_phase_is_completed_with_day_and_journal(quay: Path, run_move: Move) -> None:
    assert run_move("complete", "quay#1") == (0, "completed quay#1  Piles\n", "")
    assert differences(quay) == [
        "-- [ ] Phase 1 - In Progress",
        "+- [x] Phase 1 - Completed 2026-03-09 ([Dev Journal](../dev-journals/2026-02-20-quay.md))",
    ]


def test_a_phase_with_open_work(quay: Path, run_move: Move) -> None:
    ran = run_move("complete", "quay#3")
    assert ran == (
        1,
        "",
        (
            "error: quay#3 cannot be completed: 2 things are missing\n"
            "help: settle it, or record why not with --force --because “…”\n"
            f"  {PLAN_PATH}:20  phase 2 is not completed\n"
            "      trueplan complete quay#2\n"
            f"  {PLAN_PATH}:36  task open: Set the rails\n"
            "      trueplan tick quay#3.1\n"
        ),
    )
    assert differences(quay) == []


def test_what_is_missing_as_json(quay: Path, run_move: Move) -> None:
    ran = run_move("complete", "quay#3", "--format", "json")
    assert ran.code == 1
    answer = json.loads(ran.out or ran.err)
    assert answer["schema"] == "trueplan.error/1"
    assert answer["missing"][1] == {
        "what": "task open: Set the rails",
        "path": PLAN_PATH,
        "line": 36,
        "ref": "quay#3.1",
        "command": "trueplan tick quay#3.1",
    }


def test_the_last_boxes_and_the_move_are_one_change(quay: Path, run_move: Move) -> None:
    run_move("complete", "quay#1")
    run_move("tick", "quay#2.1")
    run_move("tick", "quay#2.2", "--subtasks")
    before = {**FILES, PLAN_PATH: (quay / PLAN_PATH).read_text()}
    ran = run_move("complete", "quay#2", "--tick", "2.a1")
    assert ran.code == 0, ran.err
    assert differences(quay, before) == [
        "-- [ ] Nobody trips",
        "+- [x] Nobody trips",
        "-- [ ] Phase 2 - Not Started",
        "+- [x] Phase 2 - Completed 2026-03-09",
    ]


def test_the_first_phase_starts_the_plan(quay: Path, run_move: Move) -> None:
    planned = write_plan(quay, ("**Status**: In Progress", "**Status**: Planned"))
    ran = run_move("start", "quay#2")
    assert ran.out.startswith("started quay#2  Planks\nstarted quay  with its first phase\n")
    assert differences(quay, planned)[:4] == [
        "-**Status**: Planned",
        "+**Status**: In Progress",
        "-- [ ] Phase 2 - Not Started",
        "+- [ ] Phase 2 - In Progress",
    ]


def test_a_plan_with_all_that_it_lacks(quay: Path, run_move: Move) -> None:
    ran = run_move("complete", "quay")
    assert (ran.code, ran.out) == (1, "")
    facts = [line.strip() for line in ran.err.splitlines()[2:]]
    assert ran.err.startswith("error: quay cannot be completed: 12 things are missing\n")
    assert facts[:2] == [f"{PLAN_PATH}:11  phase 1 is not completed", "trueplan complete quay#1"]
    assert facts[-4:] == [
        f"{PLAN_PATH}:46  gate not passed: CEO approval",
        "trueplan tick quay#g1",
        f"{PLAN_PATH}:62  the retrospective says nothing of its own yet",
        'trueplan add point quay lessons "…" --create-section',
    ]
    assert differences(quay) == []


def test_every_command_that_a_refusal_names_settles_it(
    quay: Path, run_move: Move, run_cli: RunCli
) -> None:
    """One after the other, as they stand there, and then the plan completes."""
    refused = run_move("complete", "quay").err
    for line in refused.splitlines():
        if "  trueplan " in line:
            words = shlex.split(line.replace("…", "The piles stood."))[1:]
            ran = run_cli(*words, cwd=quay) if words[0] == "add" else run_move(*words)
            assert ran.code == 0, (line, ran.err)
    assert run_move("complete", "quay").out.startswith("completed quay  Quay\n")


def test_force_is_told_in_the_notes(quay: Path, run_move: Move) -> None:
    assert run_move("complete", "quay", "--force").err == (
        "error: --force needs --because\nhelp: the reason goes into the notes\n"
    )
    ran = run_move("complete", "quay#3", "--force", "--because", "the winter")
    assert ran.out == "completed quay#3  Rails\n"
    assert differences(quay) == [
        "-- [ ] Phase 3 - Not Started",
        "+- [x] Phase 3 - Completed 2026-03-09",
        (
            "+- **2026-03-09**: Phase 3 completed although 2 things were missing (phase 2 is not "
            "completed; task open: Set the rails): the winter"
        ),
    ]


def test_cancel_and_reopen(quay: Path, run_move: Move) -> None:
    assert run_move("cancel", "quay").err == (
        'error: `trueplan cancel` needs a reason\nhelp: trueplan cancel quay --because "…"\n'
    )
    assert run_move("cancel", "quay", "--because", "no money").code == 0
    assert differences(quay)[:3] == [
        "-**Status**: In Progress",
        "+**Status**: Cancelled",
        "+- **2026-03-09**: Cancelled: no money",
    ]
    assert run_move("tick", "quay#2.1").code == 0  # boxes stay people's own
    assert run_move("start", "quay#2").err == (
        "error: quay is cancelled, and its phases stay as they are\n"
        "help: `trueplan reopen quay --because …` first\n"
    )
    assert run_move("reopen", "quay", "--because", "a gift").code == 0
    assert "- **2026-03-09**: Reopened: a gift\n" in (quay / PLAN_PATH).read_text()


def test_a_phase_is_cancelled_and_reopened(quay: Path, run_move: Move) -> None:
    run_move("cancel", "quay#3", "--because", "no rails")
    assert differences(quay) == [
        "-### Phase 3: Rails",
        "+### Phase 3: Rails (cancelled)",
        "-- [ ] Phase 3 - Not Started",
        "+- [ ] Phase 3 - Cancelled",
        "+- **2026-03-09**: Phase 3 cancelled: no rails",
    ]
    run_move("reopen", "quay#3", "--because", "rails after all")
    assert differences(quay) == [
        "-- [ ] Phase 3 - Not Started",
        "+- [ ] Phase 3 - In Progress",
        "+- **2026-03-09**: Phase 3 cancelled: no rails",
        "+- **2026-03-09**: Phase 3 reopened: rails after all",
    ]


def test_cancel_of_a_task(quay: Path, run_move: Move) -> None:
    assert run_move("cancel", "quay#2.2", "--because", "sand will do") == (
        0,
        "cancelled quay#2.2  Lay them\n",
        "",
    )
    assert differences(quay) == [
        "-- [ ] Lay them",
        "+- [ ] ~~Lay them~~ (sand will do)",
        "-  - [ ] The western half",
        "+  - [ ] ~~The western half~~",
        "-  - [ ] The eastern half",
        "+  - [ ] ~~The eastern half~~",
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("start", "quay"),
            "error: quay is in progress already\nhelp: nothing was written\n",
        ),
        (
            ("resume", "quay#2"),
            (
                "error: quay#2 is not started, and can only be resumed when it is paused\n"
                "help: possible now: `trueplan start quay#2` or `trueplan complete quay#2` or "
                "`trueplan cancel quay#2 --because …`\n"
            ),
        ),
        (
            ("reopen", "quay#2", "--because", "x"),
            (
                "error: quay#2 is not started, and can only be reopened when it is completed or "
                "cancelled\nhelp: possible now: `trueplan start quay#2` or "
                "`trueplan complete quay#2` "
                "or `trueplan cancel quay#2 --because …`\n"
            ),
        ),
    ],
)
def test_a_move_that_is_not_possible(
    words: tuple[str, ...], message: str, quay: Path, run_move: Move
) -> None:
    assert run_move(*words) == (1, "", message)
    assert differences(quay) == []


def test_an_index_that_leads_out_is_left_and_told(
    quay: Path, run_move: Move, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "README.md"
    index = quay / "docs/plans/README.md"
    outside.write_text(index.read_text())
    index.unlink()
    index.symlink_to(outside)
    before = outside.read_text()
    ran = run_move("pause", "quay", "--because", "a storm")
    assert ran.code == 0
    assert (
        "left docs/plans/README.md  the file is a link that leads out of the repository\n"
        in ran.out + ran.err
    )
    assert outside.read_text() == before


def test_a_phase_of_which_only_its_boxes_tell(make_repository: Make, run_cli: RunCli) -> None:
    plan = "# Plan: Mole\n\n**Status**: Planned\n\n## Phase 1: Stones\n\n- [ ] Heap them\n"
    root = make_repository({"docs/plans/2026-02-03-mole.md": plan})
    ran = run_cli("start", "mole#1", *TODAY, cwd=root)
    assert (ran.code, ran.out, ran.err) == (
        1,
        "",
        (
            "error: nothing but its boxes says how far mole#1 is\n"
            "help: --create-section makes the list of completed phases; or let its boxes tell\n"
        ),
    )
    ran = run_cli(
        "start", "mole#1", "--create-section", "--because", "it is calm", *TODAY, cwd=root
    )
    assert (ran.code, ran.err) == (0, "")
    assert (root / "docs/plans/2026-02-03-mole.md").read_text() == (
        "# Plan: Mole\n\n**Status**: In Progress\n\n## Phase 1: Stones\n\n- [ ] Heap them\n\n"
        "## Progress Tracking\n\n### Completed Phases\n\n- [ ] Phase 1 - In Progress\n\n"
        "## Notes & Learnings\n\n- **2026-03-09**: Phase 1 started: it is calm\n"
    )


def test_a_plan_without_notes(quay: Path, run_move: Move) -> None:
    notes = "## Notes & Learnings\n\n- **2026-02-10**: The sand is deeper than the chart says.\n\n"
    without = write_plan(quay, (notes, ""))
    ran = run_move("pause", "quay", "--because", "a storm")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("error: the plan has no section for notes\nhelp: --create-section")
    assert differences(quay, without) == []
    assert run_move("pause", "quay", "--because", "a storm", "--create-section").code == 0
    assert "## Notes & Learnings\n\n- **2026-03-09**: Paused: a storm\n" in (
        (quay / PLAN_PATH).read_text()
    )


def test_the_words_and_signs_of_the_plan(quay: Path, run_move: Move) -> None:
    """What a plan calls done, it is called here."""
    spoken = write_plan(
        quay,
        ("**Status**: In Progress", "**Status:** ✅ Complete"),
        ("- [ ] Phase 1 - In Progress", "- [x] Phase 1 - ✅ Complete 2026-02-20"),
    )
    assert run_move("reopen", "quay", "--because", "a leak").code == 0
    assert differences(quay, spoken)[:2] == [
        "-**Status:** ✅ Complete",
        "+**Status:** 🚧 In Progress",
    ]


def test_carriage_returns_stay(make_repository: Make, run_cli: RunCli) -> None:
    files = {path: text.replace("\n", "\r\n").encode() for path, text in FILES.items()}
    root = make_repository(files)
    assert run_cli("pause", "quay", "--because", "a storm", *TODAY, cwd=root).code == 0
    for path in files:
        after = (root / path).read_bytes()
        assert after.count(b"\n") == after.count(b"\r\n")


def test_all_of_it_is_one_commit(quay: Path, run_move: Move) -> None:
    put_in_git(quay)
    assert run_move("pause", "quay", "--because", "a storm", "--commit").code == 0
    shown = subprocess.run(
        ["git", "show", "--format=%s", "--name-only"], cwd=quay, capture_output=True, check=True
    )
    assert shown.stdout.decode().split("\n")[:5] == [
        "quay: pause",
        "",
        BACKLOG_PATH,
        PLAN_PATH,
        INDEX_PATH,
    ]


def test_check_is_as_content_as_before(quay: Path, run_move: Move) -> None:
    """No move makes a plan untrue."""

    def errors() -> set[str]:
        found = json.loads(run_move("check", "--format", "json").out)["findings"]
        return {one["code"] for one in found if one["severity"] == "error"}

    run_move("complete", "quay#1")
    assert errors() == set()
    for words in (
        ("start", "quay#2"),
        ("pause", "quay", "--because", "a storm"),
        ("resume", "quay"),
        ("cancel", "quay#3", "--because", "no rails"),
        ("reopen", "quay#3", "--because", "rails"),
        ("cancel", "quay", "--because", "no money"),
        ("reopen", "quay", "--because", "money"),
    ):
        assert run_move(*words).code == 0, words
        assert errors() == set(), words


def test_files_of_this_test() -> None:
    """The index and the backlog agree with the plan to begin with."""
    assert "| In Progress |" in INDEX
    assert "| In Progress |" in BACKLOG

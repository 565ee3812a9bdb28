"""`trueplan retro`: what git and the journals tell, written into the retrospective."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.changes import FILES, PLAN, PLAN_PATH
from tests.cli.conftest import RunCli
from tests.conftest import Make, put_in_git

TODAY = ("--today", "2026-03-25")


def commit(root: Path, day: str, *replaced: tuple[str, str]) -> None:
    """Commit the plan with words replaced, as done on a day."""
    path = root / PLAN_PATH
    text = path.read_text()
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text)
    at = f"{day}T12:00:00+0000"
    subprocess.run(
        ["git", "commit", "--quiet", "--all", "--amend" if not replaced else "--message=Work"]
        + (["--no-edit"] if not replaced else []),
        cwd=root,
        check=True,
        env={**os.environ, "GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at},
    )
    if not replaced:
        subprocess.run(
            ["git", "commit", "--quiet", "--amend", "--no-edit", f"--date={at}"],
            cwd=root,
            check=True,
        )


@pytest.fixture
def worked(make_repository: Make) -> Path:
    """A plan that was planned, worked on, moved, and completed."""
    planned = PLAN.replace("In Progress", "Planned", 1).replace("[x]", "[ ]")
    journal = "docs/dev-journals/2026-02-20-quay.md"
    root = make_repository(
        {**FILES, PLAN_PATH: planned, journal: f"{FILES[journal]}\n**Sessions**: 4\n"}
    )
    put_in_git(root)
    commit(root, "2026-02-02")
    commit(root, "2026-02-05", ("**Status**: Planned", "**Status**: In Progress"))
    commit(root, "2026-02-20", ("[ ] Sort", "[x] Sort"), ("[ ] Drive", "[x] Drive"))
    commit(root, "2026-02-21", ("[x] Drive", "[ ] Drive"), ("2026-03-20", "2026-03-27"))
    commit(root, "2026-03-22", ("[ ]", "[x]"), ("**Status**: In Progress", "**Status**: Completed"))
    return root


def test_facts_of_a_history(worked: Path, run_cli: RunCli) -> None:
    ran = run_cli("retro", "quay", *TODAY, cwd=worked)
    assert ran == (
        0,
        (
            "wrote quay  Sessions: took 5 (counted as the days with a commit to the plan)\n"
            "wrote quay  Started 2026-02-05, 45 days until 2026-03-22\n"
            "wrote quay  Target 2026-03-27, 5 days early; it was moved once: "
            "2026-03-20 to 2026-03-27 on 2026-02-21\n"
            "wrote quay  Scope: 7 of 7 tasks done\n"
            "wrote quay  Reopened: 1 task on 2026-02-21\n"
        ),
        "",
    )
    after = (worked / PLAN_PATH).read_text()
    assert after.endswith(
        "## Retrospective\n\n### Facts\n\n"
        "- Sessions: took 5 (counted as the days with a commit to the plan)\n"
        "- Started 2026-02-05, 45 days until 2026-03-22\n"
        "- Target 2026-03-27, 5 days early; it was moved once: "
        "2026-03-20 to 2026-03-27 on 2026-02-21\n"
        "- Scope: 7 of 7 tasks done\n"
        "- Reopened: 1 task on 2026-02-21\n\n"
        "### What Went Well\n- TBD\n"
    )


def test_twice_is_once(worked: Path, run_cli: RunCli) -> None:
    run_cli("retro", "quay", *TODAY, cwd=worked)
    after = (worked / PLAN_PATH).read_bytes()
    ran = run_cli("retro", "quay", *TODAY, cwd=worked)
    assert ran.code == 0
    assert ran.err == "the facts stand there already; nothing was written\n"
    assert (worked / PLAN_PATH).read_bytes() == after


def test_the_judgement_is_left_to_people(worked: Path, run_cli: RunCli) -> None:
    """Facts alone do not make a retrospective written."""
    path = worked / PLAN_PATH
    path.write_text(path.read_text().replace("**Status**: Completed", "**Status**: In Progress"))
    run_cli("retro", "quay", *TODAY, cwd=worked)
    for phase in ("1", "2", "3"):
        run_cli("complete", f"quay#{phase}", *TODAY, cwd=worked)
    ran = run_cli("complete", "quay", *TODAY, cwd=worked)
    assert ran.code == 1
    assert "  the retrospective says nothing of its own yet\n" in ran.err


def test_a_plan_without_a_retrospective(make_repository: Make, run_cli: RunCli) -> None:
    head, _, _ = PLAN.partition("## Retrospective")
    root = make_repository({PLAN_PATH: head})
    assert run_cli("retro", "quay", *TODAY, cwd=root) == (
        1,
        "",
        ("error: the plan has no retrospective\nhelp: --create-section writes one at its end\n"),
    )
    assert run_cli("retro", "quay", "--create-section", *TODAY, cwd=root).code == 0
    assert "### Facts\n\n- Created 2026-02-02, " in (root / PLAN_PATH).read_text()

"""`trueplan archive`, on real files."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.changes import FILES, INDEX_PATH, PLAN, PLAN_PATH
from tests.cli.conftest import RunCli
from tests.conftest import SHARED, Make, put_in_git, replay
from trueplan.app.archive import AskedArchive, archive
from trueplan.app.check import check_repository
from trueplan.app.plan_files import PlanFile, read_plan_files
from trueplan.app.repository import open_repository, survey
from trueplan.errors import Refused

TARGET = "docs/plans/archive/2026-02-02-quay.md"
OVER = {**FILES, PLAN_PATH: PLAN.replace("**Status**: In Progress", "**Status**: Completed")}


def test_the_plan_and_every_link_to_it(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository(
        {
            **OVER,
            "README.md": "See [the quay](docs/plans/2026-02-02-quay.md#notes--learnings).\n",
            "docs/adr/0001-wood.md": "`docs/plans/2026-02-02-quay.md` wants wood.\n",
        }
    )
    assert run_cli("archive", "quay", cwd=root) == (
        0,
        (
            f"archived quay  {TARGET}\n"
            f"repaired {TARGET}  2 links\n"
            "repaired BACKLOG.md  1 link\n"
            "repaired README.md  1 link\n"
            "repaired docs/dev-journals/2026-02-20-quay.md  1 link\n"
            "repaired docs/plans/README.md  1 link\n"
        ),
        f"docs/adr/0001-wood.md:1 names {PLAN_PATH} in code, which is left as it is\n",
    )
    assert not (root / PLAN_PATH).exists()
    assert (root / TARGET).read_text() == OVER[PLAN_PATH].replace(
        "(../../BACKLOG.md)", "(../../../BACKLOG.md)"
    ).replace("(../dev-journals", "(../../dev-journals")
    assert "| [Quay](archive/2026-02-02-quay.md) |" in (root / INDEX_PATH).read_text()
    assert (root / "README.md").read_text() == (
        "See [the quay](docs/plans/archive/2026-02-02-quay.md#notes--learnings).\n"
    )


def test_a_plan_that_is_not_over(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository(FILES)
    assert run_cli("archive", "quay", cwd=root) == (
        1,
        "",
        (
            "error: quay is in progress, and is archived when it is over\n"
            "help: `trueplan complete quay` or `trueplan cancel quay --because …` first, or "
            "--force --because “…”\n"
        ),
    )
    assert run_cli("archive", "quay", "--force", cwd=root).code == 2
    ran = run_cli(
        *("archive", "quay", "--force", "--because", "the quay sank", "--today", "2026-03-09"),
        cwd=root,
    )
    assert ran.code == 0
    assert (
        "- **2026-03-09**: Archived although it was in progress: the quay sank\n"
        in (root / TARGET).read_text()
    )


def test_the_folder_that_the_repository_has(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({**OVER, "docs/plans/completed/2025-01-01-crane.md": PLAN})
    assert run_cli("archive", "quay", cwd=root).code == 0
    assert (root / "docs/plans/completed/2026-02-02-quay.md").is_file()


def test_twice(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository(OVER)
    run_cli("archive", "quay", cwd=root)
    assert run_cli("archive", "quay", cwd=root) == (
        1,
        "",
        f"error: {TARGET} is in the archive already\nhelp: nothing was written\n",
    )


def test_a_file_is_in_the_way(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({**OVER, TARGET: "# Another\n"})
    ran = run_cli("archive", PLAN_PATH, cwd=root)
    assert (ran.code, ran.err) == (
        1,
        (
            f"error: {TARGET} is there already\n"
            f"help: nothing was written; rename {PLAN_PATH} first\n"
        ),
    )


def test_several_that_link_to_each_other(make_repository: Make, run_cli: RunCli) -> None:
    crane = OVER[PLAN_PATH].replace("Quay", "Crane") + "\nAfter [the quay](2026-02-02-quay.md).\n"
    root = make_repository({**OVER, "docs/plans/2026-02-03-crane.md": crane})
    assert run_cli("archive", "quay", "crane", cwd=root).code == 0
    assert "After [the quay](2026-02-02-quay.md).\n" in (
        (root / "docs/plans/archive/2026-02-03-crane.md").read_text()
    )


def test_it_is_one_commit(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository(OVER)
    put_in_git(root)
    assert run_cli("archive", "quay", "--commit", cwd=root).code == 0
    shown = subprocess.run(
        ["git", "show", "--format=%s", "--name-status", "-M"],
        cwd=root,
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split("\n")
    assert shown[0] == "quay: archive"
    assert any(line.startswith("R") and line.endswith(TARGET) for line in shown)
    status = subprocess.run(
        ["git", "status", "--porcelain"], cwd=root, capture_output=True, check=True
    )
    assert status.stdout == b""


def test_a_file_behind_two_names_is_written_once(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({**OVER, "README.md": f"[the quay]({PLAN_PATH})\n"})
    (root / "CLAUDE.md").symlink_to("README.md")
    assert "repaired README.md  1 link\n" in run_cli("archive", "quay", cwd=root).out
    assert (root / "CLAUDE.md").is_symlink()
    assert (root / "CLAUDE.md").read_text() == f"[the quay]({TARGET})\n"


def test_a_plan_that_is_a_link(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"real/x.md": OVER[PLAN_PATH], "docs/plans/README.md": "# Plans\n"})
    (root / "docs/plans/2026-02-02-quay.md").symlink_to("../../real/x.md")
    assert run_cli("archive", "quay", cwd=root)[::2] == (
        1,
        (
            f"error: {PLAN_PATH} is a link to another file\n"
            "help: nothing was written; archive that one\n"
        ),
    )


def test_a_symbolic_link_to_the_plan_is_told(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository(OVER)
    (root / "docs/plans/current.md").symlink_to("2026-02-02-quay.md")
    ran = run_cli("archive", "quay", cwd=root)
    assert ran.code == 0
    told = f"docs/plans/current.md is a symbolic link to {PLAN_PATH}: let it lead to {TARGET}\n"
    assert ran.err.endswith(told)


def test_a_folder_that_git_ignores(make_repository: Make, run_cli: RunCli) -> None:
    """The plan would be gone from every clone."""
    root = make_repository({**OVER, ".gitignore": "archive/\n"})
    put_in_git(root)
    ran = run_cli("archive", "quay", "--commit", cwd=root)
    assert (ran.code, ran.err.splitlines()[0]) == (
        1,
        f"error: git ignores {TARGET}, so the plan would be gone from the repository",
    )
    assert (root / PLAN_PATH).exists()


def test_what_is_anywhere_in_an_archive(make_repository: Make, run_cli: RunCli) -> None:
    path = "docs/plans/archive/2025/plan.md"
    root = make_repository({path: OVER[PLAN_PATH]})
    ran = run_cli("archive", path, cwd=root)
    assert (ran.code, ran.err.splitlines()[0]) == (1, f"error: {path} is in the archive already")


def test_what_git_ignores_is_not_written(make_repository: Make, run_cli: RunCli) -> None:
    link = f"[the quay](../{PLAN_PATH})\n"
    root = make_repository({**OVER, ".gitignore": "scratch/\n", "scratch/todo.md": link})
    put_in_git(root)
    assert run_cli("archive", "quay", "--commit", cwd=root).code == 0
    assert (root / "scratch/todo.md").read_text() == link
    status = ["git", "status", "--porcelain"]
    assert subprocess.run(status, cwd=root, capture_output=True, check=True).stdout == b""


def test_what_was_accepted_stays_accepted(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository(OVER)
    today = ("--today", "2026-03-10")
    accept = ("accept", "TP201", "quay", "--because", "the rest is another plan's", *today)
    assert run_cli(*accept, cwd=root).code == 0
    assert run_cli("archive", "quay", cwd=root).code == 0
    assert f'plan = "{TARGET}"\n' in (root / ".trueplan/accepted.toml").read_text()
    assert "TP201" not in run_cli("check", *today, cwd=root).out


def test_a_digest_is_that_of_the_plan(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository(OVER)
    ran = run_cli("archive", "quay", "--digest", "0" * 64, cwd=root)
    assert (ran.code, (root / PLAN_PATH).exists()) == (3, True)


def count_dead(root: Path) -> int:
    """The links of all documents that lead nowhere."""
    report = check_repository(open_repository(root), "2026-03-09")
    return sum(one.code in ("TP401", "TP402") for one in report.findings)


@pytest.mark.parametrize("name", ["clubs", "anon-identity", "seva", "parrotink"])
def test_not_one_dead_link_more(name: str, tmp_path: Path) -> None:
    """Every plan of a real repository is archived, and what led somewhere still does."""
    stream = SHARED / "histories" / f"{name}.fi.gz"
    if not stream.is_file():
        pytest.skip("the folder shared/histories is not beside the project")
    root = replay(stream, tmp_path / name)
    repository = open_repository(root)
    before = count_dead(root)
    plans = [
        one.path
        for one in read_plan_files(repository, survey(repository))
        if isinstance(one, PlanFile)
    ]
    asked = AskedArchive("2026-03-09", "to see what happens", force=True, create_section=True)
    archived = 0
    for path in plans:
        try:
            archive((path,), root, asked)
        except Refused:  # it is in the archive, or one of the same name is
            continue
        archived += 1
        assert not (root / path).exists()
    assert archived
    assert count_dead(root) == before
    shutil.rmtree(root)

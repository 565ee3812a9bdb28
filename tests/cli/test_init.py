"""`trueplan init`: what is made where nothing is, and where much is."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.cli.changes import FILES
from tests.cli.conftest import RunCli
from tests.conftest import Make, put_in_git

TODAY = ("--today", "2026-03-10")
DRIVER = (
    "if command -v trueplan >/dev/null; "
    "then trueplan merge-driver %O %A %B --path %P --marker-size %L; "
    "else git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B; fi"
)
SET = "set git config merge.trueplan.name\nset git config merge.trueplan.driver\n"
MADE = (
    "made trueplan.toml\n"
    "made docs/plans/README.md\n"
    "made docs/adr/README.md\n"
    "made docs/dev-journals/README.md\n"
    "made BACKLOG.md\n"
)
NEXT = '`trueplan new "Topic"` makes the first plan\n'


def git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False)
    return done.stdout


def files_of(root: Path) -> dict[str, str]:
    return {
        str(path.relative_to(root)): path.read_text()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".git" not in path.relative_to(root).parts
    }


def test_where_nothing_is(tmp_path: Path, run_cli: RunCli) -> None:
    put_in_git(tmp_path)
    ran = run_cli("init", "--commit", cwd=tmp_path)
    lines = ran.out.split("\n")
    assert "\n".join(lines[:-2]) + "\n" == MADE + "made .gitattributes\n" + SET
    assert lines[-2].startswith("commit ")
    assert lines[-2].endswith("  Set up Trueplan")
    assert ran.err == NEXT
    assert git(tmp_path, "status", "--short") == ""
    assert git(tmp_path, "config", "merge.trueplan.driver") == f"{DRIVER}\n"
    assert (tmp_path / ".gitattributes").read_text() == (
        "/docs/plans/**/*.md merge=trueplan\n/BACKLOG.md merge=trueplan\n"
    )
    assert (tmp_path / "docs/plans/README.md").read_text() == (
        "# Plans\n\n"
        'One file per plan, named by the day that it was made: `trueplan new "Topic"`.\n'
        "[Decisions](../adr/README.md) say why, [journals](../dev-journals/README.md) say what was "
        "done, [the backlog](../../BACKLOG.md) says what is wanted.\n\n"
        "| Plan | Status | Created | Target | Phases | Owner |\n"
        "|------|--------|---------|--------|--------|-------|\n"
    )
    before = files_of(tmp_path)
    assert run_cli("init", cwd=tmp_path) == (0, "", "nothing to do: all of it is there\n")
    assert files_of(tmp_path) == before


def test_git_knows_the_driver_of_each_file(tmp_path: Path, run_cli: RunCli) -> None:
    put_in_git(tmp_path)
    run_cli("init", cwd=tmp_path)
    for path in ("docs/plans/README.md", "docs/plans/a.md", "docs/plans/old/a.md", "BACKLOG.md"):
        assert git(tmp_path, "check-attr", "merge", path) == f"{path}: merge: trueplan\n"
    assert git(tmp_path, "check-attr", "merge", "README.md") == "README.md: merge: unspecified\n"


def test_then_a_plan(tmp_path: Path, run_cli: RunCli) -> None:
    """After it a new plan is listed, and nothing is untrue; the backlog takes its first item."""
    put_in_git(tmp_path)
    run_cli("init", cwd=tmp_path)
    run_cli("new", "Harbour lights", "--phases", "2", *TODAY, cwd=tmp_path)
    assert (
        (tmp_path / "docs/plans/README.md")
        .read_text()
        .endswith(
            "| [Harbour lights](2026-03-10-harbour-lights.md) | Planned | 2026-03-10 |  "
            "| 2 | Wren |\n"
        )
    )
    assert run_cli("check", *TODAY, cwd=tmp_path) == (
        0,
        "nothing untrue in 1 plan and 2 other documents.\n",
        "",
    )
    assert run_cli("list", cwd=tmp_path).out == (
        "plan            status   phases  tasks  target  owner\n"
        "harbour-lights  planned     0/2      -  -       Wren\n"
    )
    ran = run_cli("backlog", "add", "Pay by card", "--prefix", "HAR", cwd=tmp_path)
    assert ran.code == 0
    assert run_cli("check", *TODAY, cwd=tmp_path).code == 0


def test_dry_run_shows_all_of_it(tmp_path: Path, run_cli: RunCli) -> None:
    put_in_git(tmp_path)
    ran = run_cli("init", "--dry-run", cwd=tmp_path)
    for path in ("trueplan.toml", "docs/adr/README.md", "BACKLOG.md", ".gitattributes"):
        assert f"--- /dev/null\n+++ b/{path}\n" in ran.out
    assert ran.err == (
        "would set git config merge.trueplan.name\n"
        f"would set git config merge.trueplan.driver\n{NEXT}nothing was written\n"
    )
    assert files_of(tmp_path) == {}
    assert git(tmp_path, "config", "--local", "--get-regexp", "merge.trueplan") == ""


def test_outside_of_git(tmp_path: Path, run_cli: RunCli) -> None:
    waits = "this is not in git; run it again once it is, for the merge driver\n"
    assert run_cli("init", cwd=tmp_path) == (0, MADE, waits + NEXT)
    assert run_cli("init", cwd=tmp_path) == (
        0,
        "",
        "nothing to do: all of it is there\n" + waits,
    )
    put_in_git(tmp_path)
    assert run_cli("init", cwd=tmp_path).out == "made .gitattributes\n" + SET


def test_where_all_is_there(harbour: Path, run_cli: RunCli) -> None:
    """The example repository lacks nothing but the merge driver."""
    put_in_git(harbour)
    before = files_of(harbour)
    assert run_cli("init", cwd=harbour) == (0, "made .gitattributes\n" + SET, "")
    after = files_of(harbour)
    assert after.pop(".gitattributes") == (
        "/docs/plans/**/*.md merge=trueplan\n/BACKLOG.md merge=trueplan\n"
    )
    assert after == before


def test_where_plans_are_elsewhere(make_repository: Make, run_cli: RunCli) -> None:
    """The new files go beside the plans; those there are keep their bytes and get their rows."""
    plan = FILES["docs/plans/2026-02-02-quay.md"]
    attributes = "*.png binary\r\n*.md text"
    root = make_repository(
        {
            "crew/plans/2026-02-02-quay.md": plan,
            "crew/plans/archive/2025-01-01-old.md": plan,
            "crew/decisions/0007-why.md": "# Why\n",
            "wanted/BACKLOG.md": "# Backlog\n",
            ".gitattributes": attributes,
        }
    )
    put_in_git(root)
    assert run_cli("init", cwd=root) == (
        0,
        (
            "made trueplan.toml\n"
            "made crew/plans/README.md\n"
            "made crew/dev-journals/README.md\n"
            f"updated .gitattributes  the merge driver\n{SET}"
        ),
        "",
    )
    assert (root / ".gitattributes").read_bytes().decode() == (
        f"{attributes}\r\n"
        "/crew/plans/**/*.md merge=trueplan\r\n"
        "/wanted/BACKLOG.md merge=trueplan\r\n"
    )
    index = (root / "crew/plans/README.md").read_text()
    assert "[Decisions](../decisions) say why, " in index
    assert index.endswith(
        "| [Quay](2026-02-02-quay.md) | In Progress | 2026-02-02 | 2026-03-20 | 3 | Wren |\n"
    )


def test_where_each_plan_has_a_folder(make_repository: Make, run_cli: RunCli) -> None:
    """No index is made for them, and none is made twice."""
    plan = FILES["docs/plans/2026-02-02-quay.md"]
    root = make_repository({"tracks/a b/plan.md": plan, "tracks/c/plan.md": plan})
    put_in_git(root)
    ran = run_cli("init", cwd=root)
    assert "README.md\nmade docs/dev-journals" in ran.out or "made dev-journals" in ran.out
    assert "plans/README.md" not in ran.out
    assert ran.err == (
        "plans are kept each by itself (tracks/a b/plan.md and others), so no index is made\n"
    )
    assert git(root, "check-attr", "merge", "tracks/a b/plan.md") == (
        "tracks/a b/plan.md: merge: trueplan\n"
    )


def test_an_index_without_a_table_stays(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({**FILES, "docs/plans/README.md": "# Plans\n\nSee below.\n"})
    put_in_git(root)
    ran = run_cli("init", cwd=root)
    assert ran.err == (
        "docs/plans/README.md has no table of plans; `trueplan index --create` makes one\n"
    )
    assert (root / "docs/plans/README.md").read_text() == "# Plans\n\nSee below.\n"


def test_a_driver_of_ones_own_stays(tmp_path: Path, run_cli: RunCli) -> None:
    put_in_git(tmp_path)
    git(tmp_path, "config", "merge.trueplan.driver", "mine %A")
    run_cli("init", cwd=tmp_path)
    assert git(tmp_path, "config", "merge.trueplan.driver") == "mine %A\n"


def test_with_a_template(tmp_path: Path, run_cli: RunCli) -> None:
    """It is taken for new plans, and for no plan itself."""
    put_in_git(tmp_path)
    ran = run_cli("init", "--template", cwd=tmp_path)
    assert "made docs/plans/TEMPLATE.md\n" in ran.out
    run_cli("new", "Harbour lights", *TODAY, cwd=tmp_path)
    made = (tmp_path / "docs/plans/2026-03-10-harbour-lights.md").read_text()
    assert made.startswith(
        "# Implementation Plan: Harbour lights\n\n**Status**: Planned\n**Created**: 2026-03-10\n"
        "**Owner**: Wren\n**Target Completion**: TBD\n"
    )
    assert run_cli("check", *TODAY, cwd=tmp_path).code == 0
    ran = run_cli("init", "--template", cwd=tmp_path)
    assert ran.err == (
        "nothing to do: all of it is there\nthere is a template already; it stays as it is\n"
    )


def test_nothing_absolute_is_written(tmp_path: Path, run_cli: RunCli) -> None:
    put_in_git(tmp_path)
    run_cli("init", "--template", cwd=tmp_path)
    run_cli("new", "Harbour lights", *TODAY, cwd=tmp_path)
    assert not [path for path, text in files_of(tmp_path).items() if str(tmp_path) in text]

"""`trueplan check --fix` and its kin: what changes, what does not, what is refused."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import RunCli
from tests.cli.samples import FILES, INDEX, INDEX_PATH, LAMPS, LAMPS_PATH, SELECT
from tests.conftest import Make
from trueplan.app import fix
from trueplan.app.check import Report, check_repository
from trueplan.app.repository import open_repository
from trueplan.lint.finding import Finding, Fix, Place
from trueplan.text import Edit, Span

ROW = "| [Harbour lights](2026-03-02-harbour-lights.md) | In Progress |\n"


def test_safe_fixes(make_repository: Make, run_cli: RunCli) -> None:
    """The index gets its row, nothing else changes, and the rest is reported."""
    root = make_repository(FILES)
    ran = run_cli("check", *SELECT, "--fix", cwd=root)
    assert (root / INDEX_PATH).read_text() == INDEX + ROW
    assert (root / LAMPS_PATH).read_text() == LAMPS
    assert ran.out.startswith(
        "fixed  docs/plans/README.md:3  TP408  add a row for 2026-03-02-harbour-lights.md\n\n"
        "docs/plans/2026-03-02-harbour-lights.md:3:13: note TP203"
    )
    assert ran.out.endswith(
        "\n1 fixed; 2 errors, 1 note in 2 of 2 plans. "
        "1 can be fixed with `trueplan check --unsafe-fixes`.\n"
    )
    again = run_cli("check", *SELECT, "--fix", cwd=root)
    assert "fixed " not in again.out.partition("note TP203")[0]
    assert (root / INDEX_PATH).read_text() == INDEX + ROW


def test_unsafe_fixes_and_what_follows_from_them(make_repository: Make, run_cli: RunCli) -> None:
    """A second round sees what the first has made of the files."""
    root = make_repository(FILES)
    ran = run_cli(
        "check", "--select", "TP203,TP408,TP409", "--unsafe-fixes", "--format", "json", cwd=root
    )
    assert "**Status**: Completed" in (root / LAMPS_PATH).read_text()
    assert (root / INDEX_PATH).read_text() == INDEX + ROW.replace("In Progress", "Completed")
    answer = json.loads(ran.out)
    assert answer["findings"] == []
    assert {one["code"] for one in answer["fixed"]} == {"TP203", "TP408", "TP409"}
    assert ran.code == 0


def test_diff_writes_nothing_and_git_takes_it(make_repository: Make, run_cli: RunCli) -> None:
    """Also with CRLF and without a final newline."""
    files = {
        **FILES,
        INDEX_PATH: INDEX.rstrip("\n").replace("\n", "\r\n"),
        LAMPS_PATH: LAMPS.replace("# Impl", "# “Impl"),
    }
    root = make_repository(files)
    (root / ".git").rmdir()
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    ran = run_cli("check", *SELECT, "--unsafe-fixes", "--diff", cwd=root)
    assert (root / INDEX_PATH).read_bytes() == files[INDEX_PATH].encode()
    assert ran.err == "2 fixes in 2 files\n"
    assert ran.code == 1
    subprocess.run(["git", "apply"], cwd=root, check=True, input=ran.out.encode())
    by_patch = [(root / path).read_bytes() for path in (INDEX_PATH, LAMPS_PATH)]
    make_repository(files)
    run_cli("check", *SELECT, "--unsafe-fixes", cwd=root)
    assert [(root / path).read_bytes() for path in (INDEX_PATH, LAMPS_PATH)] == by_patch


def test_diff_in_full(make_repository: Make, run_cli: RunCli) -> None:
    ran = run_cli("check", *SELECT, "--diff", cwd=make_repository(FILES))
    assert ran.out == (
        "--- a/docs/plans/README.md\n"
        "+++ b/docs/plans/README.md\n"
        "@@ -3,3 +3,4 @@\n"
        " | Plan | Status |\n"
        " |------|--------|\n"
        " | [Crane](2026-03-05-crane.md) | Completed |\n"
        f"+{ROW}"
    )


def test_conflict(make_repository: Make, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that changes while it is fixed stays as somebody left it; so do the others."""
    root = make_repository(FILES)

    def check_and_disturb(*arguments: object) -> Report:
        report = check_repository(*arguments)  # type: ignore[arg-type]
        if not report.findings:
            (root / INDEX_PATH).write_text("somebody's\n", encoding="utf-8")
        return report

    monkeypatch.setattr(fix, "check_repository", check_and_disturb)
    ran = run_cli("check", "--select", "TP203,TP408", "--unsafe-fixes", cwd=root)
    assert ran == (
        3,
        "",
        (
            "error: docs/plans/README.md changed while it was read\n"
            "help: nothing was written; run the command again\n"
        ),
    )
    assert (root / INDEX_PATH).read_text() == "somebody's\n"
    assert (root / LAMPS_PATH).read_text() == LAMPS


def _finding(code: str, *edits: Edit) -> Finding:
    place = Place(1, 1, 1, 1, "")
    return Finding(
        code, "name", "note", "a.md", Span(0, 0), place, code, "", None, code, (), Fix(code, edits)
    )


def test_fixes_that_touch_wait_for_each_other() -> None:
    """The first comes first; one rule may insert several things at one place."""
    whole, inner, after = (
        _finding("TP1", Edit(0, 9, "x")),
        _finding("TP2", Edit(3, 4, "y")),
        _finding("TP3", Edit(12, 12, "z")),
    )
    more = [_finding("TP3", Edit(12, 12, "w")), _finding("TP4", Edit(12, 12, "v"))]
    chosen, edits = fix._choose([whole, inner, after, *more])
    assert [one.code for one in chosen] == ["TP1", "TP3", "TP3"]
    assert edits == [Edit(0, 9, "x"), Edit(12, 12, "z"), Edit(12, 12, "w")]


def test_many_rows_in_one_round(make_repository: Make) -> None:
    """Twenty plans that the index misses are twenty rows, in their order."""
    plan = "# Implementation Plan: Mast\n\n**Status**: Planned\n\n## Phases\n\n- [ ] Order it\n"
    files = {f"docs/plans/2026-03-02-mast-{number:02}.md": plan for number in range(20)}
    root = make_repository({**files, INDEX_PATH: INDEX})
    repository = open_repository(root)
    fixing = fix.plan_fixes(repository, "2026-03-10", (INDEX_PATH,))
    assert fixing.settled
    fix.write_fixes(repository, fixing)
    rows = [line for line in (root / INDEX_PATH).read_text().split("\n") if "mast-" in line]
    assert rows == sorted(rows)
    assert len(rows) == 20


def test_linked_plan_is_fixed_where_it_lies(make_repository: Make, run_cli: RunCli) -> None:
    """A link to a plan stays a link."""
    root = make_repository({"kept/lights.md": LAMPS})
    (root / "docs/plans").mkdir(parents=True)
    (root / LAMPS_PATH).symlink_to(root / "kept/lights.md")
    run_cli("check", "--select", "TP203", "--unsafe-fixes", cwd=root)
    assert (root / LAMPS_PATH).is_symlink()
    assert "**Status**: Completed" in Path(root / "kept/lights.md").read_text()

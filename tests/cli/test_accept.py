"""`trueplan accept`: the life of an accepted finding."""

from __future__ import annotations

import json
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.cli.conftest import RunCli
from tests.cli.samples import CRANE, CRANE_PATH, FILES, LAMPS_PATH, SELECT
from tests.conftest import Make

ACCEPT = ("accept", "TP201", "crane", "--because", "the rest is HAR-005", "--today", "2026-03-10")


def test_quiet_until_it_changes(make_repository: Make, run_cli: RunCli) -> None:
    """Accepted, it is quiet; as soon as it sees something else, it speaks again."""
    root = make_repository(FILES)
    check = ("check", "--select", "TP201")
    assert run_cli(*check, cwd=root).code == 1
    ran = run_cli(*ACCEPT, cwd=root)
    assert ran == (
        0,
        (
            f"accepted 1 finding of TP201 completed-with-open-work in {CRANE_PATH}\n"
            "     3   the status says “Completed”, but 1 task is open\n"
            "written to .trueplan/accepted.toml\n"
        ),
        "",
    )
    quiet = run_cli(*check, cwd=root)
    assert quiet == (0, "nothing untrue in 2 plans and 1 other document; 1 accepted.\n", "")
    (root / CRANE_PATH).write_text("\n\n" + CRANE, encoding="utf-8")  # moved, not changed
    assert run_cli(*check, cwd=root).code == 0
    (root / CRANE_PATH).write_text(CRANE + "- [ ] Paint it\n", encoding="utf-8")
    loud = run_cli(*check, cwd=root)
    assert loud.code == 1
    assert loud.out.endswith(
        "1 error in 1 of 2 plans.\n"
        f"TP201 of {CRANE_PATH} is accepted but found no more: "
        "delete its entry in .trueplan/accepted.toml\n"
    )
    told = json.loads(run_cli(*check, "--format", "json", cwd=root).out)
    assert (told["summary"]["accepted"], told["summary"]["stale"]) == (0, 1)
    one_file = run_cli(*check, LAMPS_PATH, cwd=root)
    assert one_file == (0, "nothing untrue in 1 plan.\n", "")


def test_what_is_written(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository(FILES)
    (root / ".git").rmdir()
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "-q"], cwd=root, check=True)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "begin"], cwd=root, check=True)
    head = subprocess.run(
        [*git, "rev-parse", "HEAD"], cwd=root, check=True, capture_output=True, text=True
    ).stdout.strip()
    run_cli(*ACCEPT, cwd=root)
    run_cli("accept", "dead-link", f"{LAMPS_PATH}:4:19", "--because", 'a "quote"', cwd=root)
    entries = tomllib.loads((root / ".trueplan/accepted.toml").read_text())["accepted"]
    assert entries[0] == {
        "rule": "TP201",
        "plan": CRANE_PATH,
        "seen": entries[0]["seen"],
        "because": "the rest is HAR-005",
        "commit": head,
        "date": "2026-03-10",
    }
    assert (entries[1]["rule"], entries[1]["because"]) == ("TP401", 'a "quote"')


def test_accepted_ones_can_be_shown(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository(FILES)
    run_cli(*ACCEPT, cwd=root)
    ran = run_cli("check", "--select", "TP201", "--accepted", cwd=root)
    assert ran.code == 0
    assert ran.out.startswith(
        "docs/plans/2026-03-05-crane.md:3:13: error TP201 completed-with-open-work (accepted)\n"
    )
    answer = json.loads(run_cli("check", *SELECT, "--accepted", "--format=json", cwd=root).out)
    assert [one["code"] for one in answer["findings"] if one["accepted"]] == ["TP201"]
    assert answer["summary"]["accepted"] == 1


@pytest.mark.parametrize(
    ("words", "err"),
    [
        (
            ("TP201", "harbour-lights", "--because", "x"),
            f"error: TP201 finds nothing in {LAMPS_PATH}\nhelp: found in the file: ",
        ),
        (("TP201", "crane", "--because", " "), "error: an acceptance needs a reason\nhelp: say"),
        (("TP201", "crane"), "error: an acceptance needs a reason\n"),
        (("TP2019", "crane", "--because", "x"), "error: there is no rule TP2019\nhelp: did you"),
        (("TP201", "cranberry", "--because", "x"), "error: no plan is called cranberry\n"),
        (("TP201", "docs", "--because", "x"), "error: docs is no file\n"),
        (("TP201", "crane:7", "--because", "x"), f"error: TP201 finds nothing in {CRANE_PATH}:7\n"),
        (("TP201",), "error: required: PLAN\n"),
    ],
)
def test_refused(words: tuple[str, ...], err: str, make_repository: Make, run_cli: RunCli) -> None:
    """Nothing to accept, no reason, no such rule or plan: said, and nothing is written."""
    root = make_repository(FILES)
    ran = run_cli("accept", *words, cwd=root)
    assert ran.code == 2
    assert ran.err.startswith(err)
    assert not (root / ".trueplan").exists()


def test_twice(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository(FILES)
    run_cli(*ACCEPT, cwd=root)
    before = Path(root / ".trueplan/accepted.toml").read_bytes()
    ran = run_cli(*ACCEPT, cwd=root)
    assert ran == (
        2,
        "",
        (
            f"error: TP201 in {CRANE_PATH} is accepted already\n"
            "help: its reason stands in .trueplan/accepted.toml\n"
        ),
    )
    assert Path(root / ".trueplan/accepted.toml").read_bytes() == before


def test_a_companion_by_its_path(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository(FILES)
    ran = run_cli("accept", "index-misses-plan", "README.md", "--because", "x",
                  cwd=root / "docs/plans")  # fmt: skip
    assert ran.out.startswith("accepted 1 finding of TP408 index-misses-plan in README.md\n")
    assert run_cli("check", "--select", "TP408", "--fail-on=note", cwd=root).code == 0

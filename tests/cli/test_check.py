"""`trueplan check`: whole outputs and exit codes."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import RunCli
from tests.cli.samples import CRANE, CRANE_PATH, FILES, INDEX_PATH, LAMPS_PATH, SELECT
from tests.conftest import Make

TEXT = """\
docs/plans/2026-03-02-harbour-lights.md:3:13: note TP203 done-but-status-open
  all 3 tasks are done, but the status says “In Progress”

    3 │ **Status**: In Progress
      │             ^^^^^^^^^^^ still open
  help: set the status to Completed, or add the work that is left
   fix: set the status to Completed (`--unsafe-fixes`)

docs/plans/2026-03-02-harbour-lights.md:4:19: error TP401 dead-link
  the link leads to docs/adr/0001-masts.md, which does not exist

    4 │ **Related ADRs**: [the masts](../adr/0001-masts.md)
      │                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no such file
  help: correct the path, or remove the link

docs/plans/2026-03-05-crane.md:3:13: error TP201 completed-with-open-work
  the status says “Completed”, but 1 task is open

    3 │ **Status**: Completed
      │             ^^^^^^^^^ completed, it says
   10 │ - [ ] 測る the ground  open
  help: tick what was done, strike through what was dropped, or set the status
        back

docs/plans/README.md:3:1: warning TP408 index-misses-plan
  the index does not list 2026-03-02-harbour-lights.md

    3 │ | Plan | Status |
      │ ^^^^^^^^^^^^^^^^^ no row for it
  help: add a row for it
   fix: add a row for 2026-03-02-harbour-lights.md (`--fix`)

2 errors, 1 warning, 1 note in 2 of 2 plans and 1 other document. \
1 can be fixed with `trueplan check --fix`, 1 more with `--unsafe-fixes`.
"""


def test_text_in_full(make_repository: Make, run_cli: RunCli) -> None:
    """Fact, place, help; then one line that sums up; errors make it exit with 1."""
    ran = run_cli("check", *SELECT, cwd=make_repository(FILES))
    assert ran.out == TEXT
    assert ran.err == ""
    assert ran.code == 1


def test_paths_are_those_of_the_folder(make_repository: Make, run_cli: RunCli) -> None:
    """What is printed can be pasted where it was printed."""
    root = make_repository(FILES)
    ran = run_cli("check", *SELECT, "2026-03-05-crane.md", cwd=root / "docs/plans")
    assert ran.out.startswith("2026-03-05-crane.md:3:13: error TP201")
    away = run_cli("-C", "docs", "check", *SELECT, "plans/2026-03-05-crane.md", cwd=root)
    assert away.out.startswith("plans/2026-03-05-crane.md:3:13: error TP201")


def test_a_plan_is_named_by_its_reference(make_repository: Make, run_cli: RunCli) -> None:
    ran = run_cli("check", *SELECT, "crane", "--statistics", cwd=make_repository(FILES))
    assert ran.out == ("1  TP201  completed-with-open-work  error\n\n1 error in 1 of 1 plan.\n")


def test_a_file_of_another_repository(
    make_repository: Make, run_cli: RunCli, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The repository around the file is opened, not the one around the terminal."""
    make_repository(FILES)
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "notes.md"
    elsewhere.write_text(CRANE, encoding="utf-8")
    ran = run_cli("check", *SELECT, str(elsewhere))
    assert ran.code == 1
    assert "notes.md:3:13: error TP201" in ran.out
    assert ran.err == "not in git: ignored files are checked too, and rules TP7xx have no past\n"


def test_part_of_a_repository_is_in_git(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"part/trueplan.toml": "", f"part/{CRANE_PATH}": CRANE})
    ran = run_cli("check", "--select", "TP504", cwd=root / "part")
    assert ran == (0, "nothing untrue in 1 plan.\n", "")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--fail-on", "never"), 0),
        (("--ignore", "TP201,dead-link"), 0),
        (("--ignore", "TP201,TP401", "--fail-on", "warning"), 1),
        (("--ignore", "TP201,TP4", "--fail-on", "warning"), 0),
        (("--ignore", "TP201,TP4", "--fail-on", "note"), 1),
    ],
)
def test_what_fails(
    words: tuple[str, ...], code: int, make_repository: Make, run_cli: RunCli
) -> None:
    assert run_cli("check", *SELECT, *words, cwd=make_repository(FILES)).code == code


def test_configuration_says_what_fails(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({**FILES, "trueplan.toml": "[check]\nfail-on = 'never'\n"})
    assert run_cli("check", *SELECT, cwd=root).code == 0
    assert run_cli("check", *SELECT, "--fail-on", "error", cwd=root).code == 1


def test_nothing_found_is_one_line(make_repository: Make, run_cli: RunCli) -> None:
    ran = run_cli("check", "--select", "TP504", cwd=make_repository(FILES))
    assert ran == (0, "nothing untrue in 2 plans and 1 other document.\n", "")


def test_no_plans_says_where_was_looked(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"README.md": "# Hello\n"})
    ran = run_cli("check", cwd=root)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith(f"error: no plans found at {root}\nhelp: looked below {root}")


def test_statistics(make_repository: Make, run_cli: RunCli) -> None:
    ran = run_cli("check", *SELECT, "--statistics", cwd=make_repository(FILES))
    assert ran.out == (
        "1  TP201  completed-with-open-work  error\n"
        "1  TP203  done-but-status-open      note     1 fixable\n"
        "1  TP401  dead-link                 error\n"
        "1  TP408  index-misses-plan         warning  1 fixable\n"
        "\n" + TEXT.splitlines(keepends=True)[-1]
    )


def test_answer_into_a_file(make_repository: Make, run_cli: RunCli) -> None:
    """The file holds the answer, the terminal the sum."""
    root = make_repository(FILES)
    ran = run_cli("check", *SELECT, "--format", "json", "--output", "found.json", cwd=root)
    assert ran.out == f"found.json: {TEXT.splitlines()[-1]}\n"
    assert json.loads((root / "found.json").read_text())["summary"]["errors"] == 2
    assert run_cli("check", *SELECT, "--output", "no/such/file", cwd=root).code == 2


def test_a_file_that_is_no_plan_is_not_passed_over_silently(
    make_repository: Make, run_cli: RunCli
) -> None:
    root = make_repository({**FILES, "docs/plans/notes.md": "A few notes.\n"})
    ran = run_cli("check", "--select", "TP504", cwd=root)
    assert ran.out == (
        "nothing untrue in 2 plans and 1 other document.\n"
        "1 file in the place of plans passed over: `trueplan list --why`\n"
    )


def test_narrow_terminal(make_repository: Make, run_cli: RunCli) -> None:
    """At 60 columns no line of a finding is longer, but for its heading."""
    ran = run_cli("check", *SELECT, cwd=make_repository(FILES), env={"COLUMNS": "40"})
    body = [line for line in ran.out.split("\n") if line.startswith(" ")]
    assert max(map(len, body)) <= 60
    assert ran.out.count("\n") >= TEXT.count("\n")


def test_signs_that_the_terminal_lacks(make_repository: Make, run_cli: RunCli) -> None:
    """On a terminal that is not UTF-8 nothing breaks, and our own signs have a stand-in."""
    ran = run_cli("check", *SELECT, cwd=make_repository(FILES), encoding="ascii")
    assert "    3 | **Status**: Completed\n" in ran.out
    assert '  the status says "Completed", but 1 task is open\n' in ran.out
    assert "   10 | - [ ] ?? the ground  open\n" in ran.out


def test_colour_only_where_it_was_asked_for(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository(FILES)
    always = run_cli("check", *SELECT, "--color", "always", cwd=root)
    assert "\x1b[31;1merror\x1b[0m \x1b[1mTP401\x1b[0m dead-link" in always.out
    for words in (("--color", "never"), ("--color=auto",), ()):
        assert "\x1b" not in run_cli("check", *SELECT, *words, cwd=root).out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--select", "TP9"), "error: --select: no rule is meant by TP9\n"),
        (("--ignore", ","), "error: --ignore: takes codes or names with commas between them\n"),
        (("--select", "dead-lnk"), "help: did you mean dead-link?\n"),
        (("--fail-on", "eror"), "--fail-on: takes error, warning, note or never, not eror;"),
        (("--format", "xml"), "error: --format: takes text, json, sarif, junit or github, not xml"),
        (("--today", "tomorrow"), "error: --today takes a day like 2026-03-10, not tomorrow\n"),
        (("--diff", "--format", "json"), "error: --diff prints a diff and takes neither"),
        (("nowhere.md",), "error: there is no file nowhere.md\n"),
        (("cran", "lamp-post"), "error: no plan is called lamp-post\n"),
    ],
)
def test_wrong_use(
    words: tuple[str, ...], message: str, make_repository: Make, run_cli: RunCli
) -> None:
    """Exit code 2, and what is wrong, on standard error."""
    ran = run_cli("check", *words, cwd=make_repository(FILES))
    assert ran.code == 2
    assert ran.out == ""
    report = json.loads(ran.err)["message"] if ran.err.startswith("{") else ran.err
    assert message.removeprefix("error: ") in report


def test_wrong_words_in_the_configuration(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({**FILES, "trueplan.toml": "[check]\nignore = ['TP2O1']\n"})
    ran = run_cli("check", cwd=root)
    assert ran.code == 2
    assert ran.err.startswith("error: trueplan.toml: check.ignore: no rule is meant by TP2O1\n")


def test_example_repository(run_cli: RunCli, harbour: Path) -> None:
    """The dead links of the harbour, as the example's README has them."""
    words = ("--select", "TP401", "--today", "2026-03-10", "--format", "json")
    ran = run_cli("check", *words, cwd=harbour)
    places = {(one["path"], one["line"]) for one in json.loads(ran.out)["findings"]}
    assert ("docs/plans/2026-01-26-berth-pricing.md", 163) in places
    assert ran.code == 1


def test_paths_in_json_are_from_the_root(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository(FILES)
    ran = run_cli("check", *SELECT, "--format", "json", cwd=root / "docs")
    found = [one["path"] for one in json.loads(ran.out)["findings"]]
    assert found == [LAMPS_PATH, LAMPS_PATH, CRANE_PATH, INDEX_PATH]


def test_folder_that_is_not_there(run_cli: RunCli, tmp_path: Path) -> None:
    ran = run_cli("check", "-C", "nowhere", cwd=tmp_path)
    assert ran == (2, "", "error: there is no folder nowhere\nhelp: --directory takes one\n")


def test_no_plans_where_configuration_says(make_repository: Make, run_cli: RunCli) -> None:
    """Where was looked is what the configuration says, and the place is the one that was named."""
    root = make_repository({**FILES, "trueplan.toml": 'plans = ["work/*.md"]\n', "lib/a.py": ""})
    ran = run_cli("check", "lib", cwd=root)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"error: no plans found at {root}/lib\n"
        f"help: looked below {root} for what `plans` in trueplan.toml says: work/*.md\n"
        "      name the files, or change `plans` in trueplan.toml\n"
    )


def test_a_place_that_is_an_empty_word(make_repository: Make, run_cli: RunCli) -> None:
    """A variable of a script that was never set does not check everything."""
    ran = run_cli("check", "", cwd=make_repository(FILES))
    assert (ran.code, ran.err.split("\n")[0]) == (2, "error: an empty word names no file")


def test_an_unknown_rule_among_those_ignored_by_file(
    make_repository: Make, run_cli: RunCli
) -> None:
    config = '[check.per-file-ignores]\n"docs/*" = ["TP201", "dead-lnik"]\n'
    ran = run_cli("check", cwd=make_repository({**FILES, "trueplan.toml": config}))
    assert ran.code == 2
    assert ran.err == (
        "error: trueplan.toml: check.per-file-ignores.docs/*: no rule is meant by dead-lnik\n"
        "help: did you mean dead-link?\n"
    )


def test_a_file_that_is_hardly_a_plan(make_repository: Make, run_cli: RunCli) -> None:
    """It is checked because it was named, and the answer does not pretend that it is one."""
    root = make_repository({"README.md": "# Harbour\n\nHow to get there.\n"})
    ran = run_cli("check", "README.md", cwd=root)
    said = (
        "nothing untrue in 1 plan.\n"
        "README.md is hardly a plan: it has neither phases nor tasks with boxes\n"
    )
    assert (ran.code, ran.out) == (0, said)


def test_a_past_that_cannot_be_read(past_harbour: Path, run_cli: RunCli) -> None:
    """The rest is checked all the same, and why rules are silent is said."""
    objects = past_harbour / ".git" / "objects"
    (pack,) = (objects / "pack").glob("*.pack")
    pack.rename(past_harbour / "all.pack")
    for left in (objects / "pack").iterdir():
        left.unlink()
    with (past_harbour / "all.pack").open("rb") as stream:
        git = ["git", "unpack-objects", "-q"]
        subprocess.run(git, cwd=past_harbour, stdin=stream, check=True)
    log = subprocess.run(
        ["git", "rev-list", "HEAD"], cwd=past_harbour, capture_output=True, text=True, check=True
    )
    lost = log.stdout.split("\n")[5]
    (objects / lost[:2] / lost[2:]).unlink()
    ran = run_cli("check", "--today", "2026-03-10", cwd=past_harbour)
    assert ran.code == 1
    assert "6 errors, 11 warnings in 4 of 6 plans" in ran.out
    assert ran.err.startswith("TP7xx cannot see the past: the history cannot be read: git log")

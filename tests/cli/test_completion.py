"""Completion, in the shells themselves where they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import RunCli
from tests.cli.samples import FILES
from tests.conftest import Make
from trueplan.cli.registry import visible_commands

ASKED = [
    (("ch",), ["check"]),
    (("show", "cr"), ["crane"]),
    (("check", "--form"), ["--format"]),
    (("check", "--format", "s"), ["sarif"]),
    (("check", "--fail-on", "n"), ["note", "never"]),
    (("explain", "tp40"), []),
    (("explain", "dead"), ["dead-link", "dead-anchor"]),
    (("accept", "TP201", "h"), ["harbour-lights"]),
    (("accept", "--because", "why", "TP201", "h"), ["harbour-lights"]),
    (("completion", "z"), ["zsh"]),
    (("schema", "find"), ["findings"]),
    (("-C", ".", "show", "cr"), ["crane"]),
    (("--color", "al"), ["always"]),
]


@pytest.mark.parametrize(("words", "candidates"), ASKED, ids=" ".join)
def test_candidates(
    words: tuple[str, ...], candidates: list[str], make_repository: Make, run_cli: RunCli
) -> None:
    ran = run_cli("__complete", "--", *words, cwd=make_repository(FILES))
    assert [line.partition("\t")[0] for line in ran.out.splitlines()] == candidates
    assert ran.code == 0


def test_several_codes_and_equals(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository(FILES)

    def ask(*words: str) -> list[str]:
        lines = run_cli("__complete", "--", *words, cwd=root).out.splitlines()
        return [line.partition("\t")[0] for line in lines]

    assert ask("check", "--select", "TP401,dead-a") == ["TP401,dead-anchor"]
    assert ask("check", "--format=j") == ["--format=json", "--format=junit"]
    assert ask("check", "--format", "=", "j") == ["json", "junit"]  # as bash breaks it


def test_nothing_wrong_reaches_the_prompt(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"trueplan.toml": "wrong = true\n"})
    assert run_cli("__complete", "--", "show", "x", cwd=root) == (0, "", "")
    assert run_cli("__complete", "--", "nonsense", "x", cwd=root) == (0, "", "")
    assert run_cli("__complete", cwd=root).code == 0


def _shell(name: str, script: str, root: Path) -> list[str]:
    program = shutil.which(name)
    if program is None:
        pytest.skip(f"{name} is not installed")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        [program, "-c", script],
        cwd=root,
        env={**os.environ, "PATH": path, "HOME": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stderr == ""
    return ran.stdout.splitlines()


BASH = """
eval "$(trueplan completion bash)"
complete -p trueplan
try() {
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _trueplan; echo "${COMPREPLY[*]}"
}
try trueplan ex
try trueplan show cr
try trueplan check --format = s
try trueplan check ./do
"""


def test_bash(make_repository: Make) -> None:
    assert _shell("bash", BASH, make_repository(FILES)) == [
        "complete -o default -F _trueplan trueplan",
        "explain",
        "crane",
        "sarif",
        "",
    ]


def test_bash_runs_nothing_that_a_file_name_says(make_repository: Make) -> None:
    """A plan's name is data, also in a shell."""
    name = "docs/plans/crane-$(touch gone).md"
    root = make_repository({name: FILES["docs/plans/2026-03-05-crane.md"]})
    script = BASH.partition("try trueplan ex")[0] + "try trueplan show cr\n"
    assert _shell("bash", script, root)[1:] == ["crane-\\$\\(touch\\ gone\\)"]
    assert not (root / "gone").exists()


def test_fish(make_repository: Make) -> None:
    script = (
        "trueplan completion fish | source; complete -C'trueplan ex'; "
        "complete -C'trueplan show cr'; complete -C'trueplan check --format=s'"
    )
    assert _shell("fish", script, make_repository(FILES)) == [
        "explain\twhat a rule means",
        "crane\tdocs/plans/2026-03-05-crane.md",
        "--format=sarif",
    ]


def test_zsh(make_repository: Make) -> None:
    script = """
autoload -Uz compinit; compinit -u -D
eval "$(trueplan completion zsh)"
_describe() { print -rl -- "${(@)found}" }
_files() { print files }
try() { words=("$@"); CURRENT=$#; _trueplan }
try trueplan show cr
try trueplan check ./zzz
"""
    assert _shell("zsh", script, make_repository(FILES)) == [
        "crane:docs/plans/2026-03-05-crane.md",
        "files",
    ]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_scripts_name_every_command(shell: str, run_cli: RunCli) -> None:
    ran = run_cli("completion", shell)
    assert all(command.name in ran.out for command in visible_commands())
    assert "__complete" in ran.out
    assert "@" not in ran.out.replace("[@]", "").replace("(@)", "")


def test_unknown_shell(run_cli: RunCli) -> None:
    ran = run_cli("completion", "zhs")
    assert ran.code == 2
    assert ran.err.startswith(
        "error: bash|zsh|fish: takes bash, zsh or fish, not zhs; did you mean zsh?\n"
    )

"""The frame around the commands: finding them, errors and exit codes, streams."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import RunCli
from tests.cli.samples import FILES, SELECT
from tests.conftest import Make
from trueplan import __version__
from trueplan.cli.commands import schema
from trueplan.cli.registry import COMMANDS, OVERVIEW, visible_commands
from trueplan.errors import Conflict, GitError, OverlappingEdits, Refused

TRUEPLAN = (sys.executable, "-m", "trueplan")


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("help",)])
def test_help_lists_the_commands(words: tuple[str, ...], run_cli: RunCli) -> None:
    """Every command with a group, once, in the order of the table, its summary in one column."""
    ran = run_cli(*words)
    assert (ran.code, ran.err) == (0, "")
    head, *groups, tail = ran.out.split("\n\n")[1:]
    assert head == "Keeps the implementation plans in a git repository true."
    assert tail == (
        "`trueplan COMMAND --help` shows what a command takes, with examples.\n"
        "`trueplan --version` shows the version.\n"
    )
    listed = [line for group in groups for line in group.splitlines()[1:]]
    wanted = [OVERVIEW, *visible_commands()]
    width = max(len(one.name) for one in wanted)
    assert listed == [f"  {f'trueplan {one.name}':<{width + 9}}  {one.summary}" for one in wanted]
    assert [group.splitlines()[0] for group in groups] == list(
        dict.fromkeys(one.group for one in wanted)
    )
    assert all(len(line) <= 80 for line in listed)


@pytest.mark.parametrize("command", [OVERVIEW, *COMMANDS], ids=lambda one: one.name or "overview")
def test_help_of_a_command(command: object, run_cli: RunCli) -> None:
    """Usage, what it is for, every option, examples."""
    assert isinstance(command, type(OVERVIEW))
    if not command.name:
        return  # `trueplan --help` lists the commands
    ran = run_cli(command.name, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"usage: trueplan {command.name} ")
    assert f"\n{command.summary[0].upper()}{command.summary[1:]}.\n" in ran.out
    assert "\nexamples:\n" in ran.out
    assert "--directory DIR" in ran.out
    if command.group:
        assert run_cli("help", command.name).out == ran.out


def test_version_is_answered_before_anything_is_imported() -> None:
    """Its process loads two modules of ours and none of argparse, re, typing."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "trueplan", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == f"trueplan {__version__}\n"
    loaded = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}
    assert {name for name in loaded if name.startswith("trueplan")} <= {
        "trueplan",
        "trueplan.__main__",
    }
    assert not loaded & {"argparse", "typing", "msgspec"}


def test_what_a_text_answer_does_not_import(make_repository: Make) -> None:
    """Heavy modules are for those who need them."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", *TRUEPLAN[1:], "check", *SELECT],
        capture_output=True,
        text=True,
        check=False,
        cwd=make_repository(FILES),
    )
    assert ran.returncode == 1
    loaded = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}
    heavy = {"msgspec", "tomllib", "multiprocessing", "json", "dataclasses", "shutil"}
    assert not loaded & heavy


def test_no_words_at_all(make_repository: Make) -> None:
    """`trueplan` alone is a command."""
    root = make_repository(FILES)
    ran = subprocess.run(TRUEPLAN, capture_output=True, cwd=root, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout


def test_unknown_command(run_cli: RunCli) -> None:
    assert run_cli("chek") == (
        2,
        "",
        "error: there is no command chek\nhelp: did you mean check?\n",
    )
    assert run_cli("zzz") == (
        2,
        "",
        "error: there is no command zzz\nhelp: `trueplan --help` lists the commands\n",
    )


def test_unknown_option(run_cli: RunCli) -> None:
    assert run_cli("check", "--statistic") == (
        2,
        "",
        "error: trueplan check takes no option --statistic\nhelp: did you mean --statistics?\n",
    )
    assert run_cli("config", "now") == (
        2,
        "",
        (
            "error: trueplan config takes no argument now\n"
            "help: `trueplan config --help` shows what it takes\n"
        ),
    )


@pytest.mark.parametrize(
    "words",
    [("schem", "--format", "json"), ("--format=json", "schem"), ("--format=json", "check", "-x")],
)
def test_errors_as_json(words: tuple[str, ...], run_cli: RunCli) -> None:
    """Who asked for JSON gets it, also when the words make no sense."""
    ran = run_cli(*words)
    answer = json.loads(ran.err)
    assert (ran.code, ran.out) == (2, "")
    assert (answer["schema"], answer["kind"], answer["exit_code"]) == (
        "trueplan.error/1",
        "usage",
        2,
    )


@pytest.mark.parametrize(
    ("error", "code", "err"),
    [
        (Refused("no", help="yes"), 1, "error: no\nhelp: yes\n"),
        (GitError("git is gone"), 2, "error: git is gone\n"),
        (Conflict("changed", help="a\nb"), 3, "error: changed\nhelp: a\n      b\n"),
        (OverlappingEdits("two"), 3, "error: two\n"),
        (PermissionError(13, "no entry", "/x"), 2, "error: /x: no entry\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_exit_codes(
    error: BaseException, code: int, err: str, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise error

    monkeypatch.setattr(schema, "run", fail)
    assert run_cli("schema") == (code, "", err)


def test_a_bug_is_one_line_and_how_to_report_it(
    run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise KeyError("a\nb")

    monkeypatch.setattr(schema, "run", fail)
    ran = run_cli("schema")
    assert ran.code == 70
    bug, help, end = ran.err.split("\n")
    assert bug.startswith(
        "error: this is a bug in trueplan: KeyError: 'a\\nb' at trueplan.cli.main:"
    )
    assert help == "help: report it with this line and what TRUEPLAN_TRACEBACK=1 adds to it"
    assert end == ""
    more = run_cli("schema", env={"TRUEPLAN_TRACEBACK": "1"})
    assert more.code == 70
    assert more.err.startswith("Traceback (most recent call last):\n")
    assert json.loads(run_cli("schema", "--format=json").err)["kind"] == "bug"


def test_nobody_reads_to_the_end(make_repository: Make) -> None:
    """A pipe that is closed early ends the process without a word."""
    root = make_repository(FILES)
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        [*TRUEPLAN, "explain"], stdout=write, stderr=subprocess.PIPE, cwd=root, check=False
    )
    os.close(write)
    assert (ran.returncode, ran.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
def test_no_room_for_the_answer() -> None:
    """A full disk is no bug of ours."""
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*TRUEPLAN, "explain"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (ran.returncode, ran.stderr) == (2, "error: No space left on device\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
@pytest.mark.parametrize("words", [("--version",), ("--help",), ("check", "--help")])
def test_no_room_for_help(words: tuple[str, ...]) -> None:
    """Neither a traceback nor silence, whether Python buffers its output or not."""
    for buffered in ("", "1"):
        with Path("/dev/full").open("wb") as full:
            ran = subprocess.run(
                [*TRUEPLAN, *words],
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                env={**os.environ, "PYTHONUNBUFFERED": buffered},
                check=False,
            )
        assert (ran.returncode, ran.stderr) == (2, "error: No space left on device\n")


def test_closed_output(make_repository: Make) -> None:
    ran = subprocess.run(
        ["sh", "-c", '"$0" -m trueplan check --select TP201 >&-', sys.executable],
        stderr=subprocess.PIPE,
        cwd=make_repository(FILES),
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (1, b"")


def _in_a_terminal(root: Path, **environment: str) -> bytes:
    """What a process prints on a terminal."""
    controller, terminal = pty.openpty()
    base = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    with subprocess.Popen(
        [*TRUEPLAN, "check", *SELECT],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        cwd=root,
        env={**base, "TERM": "xterm", **environment},
    ) as process:
        os.close(terminal)
        printed = b""
        while True:
            try:
                piece = os.read(controller, 4096)
            except OSError:
                break
            if not piece:
                break
            printed += piece
        assert process.wait() == 1, printed.decode()[-600:]
    os.close(controller)
    return printed


def test_colour_on_a_terminal_unless_told_otherwise(make_repository: Make) -> None:
    root = make_repository(FILES)
    assert b"\x1b[31;1merror\x1b[0m" in _in_a_terminal(root)
    assert b"\x1b" not in _in_a_terminal(root, NO_COLOR="1")
    assert b"\x1b" not in _in_a_terminal(root, TERM="dumb")
    assert b"\x1b[31;1merror\x1b[0m" in _in_a_terminal(root, NO_COLOR="")


def test_a_form_that_a_command_does_not_have(run_cli: RunCli) -> None:
    ran = run_cli("completion", "bash", "--format", "sarif")
    assert ran.err.startswith("error: --format: takes text, not sarif\n")


def test_the_folder_is_gone(tmp_path: Path) -> None:
    ran = subprocess.run(
        ["sh", "-c", 'mkdir gone; cd gone; rmdir ../gone; "$0" -m trueplan list', sys.executable],
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONSAFEPATH": "1"},
        check=False,
    )
    assert ran.returncode == 2
    assert ran.stderr.startswith("error: the folder that the command runs in is gone\n")


@pytest.mark.parametrize("words", ["--version", "check --help", "--help"])
def test_help_into_a_closed_output(words: str) -> None:
    ran = subprocess.run(
        ["sh", "-c", f'"$0" -m trueplan {words} >&-', sys.executable],
        stderr=subprocess.PIPE,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")

"""`trueplan supersede`: a task gives way to another, and stays to be read."""

from __future__ import annotations

import pytest

from tests.cli.changes import FILES, changed_lines
from tests.cli.conftest import RunCli
from tests.conftest import Make


@pytest.mark.parametrize(
    ("words", "code", "out", "err", "changed"),
    [
        (
            ("supersede", "quay#2.1", "Saw them"),
            0,
            "superseded quay#2.1  Cut the planks\nadded quay#2.2  Saw them\n",
            "",
            ["-- [ ] Cut the planks", "+- [ ] ~~Cut the planks~~", "+- [ ] Saw them"],
        ),
        (
            ("supersede", "quay#2.2", "Nail them"),
            0,
            "superseded quay#2.2  Lay them\nadded quay#2.3  Nail them\n",
            "",
            ["-- [ ] Lay them", "+- [ ] ~~Lay them~~", "+- [ ] Nail them"],
        ),
        (
            ("supersede", "quay#1.1", "X"),
            1,
            "",
            "error: quay#1.1  Sort the timber is done already\nhelp: add a new task instead\n",
            [],
        ),
        (
            ("supersede", "quay#2", "X"),
            2,
            "",
            "error: quay#2 is no item\nhelp: a task, a criterion or a gate is superseded\n",
            [],
        ),
        (
            ("supersede", "quay", "X"),
            2,
            "",
            "error: quay names no task\nhelp: `trueplan show PLAN --all` has them all\n",
            [],
        ),
        (
            ("supersede", "quay#2.1", ""),
            2,
            "",
            "error: the new task needs words\nhelp: say what it is\n",
            [],
        ),
        (
            ("supersede", "quay#2.1", "Saw", "--text", "Cut the planks"),
            0,
            "superseded quay#2.1  Cut the planks\nadded quay#2.2  Saw\n",
            "",
            ["-- [ ] Cut the planks", "+- [ ] ~~Cut the planks~~", "+- [ ] Saw"],
        ),
        (
            ("supersede", "quay#2.1", "Saw", "--text", "other"),
            3,
            "",
            (
                "error: quay#2.1 says “Cut the planks” now, not “other”\n"
                "help: nothing was written; look again at what the reference names\n"
            ),
            [],
        ),
    ],
)
def test_supersede(
    words: tuple[str, ...],
    code: int,
    out: str,
    err: str,
    changed: list[str],
    make_repository: Make,
    run_cli: RunCli,
) -> None:
    root = make_repository(FILES)
    assert run_cli(*words, cwd=root) == (code, out, err)
    assert changed_lines(root) == changed

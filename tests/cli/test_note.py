"""`trueplan note`: what was learnt, with its day."""

from __future__ import annotations

import pytest

from tests.cli.changes import FILES, changed_lines
from tests.cli.conftest import RunCli
from tests.conftest import Make


@pytest.mark.parametrize(
    ("words", "code", "out", "err", "changed"),
    [
        (
            ("note", "quay", "Wet", "--today", "2026-03-10"),
            0,
            "noted quay  2026-03-10: Wet\n",
            "",
            ["+- **2026-03-10**: Wet"],
        ),
        (
            ("note", "quay#2", "Dry", "--today", "2026-03-10"),
            0,
            "noted quay  2026-03-10: #2: Dry\n",
            "",
            ["+- **2026-03-10**: #2: Dry"],
        ),
        (
            ("note", "quay#2.1", "Cut\nlong | ways", "--today", "2026-03-10"),
            0,
            "noted quay  2026-03-10: #2.1: Cut long | ways\n",
            "",
            ["+- **2026-03-10**: #2.1: Cut long | ways"],
        ),
        (
            ("note", "quay", " ", "--today", "2026-03-10"),
            2,
            "",
            "error: a note needs words\nhelp: say what it is\n",
            [],
        ),
        (
            ("note", "quay#9", "x", "--today", "2026-03-10"),
            2,
            "",
            (
                "error: there is no #9 in quay\nhelp: its phases:\n        quay#1  Piles\n"
                "        quay#2  Planks\n        quay#3  Rails\n"
            ),
            [],
        ),
    ],
)
def test_note(
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

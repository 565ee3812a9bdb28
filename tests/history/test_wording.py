"""By which words a line is known again."""

from __future__ import annotations

import pytest

from trueplan.history.wording import wording


@pytest.mark.parametrize(
    "text",
    [
        "Lay the planks",
        "lay  the PLANKS",
        "**Lay the planks** ✅",
        "Lay the planks.",
        "1. Lay the planks",
        "2.3 Lay the planks",
        "Task 2.3: Lay the planks",
        "Task: Lay the planks",
        "T4 - Lay the planks",
        "(2026-02-11 00:00Z) Lay the planks",
        "Lay the planks (1a2b3c4d)",
        "Lay the planks [1a2b3c4]",
        "Lay the planks (commit: 1a2b3c4d5e)",
        "Lay the planks [checkpoint: 1a2b3c4]",
        "Lay the planks - done 2026-02-11",
        "Lay the planks (#12)",
        "Lay the planks (done)",
        "Lay the planks (in progress)",
        "Lay the planks (done) 1a2b3c4d #12",
        "~~Lay the planks~~",
    ],
)
def test_the_same_words(text: str) -> None:
    assert wording(text) == "lay the planks"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("✅", ""),
        ("1a2b3c4d", "1a2b3c4d"),
        ("#12", "#12"),
        ("Task", "task"),
        ("Fix #12", "fix"),
        ("3 planks", "planks"),
        ("Decade of defaced", "decade of defaced"),
        ("Read RFC 9110", "read rfc 9110"),
        ("第1阶段 搭建", "第1阶段 搭建"),
        ("2026-02-11", "2026-02-11"),
    ],
)
def test_what_is_left_of_others(text: str, words: str) -> None:
    """Of what is nothing but such an ending all is kept."""
    assert wording(text) == words


def test_a_long_line_of_endings_takes_no_time() -> None:
    assert wording("a " + "(1a2b3c4d) " * 20_000) == "a"
    assert wording("(" * 100_000 + "x1)") == "(" * 100_000 + "x1)"

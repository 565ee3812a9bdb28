"""TP008, unused-suppression: comments without a finding, a reason or a rule."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

PLAN = """\
# Harbour lights

**Status**: In Progress {comment}

- [x] Order masts
- [x] Raise masts
- [{box}] Wire masts
"""


def _comment(words: str) -> str:
    return f"<!-- trueplan: ignore {words} -->"


def test_a_comment_that_silences_something_is_fine(make_repository: Make) -> None:
    """By code or by name, with a reason."""
    for words in ("TP203 waiting for launch", "done-but-status-open: waiting", "tp203 waiting"):
        text = PLAN.format(comment=_comment(words), box="x")
        assert find(make_repository, "TP008", text) == []
        assert find(make_repository, "TP203", text) == []


@pytest.mark.parametrize(
    ("words", "box", "message"),
    [
        ("TP203 waiting", " ", "the comment silences TP203, but nothing is found here"),
        ("TP203", "x", "the comment silences TP203 without a reason, so it silences nothing"),
        ("TP203, TP204 waiting", "x", "the comment silences TP204, but nothing is found here"),
        ("TP203,TP204 no", " ", "the comment silences TP203, TP204, but nothing is found here"),
        ("TP999 waiting", "x", "the comment names TP999, which is no rule"),
    ],
)
def test_comments_that_silence_nothing(
    words: str, box: str, message: str, make_repository: Make
) -> None:
    """Nothing to silence, no reason, no such rule."""
    text = PLAN.format(comment=_comment(words), box=box)
    assert messages(find(make_repository, "TP008", text)) == [f"3: {message}"]


def test_comments_for_rules_that_are_switched_off_are_left_alone(make_repository: Make) -> None:
    """Whether it would silence something cannot be known then."""
    text = PLAN.format(comment=_comment("TP203 waiting"), box=" ")
    off = "[check]\nignore = ['TP203']\n"
    assert find(make_repository, "TP008", text, configuration=off) == []


def test_a_comment_in_code_is_text(make_repository: Make) -> None:
    """Documentation of the comment is not the comment."""
    text = PLAN.format(comment=f"`{_comment('TP203 waiting')}`", box=" ")
    assert find(make_repository, "TP008", text) == []

"""Conflicts in each of the styles that git has."""

from __future__ import annotations

import pytest

from trueplan.edit.merge import Labels, Merged, merge

BASE = "# Quay\n\nThe oak.\n\nEnd.\n"
OURS = BASE.replace("The oak.\n", "Begin.\nThe old oak.\nSame.\n")
THEIRS = BASE.replace("The oak.\n", "Begin.\nThe new oak.\nSame.\n")


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("merge", "<<<<<<< ours\nThe old oak.\n=======\nThe new oak.\n>>>>>>> theirs\n"),
        (
            "zdiff3",
            (
                "<<<<<<< ours\nThe old oak.\n||||||| base\nThe oak.\n=======\nThe new oak.\n"
                ">>>>>>> theirs\n"
            ),
        ),
        (
            "diff3",
            (
                "<<<<<<< ours\nThe old oak.\n||||||| base\nThe oak.\n=======\nThe new oak.\n"
                ">>>>>>> theirs\n"
            ),
        ),
    ],
)
def test_a_line_in_dispute(style: str, expected: str) -> None:
    result = merge(BASE.encode(), OURS.encode(), THEIRS.encode(), Labels(style=style))
    whole = f"# Quay\n\nBegin.\n{expected}Same.\n\nEnd.\n"
    assert result == Merged(whole.encode(), 1)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("merge", "We dig.\n<<<<<<< ours\nNow.\n=======\nLater.\n>>>>>>> theirs\nEnd.\n"),
        (
            "zdiff3",
            "We dig.\n<<<<<<< ours\nNow.\n||||||| base\n=======\nLater.\n>>>>>>> theirs\nEnd.\n",
        ),
        (
            "diff3",
            (
                "<<<<<<< ours\nWe dig.\nNow.\n||||||| base\n=======\nWe dig.\nLater.\n"
                ">>>>>>> theirs\nEnd.\n"
            ),
        ),
    ],
)
def test_words_that_both_added(style: str, expected: str) -> None:
    """Only diff3 keeps within the markers what the sides have in common."""
    base = "# Quay\n\nEnd.\n"
    ours = base.replace("End", "We dig.\nNow.\nEnd")
    theirs = base.replace("End", "We dig.\nLater.\nEnd")
    result = merge(base.encode(), ours.encode(), theirs.encode(), Labels(style=style))
    assert result == Merged(f"# Quay\n\n{expected}".encode(), 1)

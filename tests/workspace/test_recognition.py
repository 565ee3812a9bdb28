"""Is a file in the place of a plan one?"""

from __future__ import annotations

import pytest

from trueplan.reader.plan import read_plan
from trueplan.workspace.recognition import why_not_a_plan
from trueplan.workspace.root import find_root


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("# A\n\n## Phase 1: B\n\nWords.\n\n## Phase 2: C\n", None),
        ("# A\n\n- [ ] do it\n", None),
        ("# A\n\n## Progress\n\n- [x] (2026-02-03) did it\n", None),
        ("# Plan for search\n\n**Status**: Draft\n\nWords.\n", None),
        ("# Search\n\n**Status**: Draft\n\nWords.\n", "it has neither phases nor tasks with boxes"),
        ("# Search\n\nWords.\n\n- a\n- b\n", "it has neither phases nor tasks with boxes"),
        ("", "it has neither phases nor tasks with boxes"),
        ("# Implementation Plan: [Feature Name]\n\n- [ ] Task 1\n", "it is the template itself"),
    ],
)
def test_the_shape_of_a_plan(text: str, why: str | None) -> None:
    """A plan lays out work, or says that it is a plan and how far it is."""
    assert why_not_a_plan(read_plan(text.encode())) == why


@pytest.mark.parametrize("mark", [".git", "trueplan.toml", ".trueplan"])
def test_the_root_is_the_nearest_folder_with_a_mark(tmp_path, mark: str) -> None:  # type: ignore[no-untyped-def]
    """Configuration or git mark it; without either it is where one stands."""
    inner = tmp_path / "a/b"
    inner.mkdir(parents=True)
    (tmp_path / mark).mkdir()
    assert find_root(inner) == str(tmp_path)

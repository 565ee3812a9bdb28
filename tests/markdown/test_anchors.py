"""Anchors are those that GitHub gives."""

from __future__ import annotations

import pytest

from trueplan.markdown import Heading, parse
from trueplan.markdown.anchors import heading_anchors, named_anchors, slug


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ("Phase 1: Set up", "phase-1-set-up"),
        ("Risks & Mitigation", "risks--mitigation"),
        ("What's next?", "whats-next"),
        ("✅ Done", "-done"),
        ("snake_case and kebab-case", "snake_case-and-kebab-case"),
        ("Größe", "größe"),
        ("阶段 1：准备", "阶段-1准备"),
        ("v1.2.3", "v123"),
        ("a  b", "a--b"),
        ("", ""),
    ],
)
def test_slugs(title: str, anchor: str) -> None:
    """Lower case, punctuation gone, each blank a hyphen."""
    assert slug(title) == anchor


def test_repeated_headings_are_numbered() -> None:
    """The second takes -1, the third -2, and a heading already called so steps aside."""
    headings = [
        block
        for block in parse(b"# Tasks\n\n# Tasks\n\n# Tasks-1\n\n# Tasks\n").blocks
        if isinstance(block, Heading)
    ]
    assert heading_anchors(headings) == {"tasks", "tasks-1", "tasks-1-1", "tasks-2"}


def test_anchors_set_by_hand() -> None:
    """HTML sets anchors by id or name, quoted or not; a comment sets none."""
    source = (
        b"<a name=\"one\"></a> <span id='two'>x</span>\n\n"
        b'<div id=three>\n</div>\n\n<!-- id="no" -->\n'
    )
    assert named_anchors(parse(source)) == {"one", "two", "three"}

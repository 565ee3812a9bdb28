"""TP005, fence-never-closed: at the end, in items and quotes, and what only looks open."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

HEAD = "# Harbour lights\n\n- [ ] Order masts\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```sh\nlights\n\nmore\n", "5: the fence is never closed: the 3 lines below it are code"),
        ("~~~~\n```\n", "5: the fence is never closed: the line below it is code"),
        ("```\nlights", "5: the fence is never closed: the line below it is code"),
        ("```", "5: the fence is never closed"),
        ("````\n```\n", "5: the fence is never closed: the line below it is code"),
        ("```\r\nlights\r\n", "5: the fence is never closed: the line below it is code"),
        (
            "- a\n\n  ```\n  b\n\n- c\n",
            "7: the fence is never closed: the 2 lines below it are code",
        ),
        ("> ```\n> a\n\nb\n", "5: the fence is never closed: the line below it is code"),
        ("> - a\n>   ```\n>   b\n\nc\n", "6: the fence is never closed: the line below it is code"),
    ],
)
def test_open_fences(text: str, expected: str, make_repository: Make) -> None:
    """Each kind of fence, at the end of the file and of what holds it."""
    assert messages(find(make_repository, "TP005", HEAD + text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "```\na\n```",
        "```\na\n`````\n",
        "~~~\n```\n~~~\n",
        "- a\n\n  ```\n  b\n  ```\n",
        "a ``` b\n",
        "Rest\n\n    ```\n    indented\n",
        "> ```\n> a\n> ```\n",
    ],
)
def test_closed_fences(text: str, make_repository: Make) -> None:
    """A longer fence closes too; indented code and inline code are no fences."""
    assert find(make_repository, "TP005", HEAD + text) == []


def test_the_likely_cause_is_pointed_at(make_repository: Make) -> None:
    """A fence with a language inside a block that the same signs opened."""
    text = HEAD + "```md\nExample:\n```sh\nlights\n```\n```\n\n## Rest\n"
    (finding,) = find(make_repository, "TP005", text)
    assert finding.place.line == 10
    assert [(label.line, label.text) for label in finding.labels] == [(7, "```sh")]


def test_companions_are_looked_at(make_repository: Make) -> None:
    """An ADR is a document too."""
    text = "# ADR 1: Lights\n\n**Status**: Accepted\n\n```\nx\n"
    assert len(find(make_repository, "TP005", text, path="docs/adr/0001-lights.md")) == 1


def test_lists_may_be_nested_a_thousand_deep(make_repository: Make) -> None:
    """The walk has no floor; the parser says how deep a fence still is one."""
    deep = "".join(f"{'  ' * depth}- a\n" for depth in range(1000))
    text = f"{HEAD}{deep}\nRest\n\n```\n"
    assert messages(find(make_repository, "TP005", text)) == ["1008: the fence is never closed"]

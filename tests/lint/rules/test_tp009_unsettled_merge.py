"""TP009, unsettled-merge: every style that git has, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

HEAD = "# Harbour lights\n\n- [ ] Order masts\n\n"
FOUND = "5: a merge left two versions here, and nobody has chosen"


@pytest.mark.parametrize(
    "text",
    [
        "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> topic\n",
        "<<<<<<<\n=======\n>>>>>>>\n",
        "<<<<<<< a\na\n||||||| base\nx\n=======\nb\n>>>>>>> b\n",
        "<<<<<<<<< a\na\n=========\nb\n>>>>>>>>> b\n",
        "<<<<<<< a\r\na\r\n=======\r\nb\r\n>>>>>>> b\r\n",
    ],
)
def test_conflicts(text: str, make_repository: Make) -> None:
    assert messages(find(make_repository, "TP009", HEAD + text)) == [FOUND]


@pytest.mark.parametrize(
    "text",
    [
        "```\n<<<<<<< a\na\n=======\nb\n>>>>>>> b\n```\n",
        "<<<<<<< a\n\nno end\n",
        "A heading\n=======\n\n>>>>>>> deep\n",
        "text <<<<<<< a\n=======\n>>>>>>> b\n",
    ],
)
def test_no_conflicts(text: str, make_repository: Make) -> None:
    assert find(make_repository, "TP009", HEAD + text) == []

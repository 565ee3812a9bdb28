"""What is called off is struck through, with the reason behind it."""

from __future__ import annotations

import pytest

from tests.edit.changed import changed
from trueplan.edit.cancel_item import cancel_item
from trueplan.edit.document import read_document
from trueplan.errors import Refused

HEAD = "# Plan: Quay\n\n**Status**: Planned\n\n## Phase 1: Piles\n\n"


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("- [ ] drive", "- [ ] ~~drive~~ (too deep)"),
        ("* [ ] **drive**: ten", "* [ ] ~~**drive**: ten~~ (too deep)"),
        ("1. [ ] drive  ", "1. [ ] ~~drive~~ (too deep)  "),
        ("- [ ] drive\\", "- [ ] ~~drive~~ (too deep)\\"),
        ("- [ ] drive\r", "- [ ] ~~drive~~ (too deep)\r"),
    ],
)
def test_a_task(line: str, after: str) -> None:
    source = f"{HEAD}{line}\n"
    document = read_document(source.encode())
    edits = cancel_item(document, document.plan.phases[0].tasks[0], "too deep")
    assert changed(source, edits) == [f"-{line}", f"+{after}"]


def test_a_plan_that_marks_what_is_cancelled_with_a_dash() -> None:
    source = f"{HEAD}- [-] sort\n- [ ] drive\n"
    document = read_document(source.encode())
    edits = cancel_item(document, document.plan.phases[0].tasks[1], "too deep")
    assert changed(source, edits) == ["-- [ ] drive", "+- [-] ~~drive~~ (too deep)"]


def test_words_of_which_a_part_is_struck() -> None:
    source = f"{HEAD}- [ ] drive ~~ten~~ twelve\n"
    document = read_document(source.encode())
    with pytest.raises(Refused, match=r"a part of .* is struck through already"):
        cancel_item(document, document.plan.phases[0].tasks[0], "too deep")


def test_it_is_no_longer_counted() -> None:
    from trueplan.text import apply_edits

    source = f"{HEAD}- [x] sort\n- [ ] drive\n".encode()
    document = read_document(source)
    edits = cancel_item(document, document.plan.phases[0].tasks[1], "too deep")
    after = read_document(apply_edits(source, edits)).plan
    assert [item.state for item in after.phases[0].tasks] == ["done", "cancelled"]
    assert (after.work.done, after.work.total) == (1, 1)

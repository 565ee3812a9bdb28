"""A revision that only ticks boxes is read like any other."""

from __future__ import annotations

import pytest

from trueplan.history.snapshot import take_snapshot
from trueplan.model.estimate import Rates
from trueplan.reader.plan import read_plan
from trueplan.reader.revision import read_next, read_revision

PLAN = """\
# Implementation Plan: Lights

**Status**: In Progress

### Phase 1: Masts

- [x] Order the masts
- [ ] Put the `masts` up
  - [ ] The first
- [ ] A task whose words
  go on in a second line
- [ ] ~~Paint them~~

### Phase 2: Lamps

- [ ] Buy lamps

## Success Criteria

- [ ] It is light

## Progress

- [ ] Phase 1
"""
RATES = Rates()


def is_quick(changes: dict[str, str]) -> bool:
    """Whether the next revision was read by its ticks alone; it must say the same either way."""
    before = read_revision(PLAN.encode(), RATES)
    text = PLAN
    for old, new in changes.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    after = read_next(before, text.encode(), RATES)
    whole = read_plan(text.encode(), RATES)
    assert take_snapshot(after.plan) == take_snapshot(whole)
    assert after.plan.boxes == whole.boxes
    assert [one.boxes for one in after.plan.phases] == [one.boxes for one in whole.phases]
    return after.markers is before.markers


@pytest.mark.parametrize(
    "changes",
    [
        {"[x] Order": "[ ] Order"},
        {"[ ] Buy": "[X] Buy", "[ ] It is": "[x] It is"},
        {"[ ] The first": "[x] The first"},
        {"[ ] Put the `masts` up": "[x] Put the `masts` up (a595e73)"},
        {"[ ] Buy lamps": "[x] Buy two lamps"},
    ],
)
def test_ticks(changes: dict[str, str]) -> None:
    """Also with words that mean nothing but themselves, in place of others or behind them."""
    assert is_quick(changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"[ ] Buy lamps": "[ ] Buy lamps\n- [ ] Buy more"},
        {"**Status**: In Progress": "**Status**: Completed"},
        {"[ ] Buy lamps": "[~] Buy lamps"},
        {"[ ] Buy lamps": "[x] Buy *lamps*"},
        {"[ ] Buy lamps": "[x] Buy lamps: 2 sessions"},
        {"[ ] A task": "[x] A task"},
        {"[ ] ~~Paint": "[x] ~~Paint"},
        {"- [ ] Phase 1\n": "- [x] Phase 1\n"},
        {"### Phase 2: Lamps": "### Phase 2: Lamps ✅"},
        {"- [ ] Buy": "* [x] Buy"},
        {"  - [ ] The first": "- [x] The first"},
    ],
)
def test_whatever_else_changed_is_read_as_a_whole(changes: dict[str, str]) -> None:
    assert not is_quick(changes)


def test_one_revision_after_the_other() -> None:
    """What was ticked stays so, and can be taken back."""
    revision = read_revision(PLAN.encode(), RATES)
    first = PLAN.replace("[ ] Buy", "[x] Buy")
    second = first.replace("[ ] Put", "[x] Put").replace("[x] Buy", "[ ] Buy")
    for text in (first, second, PLAN):
        revision = read_next(revision, text.encode(), RATES)
        assert take_snapshot(revision.plan) == take_snapshot(read_plan(text.encode(), RATES))


def test_crlf() -> None:
    text = PLAN.replace("\n", "\r\n")
    revision = read_revision(text.encode(), RATES)
    ticked = text.replace("[ ] Buy", "[x] Buy").encode()
    after = read_next(revision, ticked, RATES)
    assert take_snapshot(after.plan) == take_snapshot(read_plan(ticked, RATES))

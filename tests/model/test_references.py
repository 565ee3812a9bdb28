"""Everything in a plan has one place, and every place is found again."""

from __future__ import annotations

import pytest

from trueplan.errors import AmbiguousReference, UnknownReference
from trueplan.model.plan import Plan
from trueplan.model.references import (
    find_place,
    phase_places,
    refer,
    split_reference,
    walk_referred,
)
from trueplan.reader.plan import read_plan

PLAN = read_plan(
    b"""\
# Plan: Lights

## Phases

### Phase 1: Masts

**Tasks**:
- [x] Order the masts
- [ ] Put them up
  - [ ] Dig
  - [ ] Pour

**Deliverables**:
- Four masts

**Acceptance Criteria**:
- [ ] They stand

### Phase 2a: Lamps

**Tasks**:
- [ ] Wire them

## Risks & Mitigation

| Risk | Likelihood | Impact | Mitigation |
|------|-----------|--------|------------|
| Wind | High | High | Wait |

## Success Criteria

### Functional Requirements
- [ ] It is light

### Non-Functional Requirements
- [ ] It is not too bright

### Quality Gates
- [ ] CEO approval
"""
)
TWICE = read_plan(
    b"""\
# Plan: Lights

## Phase 1: Masts
- [ ] Order

## Phase 2: Lamps
- [ ] Wire

## Phase 2: Lamps again
- [ ] Wire again

## Phase 3: Test
- [ ] Look

## Phase 3.1: Test at night
- [ ] Look again
"""
)

BARE = read_plan(
    b"""\
# Plan: Lights

## Phases

### Phase 1:

**Tasks**:
- [ ] Order

### Phase 2:

**Tasks**:
"""
)


def test_every_item_has_its_place() -> None:
    references = refer(PLAN)
    places = [one.place for phase in references.phases for one in walk_referred(phase.items)]
    assert places == ["1.1", "1.2", "1.2.1", "1.2.2", "1.d1", "1.a1", "2a.1"]
    others = [one.place for group in references[1:-1] for one in walk_referred(group)]
    assert others == ["f1", "n1", "g1"]
    assert [place for place, _ in references.risks] == ["r1"]


@pytest.mark.parametrize("plan", [PLAN, TWICE])
def test_a_place_is_found_again_and_is_the_only_one(plan: Plan) -> None:
    references = refer(plan)
    items = [one for phase in references.phases for one in walk_referred(phase.items)]
    items += [one for group in references[1:-1] for one in walk_referred(group)]
    places = [one.place for one in references.phases] + [one.place for one in items]
    assert len(set(places)) == len(places)
    for one in items:
        found = find_place(plan, "lights", one.place)
        assert found.item == one


def test_a_phase_is_found_by_its_number_in_any_case_and_without_zeros() -> None:
    for word in ("2a", "2A", "02a"):
        phase = find_place(PLAN, "lights", word).phase
        assert phase is not None
        assert phase.phase.title == "Lamps"


def test_a_task_may_be_typed_with_its_letter() -> None:
    item = find_place(PLAN, "lights", "1.t2.1").item
    assert item is not None
    assert item.item.text == "Dig"


def test_a_risk_is_found() -> None:
    risk = find_place(PLAN, "lights", "r1").risk
    assert risk is not None
    assert risk.text.value == "Wind"


def test_phases_with_the_same_number_are_counted() -> None:
    assert phase_places(TWICE) == ("1", "2~1", "2~2", "3", "3.1")


def test_the_number_of_a_phase_goes_before_a_task() -> None:
    references = refer(TWICE)
    assert [one.place for one in references.phases[3].items] == ["3.t1"]
    assert find_place(TWICE, "lights", "3.1").item is None


def test_a_number_that_two_phases_have_is_refused() -> None:
    with pytest.raises(AmbiguousReference) as caught:
        find_place(TWICE, "lights", "2")
    assert caught.value.message == "lights has 2 phases numbered 2"
    assert caught.value.help == ("say which one:\n  lights#2~1  Lamps\n  lights#2~2  Lamps again")


def test_what_is_not_there_lists_what_is() -> None:
    with pytest.raises(UnknownReference) as caught:
        find_place(PLAN, "lights", "7")
    assert caught.value.message == "there is no #7 in lights"
    assert caught.value.help == "its phases:\n  lights#1  Masts\n  lights#2a  Lamps"
    with pytest.raises(UnknownReference) as caught:
        find_place(PLAN, "lights", "2a.4")
    assert caught.value.help == "#2a holds:\n  lights#2a.1  Wire them"


def test_a_phase_that_holds_nothing_says_how_to_fill_it() -> None:
    with pytest.raises(UnknownReference) as caught:
        find_place(BARE, "lights", "2.1")
    assert caught.value.help == '#2 holds nothing yet: `trueplan add task lights#2 "…"`'


def test_phases_without_a_title_are_listed_by_their_number() -> None:
    with pytest.raises(UnknownReference) as caught:
        find_place(BARE, "lights", "7")
    assert caught.value.help == "its phases:\n  lights#1\n  lights#2"


def test_a_reference_is_split_at_its_last_sign() -> None:
    assert split_reference("open-graph#2.3") == ("open-graph", "2.3")
    assert split_reference("docs/c#/plan.md#1") == ("docs/c#/plan.md", "1")
    assert split_reference("open-graph") == ("open-graph", None)

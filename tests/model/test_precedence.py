"""Which phase waits for which."""

from __future__ import annotations

from trueplan.model.precedence import find_precedence
from trueplan.model.standing import derive_standing
from trueplan.reader.plan import read_plan


def before(*phases: str) -> tuple[tuple[int, ...], ...]:
    """What each phase waits for; a phase is its box and what its dependencies say, if anything."""
    text = "# Plan: A\n\n"
    for number, said in enumerate(phases, 1):
        box, _, depends = said.partition(" ")
        gone = " (CANCELLED)" if box == "-" else ""
        text += f"## Phase {number}: P{gone}\n\n"
        if depends:
            text += f"**Dependencies**: {depends}\n\n"
        marks = {".": "- [ ] a", "x": "- [x] a", "~": "- [x] a\n- [ ] b", "-": "- [ ] a"}
        text += f"{marks[box]}\n\n"
    plan = read_plan(text.encode())
    return find_precedence(plan, [one.state for one in derive_standing(plan).phases]).before


def test_a_phase_waits_for_what_it_names() -> None:
    assert before(". None", ". Phase 1", ". Phases 1-2") == ((), (0,), (0, 1))


def test_a_phase_that_names_nothing_waits_for_all_before_it() -> None:
    """Through others where these wait already."""
    assert before(".", ".", ".") == ((), (0,), (1,))
    assert before(". None", ". None", ".", ".") == ((), (), (0, 1), (2,))


def test_a_done_phase_does_not_stand_for_open_ones_before_it() -> None:
    """Phase 3 waits for phase 1 as well, which the done phase 2 did not wait for."""
    assert before(".", "x", ".") == ((), (), (0, 1))


def test_a_phase_in_progress_waits_for_no_open_phase_that_it_does_not_name() -> None:
    assert before(".", "~", ".") == ((), (), (0, 1))
    assert before("x", "~") == ((), (0,))


def test_what_is_called_off_holds_nothing_up() -> None:
    assert before(".", "-", ".") == ((), (), (0,))
    assert before("-", ". Phase 1") == ((), ())


def test_a_phase_does_not_wait_for_one_that_names_it() -> None:
    """Phase 1 says that it waits for phase 2, which says nothing."""
    assert before(". Phase 2", ".") == ((1,), ())


def test_ends_are_what_nothing_waits_for() -> None:
    text = "# P\n\n## Phase 1: A\n\n- [ ] a\n\n## Phase 2: B\n\n**Dependencies**: None\n\n- [ ] b\n"
    plan = read_plan(text.encode())
    assert find_precedence(plan, ["ready", "ready"]).ends == (0, 1)


def test_ten_thousand_phases_make_ten_thousand_waits() -> None:
    text = "# P\n\n" + "".join(f"## Phase {at}: A\n\n- [ ] a\n\n" for at in range(1, 10_001))
    found = find_precedence(read_plan(text.encode()), ["not_started"] * 10_000)
    assert sum(map(len, found.before)) == 9_999

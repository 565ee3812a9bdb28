"""TP206: the list of completed phases says one thing, the phases another."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.edit.progress_row import Claim, read_claim, set_done, set_untouched
from trueplan.lint.finding import Fix, Found, Label
from trueplan.lint.rule import Rule
from trueplan.lint.standing import by_number, name_of, open_parts, standing
from trueplan.lint.subject import Subject
from trueplan.model.item import count
from trueplan.model.phase import Phase, bare_number
from trueplan.model.plan import Plan, ProgressRow
from trueplan.reader.deferral import Owed


def check(subject: Subject) -> Iterator[Found]:
    """Report each row that disagrees with its phase, or has none."""
    plan = subject.plan
    assert plan is not None
    rows = plan.progress.rows
    if not rows or not plan.phases or plan.phases[0].level == "list":
        return
    phases = by_number(plan)
    owed = Owed(plan)
    series = _series(plan)
    for row in rows:
        if row.number is None:
            continue
        phase = phases.get(bare_number(row.number))
        if phase is not None:
            yield from _compare(row, phase, owed, subject)
        elif series is not None and _names_no_phase(row, series, plan):
            yield Found(
                row.span,
                f"the progress list has {series.word} {row.number}, which the plan does not",
                help="remove the row, or write the phase",
                ref=subject.ref,
                mark="no such phase",
                seen=f"row {row.number} without a phase",
            )


def _compare(row: ProgressRow, phase: Phase, owed: Owed, subject: Subject) -> Iterator[Found]:
    claim = read_claim(row, subject.source)
    stands = standing(phase, owed)
    fix = None
    if claim.done and claim.open and stands in ("done", "unknown"):
        fact = f"the row of {name_of(phase)} is {_box(row)} and says “{claim.words}”"
        fix = _mark_done(row, claim, subject) if stands == "done" else None
    elif claim.open and stands == "done" and not _may_be_under_review(claim, phase):
        fact = f"{_says(claim, phase)}, but {_how_done(phase)}"
        fix = _mark_done(row, claim, subject)
    elif claim.done and stands in ("open", "untouched"):
        fact = f"the progress list has {name_of(phase)} as done, but {_how_open(phase, owed)}"
        fix = _mark_untouched(row, claim) if stands == "untouched" else None
    elif claim.state == "planned" and not claim.done and stands == "open":
        fact = f"{_says(claim, phase)}, but {_how_begun(phase)}"
    else:
        return
    yield Found(
        claim.span or row.marker or row.span,
        fact,
        help="bring the row and the phase into line",
        ref=subject.phase_ref(phase),
        mark="the list says",
        labels=(Label(phase.heading, _mark(phase)),),
        fix=fix,
        seen=f"{row.number}: {claim.words or _box(row)} against {_mark(phase)}",
    )


def _may_be_under_review(claim: Claim, phase: Phase) -> bool:
    """Whether all that was to be done is done, and nobody has said yet that the phase is."""
    return claim.state == "in_progress" and not phase.marked_done


def _mark_done(row: ProgressRow, claim: Claim, subject: Subject) -> Fix | None:
    assert subject.plan is not None
    edits = set_done(row, claim, subject.plan, subject.source)
    return Fix(f"mark phase {row.number} as completed in the list", edits) if edits else None


def _mark_untouched(row: ProgressRow, claim: Claim) -> Fix | None:
    edits = set_untouched(row, claim)
    title = f"mark phase {row.number} as not started in the list"
    return Fix(title, edits, safe=False) if edits else None


def _says(claim: Claim, phase: Phase) -> str:
    if claim.words and claim.state != "completed":
        return f"the progress list has {name_of(phase)} as “{claim.words}”"
    return f"the progress list leaves {name_of(phase)} open"


def _box(row: ProgressRow) -> str:
    return "ticked" if row.done else "not ticked"


def _how_done(phase: Phase) -> str:
    total = count(phase.tasks).total
    if not total or phase.marked_done:
        return "the phase is marked done"
    return "its only task is done" if total == 1 else f"its {total} tasks are done"


def _how_open(phase: Phase, owed: Owed) -> str:
    tasks, acceptance = owed.open(phase.tasks), owed.open(phase.acceptance)
    if tasks or acceptance:
        return open_parts(tasks, acceptance, phase)
    assert phase.status is not None
    return f"its status says “{phase.status.raw}”"


def _how_begun(phase: Phase) -> str:
    tasks = count(phase.tasks)
    if tasks.done:
        be = "is" if tasks.done == 1 else "are"
        return f"{tasks.done} of its {tasks.total} tasks {be} done"
    return "it is in progress"


def _mark(phase: Phase) -> str:
    tasks = count(phase.tasks)
    if tasks.total:
        return f"{tasks.done} of {tasks.total}"
    return "marked done" if phase.marked_done else "not marked done"


def _series(plan: Plan) -> Phase | None:
    """The first phase, where the phases are one series of whole numbers under one word."""
    numbers = [phase.number for phase in plan.phases]
    first = plan.phases[0]
    if any(phase.word != first.word for phase in plan.phases) or not first.word:
        return None
    if any(number is None or not number.isdigit() for number in numbers):
        return None
    return first if len(set(numbers)) == len(numbers) else None


def _names_no_phase(row: ProgressRow, series: Phase, plan: Plan) -> bool:
    """Whether a row speaks of the same series, and its number is not in it."""
    assert row.number is not None
    if not row.number.isdigit() or series.word not in row.text.lower():
        return False
    known = {int(phase.number) for phase in plan.phases if phase.number is not None}
    return int(row.number) not in known


_BODY = """\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Phases

### Phase 1: Masts

**Tasks**:
- [x] Order the masts
- [x] Put them up

### Phase 2: Lamps

**Tasks**:
- [ ] Hang the lamps

## Progress Tracking

### Completed Phases
"""

RULE = Rule(
    code="TP206",
    name="progress-disagrees",
    severity="error",
    scope="plan",
    summary="The list of completed phases and the phases disagree.",
    what=(
        "Compares each row of the list of completed phases with its phase. Reports a row that "
        "is ticked or says Completed while the phase has open tasks or acceptance criteria, one "
        "that is not ticked while all tasks of the phase are done or the phase is marked done, "
        "one that says Not Started while tasks are done, and one whose phase does not exist. "
        "A row that says In Progress may wait for somebody to say that the phase is done."
    ),
    why=(
        "The list is what people read to learn where a plan stands. When it and the phases "
        "differ, both have to be checked against the work."
    ),
    bad=_BODY + "- [ ] Phase 1 - Not Started\n- [ ] Phase 2 - Not Started\n",
    good=_BODY + "- [x] Phase 1 - Completed 2026-03-06\n- [ ] Phase 2 - Not Started\n",
    check=check,
    fix=(
        "Sets the box and the words of the row: to Completed, where the phase is done beyond "
        "doubt; to Not Started, where none of its tasks is ticked. The second is unsafe: the "
        "boxes of the phase may be what was forgotten. No date is made up."
    ),
    limits=(
        "A phase that itself contradicts its tasks is TP205, and its row is not judged. Progress "
        "kept in a table is not compared."
    ),
)

"""TP204: work has begun, the status says that it has not."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.edit.voice import quoted, status_edit
from trueplan.lint.finding import Fix, Found, Label
from trueplan.lint.journals import journals_of, says_all_done
from trueplan.lint.rule import Rule
from trueplan.lint.standing import name_of
from trueplan.lint.subject import JournalCard, Subject
from trueplan.model.item import Item, walk
from trueplan.model.plan import Plan
from trueplan.text import Span


def check(subject: Subject) -> Iterator[Found]:
    """Report a planned plan whose boxes, phases, progress or journals tell of work."""
    plan = subject.plan
    assert plan is not None
    status = plan.header.status
    if status is None or status.value != "planned":
        return
    evidence = [*_ticked(plan), *_marked(plan), *_listed(plan)]
    journals = journals_of(subject)
    if not evidence and not journals:
        return
    facts = [fact for fact, _ in evidence] + [_told(card) for card in journals]
    edit = status_edit(status, "In Progress", subject.source)
    finished = any(says_all_done(card, subject) for card in journals)
    yield Found(
        status.span,
        f"the status says {quoted(status.raw)}, but {facts[0]}",
        help="set the status to In Progress, or to Completed if nothing is left",
        ref=subject.ref,
        mark="not begun, it says",
        labels=tuple(label for _, label in evidence)[:3],
        fix=Fix(f"set the status to {edit.text}", (edit,), not finished) if edit else None,
        seen="; ".join(facts),
    )


def _ticked(plan: Plan) -> Iterator[tuple[str, Label]]:
    """The tasks that are done or begun, in phases if there are any, else in the whole plan."""
    tasks = [item for phase in plan.phases for item in walk(phase.tasks)] or walk(plan.tasks)
    boxes = [item for item in tasks if item.state in ("open", "in_progress", "done")]
    begun = [item for item in boxes if item.state != "open"]
    if begun:
        done = sum(item.state == "done" for item in begun)
        verb = "done" if done else "in progress"
        number = done or len(begun)
        be = "is" if number == 1 else "are"
        yield f"{number} of {len(boxes)} tasks {be} {verb}", Label(_place(begun[0]), verb)


def _marked(plan: Plan) -> Iterator[tuple[str, Label]]:
    for phase in plan.phases:
        if phase.marked_done:
            yield (
                f"{name_of(phase)} is marked done",
                Label(phase.done_mark or phase.heading, "done"),
            )
        elif phase.status is not None and phase.status.value == "in_progress":
            yield f"{name_of(phase)} is in progress", Label(phase.status.span, "in progress")


def _listed(plan: Plan) -> Iterator[tuple[str, Label]]:
    for row in plan.progress.rows:
        if row.done:
            yield f"the progress list says that phase {row.number} is done", Label(row.span, "done")


def _told(card: JournalCard) -> str:
    name = card.path.rsplit("/", 1)[-1]
    if card.state == "completed":
        return f"the journal {name} says Complete"
    return f"the journal {name} tells of its work"


def _place(item: Item) -> Span:
    start = item.marker.start if item.marker else item.text_span.start
    return Span(start, item.text_span.end)


RULE = Rule(
    code="TP204",
    name="started-but-planned",
    severity="warning",
    scope="plan",
    summary="Work has begun while the status says Planned.",
    what=(
        "Reports a plan whose status means planned although work has begun: a task is ticked or "
        "in progress, a phase is marked done or in progress, the progress list says that one is "
        "done, or a dev journal about this plan exists. A journal is about a plan when it links "
        "to it and bears its name, tells of its phases, or is linked from it."
    ),
    why=(
        "Planned means that the plan can still be changed freely. Whoever trusts the status "
        "plans the same work twice, or wonders where the commits come from."
    ),
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned

## Phases

### Phase 1: Masts

**Tasks**:
- [x] Order the masts
- [ ] Put them up
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Phases

### Phase 1: Masts

**Tasks**:
- [x] Order the masts
- [ ] Put them up
""",
    check=check,
    fix=(
        "Sets the status to In Progress, in the case and with the sign that the plan uses. A "
        "status that carries a remark, such as “Planned (after the season)”, is left alone. Unsafe "
        "where a journal says that all is complete: Completed may then be the truth."
    ),
    limits="Ticked boxes outside of the phases do not count where a plan has phases with tasks.",
)

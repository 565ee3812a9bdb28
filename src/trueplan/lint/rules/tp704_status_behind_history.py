"""TP704: the status says that nothing has begun, git says that it has."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.edit.voice import quoted, quoted_path
from trueplan.lint.finding import Found
from trueplan.lint.mention import item_mentions
from trueplan.lint.named import is_document, is_made
from trueplan.lint.past import Past
from trueplan.lint.rule import Committed, Rule
from trueplan.lint.subject import Subject
from trueplan.model.item import walk
from trueplan.model.plan import Plan


def check(subject: Subject) -> Iterator[Found]:
    """Report a planned plan that shows no work itself, but whose work was committed."""
    plan = subject.plan
    assert plan is not None
    status = plan.header.status
    if status is None or status.value != "planned" or _shows_work(plan):
        return
    past = subject.past()
    if past is None:
        return
    facts = [*_under_items(subject, plan, past), *_new_files(subject, past)]
    if not facts:
        return
    yield Found(
        status.span,
        f"the status says {quoted(status.raw)}, but {facts[0]}",
        help="set the status to In Progress, and tick what is done",
        ref=subject.ref,
        mark="begun, says git",
        seen="; ".join(facts),
    )


def _shows_work(plan: Plan) -> bool:
    """Whether the plan itself tells of work; what is wrong then is TP204's to say."""
    items = [item for phase in plan.phases for item in walk(phase.items)]
    return (
        any(item.state in ("done", "in_progress") for item in (*items, *walk(plan.tasks)))
        or any(phase.marked_done for phase in plan.phases)
        or any(row.done for row in plan.progress.rows)
    )


def _under_items(subject: Subject, plan: Plan, past: Past) -> Iterator[str]:
    """The commits that name a backlog item of the plan."""
    for item in item_mentions(plan, subject.source):
        work = past.work_under(subject.path, item.id)
        if work:
            first = work[0]
            more = f" and {len(work) - 1} more" if len(work) > 1 else ""
            yield f"commit {first.commit}{more} did work for {item.id} on {first.day}"


def _new_files(subject: Subject, past: Past) -> Iterator[str]:
    """The files that open tasks are to make, and that are no older than the plan."""
    if not past.complete:
        return
    for task in subject.making("open"):
        for one in task.files:
            if "/" not in one.name or is_document(one.name) or is_made(one.name):
                continue
            meant = past.files(subject.path, one.name)
            if len(meant) == 1 and meant[0].since != "before":
                name = quoted_path(one.name)
                yield f"{name}, which a task is to make, came on {meant[0].came}"


_PLAN = """\
# Implementation Plan: Harbour lights

**Status**: Planned
**Related Backlog Items**: HAR-012

## Phases

### Phase 1: Masts

- [ ] Write down the height of each mast
- [ ] Put the masts up
"""
_MADE = Committed("2026-03-02", "Plan the lights (HAR-012)", (("PLAN", None),))
_WORK = Committed("2026-03-04", "Masts (HAR-012)", (("lights/masts.py", "HEIGHTS = {}\n"),))

RULE = Rule(
    code="TP704",
    name="status-behind-history",
    severity="warning",
    scope="plan",
    summary="The plan is planned, and git has work on it.",
    what=(
        "Reports a planned plan in which nothing is ticked when a commit later than the plan's "
        "first names one of its backlog items and changes more than documents, or when a file that "
        "an open task is to make came with the plan or after it."
    ),
    why="Whoever looks for something to do finds a plan that another one is in the middle of.",
    limits=(
        "A commit is known by the ID in its subject, so work without the ID, and without a file "
        "that a task is to make, is not seen. A commit that only mentions the ID counts as work on "
        "it, and so does one for another plan of the same item; what was reverted does not. Where "
        "the plan itself shows work, TP204 speaks instead. A plan without a status is not judged. "
        "In a shallow clone only the commits that are there are looked at, and no files; without "
        "git it says nothing."
    ),
    confidence="likely",
    bad=_PLAN,
    good=_PLAN.replace("Planned", "In Progress"),
    past=(_MADE, _WORK),
    check=check,
)

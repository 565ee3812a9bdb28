"""TP404: the backlog and the plan tell two stories."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found, Label
from trueplan.lint.mention import item_mentions
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.model.companions import BacklogState
from trueplan.model.status import PlanState

_NAMES: dict[BacklogState, str] = {
    "backlog": "Backlog",
    "in_progress": "In Progress",
    "blocked": "Blocked",
    "done": "Done",
    "cancelled": "Cancelled",
}


def check(subject: Subject) -> Iterator[Found]:
    """Report each backlog item of the header whose state cannot be true beside the plan's."""
    plan = subject.plan
    assert plan is not None
    status = plan.header.status
    known = subject.surroundings.backlog
    if status is None or not known or not plan.header.backlog:
        return
    found = [(one, known[one.id]) for one in item_mentions(plan, subject.source) if one.id in known]
    all_done = all(entry.item.state == "done" for _, entry in found)
    for (name, span), (path, line, item) in found:
        if not _disagree(item.state, status.value, all_done):
            continue
        yield Found(
            span,
            f"{name} is {_NAMES[item.state]} in {path}:{line}, the plan says “{status.raw}”",
            help="set the status of the one that was forgotten",
            ref=subject.ref,
            mark=f"{_NAMES[item.state]} in the backlog",
            labels=(Label(status.span, "the plan"),),
            seen=f"{name} {item.state}, plan {status.value}",
        )


def _disagree(item: BacklogState, plan: PlanState, all_done: bool) -> bool:
    """Whether two states contradict; one item of several may well be done before the plan is."""
    if item == "unknown":
        return False
    if plan == "completed":
        return item != "done"
    if item == "done":
        return all_done and plan != "cancelled"
    return item == "cancelled" and plan == "in_progress"


_HEAD = """\
# Backlog

| ID | Priority | Status | Feature |
|----|----------|--------|---------|
"""

RULE = Rule(
    code="TP404",
    name="backlog-disagrees",
    severity="warning",
    scope="plan",
    summary="The plan's status and that of its backlog item contradict each other.",
    what=(
        "Reports items named in the field Related Backlog Items that are Done in `BACKLOG.md` "
        "while the plan is open, that are not Done while the plan is Completed, or that are "
        "Cancelled while the plan is In Progress. An open plan for several items is reported only "
        "when all of them are Done."
    ),
    why="Whoever chooses the next work from the backlog chooses what is finished, or misses it.",
    limits=(
        "An item that several plans serve may rightly stay open when the first of them is "
        "complete; accept the finding then."
    ),
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned
**Related Backlog Items**: HAR-001

- [ ] Order the masts
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned
**Related Backlog Items**: HAR-001

- [ ] Order the masts
""",
    files=(("BACKLOG.md", _HEAD + "| HAR-001 | P1 | Done | Lights on the pier |\n"),),
    good_files=(("BACKLOG.md", _HEAD + "| HAR-001 | P1 | Backlog | Lights on the pier |\n"),),
    check=check,
)

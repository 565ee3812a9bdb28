"""TP209: a plan is paused or cancelled, and does not say why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.model.plan import Plan
from trueplan.model.status import STATE_NAMES, Status
from trueplan.text.pattern import Pattern

_STATE_WORDS = Pattern(
    r"\b(?:on[- ]hold|on ice|no longer needed|won'?t (?:do|fix)|paused|pause|deferred|postponed"
    r"|suspended|parked|stalled|frozen|shelved|cancell?ed|abandoned|rejected|withdrawn|obsolete"
    r"|deprecated|archived|dropped|discarded|retired|historical|since|as of|on|until further"
    r" notice|indefinitely|january|february|march|april|may|june|july|august|september|october"
    r"|november|december)\b",
    re.IGNORECASE,
)
_STOPPING = Pattern(
    r"\b(?:paus|on hold|wait|cancel|stop|block|drop|supersed|replac|postpon|defer|suspend|resum"
    r"|abandon|shelv|park(?:ed|ing)|no longer)",
    re.IGNORECASE,
)
_REASONS = frozenset(
    ("depends", "reason", "note", "notes", "blocked on", "waiting for", "waiting on", "blocker")
)
_REPLACED = ("supersed", "replaced", "blocked", "cancel", "paus")


def check(subject: Subject) -> Iterator[Found]:
    """Report a paused or cancelled plan without a reason in header, status or notes."""
    plan = subject.plan
    assert plan is not None
    status = plan.header.status
    if status is None or status.value not in ("paused", "cancelled") or _is_explained(plan, status):
        return
    yield Found(
        status.span,
        f"the plan is {STATE_NAMES[status.value].lower()}, and does not say why",
        help="say why: “Paused (waiting for …)”, a Reason field, or a note with its date",
        ref=subject.ref,
        mark="no reason given",
        seen=f"{status.raw} without a reason",
    )


def _is_explained(plan: Plan, status: Status) -> bool:
    left = _STATE_WORDS.sub("", status.raw)
    if sum(letter.isalpha() for letter in left) > 2 or plan.header.reason is not None:
        return True
    for field in plan.header.fields:
        if field.value.value and (
            field.key in _REASONS or field.label.lower().startswith(_REPLACED)
        ):
            return True
    return any(_STOPPING.search(note.text.value) for note in plan.notes)


_HEAD = "# Implementation Plan: Harbour lights\n\n"
_WORK = "\n## Phases\n\n### Phase 1: Masts\n\n**Tasks**:\n- [ ] Put up the masts\n"

RULE = Rule(
    code="TP209",
    name="stopped-without-reason",
    severity="note",
    scope="plan",
    summary="The plan is paused or cancelled and does not say why.",
    what=(
        "Reports a plan in the template whose status is Paused or Cancelled with nothing behind "
        "the word, no reason or blocker in the header, and no note that speaks of stopping."
    ),
    why="Without the reason nobody knows when to go on, and the idea comes back as new.",
    bad=_HEAD + "**Status**: Paused\n" + _WORK,
    good=_HEAD + "**Status**: Paused (waiting for the ground to thaw)\n" + _WORK,
    check=check,
    template=True,
    confidence="likely",
)

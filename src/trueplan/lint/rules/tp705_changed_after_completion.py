"""TP705: the plan is completed, and was changed since."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.edit.voice import quoted
from trueplan.lint.finding import Found
from trueplan.lint.past import Completion
from trueplan.lint.rule import Committed, Rule
from trueplan.lint.subject import Subject
from trueplan.model.standing import join_words

_WORDS = {
    "added": ("1 item added", "{} items added"),
    "removed": ("1 item removed", "{} items removed"),
    "reworded": ("1 item reworded", "{} items reworded"),
    "unticked": ("1 item unticked", "{} items unticked"),
    "phase added": ("1 phase added", "{} phases added"),
    "phase removed": ("1 phase removed", "{} phases removed"),
    "phase retitled": ("1 phase retitled", "{} phases retitled"),
    "phase reopened": ("1 phase reopened", "{} phases reopened"),
}


def check(subject: Subject) -> Iterator[Found]:
    """Report a completed plan whose work was changed by a later commit."""
    plan = subject.plan
    assert plan is not None
    status = plan.header.status
    if status is None or status.value != "completed":
        return
    past = subject.past()
    done = past.completion(subject.path) if past is not None else None
    if done is None or not done.changes:
        return
    changes = _say(done)
    yield Found(
        status.span,
        f"the plan has been {quoted(status.raw)} since {done.day} ({done.commit}), and was changed"
        f" after that: {changes}",
        help="reopen it, or take the new work to a plan of its own",
        ref=subject.ref,
        mark=f"completed {done.day}",
        seen=changes,
    )


def _say(done: Completion) -> str:
    return join_words(
        [
            _WORDS[kind][0] if count == 1 else _WORDS[kind][1].format(count)
            for kind, count in done.changes
        ]
    )


_PLAN = """\
# Implementation Plan: Harbour lights

**Status**: Completed

## Phases

### Phase 1: Masts

- [x] Order the masts
- [x] Put the masts up
"""
_DONE = Committed("2026-02-20", "The lights are on", (("PLAN", _PLAN),))

RULE = Rule(
    code="TP705",
    name="changed-after-completion",
    severity="warning",
    scope="plan",
    summary="The plan was completed, and its work changed afterwards.",
    what=(
        "Reports a completed plan when a commit that is later than the one which completed it "
        "added, removed, reworded or unticked an item, or did so with a phase. It is followed "
        "through its moves to other folders."
    ),
    why=(
        "A completed plan is what was agreed to be done; what is added to it later is done, or "
        "forgotten, without anybody having agreed."
    ),
    limits=(
        "Ticks, notes and the retrospective are not counted: they complete the record. Nor are "
        "corrections that leave nearly all letters and every number as they were, and what is only "
        "moved. What was changed and changed back is not seen, nor what is not committed yet. A "
        "plan without a status is not judged. One that was taken up completed counts from its "
        "first commit on, in a shallow clone from the first one that is there. Revisions are "
        "looked at in the order of the commits; on branches that were worked on side by side it "
        "stops at the first one that is not completed. Without git it says nothing."
    ),
    bad=_PLAN + "- [ ] Paint the masts\n",
    good=_PLAN,
    past=(_DONE, Committed("2026-03-04", "Paint", (("PLAN", None),))),
    check=check,
)

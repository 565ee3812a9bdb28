"""TP504: more than all users, or less than none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.text import Span

_PERCENT = re.compile(rb"(?<![\w.])(-?\d+(?:\.\d+)?)\s*%")
# A line with one of these measures something else than a share of users.
_OTHER = re.compile(
    rb"\b(?:faster|slower|quicker|more|less|fewer|higher|lower|better|worse|larger|smaller"
    rb"|increas\w*|decreas\w*|reduc\w*|improv\w*|grow\w*|growth|drop\w*|spike\w*|surge\w*|gain\w*"
    rb"|change[sd]?|capacity|headroom|scal(?:e|es|ed|ing)|load|cpu|memory|budget|baseline|normal"
    rb"|usual|expected|current|peak|average|over|above|exceed\w*|threshold|errors?|rise[sn]?|rising|latency|zoom"
    rb"|width|height|coverage)\b|\+\s*\d",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Found]:
    """Report each share of users or traffic below 0 or above 100 percent."""
    plan = subject.plan
    assert plan is not None
    rollout = plan.rollout
    wrong = {span: share for share, span in rollout.percentages if not 0 <= share <= 100}
    for flag in rollout.flags:
        if flag.percentage is None or flag.percentage_span is None or 0 <= flag.percentage <= 100:
            continue
        match = _PERCENT.search(subject.source, *flag.percentage_span)
        if match is not None:
            wrong.setdefault(Span(*match.span()), flag.percentage)
    for span, share in sorted(wrong.items()):
        if _OTHER.search(_line(span, subject.source)) is not None:
            continue
        yield Found(
            span,
            f"{share:g} % is no share of users: it lies outside of 0 to 100",
            help="correct the percentage",
            ref=subject.ref,
            mark="outside of 0 to 100",
            seen=f"{share:g}%",
        )


def _line(span: Span, source: bytes) -> bytes:
    start = source.rfind(b"\n", 0, span.start) + 1
    end = source.find(b"\n", span.end)
    return source[start : end if end >= 0 else len(source)]


RULE = Rule(
    code="TP504",
    name="rollout-percentage-out-of-range",
    severity="error",
    scope="plan",
    summary="A rollout goes to less than 0 or more than 100 percent.",
    what=(
        "Reports shares of users or traffic in the rollout plan, and of feature flags, that lie "
        "outside of 0 to 100 percent."
    ),
    why="One digit too many there, and a trial for a tenth of the users reaches all of them.",
    limits=(
        "A line that speaks of something faster, larger, of load, capacity or the like is not "
        "about a share of users, and is left alone."
    ),
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned

- [ ] Order the masts

## Rollout Plan

### Feature Flags

- `night_mode`: 10% of users in the first week, then 110% of users
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned

- [ ] Order the masts

## Rollout Plan

### Feature Flags

- `night_mode`: 10% of users in the first week, then 100% of users
""",
    check=check,
)

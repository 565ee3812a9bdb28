"""TP503: a feature flag without a way back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.reader.words import normalise

# Labels that people put before remarks about flags; none of them is the name of one.
_REMARKS = frozenset(
    (
        "rollout",
        "rollout plan",
        "rollout percentage",
        "rollout strategy",
        "strategy",
        "percentage",
        "default",
        "defaults",
        "owner",
        "note",
        "notes",
        "monitoring",
        "removal",
        "cleanup",
        "timeline",
        "purpose",
        "which features are toggled",
        "environment",
        "environments",
        "provider",
        "tool",
    )
)
# Ways of saying it beside the flag that are no label.
_BACK = re.compile(
    rb"\b(?:turn|switch|flip|toggl|set)\w*\b[^.]*?(?:\boff\b|\b0 ?%)|\bdisabl|\brevert|\bkill",
    re.IGNORECASE,
)
_SWITCHES = ("flag", "toggle", "switch")


def check(subject: Subject) -> Iterator[Found]:
    """Report each feature flag for which no way back is told."""
    plan = subject.plan
    assert plan is not None
    rollout = plan.rollout
    if not rollout.flags or rollout.flags_rollback is not None:
        return
    back = " ".join(one.value.lower() for one in rollout.rollback)
    if any(word in back for word in _SWITCHES):
        return
    for flag in rollout.flags:
        name = flag.name.value
        if flag.rollback is not None or normalise(name) in _REMARKS or name.lower() in back:
            continue
        if _BACK.search(subject.source, *flag.span) is not None:
            continue
        yield Found(
            flag.name.span,
            f"no way back is told for the flag {name}",
            help="say how it is turned off, by whom, and what happens to what was done meanwhile",
            ref=subject.ref,
            mark="no rollback",
            seen=name,
        )


_PLAN = """\
# Implementation Plan: Harbour lights

**Status**: Planned

- [ ] Order the masts

## Rollout Plan

### Feature Flags

"""

RULE = Rule(
    code="TP503",
    name="flag-without-rollback",
    severity="note",
    scope="plan",
    template=True,
    summary="A feature flag has no rollback plan.",
    what=(
        "Reports flags in the section Feature Flags for which neither the flag itself, nor the "
        "section, nor the rollback procedures of the rollout plan say how to go back."
    ),
    why="A flag is there to be turned off. The night when it must be is no time to ask how.",
    bad=_PLAN + "- `night_mode`: 10% of the visitors, then all\n",
    good=_PLAN
    + "- `night_mode`: 10% of the visitors, then all. Rollback: set it to 0% in the console\n",
    check=check,
)

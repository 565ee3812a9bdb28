"""TP405: the plan refers to a decision that is not there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.mention import adr_mentions, adr_number, adrs_in_view
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject


def check(subject: Subject) -> Iterator[Found]:
    """Report each number of a decision that no ADR in view of the plan has."""
    if not subject.surroundings.adrs:
        return
    for mention in adr_mentions(subject):
        if mention.path is not None:
            continue
        yield Found(
            mention.span,
            f"no ADR has the number {mention.number}",
            help=_help(subject),
            ref=subject.ref,
            mark="no such decision",
            seen=f"ADR {int(mention.number)}",
        )


def _help(subject: Subject) -> str:
    """Tell which decision is the last one, so that the right number is a glance away."""
    numbered = [
        (adr.number, path, adr)
        for path, adr in adrs_in_view(subject).items()
        if adr.number is not None
    ]
    if not numbered:
        return "correct the number, or write the decision down"
    _, path, adr = max(numbered, key=lambda one: one[:2])
    return (
        f"correct the number, or write the decision down: the last one in "
        f"{posixpath.dirname(path) or 'the root'} is {adr_number(path, adr)}"
    )


RULE = Rule(
    code="TP405",
    name="unknown-adr",
    severity="warning",
    scope="plan",
    summary="The plan refers to an ADR that does not exist.",
    what=(
        "Reports numbers in the field Related ADRs (`ADR-0007`, `adr:7`, `0007`) that no decision "
        "record has, and links into a folder of decisions by a number that none there has. "
        "Where a repository holds several projects, each with decisions of its own, a number "
        "means one of the plan's own project or of what surrounds it."
    ),
    why="The plan rests on a decision that nobody can read.",
    limits="Without any ADR in the repository nothing is reported: they may be kept elsewhere.",
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned
**Related ADRs**: ADR-0007

- [ ] Order the masts
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned
**Related ADRs**: [ADR-0001](../adr/0001-steel-masts.md)

- [ ] Order the masts
""",
    files=(("docs/adr/0001-steel-masts.md", "# ADR 0001: Steel masts\n\n**Status**: Accepted\n"),),
    check=check,
)

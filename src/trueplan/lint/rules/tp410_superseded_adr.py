"""TP410: an open plan rests on a decision that was replaced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trueplan.lint.finding import Found
from trueplan.lint.mention import adr_mentions, adr_number
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.model.companions import Adr


def check(subject: Subject) -> Iterator[Found]:
    """Report each superseded or deprecated decision that an open plan refers to."""
    plan = subject.plan
    assert plan is not None
    adrs = subject.surroundings.adrs
    status = plan.header.status
    if not adrs or (status is not None and status.value in ("completed", "cancelled")):
        return
    mentions = [one for one in adr_mentions(subject) if one.path is not None]
    named = {one.path for one in mentions}
    for _, span, path in mentions:
        assert path is not None
        adr = adrs[path]
        if adr.state not in ("superseded", "deprecated"):
            continue
        successor = _successor(path, adr, adrs)
        if successor is not None and successor in named:
            continue  # the plan knows
        yield Found(
            span,
            _message(path, adr, adrs.get(successor or ""), successor),
            help=f"follow {successor}, or say why the old decision still holds"
            if successor
            else "look for the decision that holds now, or say why the old one does",
            ref=subject.ref,
            mark=adr.state,
            seen=f"{path} {adr.state} {successor or ''}".rstrip(),
        )


def _message(path: str, adr: Adr, by: Adr | None, successor: str | None) -> str:
    number = adr_number(path, adr)
    if by is not None and successor is not None:
        return f"ADR {number} is superseded by ADR {adr_number(successor, by)}"
    if adr.successor is not None:
        return f"ADR {number} is superseded by ADR {adr.successor}, which does not exist"
    return f"ADR {number} is {adr.state}"


def _successor(path: str, adr: Adr, adrs: Mapping[str, Adr]) -> str | None:
    """The file of the decision that replaced another: the one with its number, beside it."""
    if adr.successor is None:
        return None
    folder = path.rpartition("/")[0]
    same = [
        one
        for one, other in adrs.items()
        if other.number == adr.successor and one.rpartition("/")[0] == folder
    ]
    return min(same, default=None)


_OLD = "# ADR 0001: Steel masts\n\n**Status**: Superseded by ADR 0002\n"
_NEW = "# ADR 0002: Timber masts\n\n**Status**: Accepted\n"

RULE = Rule(
    code="TP410",
    name="superseded-adr",
    severity="warning",
    scope="plan",
    summary="An open plan refers to an ADR that is superseded or deprecated.",
    what=(
        "Reports decisions that a plan names in Related ADRs, or links to, and whose own status is "
        "Superseded or Deprecated, while the plan is neither completed nor cancelled. A plan that "
        "also refers to the successor knows, and is left alone."
    ),
    why="The work ahead follows a decision that was taken back.",
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned
**Related ADRs**: [ADR 0001](../adr/0001-steel-masts.md)

- [ ] Order the masts
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned
**Related ADRs**: [ADR 0002](../adr/0002-timber-masts.md)

- [ ] Order the masts
""",
    files=(("docs/adr/0001-steel-masts.md", _OLD), ("docs/adr/0002-timber-masts.md", _NEW)),
    check=check,
)

"""TP403: the header names a backlog item that no backlog has."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.mention import item_mentions
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject


def check(subject: Subject) -> Iterator[Found]:
    """Report each ID of a known form that is in no backlog."""
    plan = subject.plan
    assert plan is not None
    known = subject.surroundings.backlog
    if not known or not plan.header.backlog:
        return
    missing = [one for one in item_mentions(plan, subject.source) if one.id not in known]
    if not missing:
        return
    prefixes = {name.rpartition("-")[0] for name in known}
    paths = " and ".join(sorted({entry.path for entry in known.values()}))
    for name, span in missing:
        prefix, _, number = name.rpartition("-")
        if prefix not in prefixes:
            continue
        meant = next((one for one in known if _same(one, prefix, number)), None)
        yield Found(
            span,
            f"no backlog has an item {name}",
            help=f"it is written {meant} there" if meant else f"correct it, or add it to {paths}",
            ref=subject.ref,
            mark="not in the backlog",
            seen=name,
        )


def _same(name: str, prefix: str, number: str) -> bool:
    other, _, digits = name.rpartition("-")
    return other == prefix and int(digits) == int(number)


_BACKLOG = """\
# Backlog

| ID | Priority | Status | Feature |
|----|----------|--------|---------|
| HAR-001 | P1 | Backlog | Lights on the pier |
"""

RULE = Rule(
    code="TP403",
    name="unknown-backlog-item",
    severity="warning",
    scope="plan",
    summary="The header names a backlog item that no backlog has.",
    what=(
        "Reports IDs such as `HAR-042` in the field Related Backlog Items that no `BACKLOG.md` of "
        "the repository lists, where other items of the same letters are listed there."
    ),
    why="Nobody can tell which wish the plan serves, or notice when the wish is dropped.",
    limits=(
        "Without a backlog in the repository, or where it knows no ID with these letters, nothing "
        "is reported: the item may live in another tracker. Items that were moved to an archive "
        "that is not called `BACKLOG.md` count as missing."
    ),
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned
**Related Backlog Items**: HAR-042

- [ ] Order the masts
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned
**Related Backlog Items**: HAR-001

- [ ] Order the masts
""",
    files=(("BACKLOG.md", _BACKLOG),),
    check=check,
)

"""TP408: a plan is not in the index of its folder."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from trueplan.edit.index_row import add_row
from trueplan.edit.unlisted import find_unlisted
from trueplan.lint.finding import Fix, Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import IndexSubject


def check(subject: IndexSubject) -> Iterator[Found]:
    """Report each plan beside the index that no row of it links to."""
    index = subject.listing
    if index.table is None:
        return
    for card in find_unlisted(subject.document, subject.cards):
        name = posixpath.relpath(card.path, posixpath.dirname(subject.path) or ".")
        edits = add_row(subject.document, card)
        yield Found(
            index.table,
            f"the index does not list {name}",
            help="add a row for it",
            ref=card.ref,
            mark="no row for it",
            fix=Fix(f"add a row for {name}", edits) if edits else None,
            seen=card.path,
        )


_INDEX = """\
# Plans

| Plan | Status | Owner |
|------|--------|-------|
"""

RULE = Rule(
    code="TP408",
    name="index-misses-plan",
    severity="warning",
    scope="index",
    summary="A plan is missing from the index of its folder.",
    what=(
        "Reports plans that stand in the folder of an index (`README.md` or `index.md` with a "
        "table of plans) or below it, and that no row of the table links to. A folder such as "
        "`archive` or `completed` is left out, unless the table lists a plan of it."
    ),
    why="Whoever starts at the index does not learn that the plan exists.",
    bad="# Implementation Plan: Harbour lights\n\n**Status**: Planned\n\n- [ ] Order masts\n",
    good="# Implementation Plan: Harbour lights\n\n**Status**: Planned\n\n- [ ] Order masts\n",
    files=(("docs/plans/README.md", _INDEX),),
    good_files=(
        (
            "docs/plans/README.md",
            _INDEX + "| [Harbour lights](2026-03-02-harbour-lights.md) | Planned | |\n",
        ),
    ),
    check=check,
    fix="Adds a row with what the plan says of itself, in the columns that the table has. Cells "
    "of columns that Trueplan does not know stay empty.",
)

"""TP409: a row of the index says what its plan does not."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from trueplan.edit.index_row import Difference, find_differences
from trueplan.lint.finding import Fix, Found, Label
from trueplan.lint.rule import Rule
from trueplan.lint.subject import IndexSubject
from trueplan.model.companions import IndexRow, PlanCard


def check(subject: IndexSubject) -> Iterator[Found]:
    """Report each row whose plan is not there, or says otherwise."""
    cards = {card.path: card for card in subject.cards}
    for row in subject.listing.rows:
        path = subject.resolve(row.target) if row.target else None
        if path is None or path.startswith(".."):
            continue
        if not subject.files.exists(path):
            yield _missing(row, path, subject)
            continue
        card = cards.get(path)
        found = find_differences(subject.document, row, card) if card is not None else []
        if card is not None and found:
            yield _differing(found, card)


def _missing(row: IndexRow, path: str, subject: IndexSubject) -> Found:
    name = posixpath.relpath(path, posixpath.dirname(subject.path) or ".")
    spelled = subject.files.spelled(path)
    return Found(
        row.link_span,
        f"the row names {name}, which does not exist",
        help=f"it is spelled {posixpath.basename(spelled)}"
        if spelled
        else "correct the link, or remove the row",
        mark="no such file",
        seen=path,
    )


def _differing(found: list[Difference], card: PlanCard) -> Found:
    title = f"write what {posixpath.basename(card.path)} says"
    unsure = any(one.said.startswith("status") for one in found)
    return Found(
        found[0].span,
        f"{posixpath.basename(card.path)} says otherwise: {', '.join(one.said for one in found)}",
        help="correct the row, or the plan where the row is right",
        ref=card.ref,
        mark="not what the plan says",
        labels=tuple(Label(one.span, one.said) for one in found[1:4]),
        # Dates, phases and owner are the plan's to say; of two statuses either may be forgotten.
        fix=Fix(title, tuple(one.edit for one in found), safe=not unsure),
        seen=f"{card.path}: {', '.join(one.said for one in found)}",
    )


_INDEX = """\
# Plans

| Plan | Status | Start Date | Target | Phases | Owner |
|------|--------|------------|--------|--------|-------|
"""
_PLAN = """\
# Implementation Plan: Harbour lights

**Status**: In Progress
**Created**: 2026-03-02
**Owner**: Orla Penrose
**Target Completion**: 2026-03-20

## Phases

### Phase 1: Masts

- [x] Order the masts

### Phase 2: Lamps

- [ ] Hang the lamps
"""
_LINK = "[Harbour lights](2026-03-02-harbour-lights.md)"

RULE = Rule(
    code="TP409",
    name="index-disagrees",
    severity="warning",
    scope="index",
    summary="A row of the index names no file, or says what its plan does not.",
    what=(
        "Compares each row of an index with the plan it links to: status by its meaning, the day "
        "of creation, the target, the number of phases, the owner. One finding names all that "
        "differs in a row. A row whose file is not there is reported too."
    ),
    why="The index is read first, and often alone.",
    limits=(
        "Cells that are empty, or hold their place with `TBD` or `-`, do not disagree with "
        "anything; nor does `2026-03-XX` with a day in that month. Rows without a link, and links "
        "to plans outside of the folder, are not compared."
    ),
    bad=_PLAN,
    good=_PLAN,
    files=(
        (
            "docs/plans/README.md",
            f"{_INDEX}| {_LINK} | Planned | 2026-03-02 | 2026-03-13 | 3 | Orla Penrose |\n",
        ),
    ),
    good_files=(
        (
            "docs/plans/README.md",
            f"{_INDEX}| {_LINK} | In Progress | 2026-03-02 | 2026-03-20 | 2 | Orla Penrose |\n",
        ),
    ),
    check=check,
    fix="Writes what the plan says into the cells that differ, in the words, signs and form of "
    "date that the table uses. Unsafe where the status differs: the plan's own may be the one "
    "that was forgotten. A row without a file is left to a person.",
)

"""TP409: a row of the index says what its plan does not."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from trueplan.edit.rows import dates_disagree, owners_disagree, phases_cell, state_cell, write_date
from trueplan.lint.finding import Fix, Found, Label
from trueplan.lint.rule import Rule
from trueplan.lint.subject import IndexSubject, PlanCard
from trueplan.model.companions import IndexRow
from trueplan.model.status import STATE_NAMES
from trueplan.reader.points import says_nothing
from trueplan.record import Record
from trueplan.text import Edit, Span


class _Difference(Record):
    """A cell that disagrees: what the plan says, and the edit that says so here."""

    span: Span
    said: str
    edit: Edit


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
        found = list(_differences(row, card, subject)) if card is not None else []
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


def _differing(found: list[_Difference], card: PlanCard) -> Found:
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


def _differences(row: IndexRow, card: PlanCard, subject: IndexSubject) -> Iterator[_Difference]:
    if row.status is not None and None not in (row.state, card.state) and row.state != card.state:
        assert card.state is not None
        said = f"status “{card.status or STATE_NAMES[card.state]}”"
        written = state_cell(card.state, row, subject.listing.rows, subject.source)
        yield _Difference(row.status.span, said, Edit(*row.status.span, written))
    for cell, days, word in (
        (row.created, card.created, "created"),
        (row.due, card.target, "target"),
    ):
        date = dates_disagree(cell, days, subject.source)
        if date is not None and days is not None and cell is not None:
            written = write_date(days, date.raw)
            said = f"{word} {write_date(days, '')}"
            yield _Difference(cell.span, said, Edit(*date.span, written))
    number = phases_cell(row.phases, subject.source)
    if number is not None and row.phases is not None and card.phases:
        count, span = number
        if count != card.phases:
            said = f"{card.phases} phase{'s' if card.phases > 1 else ''}"
            yield _Difference(row.phases.span, said, Edit(*span, str(card.phases)))
    owner = row.owner
    if owner is None or not card.owner or says_nothing(owner.value):
        return
    if owners_disagree(owner.value, card.owner):
        escaped = card.owner.replace("|", "\\|")
        yield _Difference(owner.span, f"owner {card.owner}", Edit(*owner.span, escaped))


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

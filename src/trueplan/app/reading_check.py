"""See that a plan reads as wanted after a change, and in everything else as before."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.errors import Refused
from trueplan.markdown import plain_text
from trueplan.model.item import Item, walk
from trueplan.model.plan import Plan
from trueplan.record import Record


class ItemLine(Record):
    """An item by what a reader knows of it."""

    kind: str
    state: str | None
    text: str


def as_read(words: str) -> str:
    """Words as a reader sees them: on one line, without their markup."""
    return " ".join(plain_text(words).split())


def list_items(plan: Plan) -> list[ItemLine]:
    """Every item of a plan in the order of the document."""
    found: list[Item] = [one for phase in plan.phases for one in walk(phase.items)]
    found += walk(plan.tasks)
    found += walk(plan.criteria.all)
    found.sort(key=lambda item: item.span.start)
    return [ItemLine(one.kind, one.state, " ".join(one.text.split())) for one in found]


def ensure_reads(
    before: Plan, after: Plan, gone: Sequence[ItemLine], new: Sequence[ItemLine]
) -> None:
    """Raise Refused unless the items of `after` are those of `before`, but for `gone` and `new`."""
    wanted = list_items(before)
    for line in gone:
        wanted.remove(line)
    wanted += new
    there = list_items(after)
    same_phases = [one.title for one in before.phases] == [one.title for one in after.phases]
    if sorted(map(repr, wanted)) != sorted(map(repr, there)) or not same_phases:
        raise Refused(
            "the plan would not read as wanted afterwards",
            help="nothing was written; edit it by hand",
        )

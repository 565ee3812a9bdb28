"""See that a plan reads as wanted after a change, and in everything else as before."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.errors import Refused
from trueplan.markdown import plain_text
from trueplan.model.item import Item, walk
from trueplan.model.plan import Plan
from trueplan.reader.points import says_nothing
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


def ensure_added(before: Plan, after: Plan, kind: str, words: Sequence[str]) -> None:
    """Raise Refused unless `after` has new items of a kind with these words, and else the same.

    What only held a place, such as "TBD", may be gone.
    """
    old, now = list_items(before), list_items(after)
    fresh = _without(now, old)
    gone = _without(old, now)
    wanted = sorted(as_read(one) for one in words)
    right = sorted(one.text for one in fresh if one.kind == kind) == wanted
    same = [one.title for one in before.phases] == [one.title for one in after.phases]
    if not right or len(fresh) != len(wanted) or not same or any(map(_is_said, gone)):
        raise Refused(
            "the plan would not read as wanted afterwards",
            help="nothing was written; edit it by hand",
        )


def _without(lines: Sequence[ItemLine], others: Sequence[ItemLine]) -> list[ItemLine]:
    rest = list(others)
    found = []
    for line in lines:
        if line in rest:
            rest.remove(line)
        else:
            found.append(line)
    return found


def _is_said(line: ItemLine) -> bool:
    return not says_nothing(line.text)


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

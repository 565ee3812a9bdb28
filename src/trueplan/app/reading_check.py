"""See that a plan reads as wanted after a change, and in everything else as before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from trueplan.edit.create_section import find_section
from trueplan.edit.document import Document
from trueplan.edit.lists import blocks_between
from trueplan.errors import Refused
from trueplan.markdown import plain_text
from trueplan.markdown.block import find_blocks
from trueplan.model.item import Item, walk
from trueplan.model.plan import Plan
from trueplan.reader.points import says_nothing
from trueplan.record import NoReturn, Record


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


def ensure_else_same(before: Plan, after: Plan, *touched: str) -> None:
    """Raise Refused where a part of a plan reads otherwise that is not among `touched`."""
    old, now = _parts(before), _parts(after)
    wrong = sorted(name for name in old if name not in touched and old[name] != now[name])
    if wrong:
        raise Refused(
            f"the {' and the '.join(wrong)} of the plan would read otherwise afterwards",
            help="nothing was written; edit it by hand",
        )


def _parts(plan: Plan) -> dict[str, object]:
    """What a plan says, part by part, without where it says it."""
    header, rows = plan.header, plan.progress.rows
    return {
        "title": plan.title and plan.title.value,
        "status": header.status and header.status.value,
        "owner": header.owner and header.owner.value,
        "target": header.target and header.target.raw,
        "risks": [one.text.value for one in plan.risks],
        "flags": [one.name.value for one in plan.rollout.flags],
        "notes": [one.text.value for one in plan.notes],
        "phases": [(one.number, one.title, one.marked_done) for one in plan.phases],
        "progress rows": [(one.number, one.done, one.text) for one in rows],
        "journals": [one.target for one in plan.progress.journals],
    }


def ensure_added(before: Plan, after: Plan, kind: str, words: Sequence[str]) -> None:
    """Raise Refused unless `after` has new items of a kind with these words, and else the same.

    What only held a place, such as "TBD", may be gone.
    """
    old, now = list_items(before), list_items(after)
    fresh = _without(now, old)
    gone = _without(old, now)
    wanted = sorted(as_read(one) for one in words)
    open_ones = [one for one in fresh if one.kind == kind and one.state in ("open", None)]
    right = sorted(one.text for one in open_ones) == wanted
    same = [one.title for one in before.phases] == [one.title for one in after.phases]
    if not right or len(fresh) != len(wanted) or not same or any(map(_is_said, gone)):
        raise Refused(
            "the plan would not read as wanted afterwards",
            help="nothing was written; edit it by hand",
        )


def refuse_unseen(what: str, document: Document) -> NoReturn:
    """Raise Refused where what was written would not be read: in a fence left open, a comment."""
    why = "it would stand in a comment or a block of code"
    for block in find_blocks(document.markdown.blocks, "code"):
        if not block.closed:
            line = document.source.count(b"\n", 0, block.start) + 1
            why = f"the fence in line {line} is never closed"
    raise Refused(
        f"the {what} would not be read as one: {why}",
        help="nothing was written; mend that first, or write it by hand",
    )


def is_seen(document: Document, element: str, words: str) -> bool:
    """Whether some words are read below the heading of a section."""
    section = find_section(document, element)
    if section is None:
        return False
    wanted = as_read(words)
    blocks = blocks_between(document, section.heading.end, section.span.end)
    text = b" ".join(document.source[block.start : block.end] for block in blocks)
    return wanted in as_read(text.decode("utf-8", "replace"))


def lost_items(before: Plan, after: Plan) -> list[ItemLine]:
    """The items of `before` that say something and that `after` has no more."""
    return [one for one in _without(list_items(before), list_items(after)) if _is_said(one)]


def _without(lines: Sequence[ItemLine], others: Sequence[ItemLine]) -> list[ItemLine]:
    return list((Counter(lines) - Counter(others)).elements())


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

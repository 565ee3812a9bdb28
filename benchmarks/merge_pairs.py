"""Pairs of edits to one file, as two branches make them."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

from trueplan.edit.cancel_item import strike
from trueplan.edit.document import Document
from trueplan.edit.entries import JournalEntries
from trueplan.edit.note import add_note
from trueplan.edit.progress_row import read_claim, set_done
from trueplan.edit.table import add_row
from trueplan.edit.tick import tick_items
from trueplan.errors import TrueplanError
from trueplan.markdown import Table, find_blocks
from trueplan.model.item import Item, walk
from trueplan.text import Edit, apply_edits

_FAR = 10  # lines; git takes changes with three between them for separate

Side = tuple[Edit, ...]
Pair = tuple[Side, Side]
Maker = Callable[[Document, random.Random], Pair | None]


def neighbouring_ticks(document: Document, chance: random.Random) -> Pair | None:
    """Two tasks one below the other, each ticked on one side."""
    pair = _neighbours(document, chance)
    if pair is None:
        return None
    one, other = pair
    return tick_items([one], document.source), tick_items([other], document.source)


def ticks_far_apart(document: Document, chance: random.Random) -> Pair | None:
    """Two tasks with many lines between them, where git finds nothing to dispute."""
    items = _open_items(document)
    if len(items) < 2:
        return None
    one, other = sorted(chance.sample(items, 2), key=lambda item: item.span.start)
    if document.source.count(b"\n", one.span.start, other.span.start) < _FAR:
        return None
    return tick_items([one], document.source), tick_items([other], document.source)


def tick_and_reword(document: Document, chance: random.Random) -> Pair | None:
    """A task ticked on one side, the one below it worded anew on the other."""
    pair = _neighbours(document, chance)
    if pair is None:
        return None
    return tick_items([pair[0]], document.source), _reword(pair[1], document, "again")


def one_task(document: Document, chance: random.Random) -> Pair | None:
    """A task ticked on one side and worded anew on the other."""
    tasks = _open_items(document)
    if not tasks:
        return None
    task = chance.choice(tasks)
    return tick_items([task], document.source), _reword(task, document, "again")


def notes(document: Document, _chance: random.Random) -> Pair | None:
    """A note on each side."""
    return (
        add_note(document, "2026-03-04", "The pilot says it will hold."),
        add_note(document, "2026-03-05", "Nobody asked the pilot."),
    )


def journals(document: Document, _chance: random.Random) -> Pair | None:
    """A journal linked on each side."""
    found = []
    for day in ("2026-03-04", "2026-03-05"):
        edit = JournalEntries(document).edit(f"[{day}: what was done](../journals/{day}.md)")
        if edit is None:
            return None
        found.append((edit,))
    return found[0], found[1]


def rows(document: Document, chance: random.Random) -> Pair | None:
    """A row at the end of a table on each side, as of an index."""
    tables = [
        table
        for table in find_blocks(document.markdown.blocks, "table")
        if isinstance(table, Table) and len(table.rows[0]) > 1
    ]
    if not tables:
        return None
    table = chance.choice(tables)
    cells = [
        [f"{word} {number}" for number in range(len(table.rows[0]))] for word in ("Oak", "Ash")
    ]
    one, other = (add_row(document.source, table, words) for words in cells)
    return (one,), (other,)


def progress_rows(document: Document, chance: random.Random) -> Pair | None:
    """Two rows of completed phases, one below the other, each completed on one side."""
    plan, source = document.plan, document.source
    claims = [(row, read_claim(row, source)) for row in plan.progress.rows]
    still = [
        (one, other) for one, other in pairwise(claims) if not one[1].done and not other[1].done
    ]
    if not still:
        return None
    one, other = (set_done(*pair, plan, source) for pair in chance.choice(still))
    return (one, other) if one and other else None


def mixed(document: Document, chance: random.Random) -> Pair | None:
    """Several of these at once, on other tasks for each side."""
    makers = (neighbouring_ticks, notes, journals, rows, progress_rows)
    ours: list[Edit] = []
    theirs: list[Edit] = []
    for maker in chance.sample(makers, 3):
        pair = make_pair(maker, document, chance)
        if pair is not None:
            ours += pair[0]
            theirs += pair[1]
    return (tuple(ours), tuple(theirs)) if ours else None


def contradictions(document: Document, chance: random.Random) -> Pair | None:
    """One task: worded anew on both sides, or ticked here and struck or taken out there."""
    tasks = _open_items(document)
    if not tasks:
        return None
    task = chance.choice(tasks)
    if chance.random() < 0.5:
        return _reword(task, document, "again"), _reword(task, document, "never")
    ticked = tick_items([task], document.source)
    if chance.random() < 0.5:
        return ticked, strike(document, task, "(too dear)")
    start = document.source.rfind(b"\n", 0, task.span.start) + 1
    return ticked, (Edit(start, task.span.end, ""),)


KINDS: dict[str, Maker] = {
    "ticks far apart": ticks_far_apart,
    "neighbouring ticks": neighbouring_ticks,
    "a tick, and its neighbour reworded": tick_and_reword,
    "a tick, and the same task reworded": one_task,
    "a note each": notes,
    "a journal entry each": journals,
    "a row of a table each": rows,
    "a completed phase each": progress_rows,
    "three of these at once": mixed,
}
AT_ODDS = "contradictions"


def _neighbours(document: Document, chance: random.Random) -> tuple[Item, Item] | None:
    """Two open tasks on lines that follow each other."""
    items, source = _open_items(document), document.source
    pairs = [
        (one, other)
        for one, other in pairwise(items)
        if source.count(b"\n", one.span.start, other.span.start) == 1
    ]
    return chance.choice(pairs) if pairs else None


def _open_items(document: Document) -> list[Item]:
    plan = document.plan
    groups = [plan.tasks, *(phase.tasks for phase in plan.phases)]
    return [item for group in groups for item in walk(group) if item.state == "open" and item.text]


def _reword(item: Item, document: Document, word: str) -> Side:
    """The words with one more behind them, on their last line."""
    raw = item.text_span.slice(document.source)
    end = item.text_span.start + len(raw.rstrip())
    return (Edit(end, end, f" {word}"),)


def make_pair(maker: Maker, document: Document, chance: random.Random) -> Pair | None:
    """A pair; None where the file has no place for it, or the edits do not go together."""
    try:
        pair = maker(document, chance)
        if pair is not None:
            for side in pair:
                apply_edits(document.source, side)
    except TrueplanError:
        return None
    return pair

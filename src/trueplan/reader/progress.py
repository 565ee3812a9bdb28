"""Progress tracking: the list of completed phases and the journal entries."""

from __future__ import annotations

from bisect import bisect_left

from trueplan.markdown import Item as ListItem
from trueplan.model.located import Link, Located
from trueplan.model.plan import Progress, ProgressRow
from trueplan.model.status import PlanState, Status
from trueplan.reader.dates import find_date
from trueplan.reader.items import list_items
from trueplan.reader.phase_heading import read_phase_heading
from trueplan.reader.shapes import Node
from trueplan.reader.source import Source
from trueplan.reader.status import read_state
from trueplan.text import Span


def links_between(links: tuple[Link, ...], start: int, end: int) -> tuple[Link, ...]:
    """The links that stand between two offsets; `links` are in the order of the document."""
    first = bisect_left(links, start, key=lambda link: link.span.start)
    last = bisect_left(links, end, key=lambda link: link.span.start)
    return links[first:last]


def read_progress(nodes: list[Node], source: Source, links: tuple[Link, ...]) -> Progress:
    """The progress section and what stands below it."""
    progress = Progress()
    for node in nodes:
        element = node.element
        if element == "journals":
            progress = progress._replace(
                journals=links_between(links, node.start, node.end),
                journals_section=Span(node.start, node.end),
            )
        elif element in ("completed-phases", "progress") and not progress.rows:
            rows = tuple(
                row
                for item in list_items(node.blocks)
                if (row := _read_row(item, source, links)) is not None
            )
            if rows or element == "completed-phases":
                progress = progress._replace(rows=rows, rows_section=Span(node.start, node.end))
    return progress


def _read_row(item: ListItem, source: Source, links: tuple[Link, ...]) -> ProgressRow | None:
    words = source.lead(item)
    heading = read_phase_heading(words.value)
    if heading is None:
        return None
    raw = source.text(words.span.start, words.span.end)
    after = words.value.partition(f" {heading.number}")[2]
    state = read_state(after)
    date = find_date(raw, source.span_of(raw, words.span.start))
    found = links_between(links, item.start, item.end)
    done = item.box in ("x", "X") if item.box is not None else heading.states[0]
    return ProgressRow(
        number=heading.number,
        text=words.value,
        done=done,
        marked=item.box is not None,
        status=_status(state, after.strip(" -–—:"), words, raw, source) if state else None,
        date=date if date is not None and (date.first is not None or date.impossible) else None,
        journal=found[0] if found else None,
        span=Span(*source.trim(item.start, item.lead_end)),
        marker=Span(item.box_start, item.box_start + 3) if item.box is not None else None,
        status_span=_status_span(raw, words.span.start, source),
    )


def _status(state: PlanState, said: str, words: Located, raw: str, source: Source) -> Status:
    """The state behind a phase; the whole row stands for it where markup is among its words."""
    at = raw.rfind(said)
    if at < 0:
        return Status(state, words.value, words.span)
    start = words.span.start
    return Status(state, said, source.span_of(raw, start)(at, at + len(said)))


def _status_span(raw: str, start: int, source: Source) -> Span | None:
    """Where the words of state stand in a row: `Not Started`, `In Progress`, `Completed …`.

    A title may hold such words too, so the last ones that a sign sets off from it come first.
    """
    lowered = raw.lower()
    best: tuple[bool, int, int] | None = None
    for words in ("not started", "in progress", "completed", "complete", "done", "planned"):
        at = lowered.rfind(words)
        if at >= 0:
            before = lowered[:at].rstrip(" *_\t️")
            found = (bool(before) and not before[-1].isalnum(), at, len(words))
            best = found if best is None or found > best else best
    if best is None:
        return None
    _, at, length = best
    return source.span_of(raw, start)(at, at + length)

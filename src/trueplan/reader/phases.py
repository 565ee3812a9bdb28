"""The phases of a plan: headings, or list items, or rows of a table."""

from __future__ import annotations

from bisect import bisect_right

from trueplan.markdown import AnyBlock, Item as ListItem, Table
from trueplan.model.estimate import Estimate, Rates
from trueplan.model.item import Item
from trueplan.model.located import Problem
from trueplan.model.phase import Dependency, Phase
from trueplan.model.status import PlanState, Status
from trueplan.reader.dates import find_date
from trueplan.reader.dependencies import read_dependencies
from trueplan.reader.estimates import find_estimate
from trueplan.reader.items import list_items, read_items
from trueplan.reader.phase_body import PhaseBody, heading_estimate
from trueplan.reader.phase_heading import read_numbered_heading, read_phase_heading
from trueplan.reader.series import choose_series
from trueplan.reader.shapes import Member, Node, PhaseHeading, Phases
from trueplan.reader.source import Source
from trueplan.reader.status import read_state
from trueplan.reader.tables import Grid, Row, read_grid, read_head
from trueplan.reader.vocabulary import COLUMN_WORDS, FIELDS
from trueplan.text import Span

# Sections whose lists speak of phases that stand elsewhere.
_NO_PHASES = frozenset(("completed-phases", "references", "notes", "risks"))


def read_phases(nodes: list[Node], source: Source, rates: Rates) -> Phases:
    """Find the phases of a document in whatever form it has them."""
    members = choose_series(nodes, source)
    if members:
        problems: list[Problem] = []
        ticked = _ticked_elsewhere(members, nodes, source)
        phases = tuple(
            _of_heading(member, nodes, source, rates, problems, ticked) for member in members
        )
        return Phases(phases, tuple(problems))
    phases = _of_lists(nodes, source, rates) or _of_tables(nodes, source, rates)
    return Phases(phases, ())


def _ticked_elsewhere(
    members: list[Member], nodes: list[Node], source: Source
) -> dict[tuple[str, str], Span]:
    """Boxes ticked for phases in a list of them that is not the progress list: roadmaps do so."""
    word = members[0].heading.word
    ticked: dict[tuple[str, str], Span] = {}
    inside = {
        number for member in members for number in range(member.node.number, member.node.until)
    }
    for node in nodes:
        if node.number in inside or node.element in ("completed-phases", "progress"):
            continue
        for item in list_items(node.blocks):
            if item.box in ("x", "X"):
                found = read_phase_heading(source.lead(item).value)
                if found is not None and found.word == word:
                    ticked[found.word, found.number] = Span(item.box_start, item.box_start + 3)
    return ticked


def _of_heading(
    member: Member,
    nodes: list[Node],
    source: Source,
    rates: Rates,
    problems: list[Problem],
    ticked: dict[tuple[str, str], Span],
) -> Phase:
    node, heading = member
    assert node.heading is not None
    body = PhaseBody(source, rates, heading.word)
    body.read_sections(nodes[node.number : node.until])
    problems.extend(body.problems)
    raw = source.text(node.heading.start, node.heading.end)
    estimate = body.estimate or heading_estimate(raw, node.heading.start, source, rates)
    date = find_date(raw, source.span_of(raw, node.heading.start))
    done, cancelled = heading.states
    struck = source.is_struck(*_words_of(node.heading.start, node.heading.end, source))
    box = ticked.get((heading.word, heading.number))
    says_done = (
        done or box is not None or (body.status is not None and body.status.value == "completed")
    )
    says_cancelled = cancelled or (body.status is not None and body.status.value == "cancelled")
    mark = (
        Span(*source.trim(node.heading.start, node.heading.end))
        if done
        else (
            body.status.span
            if body.status is not None and body.status.value == "completed"
            else box
        )
    )
    return Phase(
        number=heading.number,
        title=heading.title,
        word=heading.word,
        level=node.level,
        heading=Span(*source.trim(node.heading.start, node.heading.end)),
        span=Span(node.start, node.end),
        marked_done=says_done and not says_cancelled,
        marked_cancelled=(says_cancelled or struck) and not done,
        done_mark=mark,
        status=body.status,
        goal=body.goal,
        estimate=estimate,
        dates=(*((date,) if date else ()), *body.dates),
        dependencies=tuple(body.dependencies),
        tasks=tuple(body.items["task"]),
        deliverables=tuple(body.items["deliverable"]),
        acceptance=tuple(body.items["acceptance"]),
        others=tuple(body.items["other"]),
        boxes=source.boxes(node.start, node.end),
        fields=tuple(body.fields),
    )


def _words_of(start: int, end: int, source: Source) -> tuple[int, int]:
    """A heading without its hash signs."""
    while start < end and source.bytes[start] in b"# ":
        start += 1
    return start, end


def _of_lists(nodes: list[Node], source: Source, rates: Rates) -> tuple[Phase, ...]:
    """Phases as list items: by keyword, else boxes numbered one by one with boxes in them."""
    keyword: list[tuple[ListItem, PhaseHeading]] = []
    numbered: list[tuple[ListItem, PhaseHeading]] = []
    for node in nodes:
        if node.element in _NO_PHASES or FIELDS.get(node.words) == "depends":
            continue
        for item in list_items(node.blocks):
            text = source.lead(item).value
            found = read_phase_heading(text)
            if found is not None and not found.weak:
                keyword.append((item, found))
            elif item.box is not None:
                bare = read_numbered_heading(text)
                if bare is not None and "." not in bare.number:
                    numbered.append((item, bare))
    if len(keyword) >= 2 and len({found.number for _, found in keyword}) == len(keyword):
        return tuple(_of_item(item, found, source, rates) for item, found in keyword)
    if len(numbered) >= 2:
        return tuple(_of_item(item, found, source, rates) for item, found in numbered)
    return ()


def _of_item(item: ListItem, heading: PhaseHeading, source: Source, rates: Rates) -> Phase:
    body = PhaseBody(source, rates, heading.word)
    body.read_blocks(child for child in item.children if child.kind != "paragraph")
    lead = source.lead(item)
    raw = source.text(lead.span.start, lead.span.end)
    struck = source.is_struck(source.words_start(item), item.lead_end)
    says_done, cancelled = heading.states
    done = item.box in ("x", "X") or says_done
    return Phase(
        number=heading.number,
        title=heading.title,
        word=heading.word,
        level="list",
        heading=lead.span,
        span=Span(item.start, item.end),
        marked_done=done and not struck,
        marked_cancelled=struck or item.box == "-" or cancelled,
        done_mark=Span(item.box_start, item.box_start + 3)
        if item.box in ("x", "X")
        else (lead.span if says_done else None),
        status=body.status,
        goal=body.goal,
        estimate=body.estimate or heading_estimate(raw, lead.span.start, source, rates),
        dates=tuple(body.dates),
        dependencies=tuple(body.dependencies),
        tasks=tuple(body.items["task"]),
        deliverables=tuple(body.items["deliverable"]),
        acceptance=tuple(body.items["acceptance"]),
        others=tuple(body.items["other"]),
        boxes=source.boxes(source.words_start(item), item.end),
        fields=tuple(body.fields),
    )


def _of_tables(nodes: list[Node], source: Source, rates: Rates) -> tuple[Phase, ...]:
    """Phases as rows of the first table that has a column for them and counts."""
    for node in nodes:
        for block in node.blocks:
            if block.kind == "table":
                phases = _of_table(block, source, rates)
                if phases:
                    return phases
    return ()


def _of_table(block: AnyBlock, source: Source, rates: Rates) -> tuple[Phase, ...]:
    assert isinstance(block, Table)
    head = read_head(block, source)
    if len(block.rows) < 3 or not any(word in COLUMN_WORDS["phase"] for word in head):
        return ()
    grid = read_grid(block, source)
    column = grid.column("phase")
    phases = [phase for row in grid.rows if (phase := _of_row(row, column, grid, source, rates))]
    return tuple(phases) if len(phases) >= 2 else ()


def _of_row(row: Row, column: int | None, grid: Grid, source: Source, rates: Rates) -> Phase | None:
    name = row.cell(column)
    if name is None or not name.value:
        return None
    found = read_phase_heading(name.value) or read_numbered_heading(name.value)
    if found is None:
        count = row.cell(grid.column("id"))
        if count is not None and count.value.strip(".").isdigit():
            found = PhaseHeading("", count.value.strip("."), False, name.value, name.value)
    if found is None:
        number, _, rest = name.value.partition(" ")
        if number.strip(".:").isdigit():
            found = PhaseHeading("", number.strip(".:"), False, name.value, rest)
    if found is None or found.weak:
        return None
    word = grid.head[column] if column is not None else ""
    cell = row.cell(grid.column("status"))
    state = _state_of_cell(cell.value) if cell else None
    status = Status(state, cell.value, cell.span) if cell and state else None
    effort = row.cell(grid.column("estimate"))
    waits = row.cell(grid.column("depends"))
    title = row.cell(grid.column("title"))
    dependencies: tuple[Dependency, ...] = ()
    if waits is not None:
        text = waits.value
        if text[:1].isdigit():
            waits = waits._replace(value=f"phase {text}")
        dependencies = read_dependencies(waits, text, found.word or "phase")
    return Phase(
        number=found.number,
        title=found.title or (title.value if title else ""),
        word=found.word or word,
        level="table",
        heading=name.span,
        span=row.span,
        marked_done=state == "completed" or (state is None and found.states[0]),
        marked_cancelled=state == "cancelled",
        done_mark=cell.span if cell and state == "completed" else None,
        status=status,
        goal=None,
        estimate=_estimate_of(effort.value, effort.span.start, source, rates) if effort else None,
        dates=(),
        dependencies=dependencies,
        tasks=(),
        deliverables=(),
        acceptance=(),
        others=(),
        boxes=(0, 0),
    )


def _state_of_cell(value: str) -> PlanState | None:
    """The state in a cell: words, a sign, or a checkbox."""
    if value.startswith("["):
        return {"[x]": "completed", "[ ]": "planned"}.get(value[:3].lower())  # type: ignore[return-value]
    return read_state(value)


def _estimate_of(text: str, start: int, source: Source, rates: Rates) -> Estimate | None:
    return find_estimate(text, source.span_of(text, start), rates)


def read_loose_items(
    nodes: list[Node], phases: tuple[Phase, ...], taken: set[int], source: Source
) -> tuple[Item, ...]:
    """Boxes outside of phases and of the sections whose boxes mean something else."""
    found: list[Item] = []
    ends = 0  # of the last phase that began before
    starts = iter(sorted(phases, key=lambda phase: phase.span.start))
    upcoming = next(starts, None)
    in_lists = bool(phases) and phases[0].level == "list"
    for node in nodes:
        while not in_lists and upcoming is not None and upcoming.span.start <= node.start:
            ends = max(ends, upcoming.span.end)
            upcoming = next(starts, None)
        if node.start < ends or node.number in taken:
            continue
        found += read_items(node.blocks, "task", source, boxes_only=True)
    if in_lists:
        spans = sorted(phase.span for phase in phases)
        starts_of = [span.start for span in spans]
        found = [item for item in found if not _is_within(item.span.start, spans, starts_of)]
    return tuple(found)


def _is_within(offset: int, spans: list[Span], starts: list[int]) -> bool:
    """Whether one of the spans, which are sorted by `starts` and do not overlap, holds `offset`."""
    before = bisect_right(starts, offset) - 1
    return before >= 0 and offset < spans[before].end

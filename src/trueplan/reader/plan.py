"""A whole plan: every reader over one outline."""

from __future__ import annotations

from trueplan.markdown import Markdown, parse
from trueplan.model.estimate import Rates
from trueplan.model.item import Item
from trueplan.model.located import Link, Located
from trueplan.model.outline import SECTIONS as OUTLINE
from trueplan.model.plan import (
    Criteria,
    Plan,
    Progress,
    Retrospective,
    Rollout,
    Section,
)
from trueplan.reader.closing import read_criteria, read_notes, read_retrospective
from trueplan.reader.header import read_header
from trueplan.reader.phases import read_loose_items, read_phases
from trueplan.reader.placeholders import find_placeholders
from trueplan.reader.progress import links_between, read_progress
from trueplan.reader.prose import read_approach, read_overview, read_testing
from trueplan.reader.risks import read_risks
from trueplan.reader.rollout import read_flags, read_rollout
from trueplan.reader.sections import read_outline
from trueplan.reader.shapes import Node, Phases
from trueplan.reader.source import Source
from trueplan.record import Any
from trueplan.text import Span

# Sections whose boxes are not work to do.
_NOT_WORK = frozenset(
    (
        "criteria",
        "functional",
        "nonfunctional",
        "gates",
        "progress",
        "completed-phases",
        "journals",
        "references",
        "notes",
        "retrospective",
        "well",
        "improve",
        "lessons",
        "repeat",
    )
)
# Where no phase has tasks, and no row here is of a phase, the log of progress holds the tasks.
_LOGS = frozenset(("progress",))
_TEMPLATE_MARKS = 5
_new: Any = tuple.__new__  # see markdown.parse


def read_plan(source: bytes, rates: Rates | None = None) -> Plan:
    """Read a plan out of any bytes; what cannot be understood is among its problems."""
    return read_parsed(parse(source), rates or Rates())


def read_parsed(markdown: Markdown, rates: Rates) -> Plan:
    """Read a plan out of a parsed file."""
    source = Source(markdown)
    nodes = read_outline(source)
    phases = read_phases(nodes, source, rates)
    elements = _elements(nodes, phases)
    links = read_links(markdown)
    header, problems = read_header(nodes, source, rates)
    progress = _progress(elements, nodes, source, links)
    is_log = not progress.rows and not any(phase.tasks for phase in phases.phases)
    taken = {
        node.number
        for name in (_NOT_WORK - _LOGS if is_log else _NOT_WORK)
        for first in elements.get(name, ())
        for node in nodes[first.number : first.until]
    }
    title = next((node.heading for node in nodes if node.level == 1), None)
    plan = Plan(
        title=Located(title.text.replace("\n", " "), Span(*source.trim(title.start, title.end)))
        if title
        else None,
        header=header,
        overview=read_overview(elements, nodes, source),
        phases=phases.phases,
        tasks=read_loose_items(nodes, phases.phases, taken, source),
        approach=read_approach(elements, source),
        testing=read_testing(elements, source),
        rollout=_rollout(elements, nodes, source),
        risks=tuple(
            risk
            for node in _outermost(elements.get("risks", ()))
            for risk in read_risks(_below(node, nodes), source)
        ),
        criteria=_criteria(elements, nodes, phases, source),
        progress=progress,
        references=tuple(
            link
            for node in elements.get("references", ())
            for link in links_between(links, node.start, node.end)
        ),
        notes=tuple(
            note
            for node in elements.get("notes", ())
            for note in read_notes(_below(node, nodes), source)
        ),
        retrospective=_retrospective(elements, nodes, source),
        sections=_sections(nodes, source),
        links=links,
        placeholders=(),
        problems=(*problems, *phases.problems),
        boxes=source.boxes(0, len(source.bytes)),
        template=_is_template(nodes, phases),
        form=_form(phases),
    )
    placeholders = find_placeholders(nodes, source, plan)
    return plan._replace(placeholders=placeholders) if placeholders else plan


def read_links(markdown: Markdown) -> tuple[Link, ...]:
    """The links of a file in the order of the document, addresses written bare left out."""
    links = [
        Link(link.target, Span(link.start, link.end), link.image)
        for link in markdown.links
        if not link.automatic
    ]
    return tuple(links)


def _elements(nodes: list[Node], phases: Phases) -> dict[str, list[Node]]:
    """The sections outside of phases, by the element of the outline that they are."""
    inside = [phase.span for phase in phases.phases if phase.level not in ("table", "list")]
    elements: dict[str, list[Node]] = {}
    for node in nodes[1:]:
        name = node.element
        if name is not None and not any(one.start <= node.start < one.end for one in inside):
            elements.setdefault(name, []).append(node)
    return elements


def _below(node: Node, nodes: list[Node]) -> list[Node]:
    return nodes[node.number : node.until]


def _outermost(found: list[Node] | tuple[Node, ...]) -> list[Node]:
    """The sections that do not stand inside one before them."""
    kept: list[Node] = []
    for node in found:
        if not kept or node.start >= kept[-1].end:
            kept.append(node)
    return kept


def _sections(nodes: list[Node], source: Source) -> tuple[Section, ...]:
    found: list[Section] = []
    for node in nodes:
        heading = node.heading
        if heading is not None:
            start = node.start
            heading_span = _new(Span, source.trim(start, heading.end))
            span = _new(Span, (start, node.end))
            empty = len(node.blocks) < 2 and _is_empty(node)
            section = (heading.text, node.level, heading_span, span, node.element, empty)
            found.append(_new(Section, section))
    return tuple(found)


def _is_empty(node: Node) -> bool:
    """Whether nothing stands below a heading, but for a rule that ends the section."""
    if node.until > node.number + 1 or len(node.blocks) > 1:
        return False
    return not node.blocks or node.blocks[0].kind in ("rule", "html")


def _rollout(elements: dict[str, list[Node]], nodes: list[Node], source: Source) -> Rollout:
    found = elements.get("rollout")
    if found:
        return read_rollout(_below(found[0], nodes), source)
    flags = elements.get("flags")
    return read_flags(flags[0], source) if flags else Rollout()


def _criteria(
    elements: dict[str, list[Node]], nodes: list[Node], phases: Phases, source: Source
) -> Criteria:
    found = [
        node
        for name in ("criteria", "functional", "nonfunctional", "gates")
        for node in elements.get(name, ())
    ]
    criteria = Criteria()
    for node in _outermost(sorted(found, key=lambda node: node.start)):
        more = read_criteria(_below(node, nodes), source)
        inside = [phase.span for phase in phases.phases if node.start < phase.span.start < node.end]
        criteria = Criteria(
            criteria.functional + _outside(more.functional, inside),
            criteria.nonfunctional + _outside(more.nonfunctional, inside),
            criteria.gates + _outside(more.gates, inside),
            criteria.others + _outside(more.others, inside),
        )
    return criteria


def _outside(items: tuple[Item, ...], spans: list[Span]) -> tuple[Item, ...]:
    """The items that begin in none of `spans`, at any depth: a phase there has the others."""
    if not spans:
        return items
    return tuple(
        item._replace(children=_outside(item.children, spans))
        for item in items
        if not any(start <= item.span.start < end for start, end in spans)
    )


def _progress(
    elements: dict[str, list[Node]], nodes: list[Node], source: Source, links: tuple[Link, ...]
) -> Progress:
    for name in ("progress", "completed-phases", "journals"):
        found = elements.get(name)
        if found:
            return read_progress(_below(found[0], nodes), source, links)
    return Progress()


def _retrospective(
    elements: dict[str, list[Node]], nodes: list[Node], source: Source
) -> Retrospective:
    found = elements.get("retrospective")
    return read_retrospective(_below(found[0], nodes), source) if found else Retrospective()


def _is_template(nodes: list[Node], phases: Phases) -> bool:
    """Whether the document is recognisably in the template: enough of its own headings."""
    exact = {entry.heading.lower() for entry in OUTLINE if entry.level == 2}
    own = {
        "business objective",
        "technical summary",
        "completed phases",
        "dev journal entries",
        "quality gates",
        "non-functional requirements",
        "would repeat?",
    }
    titles = {node.heading.text.lower() for node in nodes if node.heading is not None}
    levels = {phase.level for phase in phases.phases}
    marks = len(titles & exact) + len(titles & own)
    return marks >= _TEMPLATE_MARKS and "phases" in titles and levels <= {3}


def _form(phases: Phases) -> str:
    """How the phases are written: "heading", "list", "table", or "" without any."""
    if not phases.phases:
        return ""
    level = phases.phases[0].level
    return level if isinstance(level, str) else "heading"

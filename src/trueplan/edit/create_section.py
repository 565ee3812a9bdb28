"""Make a section of the template where a plan lacks it, at its place in the template's order."""

from __future__ import annotations

from trueplan.edit.document import Document
from trueplan.edit.lists import are_headings_set_off
from trueplan.errors import NoPlace
from trueplan.model.outline import SECTIONS, SectionOutline
from trueplan.model.plan import Section
from trueplan.text import Edit, newline_near

_RULES = (b"---", b"***", b"___")


def create_section(document: Document, element: str, body: str = "") -> tuple[Edit, ...]:
    """The edits that add the section called `element`, with `body` below its heading.

    A section below another one makes that one too. None where the plan has it already.
    """
    if find_section(document, element) is not None:
        return ()
    position = next(at for at, one in enumerate(SECTIONS) if one.element == element)
    outline = SECTIONS[position]
    parent = _parent(position)
    if parent is not None and find_section(document, parent.element) is None:
        above = f"{_heading(document, outline)}{_gap(document)}{body}"
        return create_section(document, parent.element, above)
    return (_insert(document, position, _heading(document, outline), body),)


def ensure_creatable(element: str, *, create: bool, what: str = "") -> None:
    """Raise NoPlace where a section that is missing is not to be made; `what` names it."""
    if not create:
        heading = next(one.heading for one in SECTIONS if one.element == element)
        raise NoPlace(
            f"the plan has no section {what or f'“{heading}”'}",
            help="--create-section makes one at its place",
        )


def find_section(document: Document, element: str) -> Section | None:
    """The first section that is an element of the outline."""
    return next((one for one in document.plan.sections if one.element == element), None)


def _parent(position: int) -> SectionOutline | None:
    """The section that one of a lower level stands in."""
    if SECTIONS[position].level == 2:
        return None
    return next(one for one in reversed(SECTIONS[:position]) if one.level == 2)


def _insert(document: Document, position: int, heading: str, body: str) -> Edit:
    """Behind the nearest section that comes before it in the template, else before the next."""
    level = SECTIONS[position].level
    deepest = _top_level(document) + level - 2  # one further in belongs to something else
    newline = newline_near(document.source, 0)
    text = heading + (f"{_gap(document)}{body}" if body else "")
    for outline in reversed(SECTIONS[:position]):
        if outline.level > level:
            continue
        before = find_section(document, outline.element)
        if before is not None and before.level <= deepest:
            end, rule = _end_of(document.source, before)
            tail = f"{newline * 2}{rule}" if rule else ""
            return Edit(end, end, f"{newline * 2}{text}{tail}")
    for outline in SECTIONS[position + 1 :]:
        after = find_section(document, outline.element)
        if outline.level == level and after is not None:
            start = after.heading.start
            return Edit(start, start, f"{text}{newline * 2}")
    end = len(document.source.rstrip())
    last = newline if end == len(document.source) else ""
    return Edit(end, end, f"{newline * 2}{text}{last}")


def _end_of(source: bytes, section: Section) -> tuple[int, str]:
    """Where the words of a section end, and the rule that closes it, "" without one."""
    end = section.span.start + len(section.span.slice(source).rstrip())
    line = source.rfind(b"\n", 0, end) + 1
    last = source[line:end].strip()
    return end, last.decode() if last in _RULES else ""


def _heading(document: Document, outline: SectionOutline) -> str:
    return f"{'#' * (_top_level(document) + outline.level - 2)} {outline.heading}"


def _top_level(document: Document) -> int:
    """The level at which this document has what the template has at level 2."""
    known = {one.element: one.level for one in SECTIONS}
    found = [
        section
        for section in document.plan.sections
        if section.element is not None
        and known.get(section.element) == 2
        and not _is_title(document, section)
    ]
    outside = [section for section in found if not _is_of_a_phase(document, section)]
    levels = [section.level for section in outside or found]
    if levels:
        return max(sorted(set(levels)), key=levels.count)
    below = [one.level for one in document.plan.sections if one.level > 1]
    return min(below, default=2)


def _is_title(document: Document, section: Section) -> bool:
    title = document.plan.title
    return title is not None and section.heading.contains(title.span)


def _is_of_a_phase(document: Document, section: Section) -> bool:
    """Whether a section is one phase's own: its tests, say, and not those of the plan."""
    return any(
        phase.span.contains(section.span) and phase.heading.start < section.heading.start
        for phase in document.plan.phases
    )


def _gap(document: Document) -> str:
    newline = newline_near(document.source, 0)
    return newline * (2 if are_headings_set_off(document) else 1)

"""The facts of a retrospective: a section of their own, before what people have to say."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.edit.document import Document
from trueplan.edit.lists import are_headings_set_off, trimmed
from trueplan.errors import NoPlace
from trueplan.model.plan import Section
from trueplan.text import Edit, newline_near

HEADING = "Facts"


def write_facts(document: Document, facts: Sequence[str]) -> tuple[Edit, ...]:
    """The edits that make the retrospective hold `facts`, in place of those that it holds.

    Raises NoPlace where the plan has no retrospective.
    """
    plan, source = document.plan, document.source
    after = plan.retrospective.section
    section = next((one for one in plan.sections if after and one.span.start == after.start), None)
    if section is None:
        raise NoPlace(
            "the plan has no retrospective", help="--create-section writes one at its end"
        )
    newline = newline_near(source, section.heading.start)
    gap = newline * (2 if are_headings_set_off(document) else 1)
    lines = newline.join(f"- {' '.join(fact.split())}" for fact in facts)
    there = _find(document, section)
    if there is not None:
        start = trimmed(source, *there.heading).end
        end = trimmed(source, there.heading.start, there.span.end).end
        return (Edit(start, end, f"{gap}{lines}"),)
    start = _below_lead(document, section)
    heading = f"{'#' * (section.level + 1)} {HEADING}"
    return (Edit(start, start, f"{newline * 2}{heading}{gap}{lines}"),)


def _find(document: Document, section: Section) -> Section | None:
    """The section of facts that is there already."""
    for one in document.plan.sections:
        if section.span.contains(one.span) and one.title.strip().lower() == HEADING.lower():
            return one
    return None


def _below_lead(document: Document, section: Section) -> int:
    """The end of what stands between the heading of the retrospective and the next one."""
    start, end = section.heading.start, section.span.end
    for one in document.plan.sections:
        if start < one.heading.start < end:
            end = one.heading.start
            break
    return trimmed(document.source, start, end).end

"""What is left of a template: its exact words, nothing that a person might have meant."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.model.item import Item
from trueplan.model.located import Located
from trueplan.model.plan import Placeholder, Plan
from trueplan.reader.guidance import find_guidance
from trueplan.reader.leftovers import PLACEHOLDER_ITEMS, PLACEHOLDERS
from trueplan.reader.shapes import Node
from trueplan.reader.source import Source
from trueplan.text import Span

_SENTENCES = frozenset(words for words in PLACEHOLDERS if words.endswith("?"))
_BRACKETS = tuple(words.encode() for words in PLACEHOLDERS if words.startswith("["))
_OTHERS = tuple(
    words.encode() for words in PLACEHOLDERS if words not in _SENTENCES and words[0] != "["
)
_OPENINGS = (b"What", b"How ")


def find_placeholders(nodes: list[Node], source: Source, plan: Plan) -> tuple[Placeholder, ...]:
    """Every placeholder outside of code, in the order of the document."""
    guidance = find_guidance(nodes, source)
    found = [*_anywhere(source.bytes), *_questions(nodes, source), *_fillers(plan)]
    if not found and not guidance:
        return ()
    code = [
        (block.start, block.end)
        for node in nodes
        for block in node.blocks
        if block.kind in ("code", "html")
    ]
    outside = {
        one
        for one in found
        if not any(start <= one.span.start < end for start, end in code)
        and not _in_ticks(source.bytes, one.span)
    }
    return tuple(sorted([*outside, *guidance], key=lambda one: one.span))


def _anywhere(data: bytes) -> list[Placeholder]:
    """Words that are a placeholder wherever they stand."""
    found: list[Placeholder] = []
    at = data.find(b"[")
    while at >= 0:
        if data.startswith(_BRACKETS, at):
            words = next(words for words in _BRACKETS if data.startswith(words, at))
            found.append(Placeholder(words.decode(), Span(at, at + len(words))))
        at = data.find(b"[", at + 1)
    for words in _OTHERS:
        at = data.find(words)
        while at >= 0:
            found.append(Placeholder(words.decode(), Span(at, at + len(words))))
            at = data.find(words, at + 1)
    return found


def _questions(nodes: list[Node], source: Source) -> Iterable[Placeholder]:
    """The template's questions, which open a section."""
    data = source.bytes
    for node in nodes:
        if node.blocks:
            first = node.blocks[0]
            if data[first.start : first.start + 4] in _OPENINGS:
                words = source.located(first.start, first.end)
                if words.value in _SENTENCES:
                    yield Placeholder(words.value, words.span)


def _fillers(plan: Plan) -> Iterable[Placeholder]:
    """Numbered fillers such as "Task 1", where they are a whole item, cell or value."""
    for phase in plan.phases:
        for group in (phase.tasks, phase.deliverables, phase.acceptance):
            yield from _in_items(group)
        for field in phase.fields:
            if field.value.value in PLACEHOLDER_ITEMS:
                yield Placeholder(field.value.value, field.value.span)
        goal = phase.goal
        if goal is not None and goal.value in _SENTENCES:
            yield Placeholder(goal.value, goal.span)
    yield from _in_items(plan.criteria.all)
    yield from _in_items(plan.tasks)
    for point in _points(plan):
        if point.value in PLACEHOLDER_ITEMS:
            yield Placeholder(point.value, point.span)


def _in_items(items: tuple[Item, ...]) -> list[Placeholder]:
    found: list[Placeholder] = []
    stack = [items]
    while stack:
        for item in stack.pop():
            if item.text in PLACEHOLDER_ITEMS:
                found.append(Placeholder(item.text, item.text_span))
            if item.children:
                stack.append(item.children)
    return found


def _points(plan: Plan) -> Iterable[Located]:
    for risk in plan.risks:
        yield risk.text
    yield from plan.rollout.steps
    after = plan.retrospective
    for part in (after.well, after.improve, after.lessons, after.repeat):
        yield from part


def _in_ticks(data: bytes, span: Span) -> bool:
    line = data.rfind(b"\n", 0, span.start) + 1
    return data.count(b"`", line, span.start) % 2 == 1

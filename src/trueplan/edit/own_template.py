"""A template of somebody's own: is it one, and what becomes of its placeholders in a new plan."""

from __future__ import annotations

import re
from collections.abc import Mapping

from trueplan.edit.document import Document, read_document
from trueplan.edit.header_lines import UNKNOWN
from trueplan.markdown import Block
from trueplan.markdown.block import find_blocks
from trueplan.model.item import walk
from trueplan.model.located import Field
from trueplan.record import Record
from trueplan.text import Edit, LineIndex, Span, apply_edits

_TOPIC = (
    "feature name",
    "feature",
    "title",
    "plan title",
    "plan name",
    "project name",
    "topic",
    "name",
    "brief title",
)
_DAY = b"YYYY-MM-DD"
_PLACE = re.compile(
    rb"\{\{[ \t]*(?P<braced>[\w .-]*?)[ \t]*\}\}|\[(?P<bracketed>[^\[\]\n]+)\](?![(\[:])"
)
_PARAGRAPH_END = re.compile(rb"\r?\n[ \t]*(?:\r?\n|#|[-*+] |\*\*|$)")
_WORDS: Mapping[str, tuple[str, ...]] = {
    "topic": _TOPIC,
    "created": ("date", "created", "today", "day"),
    "owner": ("owner", "cto/team member", "author", "assignee"),
    "target": ("target", "target date", "target completion", "due", "due date"),
    "backlog": ("backlog", "backlog item", "backlog items", "links or ids"),
    "adrs": ("adrs", "links to relevant adrs"),
}
_MEANINGS = {word: key for key, words in _WORDS.items() for word in words}
_OPENINGS = ((b"{{", b"}}"), (b"[", b"]"))


class Flaw(Record):
    """Why a plan cannot be made from a template: the line, what is wrong, what to do."""

    line: int
    message: str
    help: str


def find_flaws(source: bytes) -> list[Flaw]:
    """What keeps a file from being a template; nothing where it is one."""
    try:
        source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        return [Flaw(line, "this is not UTF-8", "convert it")]
    document = read_document(source)
    plan = document.plan
    lines = LineIndex(source)
    flaws: list[Flaw] = []
    if plan.title is None:
        flaws.append(
            Flaw(1, "there is no title", "begin it with `# Implementation Plan: {{title}}`")
        )
    elif not any(key == "topic" for key, _ in _places(document, plan.title.span)):
        flaws.append(
            Flaw(
                lines.line(plan.title.span.start),
                "the title has no place for the topic",
                "write {{title}} or [Feature Name] there",
            )
        )
    status = _status_field(document)
    first = lines.line(plan.title.span.start) if plan.title is not None else 1
    if status is None and plan.header.status is None:
        flaws.append(Flaw(first, "the header has no status", "add the line `**Status**: Planned`"))
    elif status is not None and not _reads_planned(status, document):
        flaws.append(
            Flaw(
                lines.line(status.span.start),
                f"“{status.value.value}” is not the status of a new plan",
                "write Planned there",
            )
        )
    if not _has_work(document):
        flaws.append(
            Flaw(
                source.count(b"\n") + (not source.endswith(b"\n")),
                "there is no place for a phase or a task",
                "add a heading such as `### Phase 1: [Phase Name]`, or a list with boxes",
            )
        )
    flaws += _unbalanced(document, lines)
    return sorted(flaws)


def fill_template(source: bytes, topic: str, today: str, fields: Mapping[str, str]) -> bytes:
    """The bytes of a new plan: what is known in place of its placeholders; the rest stays."""
    document = read_document(source)
    known = {"topic": topic, **fields, "created": today}
    edits: list[Edit] = []
    taken: list[Span] = []
    for field in document.plan.header.fields:
        value = _field_value(field, known, document)
        if value is not None:
            edits.append(Edit(*field.value.span, value))
            taken.append(field.value.span)
    for key, span in _places(document, Span(0, len(source))):
        if any(one.contains(span) for one in taken):
            continue
        if key == "topic" and not (_in_title(span, document) or _is_braced(span, source)):
            continue  # "[Name]" further down may be the name of something else
        if key in known and (_is_braced(span, source) or key == "topic"):
            edits.append(Edit(*span, known[key]))
    return apply_edits(source, edits)


def _field_value(field: Field, known: Mapping[str, str], document: Document) -> str | None:
    """What a header field of the template says in the plan; None where it stays."""
    raw = field.value.span.slice(document.source)
    places = _places(document, field.value.span)
    days = _DAY in raw
    if field.key == "status":
        return "Planned" if b"[" in raw or b"{{" in raw or b"|" in raw or not raw.strip() else None
    if field.key == "created":
        return known["created"] if days or places or not raw.strip() else None
    if field.key == "target" and (days or places or not raw.strip()):
        return known.get("target", UNKNOWN)
    if field.key == "owner" and (places or not raw.strip() or known.get("owner")):
        return known.get("owner", UNKNOWN)
    if field.key in ("backlog", "adrs") and (places or known.get(field.key)):
        return known.get(field.key, "None")
    return None


def _status_field(document: Document) -> Field | None:
    return next((one for one in document.plan.header.fields if one.key == "status"), None)


def _reads_planned(field: Field, document: Document) -> bool:
    """Whether a status is planned, or a placeholder that will be."""
    raw = field.value.span.slice(document.source)
    if _field_value(field, {"created": ""}, document) is not None or not raw.strip():
        return True
    status = document.plan.header.status
    return status is not None and status.value == "planned"


def _has_work(document: Document) -> bool:
    plan = document.plan
    return (
        bool(plan.phases)
        or any(item.state for item in walk(plan.tasks))
        or any(section.element == "phases" for section in plan.sections)
    )


def _places(document: Document, within: Span) -> list[tuple[str, Span]]:
    """The known placeholders in a range outside of code, with what each stands for."""
    code = _code(document)
    found = []
    for match in _PLACE.finditer(document.source, within.start, within.end):
        words = (match["braced"] or match["bracketed"] or b"").decode("utf-8", "replace")
        key = _MEANINGS.get(words.strip().lower().replace("_", " "))
        span = Span(*match.span())
        if key is not None and not any(one.contains(span) for one in code):
            found.append((key, span))
    return found


def _is_braced(span: Span, source: bytes) -> bool:
    return source.startswith(b"{{", span.start)


def _in_title(span: Span, document: Document) -> bool:
    title = document.plan.title
    return title is not None and title.span.contains(span)


def _unbalanced(document: Document, lines: LineIndex) -> list[Flaw]:
    """Placeholders that are opened in a paragraph and not closed in it."""
    flaws = []
    source = document.source
    code = _code(document)
    for opening, closing in _OPENINGS:
        at = source.find(opening)
        while at >= 0:
            stop = _PARAGRAPH_END.search(source, at)
            end = stop.start() if stop is not None else len(source)
            inside = any(one.start <= at < one.end for one in code)
            if not inside and source[at - 1 : at] != b"\\" and source.find(closing, at, end) < 0:
                line_end = source.find(b"\n", at)
                words = source[at : line_end if line_end >= 0 else None].decode("utf-8", "replace")
                flaws.append(
                    Flaw(
                        lines.line(at),
                        f"“{words.strip()[:40]}” is opened and not closed",
                        f"close it with {closing.decode()}",
                    )
                )
            at = source.find(opening, at + len(opening))
    return flaws


def _code(document: Document) -> list[Span]:
    """Where code stands: blocks, and words between ticks."""
    source = document.source
    spans = [
        block.span
        for block in find_blocks(document.markdown.blocks, "code")
        if isinstance(block, Block)
    ]
    spans += [Span(*match.span()) for match in re.finditer(rb"(`+)[^`\n]+?\1", source)]
    return spans

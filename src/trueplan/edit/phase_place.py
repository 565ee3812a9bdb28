"""Where something new goes in a phase, by the order of the template."""

from __future__ import annotations

from trueplan.edit.document import Document
from trueplan.edit.labels import PHASE_ORDER, LabelLine, find_model, labels_of, write_label
from trueplan.edit.lists import are_headings_set_off, line_end, trimmed
from trueplan.markdown import Heading
from trueplan.model.phase import Phase
from trueplan.text import Edit, Span, newline_near

_RULES = (b"---", b"***", b"___")
BULLETS = ("- ", "* ", "+ ")


def insert_part(document: Document, phase: Phase, meaning: str, body: str) -> Edit:
    """The edit that adds a part to a phase that lacks it: its label, as other phases have it.

    `body` follows the label on its line, or on lines of its own where it begins with a newline.
    Tasks have no label where no phase labels them.
    """
    newline = newline_near(document.source, phase.heading.start)
    model = find_model(document, phase, meaning)
    lead, heading = model if model is not None else (write_label(document, meaning), False)
    if meaning == "task" and model is None and not labels_of(document, phase):
        text = body.lstrip("\r\n")
    elif lead.startswith(BULLETS):
        text = lead + (body.replace("\n", "\n  ") if body.startswith(("\r", "\n")) else f" {body}")
    elif heading:
        gap = newline * (2 if are_headings_set_off(document) else 1)
        text = f"{lead}{gap}{body.lstrip()}"
    else:
        text = f"{lead}{body}" if body.startswith(("\r", "\n")) else f"{lead} {body}"
    before = _find_follower(document, phase, meaning)
    if before is not None:
        gap = newline * (1 if lead.startswith(BULLETS) else 2)
        return Edit(before.line.start, before.line.start, f"{text}{gap}")
    end = end_of_phase(document, phase)
    if meaning == "goal" and not labels_of(document, phase):
        end = trimmed(document.source, *phase.heading).end
    tight = end > phase.heading.end and lead.startswith(BULLETS)
    gap = newline * (1 if tight else 2)
    return Edit(end, end, f"{gap}{text}")


def end_of_phase(document: Document, phase: Phase) -> int:
    """Where the words of a phase end: before a rule that closes it, or a heading in it."""
    source = document.source
    end = phase.span.end
    for block in document.markdown.blocks:
        inside = phase.heading.end <= block.start < phase.span.end
        if inside and isinstance(block, Heading) and not _is_label(document, phase, block):
            end = block.start
            break
    words = trimmed(source, phase.heading.start, end).end
    line = source.rfind(b"\n", 0, words) + 1
    if source[line:words].strip() in _RULES:
        words = trimmed(source, phase.heading.start, line).end
    return line_end(source, max(words, trimmed(source, *phase.heading).end))


def _is_label(document: Document, phase: Phase, block: Heading) -> bool:
    return any(one.line.start == block.start for one in labels_of(document, phase))


def _find_follower(document: Document, phase: Phase, meaning: str) -> LabelLine | None:
    """The first label that comes after `meaning` in the template, and has no earlier one behind."""
    labels = labels_of(document, phase)
    rank = PHASE_ORDER.index(meaning)
    later = [one for one in labels if PHASE_ORDER.index(one.meaning) > rank]
    if not later:
        return None
    first = later[0]
    behind = Span(first.line.start, phase.span.end)
    earlier = [one for one in labels if PHASE_ORDER.index(one.meaning) < rank]
    loose = [item for item in phase.tasks if meaning != "task" and behind.contains(item.span)]
    if any(behind.contains(one.line) for one in earlier) or loose:
        return None
    return first

"""A new phase below a heading of its own, with the parts of the last one in its form."""

from __future__ import annotations

from itertools import pairwise

from trueplan.edit.document import Document
from trueplan.edit.find_item import find_listed
from trueplan.edit.guidance import PHASE_GUIDANCE, comment
from trueplan.edit.labels import PHASE_LABELS, LabelLine, labels_of, write_label
from trueplan.edit.lists import are_headings_set_off, has_blank_line, trimmed
from trueplan.edit.phase_heading import next_heading
from trueplan.edit.phase_place import BULLETS
from trueplan.markdown import after_marker
from trueplan.model.item import Item
from trueplan.model.phase import Phase
from trueplan.record import Record
from trueplan.text import Edit, newline_near

_RULES = (b"---", b"***", b"___")
LISTS = ("task", "deliverable", "acceptance")


class AskedPhase(Record):
    """A phase as it is asked for; "" and () are what nobody has said."""

    title: str
    goal: str = ""
    tasks: tuple[str, ...] = ()
    deliverables: tuple[str, ...] = ()
    acceptance: tuple[str, ...] = ()
    estimate: str = ""
    depends: str = ""


def add_section(document: Document, last: Phase, number: str | None, asked: AskedPhase) -> Edit:
    """The edit that adds a phase behind `last`, with the rule between phases where there is one."""
    newline = newline_near(document.source, last.heading.start)
    end = _end_of_words(document, last)
    rule = f"{newline * 2}---" if _is_ruled(document) else ""
    signs = "#" * (last.level if isinstance(last.level, int) else 2)
    heading = f"{signs} {next_heading(document, last, number, asked.title)}"
    body = _body(document, last, asked)
    below = newline * (2 if has_blank_line(document.source, last.heading.end - 1) else 1)
    return Edit(end, end, f"{rule}{newline * 2}{heading}{below if body else ''}{body}")


def write_value(
    asked: AskedPhase, meaning: str, newline: str, *, boxed: bool = False, mark: str = "-"
) -> str:
    """What was said of a part, with what stands between it and its label; "" without.

    The entries of a list have the bullet `mark`, or numbers where that is one.
    """
    if meaning in LISTS:
        entries = {
            "task": asked.tasks,
            "deliverable": asked.deliverables,
            "acceptance": asked.acceptance,
        }[meaning]
        box = "[ ] " if boxed or meaning == "task" else ""
        return "".join(
            f"{newline}{f'{number}{mark[1:]}' if mark[0].isdigit() else mark} "
            f"{box}{' '.join(one.split())}"
            for number, one in enumerate(entries, 1)
        )
    words = {"goal": asked.goal, "estimate": asked.estimate, "depends": asked.depends}[meaning]
    return f" {' '.join(words.split())}" if words.strip() else ""


def _end_of_words(document: Document, phase: Phase) -> int:
    """Where the words of a phase end, before a rule that closes it."""
    source = document.source
    heading = trimmed(source, *phase.heading)
    end = trimmed(source, *phase.span).end
    line = source.rfind(b"\n", 0, end) + 1
    if source[line:end].strip() in _RULES and line >= heading.end:
        end = trimmed(source, phase.heading.start, line).end
    return max(end, heading.end)


def _is_ruled(document: Document) -> bool:
    """Whether rules stand between the phases; by the template, where there is only one phase."""
    phases = document.plan.phases
    between = [
        document.source[_end_of_words(document, phase) : following.heading.start]
        for phase, following in pairwise(phases)
    ]
    if not between:
        return False
    return sum(piece.strip() in _RULES for piece in between) * 2 > len(between)


def _body(document: Document, last: Phase, asked: AskedPhase) -> str:
    """The parts of the phase in the order of the template."""
    newline = newline_near(document.source, last.heading.start)
    labels: dict[str, LabelLine] = {}
    for one in labels_of(document, last):
        labels.setdefault(one.meaning, one)
    boxed = {
        "deliverable": any(item.marker for item in last.deliverables),
        "acceptance": any(item.marker for item in last.acceptance),
    }
    marks = {
        "task": _mark(document, last.tasks),
        "deliverable": _mark(document, last.deliverables),
        "acceptance": _mark(document, last.acceptance),
    }
    text, before = "", ""
    for meaning in PHASE_LABELS:
        mark, box = marks.get(meaning, "-"), boxed.get(meaning, False)
        value = write_value(asked, meaning, newline, boxed=box, mark=mark)
        if not value and meaning in labels:
            value = _nothing_said(document, meaning, newline)
        if not value:
            continue
        part = _part(document, labels, meaning, value)
        tight = part.startswith(BULLETS) and before.startswith(BULLETS)
        text += (newline * (1 if tight else 2) if text else "") + part
        before = part
    return text


def _mark(document: Document, items: tuple[Item, ...]) -> str:
    """The bullet of a list: "-", "*", "1."."""
    found = find_listed(document, items[0].span.start) if items else None
    if found is None:
        return "-"
    listed = found[1]
    lead = document.source[
        listed.start : after_marker(document.source, listed.start, listed.lead_end)
    ]
    mark = lead.decode("utf-8", "replace").strip()
    return f"1{mark[-1]}" if mark[:1].isdigit() else mark[:1] or "-"


def _nothing_said(document: Document, meaning: str, newline: str) -> str:
    """What stands behind a label that nobody has said anything of, in a plan with guidance."""
    if meaning == "depends":
        return " None"
    if b"<!-- trueplan:" not in document.source:
        return ""
    words = comment(PHASE_GUIDANCE[PHASE_LABELS[meaning]])
    return f"{newline if meaning in LISTS else ' '}{words}"


def _part(document: Document, labels: dict[str, LabelLine], meaning: str, value: str) -> str:
    label = labels.get(meaning)
    if label is None:
        if meaning == "task" and not labels:
            return value.lstrip("\r\n")
        return _joined(write_label(document, meaning), value)
    lead = label.lead(document.source)
    if label.heading:
        newline = newline_near(document.source, label.line.start)
        below = newline * (2 if are_headings_set_off(document) else 1)
        return f"{lead}{below}{value.lstrip()}"
    return _joined(lead, value)


def _joined(lead: str, value: str) -> str:
    """A label and what it says; a list below a label that is an item is nested in it."""
    return lead + (value.replace("\n", "\n  ") if lead.startswith(BULLETS) else value)

"""TP101: the header lacks a field of the template."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.edit.header_lines import UNKNOWN, HeaderLines, NewField
from trueplan.lint.finding import Fix, Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.model.outline import HEADER, FieldOutline
from trueplan.text import Edit, Span


def check(subject: Subject) -> Iterator[Found]:
    """Report the fields that are not there in one finding, each empty one in its own."""
    plan = subject.plan
    assert plan is not None
    header = plan.header
    there = {field.key for field in header.fields if field.value.value}
    if header.status is not None:
        there.add("status")
    lacking = [one for one in HEADER if one.required and one.key not in there]
    if not lacking:
        return
    lines = HeaderLines(subject.document)
    empty = lines.empty()
    found = {*lines.known, *lines.inside_others()}
    missing: list[FieldOutline] = []
    for outline in lacking:
        if outline.key in empty:
            yield _empty(outline, empty[outline.key], subject)
        elif outline.key not in found:
            missing.append(outline)
    if missing:
        yield _missing(missing, lines, subject)


def _missing(missing: list[FieldOutline], lines: HeaderLines, subject: Subject) -> Found:
    assert subject.plan is not None
    labels = [outline.label for outline in missing]
    named = labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} and {labels[-1]}"
    edits = lines.insert([NewField(one.key, one.label, _value(one, subject)) for one in missing])
    title = subject.plan.title
    return Found(
        title.span if title is not None else lines.first_line(),
        f"the header lacks {named}",
        help=f"add {'it' if len(labels) == 1 else 'them'}; TBD says that nobody has decided yet",
        ref=subject.ref,
        mark="its header is not complete",
        fix=Fix(f"add {named}", edits) if edits else None,
    )


def _empty(outline: FieldOutline, span: Span, subject: Subject) -> Found:
    value = _value(outline, subject)
    blank = "" if subject.source[span.end - 1 : span.end].isspace() else " "
    return Found(
        span,
        f"the header field {outline.label} is empty",
        help="fill it in; TBD says that nobody has decided yet",
        ref=subject.ref,
        mark="empty",
        fix=Fix(f"write {value} into it", (Edit(span.end, span.end, f"{blank}{value}"),)),
    )


def _value(outline: FieldOutline, subject: Subject) -> str:
    """What can be said without claiming anything: the day in the file's name, else "TBD"."""
    return (outline.key == "created" and _day_of_name(subject.path)) or UNKNOWN


def _day_of_name(path: str) -> str:
    from datetime import date

    day = path.rpartition("/")[2][:10]
    try:
        return date.fromisoformat(day).isoformat() if len(day) == 10 else ""
    except ValueError:
        return ""


RULE = Rule(
    code="TP101",
    name="missing-header-field",
    severity="warning",
    scope="plan",
    template=True,
    summary="The header lacks Status, Created, Owner or Target Completion.",
    what=(
        "Reports a plan whose header has no line, or an empty one, for its status, the day it was "
        "created, its owner or its target. Other names of the same field count (“Author”, “Due”), "
        "and so does TBD: it says that nobody has decided yet."
    ),
    why=(
        "The header is what lists, the index and a forecast read. A plan without an owner belongs "
        "to nobody, one without dates is never late."
    ),
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned
**Created**: 2026-03-02
**Target Completion**: 2026-04-10

- [ ] Order the masts
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned
**Created**: 2026-03-02
**Owner**: Ines
**Target Completion**: 2026-04-10

- [ ] Order the masts
""",
    check=check,
    fix=(
        "Adds the missing lines in the order of the template and in the form of the lines beside "
        "them, with TBD for a value; Created takes the day with which the file's name begins."
    ),
)

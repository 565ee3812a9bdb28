"""TP107: a piece of the template that nobody replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trueplan.lint.finding import Found, Label
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.markdown import AnyBlock, Block, Item
from trueplan.model.plan import Placeholder, Plan
from trueplan.text import Span
from trueplan.text.pattern import Pattern

_MOST = 5  # above, the plan is hardly begun, and one finding says so
_DAY = "YYYY-MM-DD"
_DAY_KEYS = ("created", "target", "updated", "completed")
_TEMPLATE_NAME = Pattern(r"(?:^|[-_ .])template(?:[-_ .]|$)", re.IGNORECASE)
# Where the template has its dates; anywhere else the letters speak of a format.
_DAY_BEFORE = re.compile(rb"^[ \t]*[-*+][ \t]+(?:\*\*|\[)$|\bCompleted[ \t]$|dev-journals/$")
_DAY_BEHIND = re.compile(rb"\*\*|:|[ \t]*(?:\r?$|\()|-(?:topic|phase-\d)\.md")
_UNIT = Pattern(r"(?P<word>Task|Step) (?P<number>\d)$")


def check(subject: Subject) -> Iterator[Found]:
    """Report the placeholders of a plan: each by itself, or all at once where there are many."""
    plan = subject.plan
    assert plan is not None
    if not plan.placeholders or _TEMPLATE_NAME.search(subject.path.rpartition("/")[2]):
        return
    left = [one for one in plan.placeholders if _is_left(one, plan, subject.source)]
    code = _code(subject.markdown.blocks) if left else []
    left = [one for one in left if not any(span.contains(one.span) for span in code)]
    if len(left) > _MOST:
        yield _all(left, subject)
        return
    for one in left:
        yield Found(
            one.span,
            f"nothing is written here but the guidance: {one.text}"
            if one.guidance
            else f"“{one.text}” is what the template says here, not what the plan says",
            help="replace it, or remove the line if there is nothing to say",
            ref=subject.ref,
            mark="left from the template",
            seen=one.text,
        )


def _all(left: list[Placeholder], subject: Subject) -> Found:
    return Found(
        left[0].span,
        f"{len(left)} pieces of the template were not replaced, the first is “{left[0].text}”",
        help="replace them, or remove what there is nothing to say about",
        ref=subject.ref,
        mark="left from the template",
        labels=tuple(Label(one.span, "left from the template") for one in left[1:4]),
        seen=", ".join(one.text for one in left),
    )


def _is_left(one: Placeholder, plan: Plan, source: bytes) -> bool:
    """Whether the words stand where the template has them, not in a sentence about it."""
    if one.guidance:
        return _is_due(plan)
    start = source.rfind(b"\n", 0, one.span.start) + 1
    end = source.find(b"\n", one.span.end)
    before = source[start : one.span.start]
    behind = source[one.span.end : len(source) if end < 0 else end].rstrip(b"\r")
    if one.text == _DAY:
        if _is_date_field(one, plan):
            return True
        return _DAY_BEFORE.search(before) is not None and _DAY_BEHIND.match(behind) is not None
    if one.text == "[NEEDS CLARIFICATION":
        return behind.startswith(b":")  # without it, a checklist says that none may remain
    if one.text in ("[FEATURE]", "[FEATURE NAME]"):
        return not behind.strip(b" *'\"")  # with words behind it, it is a tag
    if one.text == "High/Med/Low":
        return before.rstrip().endswith(b"|") and behind.lstrip().startswith(b"|")
    if one.text == "<feature-name>":
        return not before.endswith(b"/") and not behind.startswith((b"/", b".", b"-"))
    unit = _UNIT.match(one.text)
    if unit is not None:
        word = unit["word"].lower()
        return not any(
            phase.word == word and phase.number == unit["number"] for phase in plan.phases
        )
    return True


def _is_due(plan: Plan) -> bool:
    """Whether guidance has to be followed: not before the plan starts, nor once it is off."""
    status = plan.header.status
    return status is None or status.value not in ("planned", "cancelled")


def _is_date_field(one: Placeholder, plan: Plan) -> bool:
    fields = list(plan.header.fields)
    for phase in plan.phases:
        if phase.span.contains(one.span):
            fields += phase.fields
    return any(field.value.span == one.span and field.key in _DAY_KEYS for field in fields)


def _code(blocks: tuple[AnyBlock, ...]) -> list[Span]:
    """The code blocks, nested ones too, however deep."""
    found: list[Span] = []
    pending = [blocks]
    while pending:
        for block in pending.pop():
            if isinstance(block, Block) and block.kind == "code":
                found.append(block.span)
            elif isinstance(block, (Block, Item)):
                pending.append(block.children)
    return found


RULE = Rule(
    code="TP107",
    name="placeholder-left",
    severity="warning",
    scope="plan",
    summary="A placeholder of the template was not replaced.",
    what=(
        "Reports the exact words of the template, and of other templates in use, that are still "
        "there: `[Feature Name]`, `YYYY-MM-DD` for a date, “Task 1” as a whole task, `[NEEDS "
        "CLARIFICATION: …]`. In a plan that has begun, so are the comments in which `trueplan new` "
        "says what belongs where, apart from those for what is written later: notes, references, "
        "journals, the retrospective. Up to five are reported one by one, more of them together. "
        "Files whose name says that they are templates, code, and sentences that speak of the "
        "format are left alone."
    ),
    why="It reads as if something were decided there, and nothing was.",
    limits="Only known words are found; “lorem ipsum” or “fill this in” are not.",
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned
**Created**: 2026-03-02
**Target Completion**: YYYY-MM-DD

### Phase 1: Masts

- [ ] Order the masts
- [ ] Task 2
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned
**Created**: 2026-03-02
**Target Completion**: 2026-04-10

### Phase 1: Masts

- [ ] Order the masts
- [ ] Name the photographs YYYY-MM-DD and the number of the mast
""",
    check=check,
)

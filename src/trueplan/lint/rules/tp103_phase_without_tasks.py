"""TP103: a phase has no tasks."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.standing import is_sketched, phases_below_headings
from trueplan.lint.subject import Subject
from trueplan.markdown import Block
from trueplan.model.item import walk
from trueplan.model.phase import Phase
from trueplan.model.plan import Plan
from trueplan.reader.phase_heading import read_numbered_heading, read_phase_heading
from trueplan.reader.vocabulary import FIELDS, GROUPS, SECTIONS
from trueplan.reader.words import heading_words, split_label


def check(subject: Subject) -> Iterator[Found]:
    """Report each phase below a heading that lists no work."""
    plan = subject.plan
    assert plan is not None
    for phase in phases_below_headings(plan):
        if phase.tasks or any(item.state is not None for item in walk(phase.others)):
            continue
        if is_sketched(phase, plan) or _may_list_work(phase, subject) or _has_steps(phase, plan):
            continue
        yield Found(
            phase.heading,
            f"phase {phase.number} has no tasks",
            help="list what is to be done, or strike the phase through",
            ref=subject.phase_ref(phase),
            mark="nothing to do here",
        )


def _may_list_work(phase: Phase, subject: Subject) -> bool:
    """Whether a table or a list without boxes may be the work: not one of goals, outputs, risks."""
    taken = {item.span.start for item in phase.deliverables + phase.acceptance}
    label = ""
    for block in subject.markdown.blocks:
        if not phase.span.start < block.start < phase.span.end:
            continue
        if block.kind == "table":
            return True
        if block.kind == "list":
            assert isinstance(block, Block)
            first = block.children[0]
            line = subject.source[first.start : first.end].split(b"\n", 1)[0]
            a_field = split_label(line.decode("utf-8", "replace")) is not None
            known = label in FIELDS or label in SECTIONS or GROUPS.get(label, "task") != "task"
            if first.start not in taken and not a_field and not known:
                return True
        last = subject.source[block.start : block.end].rstrip().rsplit(b"\n", 1)[-1]
        label = heading_words(last.decode("utf-8", "replace").strip("#* :"))
    return False


def _has_steps(phase: Phase, plan: Plan) -> bool:
    """Whether the work is cut into sections of its own: `#### 1.1 Masts`, `#### Step 1: Masts`."""
    return any(
        phase.span.start < section.span.start < phase.span.end
        and (
            read_phase_heading(section.title) is not None
            or read_numbered_heading(section.title) is not None
            or section.title[:1].isdigit()
        )
        for section in plan.sections
    )


RULE = Rule(
    code="TP103",
    name="phase-without-tasks",
    severity="warning",
    scope="plan",
    template=True,
    summary="A phase lists no tasks.",
    what=(
        "Reports a phase below which no work stands: no box, no table, no numbered section, no "
        "list but those of goals, outputs, criteria and the like. Phases that are called off, "
        "phases that are rows of a table or items of a list, and cancelled plans are left alone."
    ),
    why="Nobody can take the phase up, and nobody can tell how far it is.",
    bad="""\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Phases

### Phase 1: Masts

- [x] Order the masts

### Phase 2: Cable

The cable follows the quay.
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Phases

### Phase 1: Masts

- [x] Order the masts

### Phase 2: Cable

The cable follows the quay.

- [ ] Lay the cable
""",
    check=check,
)

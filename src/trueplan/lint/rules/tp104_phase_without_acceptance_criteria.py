"""TP104: a phase does not say when it is done."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.standing import is_sketched, phases_below_headings
from trueplan.lint.subject import Subject
from trueplan.model.phase import Phase
from trueplan.reader.vocabulary import GROUPS
from trueplan.reader.words import heading_words, split_label


def check(subject: Subject) -> Iterator[Found]:
    """Report each phase below a heading that has no acceptance criteria."""
    plan = subject.plan
    assert plan is not None
    for phase in phases_below_headings(plan):
        if phase.acceptance or is_sketched(phase, plan) or _has_prose(phase, subject.source):
            continue
        yield Found(
            phase.heading,
            f"phase {phase.number} has no acceptance criteria",
            help="say what must hold when it is done, below **Acceptance Criteria**:",
            ref=subject.phase_ref(phase),
            mark="done when",
        )


def _has_prose(phase: Phase, source: bytes) -> bool:
    """Whether criteria stand as a sentence or a table behind their label, not as a list."""
    lines = phase.span.slice(source).decode("utf-8", "replace").split("\n")
    for number, line in enumerate(lines):
        label = split_label(line)
        if label is not None:
            words, value = heading_words(label.words), line[label.value_start :].strip(" *_\r")
        elif line.startswith(("#", "**")):  # `**Done when** (all of it):`
            words, value = heading_words(line.lstrip("#* ").partition("**")[0]), ""
        else:
            continue
        if GROUPS.get(words) == "acceptance":
            below = next((other for other in lines[number + 1 :] if other.strip()), "")
            return bool(value) or not below.startswith(("#", "**", "---", "***"))
    return False


RULE = Rule(
    code="TP104",
    name="phase-without-acceptance-criteria",
    severity="warning",
    scope="plan",
    template=True,
    summary="A phase does not say when it is done.",
    what=(
        "Reports a phase without acceptance criteria, as a list, a sentence or a table, under this "
        "name or another (“Done when”, “Exit criteria”, “Verification”). Phases that are called "
        "off, phases that are rows of a table or items of a list, and cancelled plans are left "
        "alone."
    ),
    why="All tasks ticked is not the same as done. Without criteria nobody can say no.",
    bad="""\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Phases

### Phase 1: Masts

**Tasks**:
- [ ] Order the masts
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Phases

### Phase 1: Masts

**Tasks**:
- [ ] Order the masts

**Acceptance Criteria**:
- Six masts lie on the quay
""",
    check=check,
)

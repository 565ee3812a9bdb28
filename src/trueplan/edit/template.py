"""A new plan: the outline of the template, filled as far as something is known."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from trueplan.edit.guidance import (
    OBJECTIVE_GUIDANCE,
    PHASE_GUIDANCE,
    PHASE_TITLE,
    SECTION_GUIDANCE,
    comment,
)
from trueplan.model.outline import HEADER, SECTIONS
from trueplan.record import Record

_NOTHING: Mapping[str, str] = MappingProxyType({})
_RISKS = "| Risk | Likelihood | Impact | Mitigation |\n|------|------------|--------|------------|"
_LISTS = ("Tasks", "Deliverables", "Acceptance Criteria")
_DEFAULTS = MappingProxyType({"adrs": "None", "backlog": "None"})
_APPROVER = "CEO"


class NewPhase(Record):
    """A phase of a new plan.

    `parts` are its fields and groups by their label in the template, each with its label in
    front; guidance stands for those that are missing. `opening` follows the goal, `closing` is
    last. `number` is "" for one that is counted, `heading` its whole heading in another file.
    `begun` and `done` are what is said of it there.
    """

    title: str = ""
    number: str = ""
    parts: Mapping[str, str] = _NOTHING
    opening: str = ""
    closing: str = ""
    heading: str = ""
    begun: bool = False
    done: bool = False

    @property
    def progress(self) -> str:
        """Its row in the list of completed phases, behind its number."""
        return "Completed" if self.done else "In Progress" if self.begun else "Not Started"


class Draft(Record):
    """What is known of a plan before it is written.

    `fields` are the values of header fields by their key, `bodies` the text of sections by their
    element, which stands in place of the guidance.
    """

    title: str
    phases: tuple[NewPhase, ...] = (NewPhase(),)
    fields: Mapping[str, str] = _NOTHING
    bodies: Mapping[str, str] = _NOTHING
    approver: str = ""


def write_plan(draft: Draft) -> str:
    """The text of a new plan, with a newline at its end."""
    parts = [f"# Implementation Plan: {draft.title}", _header(draft)]
    for outline in SECTIONS:
        parts.append(f"{'#' * outline.level} {outline.heading}")
        body = _body(outline.element, draft)
        if body:
            parts.append(body)
    return "\n\n".join(parts) + "\n"


def write_template() -> str:
    """A template to be edited: a new plan with placeholders where a new one has what is known."""
    places = {"created": "{{created}}", "owner": "{{owner}}", "target": "{{target}}"}
    return write_plan(
        Draft("{{title}}", (NewPhase(),), {**places, "backlog": "{{backlog}}"}, approver="CEO")
    )


def write_phase(number: str, phase: NewPhase, depends_on: str) -> str:
    """A phase in the form of the template."""
    written = [f"### Phase {number}: {phase.title or comment(PHASE_TITLE)}"]
    for label, words in PHASE_GUIDANCE.items():
        gap = "\n" if label in _LISTS else " "
        written.append(phase.parts.get(label) or f"**{label}**:{gap}{comment(words)}")
        if label == "Goal" and phase.opening:
            written.append(phase.opening)
    written.append(phase.parts.get("Dependencies") or f"**Dependencies**: {depends_on}")
    if phase.closing:
        written.append(phase.closing)
    return "\n\n".join(written)


def number_phases(phases: tuple[NewPhase, ...]) -> list[str]:
    """The numbers that phases have: their own where all have one and no two the same."""
    own = [phase.number for phase in phases]
    if all(own) and len(set(own)) == len(own):
        return own
    return [str(number) for number in range(1, len(own) + 1)]


def _header(draft: Draft) -> str:
    begun = any(phase.begun for phase in draft.phases)
    values = {**_DEFAULTS, "status": "In Progress" if begun else "Planned", **draft.fields}
    return "\n".join(f"**{field.label}**: {values.get(field.key) or 'TBD'}" for field in HEADER)


def _body(element: str, draft: Draft) -> str:
    """What stands below a heading: what is known, else what belongs there."""
    given = draft.bodies.get(element, "")
    if element == "phases":
        return "\n\n".join(filter(None, (given, _phases(draft))))
    if given:
        return given
    if element == "completed-phases":
        return "\n".join(
            f"- [{'x' if phase.done else ' '}] Phase {number} - {phase.progress}"
            for number, phase in zip(number_phases(draft.phases), draft.phases, strict=True)
        )
    if element == "objective":
        return "\n".join(
            f"- **{label}**: {comment(words)}" for label, words in OBJECTIVE_GUIDANCE.items()
        )
    if element == "gates":
        gates = ("All tests passing", f"{draft.approver or _APPROVER} approval")
        return "\n".join(f"- [ ] {gate}" for gate in gates)
    words = SECTION_GUIDANCE.get(element, "")
    if element == "risks":
        return f"{comment(words)}\n\n{_RISKS}"
    return comment(words) if words else ""


def _phases(draft: Draft) -> str:
    numbers = number_phases(draft.phases)
    waits = ["None", *(f"Phase {number}" for number in numbers)]
    return "\n\n---\n\n".join(
        write_phase(number, phase, before)
        for number, phase, before in zip(numbers, draft.phases, waits, strict=False)
    )

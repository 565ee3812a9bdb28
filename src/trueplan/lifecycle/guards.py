"""What must hold before a move, and what is missing where it does not."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.edit.document import Document
from trueplan.edit.phase_mark import mark_phase, row_of, says_done
from trueplan.lifecycle.moves import GuardName, Move
from trueplan.model.phase import Phase
from trueplan.model.plan import Plan
from trueplan.model.references import Referred, ReferredPhase, refer, walk_referred
from trueplan.model.standing import Standing, Waits, derive_standing
from trueplan.reader.deferral import Owed
from trueplan.record import Record


class Lack(Record):
    """Something that is missing: what, the byte where it stands, its place, what settles it.

    `end` is where the thing ends; what stands in it is settled before it.
    """

    what: str
    offset: int
    place: str
    command: str
    end: int


def find_lacks(
    move: Move, document: Document, ref: str, phase: int | None, waits: Waits
) -> list[Lack]:
    """What the guards of a move miss, in the order of the document.

    `phase` is the position of the phase that moves, None for the plan.
    """
    guard = _Guards(document, ref, waits)
    found: list[Lack] = []
    for name in move.guards:
        found += guard.check(name, phase)
    return sorted(dict.fromkeys(found), key=lambda lack: (lack.end, -lack.offset))


class _Guards:
    """The guards over one plan as it is read."""

    def __init__(self, document: Document, ref: str, waits: Waits) -> None:
        self.document = document
        self.plan: Plan = document.plan
        self.ref = ref
        self.waits = waits
        self.owed = Owed(document.plan)
        self.references = refer(document.plan)
        self.standing: Standing = derive_standing(document.plan, waits)

    def check(self, name: GuardName, position: int | None) -> list[Lack]:
        """What one guard misses."""
        if position is None:
            return {
                "tasks done": self._all_tasks,
                "phases completed": self._phases,
                "criteria met": self._criteria,
                "retrospective written": self._retrospective,
            }[name]()
        phase = self.references.phases[position]
        if name == "dependencies done":
            return self._dependencies(position)
        if name == "acceptance met":
            return self._open(phase.items, "acceptance", "acceptance criterion not met")
        return self._open(phase.items, "task", "task open")

    def _open(self, items: Iterable[Referred], kind: str, what: str) -> list[Lack]:
        """The boxes of a kind that are open and still owed."""
        found = []
        for one in walk_referred(items):
            if one.item.kind == kind and self.owed.open((one.item._replace(children=()),)):
                text = f"{what}: {_short(one.item.text)}"
                command = f"trueplan tick {self.ref}#{one.place}"
                span = one.item.span
                found.append(Lack(text, span.start, one.place, command, span.end))
        return found

    def _all_tasks(self) -> list[Lack]:
        found = self._open(self.references.tasks, "task", "task open")
        for one, stands in zip(self.references.phases, self.standing.phases, strict=True):
            if stands.state != "cancelled" and not one.phase.marked_cancelled:
                found += self._open(one.items, "task", "task open")
                found += self._open(one.items, "acceptance", "acceptance criterion not met")
        return found

    def _phases(self) -> list[Lack]:
        """Phases that are neither said to be completed, nor done by their boxes, nor called off."""
        found = []
        for at, one in enumerate(self.references.phases):
            if self._is_settled(at) or says_done(self.document, one.phase):
                continue
            if mark_phase(self.document, one.phase, "completed", "0001-01-01"):
                found.append(self._phase_open(one))  # else nothing in the plan could say it
        return found

    def _is_settled(self, at: int) -> bool:
        """Whether a phase is called off, or done: by its row, where it has one."""
        phase = self.references.phases[at].phase
        state = self.standing.phases[at].state
        if state == "cancelled" or phase.marked_cancelled:
            return True
        row = row_of(self.document, phase)
        return state == "done" and (row is None or says_done(self.document, phase))

    def _phase_open(self, one: ReferredPhase) -> Lack:
        return Lack(
            f"{_name(one.phase)} is not completed",
            one.phase.heading.start,
            one.place,
            f"trueplan complete {self.ref}#{one.place}",
            one.phase.span.end,
        )

    def _dependencies(self, position: int) -> list[Lack]:
        by_ref = {f"#{one.place}": at for at, one in enumerate(self.references.phases)}
        found = []
        for name in self.standing.phases[position].depends_on:
            at = by_ref.get(name)
            if at is not None and not self._is_settled(at):
                found.append(self._phase_open(self.references.phases[at]))
        start = self.plan.phases[position].heading.start
        for where, blocker in self.waits.phases:
            if where == position:
                said = f"{blocker.name} ({blocker.state})" if blocker.state else blocker.name
                found.append(
                    Lack(f"it waits for {said}", start, "", f"trueplan show {blocker.ref}", start)
                )
        return found

    def _criteria(self) -> list[Lack]:
        groups = self.references
        found: list[Lack] = []
        for items, kind, what in (
            (groups.functional, "functional", "requirement not met"),
            (groups.nonfunctional, "nonfunctional", "requirement not met"),
            (groups.gates, "gate", "gate not passed"),
            (groups.criteria, "criterion", "success criterion not met"),
        ):
            found += self._open(items, kind, what)
        return found

    def _retrospective(self) -> list[Lack]:
        retrospective = self.plan.retrospective
        if retrospective.section is None and not self.plan.template:
            return []  # a plan that is not in the template owes none
        if is_written(self.plan):
            return []
        section = retrospective.section
        offset = section.start if section is not None else len(self.document.source)
        return [
            Lack(
                "the retrospective says nothing of its own yet"
                if section is not None
                else "there is no retrospective",
                offset,
                "",
                f'trueplan add point {self.ref} lessons "…" --create-section',
                len(self.document.source),
            )
        ]


def is_written(plan: Plan) -> bool:
    """Whether the retrospective says something of its own: a judgement, not facts alone."""
    after = plan.retrospective
    left = [one.span for one in plan.placeholders]
    return any(
        not point.value.rstrip("*_ ").endswith(":")
        and not any(
            span.start < point.span.end and point.span.start < max(span.end, span.start + 1)
            for span in left
        )
        for part in (after.well, after.improve, after.lessons, after.repeat, after.other)
        for point in part
    )


def _name(phase: Phase) -> str:
    return f"{phase.word or 'phase'} {phase.number}" if phase.number else f"“{phase.title}”"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:59].rstrip() + "…"

"""Move a plan or a phase to another state, with everything that belongs to it."""

from __future__ import annotations

from trueplan.app.change import (
    AT_ONCE,
    Carried,
    Change,
    FileEdits,
    Seen,
    Terms,
    carry_out,
    edit_file,
)
from trueplan.app.companion_edits import follow_companions
from trueplan.app.plan_files import read_plan_file
from trueplan.app.refusal import refuse
from trueplan.app.repository import Repository
from trueplan.app.targets import Located, find_target, locate
from trueplan.app.titles import title_of
from trueplan.app.waiting import Neighbours
from trueplan.edit.document import Document, read_document
from trueplan.edit.note import add_note
from trueplan.edit.phase_mark import mark_phase
from trueplan.edit.set_status import set_status
from trueplan.edit.tick import tick_items
from trueplan.errors import NoPlace, Refused, UsageError
from trueplan.lifecycle.guards import Lack, find_lacks
from trueplan.lifecycle.journal_link import find_journal_link
from trueplan.lifecycle.moves import Move, ensure_possible, find_move, said
from trueplan.lifecycle.said_state import said_state
from trueplan.model.phase import Phase
from trueplan.model.references import Target
from trueplan.record import AnyPath, Record
from trueplan.text import Edit, apply_edits

_MOST_NOTED = 5  # of what was missing, in a note


class Asked(Record):
    """What a person asks for: the move, the reason, what is ticked with it, the day it is.

    `force` leaves the guards out of it and writes so into the notes; `create_section` makes the
    section that has no place yet.
    """

    name: str
    today: str
    because: str = ""
    force: bool = False
    tick: tuple[str, ...] = ()
    create_section: bool = False


def move(
    word: str, folder: AnyPath, asked: Asked, terms: Terms = AT_ONCE
) -> tuple[Repository, Carried]:
    """Make a move of what `word` names: a plan, or with `#` a phase of it.

    Status, progress row, notes, index and backlog follow in one change. Raises Refused with all
    that is missing, NoPlace, UsageError, and what `carry_out` does.
    """
    if asked.force and not asked.because.strip():
        raise UsageError("--force needs --because", help="the reason goes into the notes")
    repository, (located,) = locate((word,), folder)
    return repository, carry_out(repository, lambda: make_move(repository, located, asked), terms)


def make_move(repository: Repository, located: Located, asked: Asked) -> Change:
    """Work out the change from the files as they are now."""
    return _Moving(repository, located, asked).change()


class _Moving:
    """One move, from the bytes of the plan to the edits of all files."""

    def __init__(self, repository: Repository, located: Located, asked: Asked) -> None:
        self.repository = repository
        self.asked = asked
        self.path, self.plan_ref = located.path, located.ref
        self.rates = repository.configuration.lint.rates
        file = read_plan_file(repository, located.path, located.ref)
        self.before = read_document(file.source, self.rates)
        self.target = self._find(located)
        self.ref = f"{self.plan_ref}#{self.target.place}" if self.target else self.plan_ref
        self.move: Move = find_move(asked.name, "phase" if self.target else "plan")
        if self.move.reason and not asked.because.strip():
            raise UsageError(
                f"`trueplan {asked.name}` needs a reason",
                help=f'trueplan {asked.name} {self.ref} --because "…"',
            )

    def change(self) -> Change:
        """The whole change. Raises Refused where a guard says no."""
        ticked, ticks = self._ticked()
        document = self._reread(ticks) if ticks else self.before
        position = self._position(document)
        self._ensure_place(document, position)
        state = said_state(document, position)
        ensure_possible(self.move, state, self.ref)
        self._ensure_plan_is_open(document)
        lacks = self._lacks(document, position)
        edits = [*ticks, *self._edits(document, position), *self._note(document, lacks)]
        files = [edit_file(self.path, self.before.source, edits)]
        self._verify(files[0], position)
        plan_state = self._plan_move(document)
        companions: tuple[FileEdits, ...] = ()
        told: tuple[str, ...] = ()
        if plan_state is not None:
            assert files[0].after is not None
            companions, told = follow_companions(
                self.repository,
                self.path,
                files[0].after,
                plan_state.after,
                self.asked.today,
            )
        return Change(
            subject=f"{self.plan_ref}: {self.asked.name}"
            + (f" #{self.target.place}" if self.target else ""),
            files=(*files, *companions),
            done=(*ticked, *self._done(document, plan_state), *told),
            hints=self._hints(document),
            seen=(Seen(self.ref, self._title()),),
            plan=self.path,
        )

    def _find(self, located: Located) -> Target | None:
        if not located.places:
            return None
        target = find_target(self.before.plan, located.ref, located.places[0])
        if target.risk is not None:
            raise UsageError(
                f"{located.ref}#{target.place} is a risk, and is not moved",
                help=f"`trueplan risk {located.ref}#{target.place} --likelihood Low` changes it",
            )
        if target.phase is None or target.item is not None:
            raise UsageError(
                f"{located.ref}#{target.place} is no phase",
                help=f"plans and phases are moved; a box is set by `trueplan tick {located.ref}#"
                f"{target.place}`",
            )
        return target

    def _position(self, document: Document) -> int | None:
        """Where the phase stands in the plan; ticks move nothing, so it is the same as before."""
        if self.target is None:
            return None
        assert self.target.phase is not None
        start = self.target.phase.phase.span.start
        return next(at for at, one in enumerate(document.plan.phases) if one.span.start == start)

    def _title(self) -> str:
        if self.target is not None and self.target.phase is not None:
            return self.target.phase.phase.title
        return title_of(self.before.plan, self.plan_ref)

    def _ticked(self) -> tuple[list[str], tuple[Edit, ...]]:
        """What is ticked on the way, and the edits for it."""
        lines, items = [], []
        for word in self.asked.tick:
            place = word.rpartition("#")[2]
            target = find_target(
                self.before.plan, self.plan_ref, place, lambda item: item.state == "open"
            )
            ref = f"{self.plan_ref}#{target.place}"
            if target.item is None or target.item.item.state is None:
                raise UsageError(f"{ref} has no box to tick")
            if target.item.item.state in ("open", "in_progress"):
                items.append(target.item.item)
                lines.append(f"ticked {ref}  {target.item.item.text}")
        return lines, tick_items(items, self.before.source)

    def _reread(self, edits: tuple[Edit, ...]) -> Document:
        """The plan with its boxes ticked; a box is as long as before, so offsets stay."""
        return read_document(apply_edits(self.before.source, edits), self.rates)

    def _ensure_place(self, document: Document, position: int | None) -> None:
        """Raise NoPlace where no move of the phase could be written; boxes tell of it alone."""
        if position is None:
            return
        phase = document.plan.phases[position]
        if phase.marked_done or phase.marked_cancelled:
            return
        if not self._marks(document, phase):
            may = phase.number is not None and isinstance(phase.level, int)
            raise NoPlace(
                f"nothing but its boxes says how far {self.ref} is",
                help="--create-section makes the list of completed phases; or let its boxes tell"
                if may
                else "let its boxes tell, or write a status below its heading",
            )

    def _marks(
        self, document: Document, phase: Phase, journal: str | None = None
    ) -> tuple[Edit, ...]:
        asked = self.asked
        return mark_phase(
            document,
            phase,
            self.move.after,
            asked.today,
            journal,
            create_section=asked.create_section,
        )

    def _ensure_plan_is_open(self, document: Document) -> None:
        state = said_state(document, None)
        if self.target is not None and state in ("completed", "cancelled"):
            raise Refused(
                f"{self.plan_ref} is {said(state, 'plan')}, and its phases stay as they are",
                help=f"`trueplan reopen {self.plan_ref} --because …` first",
            )

    def _lacks(self, document: Document, position: int | None) -> list[Lack]:
        waits = Neighbours(self.repository).waits(self.path, document.plan)
        lacks = find_lacks(self.move, document, self.plan_ref, position, waits)
        if lacks and not self.asked.force:
            fact = f"{self.ref} cannot be {self.move.done}"
            refuse(fact, lacks, self.path, self.plan_ref, document.source)
        return lacks

    def _plan_move(self, document: Document) -> Move | None:
        """The move that the plan makes: its own, or its start where a phase of it starts."""
        if self.target is None:
            return self.move
        if said_state(document, None) == "planned" and self.move.after in (
            "in_progress",
            "completed",
        ):
            return find_move("start", "plan")
        return None

    def _edits(self, document: Document, position: int | None) -> list[Edit]:
        """The edits of the plan that say the new state."""
        edits: list[Edit] = []
        plan_move = self._plan_move(document)
        if plan_move is not None:
            edits += set_status(document, plan_move.after)
        if position is not None:
            phase = document.plan.phases[position]
            journal = find_journal_link(document, phase)
            edits += self._marks(document, phase, journal)
        return edits

    def _note(self, document: Document, lacks: list[Lack]) -> tuple[Edit, ...]:
        because = " ".join(self.asked.because.split())
        if not because:
            return ()
        about = f"{self._phase_name()} {self.move.done}" if self.target else self.move.done
        words = f"{about[:1].upper()}{about[1:]}: {because}"
        if lacks:
            listed = "; ".join(lack.what for lack in lacks[:_MOST_NOTED])
            if len(lacks) > _MOST_NOTED:
                listed += f"; and {len(lacks) - _MOST_NOTED} more"
            things = f"{len(lacks)} things were" if len(lacks) > 1 else "one thing was"
            words = f"{about[:1].upper()}{about[1:]} although {things} missing"
            words += f" ({listed}): {because}"
        return add_note(document, self.asked.today, words, create_section=self.asked.create_section)

    def _phase_name(self) -> str:
        assert self.target is not None
        assert self.target.phase is not None
        phase = self.target.phase.phase
        return f"{phase.word or 'phase'} {phase.number}" if phase.number else f"“{phase.title}”"

    def _verify(self, file: FileEdits, position: int | None) -> None:
        """Read the plan again: it has to say what was asked for."""
        assert file.after is not None
        after = read_document(file.after, self.rates)
        wrong = len(after.plan.phases) != len(self.before.plan.phases)
        now = said_state(after, position)
        if self.move.name == "reopen" and position is not None and now == "planned":
            now = "in_progress"  # where nothing but boxes can say it, and none of them is ticked
        if wrong or now != self.move.after:
            raise Refused(
                f"{self.ref} would not read as {said(self.move.after, self.move.of)} afterwards",
                help=f"nothing was written; edit {self.path} by hand",
            )

    def _done(self, document: Document, plan_move: Move | None) -> tuple[str, ...]:
        lines = [f"{self.move.done} {self.ref}  {self._title()}"]
        if self.target is not None and plan_move is not None:
            lines.append(f"started {self.plan_ref}  with its first phase")
        status = document.plan.header.status
        if self.target is None and status is not None and len(status.raw.split()) > 2:
            lines.append(f"its status was “{status.raw}”")
        return tuple(lines)

    def _hints(self, document: Document) -> tuple[str, ...]:
        unfilled = len(document.plan.placeholders)
        if self.asked.name == "start" and self.target is None and unfilled:
            places = "place is" if unfilled == 1 else "places are"
            return (f"{unfilled} {places} still unfilled: `trueplan check {self.path}`",)
        if self._lacks_journal(document):
            return (f"no journal tells of it yet: `trueplan journal {self.ref}`",)
        return ()

    def _lacks_journal(self, document: Document) -> bool:
        """Whether a phase is completed in a plan that links journals, and has none."""
        if self.target is None or self.target.phase is None or self.move.after != "completed":
            return False
        linked = find_journal_link(document, self.target.phase.phase) is not None
        return document.plan.progress.journals_section is not None and not linked

"""What is known of a journal: of which phases it tells, what was done there, what is left."""

from __future__ import annotations

import posixpath
from functools import cached_property

from trueplan.app.journals_so_far import JournalsSoFar
from trueplan.app.plan_files import PlanFile
from trueplan.app.repository import Repository
from trueplan.app.titles import title_of
from trueplan.edit.document import Document
from trueplan.edit.index_row import link_to
from trueplan.edit.journal_entry import Entry
from trueplan.edit.journal_text import JournalDraft, Line, Ticked, task_words
from trueplan.git import user_name
from trueplan.lifecycle.said_state import said_state
from trueplan.model.item import Item, walk
from trueplan.model.phase import Phase
from trueplan.model.references import phase_places
from trueplan.model.standing import Standing, derive_standing, join_words, work_items

_OPEN = ("open", "in_progress")
_WORDS = ("phase", "stage", "milestone")  # the ones by which a phase is found in an entry


class JournalSubject:
    """What a journal is about: one phase, or a plan with those of its phases that were worked on.

    Without a named phase it is the one in progress, if there is just one, unless everything that
    was ticked since the last journal was ticked in others; else the only one in which something
    was; else the whole plan.
    """

    def __init__(
        self, file: PlanFile, document: Document, so_far: JournalsSoFar, named: int | None
    ) -> None:
        self.file = file
        self.document = document
        self.so_far = so_far
        self.standing: Standing = derive_standing(file.plan)
        self.position = named if named is not None else self._find_position()

    @property
    def phase(self) -> Phase | None:
        """The phase that it is about; None for a whole plan."""
        return self.file.plan.phases[self.position] if self.position is not None else None

    @property
    def place(self) -> str:
        """The place of that phase, "" for a whole plan."""
        return "" if self.position is None else phase_places(self.file.plan)[self.position]

    @property
    def ref(self) -> str:
        """The reference of what it is about."""
        return f"{self.file.ref}#{self.place}" if self.place else self.file.ref

    @cached_property
    def ticked(self) -> dict[int, tuple[Item, ...]]:
        """What was ticked, by the position of the phase, for phases with anything."""
        found = {at: self.so_far.ticked(one) for at, one in enumerate(self.file.plan.phases)}
        return {at: items for at, items in found.items() if items}

    @cached_property
    def loose(self) -> tuple[Item, ...]:
        """What was ticked outside of phases."""
        return self.so_far.ticked(None)

    @property
    def told(self) -> list[Phase]:
        """The phases that it tells of."""
        positions = list(self.ticked) if self.position is None else [self.position]
        return [self.file.plan.phases[at] for at in positions]

    @property
    def about(self) -> str:
        """The phases by their numbers, "phases 1 and 2"; "" where none has one."""
        named = [one for one in self.told if one.number]
        if not named:
            return ""
        word = _word(named[0])
        numbers = [one.number for one in named if one.number]
        return f"{word}{'s' if len(numbers) > 1 else ''} {join_words(numbers)}"

    def title(self) -> str:
        """The title of the journal: that of the plan, with the phases."""
        words = title_of(self.file.plan, self.file.ref)
        if self.about:
            words += f", {self.about}"
        if self.phase is not None and self.phase.title:
            words += f": {self.phase.title}"
        return words

    def entry(self, today: str, title: str, path: str) -> Entry:
        """The entry in the plan for a journal at `path`; `title` is the one that was asked for."""
        about = f"{self.about[:1].upper()}{self.about[1:]}"
        if not title:
            title = self.phase.title if self.phase is not None else ""
        if not title and not about:
            title = title_of(self.file.plan, self.file.ref)
        target = posixpath.relpath(path, posixpath.dirname(self.file.path) or ".")
        return Entry(today, about, title, link_to(target))

    def status(self) -> str:
        """How far that is, in the words of a journal."""
        if self.position is None:
            state: str = self.standing.state
        else:
            assert self.phase is not None
            state = said_state(self.document, self.position)
            if self.standing.phases[self.position].state == "done":
                left = [item for item in walk(self.phase.items) if item.state in _OPEN]
                state = state if left else "completed"
        return {"completed": "Complete", "cancelled": "Cancelled"}.get(state, "In Progress")

    def _find_position(self) -> int | None:
        moving = [at for at, one in enumerate(self.standing.phases) if one.state == "in_progress"]
        if len(moving) == 1 and (moving[0] in self.ticked or not self.ticked):
            return moving[0]
        if len(self.ticked) == 1 and not self.loose:
            return next(iter(self.ticked))
        return None


def draft_journal(
    repository: Repository, subject: JournalSubject, path: str, asked: tuple[str, str, str]
) -> JournalDraft:
    """Everything that goes into the journal at `path`; `asked` are day, title and time."""
    today, title, took = asked
    commits, since = subject.so_far.commits()
    left, lines = _left(subject)
    plan = subject.file
    link = posixpath.relpath(plan.path, posixpath.dirname(path) or ".")
    return JournalDraft(
        title=title or subject.title(),
        day=today,
        author=user_name(repository.root) or repository.configuration.owner or "",
        status=subject.status(),
        took=took,
        plan_title=title_of(plan.plan, plan.ref),
        plan_link=link_to(link),
        about=subject.about,
        ticked=_ticked(subject),
        commits=commits,
        since=since,
        open_in=_name(left) if left is not None else "",
        open=lines,
        next=_following(subject),
    )


def _word(phase: Phase) -> str:
    word = phase.word.lower().removesuffix("s")
    return word if word in _WORDS else "phase"


def _name(phase: Phase) -> str:
    if phase.number:
        return f"{_word(phase)} {phase.number}"
    return f"“{task_words(phase.title)}”"


def _ticked(subject: JournalSubject) -> tuple[Ticked, ...]:
    groups = []
    positions = list(subject.ticked) if subject.position is None else [subject.position]
    for at in positions:
        phase = subject.file.plan.phases[at]
        lines = _outline(work_items(phase), set(subject.ticked.get(at, ())), subject)
        where = _name(phase) if subject.position is None else ""
        groups.append(Ticked(where, _since(subject, phase), lines))
    if subject.position is None and subject.loose:
        lines = _outline(subject.file.plan.tasks, set(subject.loose), subject)
        groups.append(Ticked("", _since(subject, None), lines))
    return tuple(groups)


def _since(subject: JournalSubject, phase: Phase | None) -> str:
    last = subject.so_far.last(phase)
    return last.day if last is not None else ""


def _left(subject: JournalSubject) -> tuple[Phase | None, tuple[Line, ...]]:
    """What is open in the phase, or for a whole plan in its current one or outside of phases."""
    at = subject.position if subject.position is not None else subject.standing.current
    if at is None:
        items = subject.file.plan.tasks if subject.position is None else ()
        return None, _outline(items, _open(items), subject)
    phase = subject.file.plan.phases[at]
    items = work_items(phase)
    return phase, _outline(items, _open(items), subject)


def _open(items: tuple[Item, ...]) -> set[Item]:
    return {item for item in walk(items) if item.state in _OPEN}


def _following(subject: JournalSubject) -> str:
    """The phase that work is at once the one of the journal is done."""
    current = subject.standing.current
    if current is None or current == subject.position:
        return ""
    phase = subject.file.plan.phases[current]
    if not phase.number or not phase.title:
        return _name(phase)
    return f"{_name(phase)}: {task_words(phase.title)}"


def _outline(
    items: tuple[Item, ...],
    chosen: set[Item],
    subject: JournalSubject,
    depth: int = 0,
    above: str = "",
) -> tuple[Line, ...]:
    """The chosen ones as lines; one whose parent is not among them is led in by its words."""
    lines: list[Line] = []
    for item in items:
        raw = item.text_span.slice(subject.file.source).decode("utf-8", "replace")
        words = task_words(raw)
        if item in chosen:
            lines.append(Line(depth, f"{above}{words}"))
            lines += _outline(item.children, chosen, subject, depth + 1)
        elif item.children:
            lines += _outline(item.children, chosen, subject, depth, f"{above}{words}: ")
    return tuple(lines)

"""Begin a dev journal from what is known, and link it where the plan has its journals."""

from __future__ import annotations

import os
import posixpath

from trueplan.app.change import (
    AT_ONCE,
    Carried,
    Change,
    FileEdits,
    Seen,
    Terms,
    carry_out,
    new_file,
)
from trueplan.app.companion_folder import companion_folder
from trueplan.app.journal_draft import JournalSubject, draft_journal
from trueplan.app.journal_links import link_from_index, link_from_plan
from trueplan.app.journals_so_far import JournalsSoFar
from trueplan.app.plan_files import read_plan_file
from trueplan.app.plan_in_progress import find_plan_in_progress
from trueplan.app.repository import Repository, open_repository, survey
from trueplan.app.targets import Located, find_target, locate
from trueplan.app.titles import title_of
from trueplan.edit.document import read_document
from trueplan.edit.journal_text import JournalDraft, write_journal
from trueplan.errors import Refused, UsageError
from trueplan.lifecycle.said_state import said_state
from trueplan.model.status import STATE_NAMES
from trueplan.reader.companions import read_journal
from trueplan.record import AnyPath, Record
from trueplan.workspace.disk import Unreadable
from trueplan.workspace.naming import short_name
from trueplan.workspace.places import kind_of
from trueplan.workspace.slug import slug_of


class AskedJournal(Record):
    """What is asked for: the day, a title and how long it took ("" without), `create` a section."""

    today: str
    title: str = ""
    took: str = ""
    create: bool = False


def journal(
    word: str, folder: AnyPath, asked: AskedJournal, terms: Terms = AT_ONCE
) -> tuple[Repository, Carried]:
    """Make the journal of what `word` names: a plan, or with `#` a phase; "" is for the only plan.

    Raises Refused where its name is taken, NoPlace, UsageError, and what `carry_out` does.
    """
    if not word:
        around = open_repository(folder)
        word = find_plan_in_progress(around, survey(around), folder, "trueplan journal")
    repository, (located,) = locate((word,), folder)
    return repository, carry_out(
        repository, lambda: make_journal(repository, located, asked), terms
    )


def make_journal(repository: Repository, located: Located, asked: AskedJournal) -> Change:
    """Work out the change from the files as they are now."""
    return _Making(repository, located, asked).change()


class _Making:
    """One new journal, from the plan to the files that change."""

    def __init__(self, repository: Repository, located: Located, asked: AskedJournal) -> None:
        self.repository = repository
        self.asked = asked
        self.overview = survey(repository)
        self.file = read_plan_file(repository, located.path, located.ref)
        self.document = read_document(self.file.source, repository.configuration.lint.rates)
        self.so_far = JournalsSoFar(repository, self.overview, self.file)
        position = self._position(located)
        self.subject = JournalSubject(self.file, self.document, self.so_far, position)
        self.folder = self._folder()
        self.path = self._path()

    def change(self) -> Change:
        draft = draft_journal(self.repository, self.subject, self.path, asked_words(self.asked))
        text = self._text(draft)
        entry = self.subject.entry(self.asked.today, " ".join(self.asked.title.split()), self.path)
        linked, places = link_from_plan(self.subject, entry, create=self.asked.create)
        index = link_from_index(self.repository, self.overview, self.subject, self.path, draft)
        files: list[FileEdits] = [new_file(self.path, text), linked]
        done = [
            f"made {self.path}  {_told(draft)}",
            f"linked {self.subject.ref}  {places}",
        ]
        if index is not None:
            files.append(index)
            done.append(f"listed {posixpath.basename(self.path)}  in {index.path}")
        return Change(
            subject=f"{self.file.ref}: journal"
            + (f" of #{self.subject.place}" if self.subject.place else ""),
            files=tuple(files),
            done=tuple(done),
            hints=self._hints(draft),
            seen=(Seen(self.subject.ref, self._title()),),
            plan=self.file.path,
        )

    def _title(self) -> str:
        phase = self.subject.phase
        return phase.title if phase is not None else title_of(self.file.plan, self.file.ref)

    def _position(self, located: Located) -> int | None:
        """Where the phase that is named stands among the phases; None without one."""
        if not located.places:
            return None
        target = find_target(self.file.plan, located.ref, located.places[0])
        if target.phase is None or target.item is not None:
            raise UsageError(
                f"{located.ref}#{target.place} is no phase",
                help="a journal is about a plan or a phase of it",
            )
        start = target.phase.phase.span.start
        phases = self.file.plan.phases
        return next(at for at, one in enumerate(phases) if one.span.start == start)

    def _folder(self) -> str:
        """Where the last journal of the plan is, else those beside its folder, else any."""
        last = self.so_far.last()
        if last is not None and last.path in self.overview.found.of("journal"):
            return posixpath.dirname(last.path)
        around = posixpath.dirname(posixpath.dirname(self.file.path))
        folders = [posixpath.dirname(path) for path in self.overview.found.of("journal")]
        near = [folder for folder in folders if posixpath.dirname(folder) == around]
        if near:
            return max(sorted(set(near)), key=near.count)
        return companion_folder(self.repository, self.overview, "journals")

    def _path(self) -> str:
        """The file of the journal. Raises Refused where it is there already."""
        if self.asked.title:
            name = slug_of(self.asked.title)
            if not name:
                raise UsageError(
                    f"“{self.asked.title}” has no letter that a file could be named by",
                    help="say in words what the journal is about",
                )
        else:
            name = short_name(self.file.path)
            if self.subject.place:
                name += f"-phase-{slug_of(self.subject.place) or self.subject.place}"
        path = posixpath.join(self.folder, f"{self.asked.today}-{name}.md")
        kind = kind_of(path, self.repository.configuration)
        if kind is None or kind[0] != "journal":
            raise UsageError(
                f"a journal at {path} would not be found",
                help="give it another name with --title, or name its folder: "
                f'`journals = ["{self.folder}/*.md"]` in trueplan.toml',
            )
        if os.path.lexists(os.path.join(self.repository.root, path)):
            raise Refused(
                f"there is a journal at {path} already",
                help='go on writing there, or give the new one a title: --title "…"',
            )
        return path

    def _text(self, draft: JournalDraft) -> bytes:
        """The bytes of the journal, with the line ends of the one before it in the folder."""
        text = write_journal(draft).encode()
        if draft.took:
            rates = self.repository.configuration.lint.rates
            if read_journal(text, rates).sessions is None:
                raise UsageError(
                    f"--took takes a time like “1 session” or “3 hours”, not {draft.took}"
                )
        others = [
            path
            for path in self.overview.found.of("journal")
            if posixpath.dirname(path) == self.folder
        ]
        source = self.repository.read(max(others)) if others else b""
        crlf = not isinstance(source, Unreadable) and b"\r\n" in source
        return text.replace(b"\n", b"\r\n") if crlf else text

    def _hints(self, draft: JournalDraft) -> tuple[str, ...]:
        hints = ["its comments say what a person has to write"]
        if not any(group.tasks for group in draft.ticked):
            last = self.so_far.last(self.subject.phase)
            since = f" since {last.day}" if last is not None and last.day else ""
            hints.append(f"no task of {self.subject.ref} was ticked{since}, so none is listed")
        state = said_state(self.document, None)
        if state == "planned" and self.file.plan.header.status is not None:
            hints.append(
                f"{self.file.ref} is {STATE_NAMES[state]}, and a journal tells of its work now: "
                f"`trueplan start {self.file.ref}`"
            )
        return tuple(hints)


def asked_words(asked: AskedJournal) -> tuple[str, str, str]:
    """Day, title and time as they go into the text: each on one line."""
    return asked.today, " ".join(asked.title.split()), " ".join(asked.took.split())


def _told(draft: JournalDraft) -> str:
    """What was filled in, in short."""
    facts = [draft.status]
    ticked = sum(len(group.tasks) for group in draft.ticked)
    if ticked:
        facts.append(f"{ticked} task{'' if ticked == 1 else 's'} ticked")
    if draft.commits.total:
        total = draft.commits.total
        facts.append(f"{total} commit{'' if total == 1 else 's'} since {draft.since}")
    return ", ".join(facts)

"""Make a decision record: its file, its row in the index, what it supersedes, a plan's link."""

from __future__ import annotations

import os
import posixpath

from trueplan.app.adr_check import (
    ensure_new_reads,
    ensure_plan_reads,
    ensure_superseded_reads,
)
from trueplan.app.adr_listing import list_decision
from trueplan.app.adr_plans import plans_that_follow
from trueplan.app.adr_records import Records, choose_folder, find_record, read_records
from trueplan.app.change import (
    AT_ONCE,
    Carried,
    Change,
    FileEdits,
    Seen,
    Terms,
    carry_out,
    edit_file,
    new_file,
)
from trueplan.app.plan_files import PlanFile, locate_plan, read_plan_file
from trueplan.app.repository import Repository, Survey, open_repository, survey
from trueplan.edit.adr_calling import bare_title, name_from, say_supersedes, usual_label
from trueplan.edit.adr_head import AdrFile
from trueplan.edit.adr_label import Label
from trueplan.edit.adr_name import write_adr_name
from trueplan.edit.adr_state import NewState
from trueplan.edit.document import read_document
from trueplan.edit.link_adr import link_adr
from trueplan.edit.supersede_adr import supersede_adr
from trueplan.edit.write_adr import AdrDraft, write_adr
from trueplan.errors import Refused, UsageError
from trueplan.git import user_name
from trueplan.markdown import plain_text
from trueplan.reader.plan import read_plan
from trueplan.record import AnyPath, Record
from trueplan.workspace.locking import Locks
from trueplan.workspace.naming import short_name
from trueplan.workspace.slug import slug_of

_LONGEST = 200  # letters of a title


class AskedAdr(Record):
    """What is asked for. "" and () are what nobody has said.

    `day` is the day of the decision, `today` the one it is; `supersedes` are words that name
    decisions, `folder` is a path from where the command runs.
    """

    today: str
    title: str
    state: NewState = "proposed"
    day: str = ""
    deciders: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    plan: str = ""
    folder: str = ""


def make_adr(
    folder: AnyPath, asked: AskedAdr, terms: Terms = AT_ONCE
) -> tuple[Repository, Carried]:
    """Make a decision record. Raises UsageError, Refused, NoPlace, what `carry_out` does."""
    repository = open_repository(folder)
    plan = ""
    _read_day(asked)
    if asked.plan:
        repository, plan, _ = locate_plan(asked.plan, folder)
    elif terms.digest is not None:
        raise UsageError("--digest is that of a plan", help="say which: --plan PLAN")

    def make() -> Change:
        return _Making(repository, folder, asked, plan).change()

    if terms.dry_run:
        return repository, carry_out(repository, make, terms)
    with Locks() as locks:  # else two decisions at once could take one number under two names
        if choose_folder(repository, survey(repository), asked.folder, plan, folder):
            locks.hold([(os.path.realpath(repository.root), "the repository")])
        return repository, carry_out(repository, make, terms)


class _Making:
    """One new decision, from what is asked for to all files that say something of it."""

    def __init__(self, repository: Repository, folder: AnyPath, asked: AskedAdr, plan: str) -> None:
        self.repository = repository
        self.asked = asked
        self.overview: Survey = survey(repository)
        place = choose_folder(repository, self.overview, asked.folder, plan, folder)
        self.records: Records = read_records(repository, self.overview, place)
        self.plan: PlanFile | None = (
            read_plan_file(repository, plan, short_name(plan)) if plan else None
        )
        self.title = _read_title(asked.title)
        self.number = self.records.next_number()
        self.path = self._path()
        self.label: Label = usual_label(self.records.neighbours, posixpath.basename(self.path))
        self.olds = self._olds(folder)

    def change(self) -> Change:
        """The change of all files."""
        draft = self._draft()
        written = write_adr(draft, self.records.neighbours)
        ensure_new_reads(self.path, written.text, draft, written.said)
        ref = f"adr:{self.number}"
        files = [new_file(self.path, written.text)]
        done = [f"made {ref}  {self.path}"]
        for old in self.olds:
            file, words = self._superseded(old)
            files.append(file)
            done.append(f"updated adr:{old.adr.number}  {words} in {old.path}")
        listed, told = list_decision(self.records, self.path, draft, self.olds)
        files += listed
        done += told
        if self.plan is not None:
            files.append(self._linked(self.plan))
            done.append(f"linked {ref}  from {self.plan.path}")
        return Change(
            subject=f"adr: add {self.number}, {self.title}",
            files=tuple(files),
            done=tuple(done),
            hints=self._hints(),
            seen=tuple(Seen(f"adr:{one.adr.number}", one.adr.title) for one in self.olds),
            plan=self.plan.path if self.plan is not None else "",
        )

    def _path(self) -> str:
        slug = slug_of(plain_text(self.title))
        if not slug:
            raise UsageError(
                f"“{self.title}” has no letter that a file could be named by",
                help="say in words what is decided",
            )
        beside = [posixpath.basename(one.path) for one in self.records.neighbours]
        name = write_adr_name(self.number, slug, beside or self.records.names)
        path = f"{self.records.folder}/{name}".lstrip("/")
        if os.path.lexists(os.path.join(self.repository.root, path)):
            raise Refused(f"{path} is there already", help="nothing was written")
        return path

    def _olds(self, folder: AnyPath) -> list[AdrFile]:
        """The decisions that give way, each once. Raises Refused where one gave way before."""
        found: dict[str, AdrFile] = {}
        for word in self.asked.supersedes:
            old = find_record(self.repository, self.overview, self.records, word, folder)
            if old.adr.state == "superseded":
                by = f" by adr:{old.adr.successor}" if old.adr.successor is not None else ""
                raise Refused(
                    f"adr:{old.adr.number} is superseded{by} already: {old.path}",
                    help=f"supersede adr:{old.adr.successor} instead" if by else None,
                )
            found[old.path] = old
        return list(found.values())

    def _draft(self) -> AdrDraft:
        names = [
            name_from(self.records.folder, one.path, one.adr.number or 0, bare_title(one))
            for one in self.olds
        ]
        said = [
            say_supersedes(self.records.neighbours, names, self.label, linked=linked)
            for linked in (True, False)
        ]
        return AdrDraft(
            self.number,
            self.title,
            self.asked.state,
            _read_day(self.asked),
            ", ".join(filter(None, (" ".join(one.split()) for one in self.asked.deciders))),
            self.repository.configuration.owner or user_name(self.repository.root) or "",
            *said,
        )

    def _superseded(self, old: AdrFile) -> tuple[FileEdits, str]:
        """The edit of the record of a decision that gives way, and the words of its status."""
        by = name_from(posixpath.dirname(old.path), self.path, self.number, self.title)
        result = supersede_adr(old, by, self.label, self.records.neighbours)
        file = edit_file(old.path, old.source, result.edits)
        assert file.after is not None
        ensure_superseded_reads(old, file.after, self.number)
        return file, plain_text(result.words)

    def _linked(self, plan: PlanFile) -> FileEdits:
        """The edit of the plan that rests on the decision."""
        rates = self.repository.configuration.lint.rates
        document = read_document(plan.source, rates)
        named = name_from(posixpath.dirname(plan.path), self.path, self.number, self.title)
        file = edit_file(plan.path, plan.source, link_adr(document, named, self.label))
        assert file.after is not None
        after = read_plan(file.after, rates)
        ensure_plan_reads(plan.plan, after, plan.path, self.path, self.number)
        return file

    def _hints(self) -> tuple[str, ...]:
        hints = [
            f"{path} has no table or list of decisions; it stays as it is"
            for path in self.records.readmes[:1]
            if not self.records.indexes
        ]
        known = {one.path: one.adr for one in self.records.files}
        for old in self.olds:
            known[old.path] = _as_superseded(old, self.number).adr
        skipped = self.plan.path if self.plan is not None else ""
        for old in self.olds:
            plans = plans_that_follow(self.repository, self.overview, known, old.path, skipped)
            hints += [f"{ref} rests on adr:{old.adr.number} still: {path}" for ref, path in plans]
        return (*hints, "its comments say what belongs where")


def _as_superseded(old: AdrFile, number: int) -> AdrFile:
    return old._replace(adr=old.adr._replace(state="superseded", successor=number))


def _read_title(words: str) -> str:
    title = " ".join(words.split())
    if not title:
        raise UsageError("a decision needs a title", help='say it: trueplan adr "Steel masts"')
    if len(title) > _LONGEST:
        raise UsageError(f"a title of {len(title)} letters is too long", help="say it in a line")
    if any("\ud800" <= sign <= "\udfff" for sign in title):
        raise UsageError("the title is not UTF-8", help="type it again")
    return title


def _read_day(asked: AskedAdr) -> str:
    """The ISO day of the decision."""
    if not asked.day:
        return asked.today
    from datetime import date

    try:
        return date.fromisoformat(asked.day).isoformat()
    except ValueError:
        raise UsageError(f"--date takes a day like 2026-03-10, not {asked.day}") from None

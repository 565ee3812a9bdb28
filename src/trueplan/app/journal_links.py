"""What leads to a new journal: the entries of its plan, the rows of phases, the index."""

from __future__ import annotations

import os
import posixpath

from trueplan.app.change import FileEdits, edit_file
from trueplan.app.journal_draft import JournalSubject
from trueplan.app.repository import Repository, Survey
from trueplan.edit.create_section import create_section
from trueplan.edit.document import Document
from trueplan.edit.entries import JournalEntries
from trueplan.edit.index_row import link_to
from trueplan.edit.journal_entry import Entry, write_entry
from trueplan.edit.journal_index import ListedJournal, add_above, list_journal
from trueplan.edit.journal_text import JournalDraft
from trueplan.edit.phase_mark import row_of
from trueplan.edit.row_state import add_journal
from trueplan.edit.verbatim import as_words
from trueplan.errors import NoPlace, Refused
from trueplan.lifecycle.journal_link import link_as_rows_do
from trueplan.reader.plan import read_plan
from trueplan.text import Edit
from trueplan.workspace.disk import Unreadable

_INDEX_NAMES = ("readme.md", "index.md")


def link_from_plan(subject: JournalSubject, entry: Entry, *, create: bool) -> tuple[FileEdits, str]:
    """The plan with the entry, and with the journal in rows of completed phases that lack one.

    With it goes where that is, in words. `create` makes the section where there is none.
    Raises NoPlace.
    """
    document = subject.document
    places = "in its journal entries"
    edits: list[Edit] = [*_entry_edits(document, entry, subject.file.ref, create=create)]
    for phase in subject.told:
        row = row_of(document, phase)
        if row is not None:
            link = link_as_rows_do(document, entry.target)
            found = add_journal(document, row, link)
            edits += found
            if found:
                places += f" and behind the row of phase {phase.number}"
    file = edit_file(subject.file.path, document.source, edits)
    assert file.after is not None
    after = read_plan(file.after)
    if entry.target not in [link.target for link in after.progress.journals]:
        raise Refused(
            f"the journal would not be read as an entry of {subject.file.ref}",
            help=f"nothing was written; look at the journal entries in {subject.file.path}",
        )
    return file, places


def _entry_edits(document: Document, entry: Entry, ref: str, *, create: bool) -> tuple[Edit, ...]:
    entries = JournalEntries(document)
    if entries.section is None:
        if not create:
            raise NoPlace(
                f"{ref} has no place for journal entries",
                help="--create-section makes one, with its progress if need be",
            )
        return create_section(document, "journals", f"- {write_entry(entry)}")
    edit = add_above(document, entry) or entries.edit(write_entry(entry, _last_entry(document)))
    if edit is None:
        raise NoPlace(
            f"the journal entries of {ref} are no list",
            help="make a list of them, so that one more can be added",
        )
    return (edit,)


def _last_entry(document: Document) -> str:
    """The line of the last entry, "" without one."""
    journals = document.plan.progress.journals
    if not journals:
        return ""
    source, span = document.source, journals[-1].span
    start = source.rfind(b"\n", 0, span.start) + 1
    end = source.find(b"\n", span.end)
    line = source[start : len(source) if end < 0 else end]
    return line.decode("utf-8", "replace").strip()


def link_from_index(
    repository: Repository,
    overview: Survey,
    subject: JournalSubject,
    path: str,
    draft: JournalDraft,
) -> FileEdits | None:
    """The index of journals in the folder of `path` with the new one; None where that has none."""
    folder, name = posixpath.split(path)
    entry = Entry(draft.day, "", draft.title, link_to(name))
    plan = f"[{as_words(draft.plan_title)}]({draft.plan_link})"
    new = ListedJournal(entry, draft.status, draft.author, plan)
    journals = frozenset(overview.found.of("journal"))
    for index in _indexes(repository, folder):
        source = repository.read(index)
        if index == subject.file.path or isinstance(source, Unreadable):
            continue
        edit = list_journal(index, source, journals, new)
        if edit is not None:
            return edit_file(index, source, [edit])
    return None


def _indexes(repository: Repository, folder: str) -> list[str]:
    try:
        names = sorted(os.listdir(os.path.join(repository.root, folder)))
    except OSError:
        return []
    return [posixpath.join(folder, name) for name in names if name.lower() in _INDEX_NAMES]

"""Add an item to the backlog, under the next ID of its prefix."""

from __future__ import annotations

import re

from trueplan.app.backlog_check import as_cell, ensure_backlog_reads
from trueplan.app.backlog_files import BacklogFile, Backlogs, ensure_digest, read_backlogs
from trueplan.app.backlog_move import tell_counts
from trueplan.app.backlog_set import read_value
from trueplan.app.change import AT_ONCE, Carried, Change, Seen, Terms, carry_out, edit_file
from trueplan.app.repository import Repository, open_repository, relative_path
from trueplan.edit.backlog_row import NewItem, add_item
from trueplan.edit.backlog_table import read_backlog_document
from trueplan.edit.next_id import find_next_id
from trueplan.errors import Refused, UsageError
from trueplan.model.companions import BacklogItem
from trueplan.model.link_target import resolve
from trueplan.record import AnyPath, Record
from trueplan.workspace.disk import Unreadable

_PREFIX = re.compile(r"[A-Z][A-Z0-9]{1,9}")
_ARCHIVE = re.compile(r"(?!\.\./).*archive.*\.md$", re.IGNORECASE)


class AskedItem(Record):
    """What is wanted: its words, and what is known of it.

    `prefix` is "" where the backlog has but one; `file` where there is but one backlog. `more`
    are cells by the words of their column's head.
    """

    feature: str
    today: str
    priority: str = ""
    estimate: str = ""
    notes: str = ""
    prefix: str = ""
    file: str = ""
    more: tuple[tuple[str, str], ...] = ()


def add(folder: AnyPath, asked: AskedItem, terms: Terms = AT_ONCE) -> tuple[Repository, Carried]:
    """Add an item as a row of its own. Raises UsageError, NoPlace, and what `carry_out` does."""
    repository = open_repository(folder)
    path = relative_path(repository, asked.file, folder) if asked.file else ""
    if path is None:
        raise UsageError(f"there is no file {asked.file} in {repository.root}")
    return repository, carry_out(
        repository, lambda: make_addition(repository, path, asked, terms), terms
    )


def make_addition(repository: Repository, path: str, asked: AskedItem, terms: Terms) -> Change:
    """Work out the change from the files as they are now."""
    backlogs = read_backlogs(repository)
    prefix = asked.prefix.strip().upper().rstrip("-")
    if prefix and not _PREFIX.fullmatch(prefix):
        raise UsageError(
            f"“{asked.prefix}” is no prefix", help="two to ten letters and digits, as in GEO-001"
        )
    file = _choose_file(backlogs, path, prefix)
    ensure_digest(file, terms)
    prefix = prefix or _only_prefix(file, backlogs)
    name = find_next_id(prefix, _sources(repository, backlogs))
    item = NewItem(
        name,
        read_value(backlogs, "feature", asked.feature),
        read_value(backlogs, "priority", asked.priority),
        read_value(backlogs, "estimate", asked.estimate),
        " ".join(asked.notes.split()),
        asked.more,
    )
    source = file.document.source
    result = add_item(source, item, asked.today)
    edited = edit_file(file.path, source, result.edits)
    assert edited.after is not None
    there = read_backlog_document(edited.after).backlog.items
    new = next((one for one in there if one.id == name), None)
    if new is None or not _reads(new, item):
        raise Refused(
            f"{name} would not read as wanted in {file.path}",
            help="nothing was written; edit it by hand",
        )
    ensure_backlog_reads(edited, {}, new)
    return Change(
        subject=f"backlog: add {name}",
        files=(edited,),
        done=(f"added {name}  {new.feature}", *tell_counts(file.path, result.counts)),
        hints=(f"`trueplan new --backlog {name}` makes a plan for it",),
        seen=(Seen(name, new.feature),),
    )


def _reads(new: BacklogItem, wanted: NewItem) -> bool:
    """Whether an item reads as it was given."""
    pairs = (
        (new.feature, wanted.feature),
        (new.priority, wanted.priority),
        (new.estimate, wanted.estimate),
        (new.notes, wanted.notes),
    )
    return all(not words or " ".join(read.split()) == as_cell(words) for read, words in pairs)


def _choose_file(backlogs: Backlogs, path: str, prefix: str) -> BacklogFile:
    """The backlog that is named, or the one with the prefix, or the only one that has a table."""
    if path:
        named = next((file for file in backlogs.files if file.path == path), None)
        if named is None:
            listed = ", ".join(file.path for file in backlogs.files)
            raise UsageError(f"{path} is no backlog", help=f"there are {listed}")
        return named
    own = [
        file
        for file in backlogs.files
        if any(item.id.startswith(f"{prefix}-") for item in file.document.backlog.items)
    ]
    fitting = (own if prefix else []) or [one for one in backlogs.files if one.document.tables]
    fitting = [one for one in fitting if one.document.backlog.items] or fitting
    if len(fitting) > 1:
        listed = ", ".join(file.path for file in fitting)
        raise UsageError(
            f"there are {len(fitting)} backlogs: {listed}", help="say which: --in PATH"
        )
    return fitting[0] if fitting else backlogs.files[0]


def _only_prefix(file: BacklogFile, backlogs: Backlogs) -> str:
    """The prefix of all items. Raises UsageError where there are several, or no items."""
    items = file.document.backlog.items or [one.item for one in backlogs.items()]
    prefixes = list(dict.fromkeys(item.id.partition("-")[0] for item in items))
    if len(prefixes) == 1:
        return prefixes[0]
    if prefixes:
        raise UsageError(
            f"the items of {file.path} have several prefixes",
            help=f"say which: --prefix {'|'.join(prefixes)}",
        )
    raise UsageError(
        f"{file.path} has no item yet that shows a prefix", help="say one: --prefix GEO"
    )


def _sources(repository: Repository, backlogs: Backlogs) -> list[bytes]:
    """The bytes of the backlogs, and of the archives that they link to."""
    sources = {file.path: file.document.source for file in backlogs.files}
    for file in backlogs.files:
        for link in file.document.backlog.links:
            path = resolve(file.path, link.target)
            if not path or path in sources or not _ARCHIVE.match(path):
                continue
            source = repository.read(path)
            if not isinstance(source, Unreadable):
                sources[path] = source
    return list(sources.values())

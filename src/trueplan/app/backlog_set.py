"""Set a cell of items of the backlog: priority, estimate, feature, notes, status, any column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trueplan.app.backlog_check import ensure_backlog_reads
from trueplan.app.backlog_files import Backlogs, FoundItem, ensure_digest, find_items, read_backlogs
from trueplan.app.backlog_move import tell_counts
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
from trueplan.app.repository import Repository, open_repository
from trueplan.edit.backlog_row import CellChange, change_cells, rows_of, state_changes
from trueplan.edit.table import escape_cell
from trueplan.errors import Refused, UsageError
from trueplan.model.estimate import Rates
from trueplan.reader.companions import read_backlog_state
from trueplan.reader.dates import SpanOf
from trueplan.reader.estimates import find_estimate
from trueplan.record import AnyPath, Record

FIELDS = ("priority", "estimate", "feature", "notes", "status")
_SIZES = ("XS", "S", "M", "L", "XL", "XXL")
_LETTERS = ("P0", "P1", "P2", "P3")
_WORDS = ("Critical", "High", "Medium", "Low")


class Setting(Record):
    """A column, by its meaning or the words of its head, and what it shall say."""

    field: str
    value: str
    today: str


def set_field(
    words: Sequence[str], folder: AnyPath, setting: Setting, terms: Terms = AT_ONCE
) -> tuple[Repository, Carried]:
    """Set a cell of the items that `words` name, in one change, with the counts beside the table.

    What says so already is said and left; where nothing else is left, that is Refused.
    """
    repository = open_repository(folder)
    return repository, carry_out(
        repository, lambda: make_setting(repository, words, setting, terms), terms
    )


def make_setting(
    repository: Repository, words: Sequence[str], setting: Setting, terms: Terms
) -> Change:
    """Work out the change from the files as they are now."""
    field = setting.field.strip().lower()
    if field == "id":
        raise UsageError("an ID stays as it is", help="others may refer to it")
    backlogs = read_backlogs(repository)
    found = find_items(backlogs, words)
    value = read_value(backlogs, field, setting.value)
    by_item = {one.item.id: _changes(one, field, value, setting.today) for one in found}
    idle = [f"{_said(one)} says so already" for one in found if not by_item[one.item.id]]
    setting_now = [one for one in found if by_item[one.item.id]]
    if not setting_now:
        raise Refused("\n".join(idle), help="nothing was written")
    files, counted = [], []
    for file in {one.file.path: one.file for one in setting_now}.values():
        ensure_digest(file, terms)
        own = [one.item.id for one in setting_now if one.file.path == file.path]
        changes = [change for name in own for change in by_item[name]]
        result = change_cells(file.document, changes, setting.today)
        edited = edit_file(file.path, file.document.source, result.edits)
        _ensure(edited, own, field, value)
        files.append(edited)
        counted += tell_counts(file.path, result.counts)
    said = by_item[setting_now[0].item.id][0].words
    return Change(
        subject=f"backlog: {field} of {', '.join(one.item.id for one in setting_now)}: {said}",
        files=tuple(files),
        done=(
            *(
                f"set {one.item.id}  {field}: {by_item[one.item.id][0].words}"
                for one in setting_now
            ),
            *counted,
        ),
        hints=tuple(idle),
        seen=tuple(Seen(one.item.id, one.item.feature) for one in setting_now),
    )


def read_value(backlogs: Backlogs, field: str, value: str) -> str:
    """A value as the backlog writes it. Raises UsageError where a column cannot say that."""
    words = " ".join(value.split())
    if field == "feature" and not words:
        raise UsageError("an item needs a feature", help="say what is wanted")
    if field == "status" and read_backlog_state(words) == "unknown":
        raise UsageError(
            f"“{words}” is no status", help="Backlog, In Progress, Blocked, Done or Cancelled"
        )
    if field == "priority" and words:
        return _known(words, _priorities(backlogs), "priority")
    if field == "estimate" and words:
        used = [one.item.estimate for one in backlogs.items()]
        if find_estimate(words, SpanOf(words, 0), Rates()) is None:
            return _known(words, [*_SIZES, *filter(None, used)], "estimate")
        return next((one for one in (*used, *_SIZES) if one.lower() == words.lower()), words)
    return words


def _priorities(backlogs: Backlogs) -> list[str]:
    """The priorities in use, and the others of their kind."""
    used = list(dict.fromkeys(filter(None, (one.item.priority for one in backlogs.items()))))
    letters = not used or any(re.fullmatch(r"[Pp]\d", one) for one in used)
    return [*used, *(_LETTERS if letters else _WORDS)]


def _known(words: str, known: Sequence[str], field: str) -> str:
    same = next((one for one in known if one.lower() == words.lower()), None)
    if same is None:
        listed = sorted(dict.fromkeys(known)) if field == "priority" else dict.fromkeys(known)
        raise UsageError(f"“{words}” is no {field}", help=f"there are {', '.join(listed)}")
    return same


def _changes(one: FoundItem, field: str, value: str, today: str) -> list[CellChange]:
    """What has to change for an item to say `value`; nothing where it does."""
    document = one.file.document
    if field == "status":
        return state_changes(document, one.item.id, read_backlog_state(value), today)
    ((table, row),) = rows_of(document, one.item.id)
    column = table.column(field)
    if column is not None and document.cell(table, row.number, column) == escape_cell(value):
        return []
    return [CellChange(one.item.id, field, value)]


def _ensure(file: FileEdits, names: Sequence[str], field: str, value: str) -> None:
    if field == "status":
        field, value = "state", read_backlog_state(value)
    known = ("state", "priority", "estimate", "feature", "notes", "added")
    ensure_backlog_reads(file, {name: {field: value} for name in names} if field in known else {})


def _said(one: FoundItem) -> str:
    return f"{one.item.id}  {one.item.feature}".rstrip()

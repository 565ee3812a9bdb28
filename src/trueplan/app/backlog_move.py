"""Move items of the backlog: start, block, finish, call off, reopen."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.app.backlog_check import ensure_backlog_reads
from trueplan.app.backlog_files import (
    BacklogFile,
    FoundItem,
    ensure_digest,
    find_items,
    read_backlogs,
)
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
from trueplan.edit.backlog_words import STATE_WORDS
from trueplan.edit.quick_stats import Recount
from trueplan.errors import Refused, UsageError
from trueplan.model.companions import BacklogState
from trueplan.reader.points import says_nothing
from trueplan.record import AnyPath, Record


class ItemMove(Record):
    """A move of an item: from which states, to which, and whether a reason is owed."""

    name: str
    before: tuple[BacklogState, ...]
    after: BacklogState
    done: str
    reason: bool = False


ITEM_MOVES: tuple[ItemMove, ...] = (
    ItemMove("start", ("backlog", "blocked", "unknown"), "in_progress", "started"),
    ItemMove("block", ("backlog", "in_progress", "unknown"), "blocked", "blocked", reason=True),
    ItemMove("done", ("backlog", "in_progress", "blocked", "unknown"), "done", "finished"),
    ItemMove(
        "cancel",
        ("backlog", "in_progress", "blocked", "unknown"),
        "cancelled",
        "cancelled",
        reason=True,
    ),
    ItemMove("reopen", ("done", "cancelled"), "backlog", "reopened", reason=True),
)


class AskedMove(Record):
    """What a person asks for: the move by its name, the reason, the day it is."""

    name: str
    today: str
    because: str = ""


def move_items(
    words: Sequence[str], folder: AnyPath, asked: AskedMove, terms: Terms = AT_ONCE
) -> tuple[Repository, Carried]:
    """Move the items that `words` name, in one change, with the counts beside the table.

    An item that is there already is said and left; where nothing else is left, that is Refused.
    """
    move = next(one for one in ITEM_MOVES if one.name == asked.name)
    if move.reason and not asked.because.strip():
        raise UsageError(
            f"`trueplan backlog {move.name}` needs a reason",
            help=f'trueplan backlog {move.name} {" ".join(words)} --because "…"',
        )
    repository = open_repository(folder)
    return repository, carry_out(
        repository, lambda: make_item_move(repository, words, move, asked, terms), terms
    )


def make_item_move(
    repository: Repository, words: Sequence[str], move: ItemMove, asked: AskedMove, terms: Terms
) -> Change:
    """Work out the change from the files as they are now."""
    found = find_items(read_backlogs(repository), words)
    moving, idle = [], []
    for one in found:
        if _may_move(one, move):
            moving.append(one)
        else:
            idle.append(f"{_said(one)} is {STATE_WORDS[move.after]} already")
    if not moving:
        raise Refused("\n".join(idle), help="nothing was written")
    files, told, hints = [], [], []
    for file in {one.file.path: one.file for one in moving}.values():
        ensure_digest(file, terms)
        own = [one for one in moving if one.file.path == file.path]
        edited, counts, more = _move_in(file, own, move, asked)
        files.append(edited)
        told += tell_counts(file.path, counts)
        hints += more
    return Change(
        subject=f"backlog: {move.name} {', '.join(one.item.id for one in moving)}",
        files=tuple(files),
        done=(*(f"{move.done} {_said(one)}" for one in moving), *told),
        hints=(*idle, *hints),
        seen=tuple(Seen(one.item.id, one.item.feature) for one in moving),
    )


def tell_counts(path: str, counts: Sequence[Recount]) -> list[str]:
    """What a person is told of the counts that follow."""
    if not counts:
        return []
    listed = ", ".join(f"{one.label} {one.before} → {one.after}" for one in counts)
    return [f"counted {path}  {listed}"]


def _may_move(one: FoundItem, move: ItemMove) -> bool:
    """Whether an item is to be moved; False where it is there already. Raises Refused if barred."""
    state = one.item.state
    if state == move.after or (move.name == "reopen" and state not in move.before):
        if state != move.after:
            raise Refused(
                f"{_said(one)} is {STATE_WORDS.get(state, 'open')}, and was not closed",
                help=f"possible now: {_ways(one)}",
            )
        return False
    if state not in move.before:
        raise Refused(f"{_said(one)} is {STATE_WORDS[state]}", help=f"possible now: {_ways(one)}")
    return True


def _ways(one: FoundItem) -> str:
    names = [move.name for move in ITEM_MOVES if one.item.state in move.before]
    return " or ".join(f"`trueplan backlog {name} {one.item.id}`" for name in names)


def _move_in(
    file: BacklogFile, moving: Sequence[FoundItem], move: ItemMove, asked: AskedMove
) -> tuple[FileEdits, tuple[Recount, ...], list[str]]:
    document = file.document
    changes: list[CellChange] = []
    hints: list[str] = []
    wanted: dict[str, dict[str, str]] = {}
    for one in moving:
        name = one.item.id
        changes += state_changes(document, name, move.after, asked.today)
        wanted[name] = {"state": move.after}
        hints += _lost_words(file, one)
        if asked.because.strip():
            note = _note(file, one, move, asked.because)
            if note is None:
                hints.append(f"{file.path} has no column for notes: the reason is not kept")
            else:
                changes.append(note)
                wanted[name]["notes"] = note.words
    result = change_cells(document, changes, asked.today)
    edited = edit_file(file.path, document.source, result.edits)
    ensure_backlog_reads(edited, wanted)
    return edited, result.counts, list(dict.fromkeys(hints))


def _note(file: BacklogFile, one: FoundItem, move: ItemMove, because: str) -> CellChange | None:
    """The notes of an item with the reason behind them; None where the table has no notes."""
    ((table, row),) = rows_of(file.document, one.item.id)
    column = table.column("notes")
    if column is None:
        return None
    cell = file.document.cell(table, row.number, column)
    reason = f"{move.done[:1].upper()}{move.done[1:]}: {' '.join(because.split())}"
    if says_nothing(cell):
        return CellChange(one.item.id, "notes", reason)
    joint = " " if cell.endswith((".", "!", "?", ";")) else "; "
    return CellChange(one.item.id, "notes", f"{cell}{joint}{reason}")


def _lost_words(file: BacklogFile, one: FoundItem) -> list[str]:
    """What a status says beside its state, and no longer does."""
    span = one.item.status_span
    raw = span.slice(file.document.source).decode("utf-8", "replace") if span else ""
    said = any(sign in raw for sign in "(,;:—–") or " - " in raw
    return [f"the status of {one.item.id} was “{raw}”"] if said else []


def _said(one: FoundItem) -> str:
    return f"{one.item.id}  {one.item.feature}".rstrip()

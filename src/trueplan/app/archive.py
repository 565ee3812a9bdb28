"""Put plans that are over aside, and keep every link in them and to them right."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping, Sequence

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
from trueplan.app.plan_files import PlanFile, read_plan_file
from trueplan.app.repository import Repository, survey
from trueplan.app.targets import Located, locate
from trueplan.app.titles import title_of
from trueplan.edit.document import read_document
from trueplan.edit.named_in_code import find_named_in_code
from trueplan.edit.note import add_note
from trueplan.edit.relink import relink
from trueplan.errors import Refused, UsageError
from trueplan.git import ignored_paths
from trueplan.lifecycle.moves import said
from trueplan.lifecycle.said_state import said_state
from trueplan.markdown import parse
from trueplan.model.status import PlanState
from trueplan.record import AnyPath, Record
from trueplan.text import Edit, LineIndex, apply_edits, edit_between
from trueplan.text.pattern import Pattern
from trueplan.workspace.accepted import PLACE as ACCEPTED, as_toml
from trueplan.workspace.disk import Unreadable

FOLDERS = ("archive", "archived", "completed", "done", "_archive")
_PLAIN = Pattern(r"[A-Za-z0-9._-]+")
_OVER: tuple[PlanState, ...] = ("completed", "cancelled")


class AskedArchive(Record):
    """On which terms plans are archived; `force` takes those that are not over."""

    today: str
    because: str = ""
    force: bool = False
    create_section: bool = False


class _Moved(Record):
    """A plan, where it goes, and its bytes with the note that says why it had to."""

    file: PlanFile
    target: str
    source: bytes


def archive(
    words: Sequence[str], folder: AnyPath, asked: AskedArchive, terms: Terms = AT_ONCE
) -> tuple[Repository, Carried]:
    """Archive the plans that `words` name, in one change. Raises Refused, UsageError, NoPlace."""
    if asked.force and not asked.because.strip():
        raise UsageError("--force needs --because", help="the reason goes into the notes")
    repository, located = _locate(words, folder)
    return repository, carry_out(
        repository, lambda: make_archive(repository, located, asked), terms
    )


def _locate(words: Sequence[str], folder: AnyPath) -> tuple[Repository, list[Located]]:
    """The plans that words name, each a plan by itself."""
    located: dict[str, Located] = {}
    first: Repository | None = None
    for word in words:
        repository, (one,) = locate((word,), folder)
        first = first or repository
        if repository.root != first.root:
            raise UsageError(
                f"{word} is outside of {first.root}", help="change one repository at a time"
            )
        if one.places:
            raise UsageError(f"{one.ref} is archived as a whole, not its {one.places[0]}")
        located[one.path] = one
    assert first is not None
    return first, list(located.values())


def make_archive(repository: Repository, located: Sequence[Located], asked: AskedArchive) -> Change:
    """Work out the change from the files as they are now."""
    moved = [_move(repository, one, asked) for one in located]
    moves = {one.file.path: one.target for one in moved}
    found = _Links(repository, moves)
    files: list[FileEdits] = []
    for one in moved:
        edits = found.edits(one.file.path, one.source)
        files.append(FileEdits(one.target, None, apply_edits(one.source, edits)))
        found.note(one.file.path, one.source, len(edits))
    for path in _documents(repository, moves):
        source = repository.read(path)
        if isinstance(source, Unreadable) or not found.may_name(source):
            continue
        edits = found.edits(path, source)
        if edits:
            files.append(FileEdits(path, source, apply_edits(source, edits), edits))
        found.note(path, source, len(edits))
    files += [FileEdits(one.file.path, one.file.source, None) for one in moved]
    files += _accepted(repository, moves)
    refs = ", ".join(one.file.ref for one in moved)
    return Change(
        subject=f"{refs}: archive",
        files=tuple(files),
        done=(*(f"archived {one.file.ref}  {one.target}" for one in moved), *found.done()),
        hints=(*found.in_code, *_lost_links(repository, moves)),
        seen=tuple(Seen(one.file.ref, title_of(one.file.plan, one.file.ref)) for one in moved),
        plan=moved[0].file.path,
    )


def _accepted(repository: Repository, moves: Mapping[str, str]) -> list[FileEdits]:
    """The file of accepted findings, where it names a plan that moves."""
    source = repository.read(ACCEPTED)
    if isinstance(source, Unreadable):
        return []
    fresh = source
    for old, new in moves.items():
        fresh = fresh.replace(
            f"plan = {as_toml(old)}\n".encode(), f"plan = {as_toml(new)}\n".encode()
        )
    return [edit_file(ACCEPTED, source, (edit_between(source, fresh),))] if fresh != source else []


def _move(repository: Repository, located: Located, asked: AskedArchive) -> _Moved:
    file = read_plan_file(repository, located.path, located.ref)
    if _is_link(repository, file.path):
        raise Refused(
            f"{file.path} is a link to another file", help="nothing was written; archive that one"
        )
    folder, name = posixpath.split(file.path)
    if any(part in FOLDERS for part in folder.split("/")):
        raise Refused(f"{file.path} is in the archive already", help="nothing was written")
    target = posixpath.join(_folder(repository, folder), name)
    if os.path.lexists(os.path.join(repository.root, target)):
        raise Refused(
            f"{target} is there already", help=f"nothing was written; rename {file.path} first"
        )
    if repository.in_git and target in ignored_paths(repository.root, (file.path, target)):
        raise Refused(
            f"git ignores {target}, so the plan would be gone from the repository",
            help="nothing was written; take the folder out of what git ignores",
        )
    rates = repository.configuration.lint.rates
    document = read_document(file.source, rates)
    state = said_state(document, None)
    if state in _OVER:
        return _Moved(file, target, file.source)
    if not asked.force:
        raise Refused(
            f"{file.ref} is {said(state, 'plan')}, and is archived when it is over",
            help=f"`trueplan complete {file.ref}` or `trueplan cancel {file.ref} --because …` "
            "first, or --force --because “…”",
        )
    words = f"Archived although it was {said(state, 'plan')}: {asked.because}"
    note = add_note(document, asked.today, words, create_section=asked.create_section)
    return _Moved(file, target, apply_edits(file.source, note))


def _folder(repository: Repository, beside: str) -> str:
    """The folder beside plans in which they are put aside: the one that is there, else archive."""
    for name in FOLDERS:
        folder = posixpath.join(beside, name)
        if os.path.isdir(os.path.join(repository.root, folder)):
            return folder
    return posixpath.join(beside, FOLDERS[0])


def _documents(repository: Repository, moves: Mapping[str, str]) -> list[str]:
    """Every Markdown file that git does not ignore, but for those that move."""
    found = survey(repository, keep_left=True).found
    paths = sorted({one.path for one in found.candidates} | {path for path, _ in found.left})
    ignored = ignored_paths(repository.root, paths) if repository.in_git else frozenset()
    gone = {os.path.realpath(os.path.join(repository.root, path)) for path in moves}
    files: dict[str, str] = {}  # by what they are behind links: a file is written once
    for path in sorted(paths, key=lambda path: _is_link(repository, path)):
        real = os.path.realpath(os.path.join(repository.root, path))
        if path not in ignored and real not in gone:
            files.setdefault(real, path)
    return sorted(files.values())


def _lost_links(repository: Repository, moves: Mapping[str, str]) -> list[str]:
    """What there is to say of symbolic links to plans that move: they are not changed."""
    found = survey(repository, keep_left=True).found
    paths = {one.path for one in found.candidates} | {path for path, _ in found.left}
    real = {os.path.realpath(os.path.join(repository.root, old)): old for old in moves}
    told = []
    for path in sorted(paths - set(moves)):
        old = real.get(os.path.realpath(os.path.join(repository.root, path)))
        if old is not None and _is_link(repository, path):
            told.append(f"{path} is a symbolic link to {old}: let it lead to {moves[old]}")
    return told


def _is_link(repository: Repository, path: str) -> bool:
    return os.path.islink(os.path.join(repository.root, path))


class _Links:
    """The links that change with a move, and what is told of them."""

    def __init__(self, repository: Repository, moves: Mapping[str, str]) -> None:
        self.repository = repository
        self.moves = moves
        self.repaired: list[tuple[str, int]] = []
        self.in_code: list[str] = []
        self._parts = {_longest_plain_part(posixpath.basename(path)) for path in moves}

    def may_name(self, source: bytes) -> bool:
        """Whether a file may hold a link to what moves; that is cheaper than reading it."""
        return any(part in source for part in self._parts)

    def edits(self, path: str, source: bytes) -> tuple[Edit, ...]:
        """The edits that keep the links of a file right."""
        return relink(parse(source), source, path, self.moves, self._exists)

    def note(self, path: str, source: bytes, count: int) -> None:
        """Keep in mind what a person is told of a file."""
        if count:
            self.repaired.append((self.moves.get(path, path), count))
        lines = LineIndex(source)
        for old in self.moves:
            found = [lines.line(offset) for offset in find_named_in_code(source, old)]
            for line in dict.fromkeys(found):
                place = f"{self.moves.get(path, path)}:{line}"
                self.in_code.append(f"{place} names {old} in code, which is left as it is")

    def done(self) -> list[str]:
        """A line for each file with links that were repaired."""
        return [
            f"repaired {path}  {count} link{'' if count == 1 else 's'}"
            for path, count in self.repaired
        ]

    def _exists(self, path: str) -> bool:
        return not path.startswith("..") and os.path.exists(
            os.path.join(self.repository.root, path)
        )


def _longest_plain_part(name: str) -> bytes:
    """The longest part of a file's name that looks the same in every way to write a link."""
    parts = _PLAIN.findall(name) or [""]
    return max(parts, key=len).encode()

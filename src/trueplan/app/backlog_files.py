"""The backlogs of a repository, and the items in them that words name."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.app.change import Terms
from trueplan.app.repository import Repository, survey
from trueplan.edit.backlog_table import BacklogDocument, read_backlog_document
from trueplan.errors import AmbiguousReference, Conflict, UnknownReference, UsageError
from trueplan.model.companions import BacklogItem
from trueplan.record import Record
from trueplan.text import LineIndex
from trueplan.workspace.disk import Unreadable

_MOST_LISTED = 10


class BacklogFile(Record):
    """A backlog by its path, read so that it can be changed."""

    path: str
    document: BacklogDocument

    def line(self, item: BacklogItem) -> int:
        """The line that an item stands on."""
        return LineIndex(self.document.source).line(item.span.start)


class FoundItem(Record):
    """An item with the backlog that holds it."""

    file: BacklogFile
    item: BacklogItem


class Backlogs(Record):
    """The backlogs that could be read, and the others with the reason."""

    files: tuple[BacklogFile, ...]
    unreadable: tuple[tuple[str, str], ...]

    def items(self) -> list[FoundItem]:
        """Every item, in the order of the files and of their rows."""
        return [
            FoundItem(file, item) for file in self.files for item in file.document.backlog.items
        ]


def read_backlogs(repository: Repository) -> Backlogs:
    """Read every backlog. Raises UsageError where there is none, or none can be read."""
    files, unreadable = [], []
    for path in survey(repository).found.of("backlog"):
        source = repository.read(path)
        if isinstance(source, Unreadable):
            unreadable.append((path, source.message))
        else:
            files.append(BacklogFile(path, read_backlog_document(source)))
    if unreadable and not files:
        raise UsageError(": ".join(unreadable[0]), help="nothing was written")
    if not files:
        raise UsageError(
            f"there is no backlog in {repository.root}",
            help="`trueplan init` makes one; `backlog` in trueplan.toml says where yours is",
        )
    return Backlogs(tuple(files), tuple(unreadable))


def find_items(backlogs: Backlogs, words: Sequence[str]) -> list[FoundItem]:
    """The items that words name by their IDs, each once; `geo-1` is GEO-001.

    Raises UnknownReference with what may have been meant, or AmbiguousReference with the places
    of an ID that stands in two rows.
    """
    found: dict[str, FoundItem] = {}
    for word in words:
        one = _find(backlogs, word)
        found.setdefault(one.item.id, one)
    return list(found.values())


def ensure_digest(file: BacklogFile, terms: Terms) -> None:
    """Raise Conflict where `terms` name other bytes than the backlog has."""
    if terms.digest is None:
        return
    from hashlib import sha256

    now = sha256(file.document.source).hexdigest()
    if now != terms.digest.lower():
        raise Conflict(
            f"{file.path} changed: its digest is {now[:12]}…, not {terms.digest[:12]}…",
            help="nothing was written; read the backlog again",
        )


def _find(backlogs: Backlogs, word: str) -> FoundItem:
    every = backlogs.items()
    same = [one for one in every if one.item.id == word.strip()]
    same = same or [one for one in every if _key(one.item.id) == _key(word)]
    if len(same) == 1:
        return same[0]
    if same:
        places = " and ".join(f"{one.file.path}:{one.file.line(one.item)}" for one in same)
        if len({one.item.id for one in same}) > 1:
            names = " and ".join(one.item.id for one in same)
            raise AmbiguousReference(f"{word} may be {names}", help=f"they stand in {places}")
        raise AmbiguousReference(
            f"{same[0].item.id} stands in {len(same)} rows: {places}",
            help="give all but one of them another ID",
        )
    raise UnknownReference(f"no item of the backlog is called {word}", help=_meant(every, word))


def _key(word: str) -> tuple[str, int]:
    prefix, _, number = word.strip().upper().rpartition("-")
    return (prefix, int(number)) if number.isdecimal() else (word.strip().upper(), -1)


def _meant(every: Sequence[FoundItem], word: str) -> str:
    """The items that a word may mean: IDs like it, features with it."""
    from difflib import get_close_matches

    by_id = {one.item.id: one for one in every}
    plain = word.strip().lower()
    close = get_close_matches(word.strip().upper(), list(by_id), n=3, cutoff=0.7)
    close += [name for name, one in by_id.items() if plain and plain in one.item.feature.lower()]
    chosen = list(dict.fromkeys(close))[:_MOST_LISTED]
    if not chosen:
        return "`trueplan backlog` lists them"
    return "did you mean:\n" + "\n".join(f"  {name}  {by_id[name].item.feature}" for name in chosen)

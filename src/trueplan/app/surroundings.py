"""Read the companions of the plans: ADRs, journals, backlog."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from trueplan.app.repository import Repository
from trueplan.lint.subject import BacklogEntry, JournalCard, Surroundings
from trueplan.model.companions import Adr, Journal
from trueplan.model.link_target import resolve
from trueplan.reader.companions import read_adr, read_backlog, read_journal
from trueplan.record import Record
from trueplan.text import LineIndex
from trueplan.workspace.discovery import Found
from trueplan.workspace.disk import Unreadable


class Companion(Record):
    """A companion document as read, its bytes kept for the rules that look at every document."""

    path: str
    kind: str
    source: bytes | Unreadable


def read_companions(repository: Repository, found: Found) -> list[Companion]:
    """The bytes of every companion."""
    return [
        Companion(one.path, one.kind, repository.read(one.path))
        for one in found.candidates
        if one.kind in ("adr", "journal", "backlog", "index")
    ]


def read_surroundings(repository: Repository, companions: list[Companion]) -> Surroundings:
    """What the companions say, as plans see it."""
    adrs: dict[str, Adr] = {}
    journals: dict[str, JournalCard] = {}
    backlog: dict[str, BacklogEntry] = {}
    backlog_paths: list[str] = []
    for path, kind, source in companions:
        if isinstance(source, Unreadable):
            continue
        if kind == "adr":
            adrs[path] = read_adr(source, path.rsplit("/", 1)[-1])
        elif kind == "journal":
            journal = read_journal(source, repository.configuration.lint.rates)
            journals[path] = _card(path, journal)
        elif kind == "backlog":
            found = read_backlog(source)
            lines = LineIndex(source)
            backlog_paths.append(path)
            for item in found.items:
                line = lines.line(item.span.start)
                backlog.setdefault(item.id, BacklogEntry(path, line, item))
    return Surroundings(
        adrs,
        journals,
        backlog,
        tuple(backlog_paths),
        _by(journals.values(), lambda card: card.targets),
        _by(journals.values(), lambda card: (card.path.rpartition("/")[2],)),
    )


def _by(
    cards: Iterable[JournalCard], keys: Callable[[JournalCard], Iterable[str]]
) -> dict[str, tuple[JournalCard, ...]]:
    found: dict[str, list[JournalCard]] = {}
    for card in cards:
        for key in keys(card):
            found.setdefault(key, []).append(card)
    return {key: tuple(group) for key, group in found.items()}


def _card(path: str, journal: Journal) -> JournalCard:
    targets = frozenset(
        target for link in journal.links if (target := resolve(path, link.target)) is not None
    )
    return JournalCard(path, journal.title, journal.date, journal.state, journal.phases, targets)

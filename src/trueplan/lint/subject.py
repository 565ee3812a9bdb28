"""What a rule looks at: one document and what is known around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Protocol

from trueplan.edit.document import Document
from trueplan.edit.index_row import IndexDocument
from trueplan.lint.named import Making
from trueplan.lint.past import Past, no_past
from trueplan.lint.settings import Settings
from trueplan.markdown import Markdown, parse
from trueplan.model.companions import Adr, BacklogItem, Index, PlanCard
from trueplan.model.date import Date
from trueplan.model.link_target import resolve
from trueplan.model.located import Link
from trueplan.model.phase import Phase
from trueplan.model.plan import Plan
from trueplan.model.status import PlanState
from trueplan.record import Record

_NONE: Mapping[str, Any] = MappingProxyType({})


class Files(Protocol):
    """The files of the repository, as far as rules ask for them."""

    def exists(self, path: str) -> bool:
        """Whether a file or folder stands at `path`, relative to the root."""

    def anchors(self, path: str) -> frozenset[str] | None:
        """The anchors of a Markdown file; None where it cannot be read or is none."""

    def spelled(self, path: str) -> str | None:
        """The path as the disk spells it, where only the case of its letters differs."""


class JournalCard(Record):
    """A dev journal as plans see it: `targets` are the paths that it links to or names."""

    path: str
    title: str
    date: Date | None
    state: PlanState | None
    phases: tuple[str, ...]
    targets: frozenset[str]


class BacklogEntry(Record):
    """An item of the backlog, and where it stands."""

    path: str
    line: int
    item: BacklogItem


class Surroundings(Record):
    """The companions of the plans. Keys of `adrs` and `journals` are paths.

    `journals_to` holds the journals that lead to a path, `journals_named` those whose file has
    a name.
    """

    adrs: Mapping[str, Adr] = _NONE
    journals: Mapping[str, JournalCard] = _NONE
    backlog: Mapping[str, BacklogEntry] = _NONE
    backlog_paths: tuple[str, ...] = ()
    journals_to: Mapping[str, tuple[JournalCard, ...]] = _NONE
    journals_named: Mapping[str, tuple[JournalCard, ...]] = _NONE


class Subject(Record):
    """One document under the rules.

    `kind` is "plan", "adr", "journal", "backlog" or "index"; `plan` is the plan that is read
    from it, for rules of scope "plan" always there. `today` is an ISO day. `past` gives the
    history when it is asked for, None where git has no commit. `making` gives the tasks that are to
    make files.
    """

    path: str
    ref: str
    kind: str
    source: bytes
    markdown: Markdown
    links: tuple[Link, ...]
    plan: Plan | None
    settings: Settings
    today: str
    surroundings: Surroundings
    files: Files
    listing: Index | None = None
    past: Callable[[], Past | None] = no_past
    making: Making = Making(None, b"")

    @property
    def document(self) -> Document:
        """The plan as edits are made of it."""
        assert self.plan is not None
        return Document(self.source, self.markdown, self.plan)

    def phase_ref(self, phase: Phase) -> str:
        """The reference to a phase of this plan."""
        return f"{self.ref}#{phase.number}"

    def resolve(self, target: str) -> str | None:
        """The path, from the root, that a link target leads to; None for other addresses."""
        return resolve(self.path, target)


class IndexSubject(Record):
    """An index under the rules: its table, and the cards of the plans in its folder."""

    path: str
    source: bytes
    listing: Index
    cards: tuple[PlanCard, ...]
    settings: Settings
    today: str
    files: Files

    @property
    def document(self) -> IndexDocument:
        """The index as edits are made of it."""
        return IndexDocument(self.path, self.source, parse(self.source), self.listing)

    def resolve(self, target: str) -> str | None:
        """The path, from the root, that a link target leads to; None for other addresses."""
        return resolve(self.path, target)

"""What stands beside a plan: ADRs, dev journals, the backlog and the index."""

from __future__ import annotations

from trueplan.model.date import Date
from trueplan.model.located import Link, Located, Problem
from trueplan.model.status import PlanState
from trueplan.record import Literal, Record
from trueplan.text import Span

AdrState = Literal["proposed", "accepted", "deprecated", "superseded", "rejected", "unknown"]
BacklogState = Literal["backlog", "in_progress", "blocked", "done", "cancelled", "unknown"]


class Adr(Record):
    """A decision record; `successor` is the number of the ADR that replaced it, where told."""

    number: int | None
    title: str
    state: AdrState
    raw_status: Located | None
    date: Date | None
    successor: int | None
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()


class Journal(Record):
    """A dev journal: when, how long, which phases it tells of, and whether it says all is done."""

    title: str
    date: Date | None
    state: PlanState | None
    raw_status: Located | None
    sessions: float | None
    phases: tuple[str, ...]
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()


class BacklogItem(Record):
    """A row of the backlog."""

    id: str
    priority: str
    state: BacklogState
    feature: str
    estimate: str
    added: str
    notes: str
    span: Span
    status_span: Span | None


class Backlog(Record):
    """The backlog table."""

    items: tuple[BacklogItem, ...]
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()


class IndexRow(Record):
    """A row of an index of plans; cells that the table lacks are None."""

    title: str
    target: str | None
    status: Located | None
    state: PlanState | None
    created: Located | None
    due: Located | None
    phases: Located | None
    owner: Located | None
    span: Span
    link_span: Span
    journal: Located | None = None


class Index(Record):
    """The table of plans in a folder; `columns` names each column by its meaning, or ""."""

    rows: tuple[IndexRow, ...]
    columns: tuple[str, ...]
    table: Span | None
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()


class PlanCard(Record):
    """A plan as its index sees it. Dates are ISO days."""

    path: str
    ref: str
    title: str
    state: PlanState | None
    status: str | None
    created: tuple[str, str] | None
    target: tuple[str, str] | None
    phases: int
    owner: str | None

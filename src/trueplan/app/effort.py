"""What went into a plan and its phases: from journals where they say so, else days with commits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from trueplan.app.plan_past import PlanPast
from trueplan.app.repository import Repository
from trueplan.history.spans import PhaseSpan, find_spans
from trueplan.model.actual import Actual
from trueplan.model.companions import Journal
from trueplan.model.link_target import resolve
from trueplan.model.phase import bare_number
from trueplan.reader.companions import read_journal
from trueplan.record import Record
from trueplan.workspace.disk import Unreadable
from trueplan.workspace.places import kind_of

FROM_DAYS = "days with commits"


class Effort(Record):
    """What a plan took. `phases` are by place; `days` are those on which its files changed.

    `source` says how `sessions` is known, "" where nothing is.
    """

    sessions: float | None
    source: str
    days: tuple[str, ...]
    spans: tuple[PhaseSpan, ...]
    phases: dict[str, Actual]


def measure_effort(repository: Repository, past: PlanPast, touched: Sequence[str] = ()) -> Effort:
    """What the plan took. `touched` are the days on which files that it names were changed.

    A day with commits counts as one session, shared by the phases that were open on it. A journal
    that says how many sessions it tells of counts instead, for the phases that it names.
    """
    spans = find_spans(past.life)
    own = {one.at[:10] for one in past.life.revisions}
    days = tuple(sorted(own | _within(touched, spans, own)))
    shares = _share(days, spans)
    told, journals = _told(repository, past, spans)
    phases = {one.place: _actual(one, shares, told) for one in spans}
    if journals:
        source = f"from {journals} journal{'' if journals == 1 else 's'}"
        return Effort(sum(told.values()), source, days, spans, phases)
    worked = _working_days(days, spans)
    return Effort(float(len(worked)) or None, FROM_DAYS if worked else "", days, spans, phases)


def _within(days: Iterable[str], spans: Sequence[PhaseSpan], own: set[str]) -> set[str]:
    """Those of `days` on which work on the plan can have been done: a phase was open on them."""
    return {day for day in days if any(_is_open(one, day) for one in spans)} if own else set()


def _is_open(span: PhaseSpan, day: str) -> bool:
    if span.started is None or day < span.started:
        return False
    if span.finished is None:
        return span.state == "in_progress"
    return day <= span.finished


def _share(days: Sequence[str], spans: Sequence[PhaseSpan]) -> dict[str, float]:
    """The sessions that each phase got of the days, by its place."""
    shares: dict[str, float] = {}
    for day in days:
        there = [one.place for one in spans if _is_open(one, day)]
        for place in there:
            shares[place] = shares.get(place, 0.0) + 1 / len(there)
    return shares


def _working_days(days: Sequence[str], spans: Sequence[PhaseSpan]) -> list[str]:
    """The days from the first sign of work on; all of them where no phase shows one."""
    started = min((one.started for one in spans if one.started is not None), default="")
    return [day for day in days if day >= started]


def _actual(span: PhaseSpan, shares: Mapping[str, float], told: Mapping[str, float]) -> Actual:
    if span.place in told:
        return Actual(span.started, span.finished, told[span.place], "from journals")
    sessions = shares.get(span.place)
    return Actual(span.started, span.finished, sessions, FROM_DAYS if sessions else "")


def _told(
    repository: Repository, past: PlanPast, spans: Sequence[PhaseSpan]
) -> tuple[dict[str, float], int]:
    """The sessions that journals tell of, by the place of a phase or "", and how many tell."""
    found: dict[str, float] = {}
    count = 0
    by_number = {bare_number(one.place): one.place for one in spans}
    for path, journal in _journals(repository, past):
        if journal.sessions is None:
            continue
        count += 1
        numbers = [*journal.phases, *_rows_that_lead_to(path, past)]
        places = {by_number[one] for one in map(bare_number, numbers) if one in by_number}
        for place in places or {""}:
            found[place] = found.get(place, 0.0) + journal.sessions / max(1, len(places))
    return found, count


def _rows_that_lead_to(path: str, past: PlanPast) -> list[str]:
    """The phases whose row in the list of completed phases links to a journal."""
    plan, own = past.file.plan, past.file.path
    return [
        row.number
        for row in plan.progress.rows
        if row.number and row.journal is not None and resolve(own, row.journal.target) == path
    ]


def _journals(repository: Repository, past: PlanPast) -> list[tuple[str, Journal]]:
    """The journals that the plan links to, each with its path."""
    file = past.file
    paths = {resolve(file.path, link.target) for link in file.plan.links}
    found = []
    for path in sorted(path for path in paths if path is not None and not path.startswith("..")):
        kind = kind_of(path, repository.configuration)
        source = repository.read(path) if kind is not None and kind[0] == "journal" else None
        if source is not None and not isinstance(source, Unreadable):
            found.append((path, read_journal(source, repository.configuration.lint.rates)))
    return found

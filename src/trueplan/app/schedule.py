"""When the phases of plans can be done, and what holds up what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from trueplan.app.plan_files import PlanFile
from trueplan.app.recall import recall_actuals
from trueplan.app.repository import Repository
from trueplan.app.work import PlanWork, Work, collect_work
from trueplan.model.actual import Actual
from trueplan.model.standing import PhaseState
from trueplan.model.status import PlanState
from trueplan.record import AnyPath, Record
from trueplan.schedule.activity import SETTLED, Activity, remaining_sessions
from trueplan.schedule.calendar import Calendars
from trueplan.schedule.critical_path import critical_chain, last_of
from trueplan.schedule.estimates import assume_estimates
from trueplan.schedule.network import Cycle
from trueplan.schedule.optimal import Optimum
from trueplan.schedule.timetable import Level, Timetable, Way, make_timetable
from trueplan.schedule.what_if import leave_out, read_pace, set_pace
from trueplan.text.day import days_between

_LAST_DAY = "9999-12-31"


class Question(Record):
    """What is to be scheduled, and how.

    `plans` are names or files, none for all that are open; `start` is an ISO day, None for today;
    `without` are phases to leave out, `paces` words such as `CTO=3/week`; `effort` limits the
    search of the level `optimal`.
    """

    plans: tuple[str, ...] = ()
    start: str | None = None
    without: tuple[str, ...] = ()
    paces: tuple[str, ...] = ()
    level: Level = "rule"
    effort: float = 10.0


class Times(Record):
    """Start and finish of open work: in sessions from the start, and as ISO days."""

    start: float
    finish: float
    first_day: str
    last_day: str


class Row(Record):
    """A phase, or a plan without phases, in the schedule.

    `sessions` is the estimate, `assumed` where the plan has none. What is settled has `started`
    and `finished` as far as they are known, and neither times nor slack. `after` are the
    references that it waits for by its plan, `owner_busy_with` the one that its owner does first.
    """

    ref: str
    plan: str
    title: str
    owner: str
    state: PhaseState
    sessions: float
    assumed: bool
    remaining: float
    done_share: float
    started: str | None
    finished: str | None
    after: tuple[str, ...]
    owner_busy_with: str | None = None
    earliest: Times | None = None
    latest: Times | None = None
    slack: float | None = None
    free_slack: float | None = None
    critical: bool = False

    @property
    def first_day(self) -> str | None:
        """The day on which its work began, else that on which what is left of it begins."""
        return self.started or (self.earliest.first_day if self.earliest else None)

    @property
    def last_day(self) -> str | None:
        """The day on which it is done, or was."""
        return self.earliest.last_day if self.earliest else self.finished


class PlanEnd(Record):
    """When a plan is done: `finish` is None where nothing is known.

    `days_to_spare` lie between its finish and its target, negative where it is late; `overdue`
    says that the target is behind today.
    """

    ref: str
    path: str
    title: str
    owner: str
    state: PlanState
    target: str | None
    finish: str | None
    days_to_spare: int | None
    overdue: bool


class Scheduled(Record):
    """A schedule. `finish` is the last day of all, None where nothing is open.

    `critical_path` are the references of the chain that ends last, each held up by the one
    before it, and `length` the sessions left in it. `calendars` are those that it was made with,
    and a session has `session_hours`. `left_out` are open plans that do not take
    part, with the reason. `assumptions` are sentences.
    """

    today: str
    start: str
    level: Level
    rows: tuple[Row, ...]
    plans: tuple[PlanEnd, ...]
    finish: str | None
    remaining: float
    critical_path: tuple[str, ...]
    length: float
    cycles: tuple[Cycle, ...]
    calendars: Calendars
    session_hours: float
    optimum: Optimum | None
    left_out: tuple[tuple[str, str], ...]
    assumptions: tuple[str, ...]
    unreadable: tuple[tuple[str, str], ...]

    def by_plan(self) -> list[tuple[PlanEnd, list[Row]]]:
        """The plans with their rows."""
        groups: dict[str, list[Row]] = {plan.ref: [] for plan in self.plans}
        for row in self.rows:
            groups[row.plan].append(row)
        return [(plan, groups[plan.ref]) for plan in self.plans]


def schedule_plans(
    folder: AnyPath,
    question: Question,
    today: str,
    progress: Callable[[int, int], None] | None = None,
) -> Scheduled:
    """Schedule what is open in the plans of the repository around `folder`.

    What was done, and what work in progress took up to now, is asked of git. Without named plans
    these are the ones that are planned or in progress; plans that they wait for take part too.
    Raises UsageError for words that name nothing.
    """

    def recall(repository: Repository, files: Sequence[PlanFile]) -> Mapping[str, Actual]:
        return recall_actuals(repository, files, today)

    work = collect_work(folder, question.plans, recall, progress)
    return schedule_work(work, question, today)


def schedule_work(work: Work, question: Question, today: str) -> Scheduled:
    """The same for work that is collected already."""
    plans, left_out = choose_plans(work)
    chosen = {one.ref for one in plans}
    activities, assumed = assume_estimates(work.of(chosen))
    estimated = {one.ref for one in work.activities if one.sessions is not None}
    calendars = work.repository.configuration.calendars
    paces = [read_pace(word) for word in question.paces]
    calendars = set_pace(calendars, paces, activities)
    activities = leave_out(activities, question.without)
    start = question.start or today
    targets = tuple((one.ref, one.target) for one in plans if one.target is not None)
    way = Way(start, question.level, targets, question.effort)
    table = make_timetable(activities, calendars, way)
    rows = _rows(activities, table, estimated)
    last = last_of(table.calendar, range(len(table.network.activities)))
    chain = critical_chain(table.before, table.calendar, last) if last is not None else ()
    refs = tuple(table.network.activities[one].ref for one in chain)
    of_plan: dict[str, list[Row]] = {one.ref: [] for one in plans}
    for row in rows:
        of_plan[row.plan].append(row)
    finish = max((row.earliest.last_day for row in rows if row.earliest), default=None)
    return Scheduled(
        today,
        start,
        question.level,
        rows,
        tuple(_end(plan, of_plan[plan.ref], today) for plan in plans),
        finish,
        sum(table.clock.lengths),
        refs,
        sum(table.clock.lengths[one] for one in chain),
        table.network.cycles,
        calendars,
        work.repository.configuration.lint.rates.session,
        table.optimum,
        left_out,
        (
            *(said for ref, said in work.assumptions if ref in chosen),
            *assumed,
            *_unknown(table),
            *_unowned(table, question.level),
            *_too_far(finish),
        ),
        work.unreadable,
    )


def choose_plans(work: Work) -> tuple[tuple[PlanWork, ...], tuple[tuple[str, str], ...]]:
    """The plans to schedule, and open ones that are left out, with the reason.

    Named plans take part in any state; otherwise those that are planned or in progress do. So do
    open plans that one of these waits for.
    """
    known = {one.ref: one for one in work.plans}
    anything_named = any(one.named for one in work.plans)
    queue = [
        one
        for one in work.plans
        if one.named or (not anything_named and one.state in ("planned", "in_progress"))
    ]
    chosen = {one.ref for one in queue}
    for one in queue:
        for ref in one.after:
            if ref not in chosen and known[ref].state not in ("completed", "cancelled"):
                chosen.add(ref)
                queue.append(known[ref])
    left_out = tuple(
        (one.ref, "it is paused")
        for one in work.plans
        if one.ref not in chosen and one.state == "paused"
    )
    return tuple(one for one in work.plans if one.ref in chosen), left_out


def _rows(
    activities: tuple[Activity, ...], table: Timetable, estimated: set[str]
) -> tuple[Row, ...]:
    busy = {later: earlier for earlier, later in table.arcs}
    network = table.network
    rows = []
    for one in activities:
        if one.state == "cancelled":
            continue
        row = _settled_row(one, one.ref not in estimated)
        at = network.positions.get(one.ref)
        if at is not None:
            paths = table.calendar
            row = row._replace(
                earliest=_times(
                    table,
                    at,
                    (table.sessions.earliest_start[at], table.sessions.earliest_finish[at]),
                    (paths.earliest_start[at], paths.earliest_finish[at]),
                ),
                latest=_times(
                    table,
                    at,
                    (table.sessions.latest_start[at], table.sessions.latest_finish[at]),
                    (paths.latest_start[at], paths.latest_finish[at]),
                ),
                slack=paths.slack[at],
                free_slack=paths.free_slack[at],
                critical=paths.slack[at] == 0,
                owner_busy_with=network.activities[busy[at]].ref if at in busy else None,
            )
        rows.append(row)
    return tuple(rows)


def _settled_row(one: Activity, assumed: bool) -> Row:
    """What is known of an activity without a schedule."""
    return Row(
        one.ref,
        one.plan,
        one.title,
        one.owner,
        one.state,
        one.sessions or 0.0,
        assumed,
        remaining_sessions(one),
        one.done_share,
        one.started,
        one.finished,
        one.after,
    )


def _times(
    table: Timetable, at: int, sessions: tuple[float, float], calendar: tuple[float, float]
) -> Times:
    return Times(*sessions, *table.days(at, *calendar))


def _end(plan: PlanWork, rows: list[Row], today: str) -> PlanEnd:
    finish = max((day for row in rows if (day := row.last_day)), default=None)
    target = plan.target
    return PlanEnd(
        plan.ref,
        plan.path,
        plan.title,
        plan.owner,
        plan.state,
        target,
        finish,
        days_between(finish, target) if finish is not None and target is not None else None,
        target is not None and target < today and any(row.state not in SETTLED for row in rows),
    )


def _unknown(table: Timetable) -> list[str]:
    return [
        f"{ref} waits for {missing}, which is not in the schedule and left out"
        for ref, missing in table.network.unknown
    ]


def _unowned(table: Timetable, level: Level) -> list[str]:
    plans = {one.plan for one in table.network.activities if not one.owner}
    if level == "none" or not plans:
        return []
    if len(plans) == 1:
        return [f"{plans.pop()} names no owner; somebody who does nothing else is assumed"]
    return [f"{len(plans)} plans name no owner; somebody of its own is assumed for each"]


def _too_far(finish: str | None) -> list[str]:
    if finish != _LAST_DAY:
        return []
    return [f"some work ends after the year 9999, which is shown as {_LAST_DAY}"]

"""When the phases of plans can be done, and what holds up what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from trueplan.app.plan_files import PlanFile
from trueplan.app.recall import recall_actuals
from trueplan.app.repository import Repository
from trueplan.app.schedule_rows import make_end, make_rows
from trueplan.app.scheduled import Row, Scheduled
from trueplan.app.work import PlanWork, Work, collect_work
from trueplan.model.actual import Actual
from trueplan.record import AnyPath, Record
from trueplan.schedule.critical_path import critical_chain, last_of
from trueplan.schedule.estimates import assume_estimates
from trueplan.schedule.timetable import Level, Timetable, Way, make_timetable
from trueplan.schedule.what_if import leave_out, read_pace, set_pace

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
    rows = make_rows(activities, table, estimated)
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
        tuple(make_end(plan, of_plan[plan.ref], today) for plan in plans),
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

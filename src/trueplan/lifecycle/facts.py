"""What can be said of a plan's past without a judgement: effort, dates, scope, what came back."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.model.item import Item, walk
from trueplan.model.phase import bare_number
from trueplan.model.plan import Plan
from trueplan.record import Record
from trueplan.text.day import days_between


class Snapshot(Record):
    """A plan as it was at the end of a day."""

    day: str
    plan: Plan


class Spent(Record):
    """How many sessions the work took, and how that is known: "from 3 journals"."""

    sessions: float
    source: str


def gather_facts(
    plan: Plan, snapshots: Sequence[Snapshot], spent: Spent | None, today: str
) -> list[str]:
    """The facts about a plan, one a line. `snapshots` are its revisions, the first one first.

    What is not known is left out, so that a plan without a history has few.
    """
    facts = [
        _effort(plan, spent),
        _span(plan, snapshots, today),
        _target(plan, snapshots, today),
        _scope(plan, snapshots),
        _reopened(snapshots),
    ]
    return [fact for fact in facts if fact]


def _effort(plan: Plan, spent: Spent | None) -> str:
    known = [one.estimate.sessions for one in plan.phases if one.estimate is not None]
    sessions = [one for one in known if one is not None]
    parts = []
    if sessions:
        missing = len(plan.phases) - len(sessions)
        rest = f" ({missing} phases without an estimate)" if missing else ""
        parts.append(f"estimated {_number(sum(sessions))}{rest}")
    if spent is not None:
        parts.append(f"took {_number(spent.sessions)} ({spent.source})")
    return f"Sessions: {', '.join(parts)}" if parts else ""


def _span(plan: Plan, snapshots: Sequence[Snapshot], today: str) -> str:
    """From the first day of work to the last: to the day of completion, else to today."""
    started = _start(snapshots)
    created = plan.header.created.first if plan.header.created is not None else None
    first, last = started or created, closing_day(snapshots, today)
    if first is None or first > last:
        return ""
    days = days_between(first, last)
    word = "Started" if started else "Created"
    if not days:
        return f"{word} {first}, over on the same day"
    return f"{word} {first}, {days} day{'' if days == 1 else 's'} until {last}"


def _start(snapshots: Sequence[Snapshot]) -> str | None:
    """The day on which work was seen to begin; None where it had before the first revision."""
    if not snapshots or _is_begun(snapshots[0].plan):
        return None
    return next((one.day for one in snapshots if _is_begun(one.plan)), None)


def closing_day(snapshots: Sequence[Snapshot], today: str) -> str:
    """The day since which the plan is completed or cancelled; `today` where it is not."""
    day = today
    for one in reversed(snapshots):
        if _state(one.plan) not in ("completed", "cancelled"):
            break
        day = one.day
    return day


def _target(plan: Plan, snapshots: Sequence[Snapshot], today: str) -> str:
    target = plan.header.target.last if plan.header.target is not None else None
    if target is None:
        return ""
    days = days_between(target, closing_day(snapshots, today))
    late = f"{days} days late" if days > 1 else "a day late" if days == 1 else ""
    early = f"{-days} days early" if days < -1 else "a day early" if days == -1 else ""
    moves = _target_moves(snapshots)
    moved = f"; it was moved {_times(len(moves))}: {', '.join(moves)}" if moves else ""
    return f"Target {target}, {late or early or 'on the day'}{moved}"


def _target_moves(snapshots: Sequence[Snapshot]) -> list[str]:
    moves: list[str] = []
    last: str | None = None
    for one in snapshots:
        target = one.plan.header.target.last if one.plan.header.target is not None else None
        if target is not None and last is not None and target != last:
            moves.append(f"{last} to {target} on {one.day}")
        last = target or last
    return moves


def _scope(plan: Plan, snapshots: Sequence[Snapshot]) -> str:
    now = _tasks(plan)
    if not now:
        return ""
    done = sum(item.state == "done" for item in now)
    cancelled = sum(item.state == "cancelled" for item in now)
    parts = [f"{done} of {len(now) - cancelled} tasks done"]
    if cancelled:
        parts.append(f"{cancelled} cancelled")
    begun = next((one for one in snapshots if _is_begun(one.plan)), None)
    if begun is not None:
        before = {_key(item) for item in _tasks(begun.plan)}
        added = sum(_key(item) not in before for item in now)
        if added:
            parts.append(f"{added} added or reworded after the start")
    return f"Scope: {', '.join(parts)}"


def _reopened(snapshots: Sequence[Snapshot]) -> str:
    """What was done once and was open again later: tasks unticked, phases and the plan reopened."""
    found: list[str] = []
    before: Snapshot | None = None
    for one in snapshots:
        if before is not None:
            found += _reopened_between(before, one)
        before = one
    return f"Reopened: {'; '.join(found)}" if found else ""


def _reopened_between(before: Snapshot, now: Snapshot) -> list[str]:
    found = []
    if _state(before.plan) == "completed" and _state(now.plan) in ("in_progress", "planned"):
        found.append(f"the plan on {now.day}")
    rows = {bare_number(one.number): one.done for one in before.plan.progress.rows if one.number}
    found += [
        f"phase {row.number} on {now.day}"
        for row in now.plan.progress.rows
        if row.number and rows.get(bare_number(row.number)) and not row.done
    ]
    was = {_key(item): item.state for item in _tasks(before.plan)}
    undone = [item for item in _tasks(now.plan) if was.get(_key(item)) == "done"]
    count = sum(item.state in ("open", "in_progress") for item in undone)
    if count:
        found.append(f"{count} task{'' if count == 1 else 's'} on {now.day}")
    return found


def _is_begun(plan: Plan) -> bool:
    return _state(plan) not in (None, "planned") or plan.work.done > 0


def _state(plan: Plan) -> str | None:
    return plan.header.status.value if plan.header.status is not None else None


def _tasks(plan: Plan) -> list[Item]:
    tasks = [item for phase in plan.phases for item in walk(phase.tasks)]
    return [item for item in (*tasks, *walk(plan.tasks)) if item.state is not None]


def _key(item: Item) -> str:
    return " ".join(item.text.casefold().split())


def _times(count: int) -> str:
    return ("once", "twice")[count - 1] if count < 3 else f"{count} times"


def _number(value: float) -> str:
    return f"{round(value, 2):g}"

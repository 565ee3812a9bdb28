"""What can be done now, and what cannot and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import inf

from trueplan.app.activities import PlanRead, read_plan_standing
from trueplan.app.no_plans import no_plans
from trueplan.app.plan_files import (
    NotRead,
    PlanFile,
    open_plan,
    read_plan_files,
    unreadable_places,
)
from trueplan.app.ranking import rank_phases
from trueplan.app.repository import open_repository, survey
from trueplan.app.waiting import Neighbours
from trueplan.model.item import count
from trueplan.model.references import Referred, ReferredPhase, refer
from trueplan.model.standing import (
    Blocker,
    PhaseStanding,
    Standing,
    name_blockers,
    phase_name,
    work_items,
)
from trueplan.model.status import PlanState
from trueplan.record import AnyPath, Record
from trueplan.text import LineIndex

_TAKEN: tuple[PlanState, ...] = ("in_progress", "planned")
_NEVER = "9999-12-31"


class Task(Record):
    """An open task, or a phase without boxes, that can be worked on.

    `phase` is the reference of its phase and `heading` what the phase is called, both None for
    a task outside of phases. `target` is the last day of the plan's target, or None. `unblocks`
    counts the open phases that wait for its phase, and `slack` is the sessions by which that can
    slip, None for a task outside of phases (`ranking.Rank`).
    """

    ref: str
    text: str
    phase: str | None
    heading: str | None
    plan: str
    path: str
    line: int
    why: str
    target: str | None
    unblocks: int = 0
    slack: float | None = None


class Blocked(Record):
    """A phase that cannot be worked on; `open` counts its open boxes of work."""

    ref: str
    text: str
    plan: str
    path: str
    line: int
    open: int
    by: tuple[Blocker, ...]
    why: str


class Next(Record):
    """The tasks in the order in which to do them, and the blocked phases.

    `unreadable` are files and folders that may hold more, with the reason.
    """

    tasks: tuple[Task, ...]
    blocked: tuple[Blocked, ...]
    plans: int
    unreadable: tuple[tuple[str, str], ...] = ()


def find_next(
    folder: AnyPath, word: str | None = None, progress: Callable[[int, int], None] | None = None
) -> Next:
    """What is next in all plans of the repository around `folder`, or in the one that is named.

    Plans in progress come first, then planned ones, each by their target; then phases that more
    wait for, and those that can slip less. Paused, completed and cancelled plans are left out,
    unless one is named. Raises UsageError where there are no plans.
    """
    if word is not None:
        repository, file = open_plan(word, folder)
        read = read_plan_standing(file, Neighbours(repository), named=True)
        return collect_next([read], named=True)
    repository = open_repository(folder)
    neighbours = Neighbours(repository)
    plans: list[PlanRead] = []
    passed: list[NotRead] = []
    overview = survey(repository)
    for one in read_plan_files(repository, overview, progress):
        if isinstance(one, NotRead):
            passed.append(one)
        else:
            plans.append(read_plan_standing(one, neighbours))
    if not plans:
        raise no_plans(repository, folder, [one[:2] for one in passed])
    return collect_next(plans)._replace(unreadable=unreadable_places(overview, passed))


def collect_next(plans: Iterable[PlanRead], *, named: bool = False) -> Next:
    """What is next in plans that have been read."""
    taken = sorted((one for one in plans if named or one.standing.state in _TAKEN), key=_order)
    open_plans = [one for one in taken if one.standing.state not in ("completed", "cancelled")]
    tasks: list[Task] = []
    blocked: list[Blocked] = []
    for one in open_plans:
        _collect(one.file, one.standing, tasks, blocked)
    return Next(tuple(_ranked(tasks, open_plans)), tuple(blocked), len(taken))


def _ranked(tasks: list[Task], plans: list[PlanRead]) -> list[Task]:
    """The tasks with the ranks of their phases, in the order in which to do them."""
    ranks = rank_phases(plans)
    moving = {one.file.ref for one in plans if one.standing.state == "in_progress"}
    ranked = []
    for task in tasks:
        rank = ranks.get(task.phase) if task.phase is not None else None
        ranked.append(
            task._replace(unblocks=rank.unblocks, slack=rank.slack) if rank is not None else task
        )

    def order(task: Task) -> tuple[bool, str, int, float]:
        slack = task.slack if task.slack is not None else inf
        return task.plan not in moving, task.target or _NEVER, -task.unblocks, slack

    return sorted(ranked, key=order)


def _order(one: PlanRead) -> tuple[bool, str, str]:
    return (one.standing.state != "in_progress", _target(one.file) or _NEVER, one.file.path)


def _target(file: PlanFile) -> str | None:
    target = file.plan.header.target
    return target.last if target is not None else None


def _collect(file: PlanFile, standing: Standing, tasks: list[Task], blocked: list[Blocked]) -> None:
    references = refer(file.plan)
    lines = LineIndex(file.source)
    for phase, state in zip(references.phases, standing.phases, strict=True):
        if state.state in ("ready", "in_progress"):
            tasks.extend(_of_phase(file, phase, state, lines))
        elif state.state == "blocked":
            blocked.append(_blocked(file, phase, state, lines))
    if standing.current is None:
        _collect_loose(file, references.tasks, standing, lines, tasks, blocked)


def _of_phase(
    file: PlanFile, phase: ReferredPhase, state: PhaseStanding, lines: LineIndex
) -> list[Task]:
    ref = f"{file.ref}#{phase.place}"
    name = phase_name(phase.phase, phase.place)
    shown = "in progress" if state.state == "in_progress" else "ready"
    why = f"{name} is {shown}: {state.why}"
    heading = f"{name}, {phase.phase.title}" if phase.phase.title else name
    wanted = {item.span for item in work_items(phase.phase)}
    items = [one for one in phase.items if one.item.span in wanted]
    found = [
        Task(
            f"{file.ref}#{one.place}",
            _one_line(one.item.text),
            ref,
            heading,
            file.ref,
            file.path,
            lines.line(one.item.span.start),
            why,
            _target(file),
        )
        for one in open_leaves(items)
    ]
    if found or any(one.item.state for one in items):
        return found
    line = lines.line(phase.phase.heading.start)
    title = _one_line(phase.phase.title) or name
    return [Task(ref, title, ref, heading, file.ref, file.path, line, why, _target(file))]


def _blocked(
    file: PlanFile, phase: ReferredPhase, state: PhaseStanding, lines: LineIndex
) -> Blocked:
    boxes = count(work_items(phase.phase))
    name = phase_name(phase.phase, phase.place)
    return Blocked(
        f"{file.ref}#{phase.place}",
        _one_line(phase.phase.title) or name,
        file.ref,
        file.path,
        lines.line(phase.phase.heading.start),
        boxes.total - boxes.done,
        full_refs(state.blockers, file.ref),
        f"{name} {state.why}",
    )


def full_refs(blockers: tuple[Blocker, ...], ref: str) -> tuple[Blocker, ...]:
    """The same with `#1` written as `PLAN#1`."""
    return tuple(
        one._replace(ref=ref + one.ref) if one.ref.startswith("#") else one for one in blockers
    )


def _collect_loose(
    file: PlanFile,
    items: tuple[Referred, ...],
    standing: Standing,
    lines: LineIndex,
    tasks: list[Task],
    blocked: list[Blocked],
) -> None:
    """Tasks outside of phases are due where no phase is left before them."""
    found = open_leaves(items)
    if not found:
        return
    if standing.blockers:
        why = f"waits for {name_blockers(standing.blockers)}"
        line = lines.line(found[0].item.span.start)
        text = "tasks outside of phases"
        blocked.append(
            Blocked(file.ref, text, file.ref, file.path, line, len(found), standing.blockers, why)
        )
        return
    why = "all phases are done" if standing.phases else "the plan has no phases"
    if standing.logged:
        why = standing.phases[0].why
    tasks.extend(
        Task(
            f"{file.ref}#{one.place}",
            _one_line(one.item.text),
            None,
            None,
            file.ref,
            file.path,
            lines.line(one.item.span.start),
            why,
            _target(file),
        )
        for one in found
    )


def open_leaves(items: Iterable[Referred]) -> list[Referred]:
    """The open items; one with open items nested in it stands back behind these."""
    found: list[Referred] = []
    for one in items:
        nested = [] if one.item.state in ("done", "cancelled") else open_leaves(one.children)
        if nested:
            found.extend(nested)
        elif one.item.state in ("open", "in_progress"):
            found.append(one)
    return found


def _one_line(text: str) -> str:
    return " ".join(text.split())

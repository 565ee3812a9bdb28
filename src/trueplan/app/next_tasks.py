"""What can be done now, and what cannot and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from trueplan.app.no_plans import no_plans
from trueplan.app.plan_files import (
    NotRead,
    PlanFile,
    open_plan,
    read_plan_files,
    unreadable_places,
)
from trueplan.app.repository import open_repository, survey
from trueplan.app.waiting import Neighbours
from trueplan.model.item import count
from trueplan.model.references import Referred, ReferredPhase, refer
from trueplan.model.standing import (
    Blocker,
    PhaseStanding,
    Standing,
    derive_standing,
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
    a task outside of phases. `target` is the last day of the plan's target, or None.
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

    Plans in progress come first, then planned ones, each by their target; paused, completed and
    cancelled plans are left out, unless one is named. Raises UsageError where there are no plans.
    """
    if word is not None:
        repository, file = open_plan(word, folder)
        return collect_next([(file, _standing(file, Neighbours(repository)))], named=True)
    repository = open_repository(folder)
    neighbours = Neighbours(repository)
    plans: list[tuple[PlanFile, Standing]] = []
    passed: list[NotRead] = []
    overview = survey(repository)
    for one in read_plan_files(repository, overview, progress):
        if isinstance(one, NotRead):
            passed.append(one)
        else:
            plans.append((one, _standing(one, neighbours)))
    if not plans:
        raise no_plans(repository, folder, [one[:2] for one in passed])
    return collect_next(plans)._replace(unreadable=unreadable_places(overview, passed))


def collect_next(plans: Iterable[tuple[PlanFile, Standing]], *, named: bool = False) -> Next:
    """What is next in plans that have been read."""
    taken = sorted((one for one in plans if named or one[1].state in _TAKEN), key=_order)
    tasks: list[Task] = []
    blocked: list[Blocked] = []
    for file, standing in taken:
        if standing.state in ("completed", "cancelled"):
            continue
        _collect(file, standing, tasks, blocked)
    return Next(tuple(tasks), tuple(blocked), len(taken))


def _standing(file: PlanFile, neighbours: Neighbours) -> Standing:
    return derive_standing(file.plan, neighbours.waits(file.path, file.plan))


def _order(one: tuple[PlanFile, Standing]) -> tuple[bool, str, str]:
    file, standing = one
    return (standing.state != "in_progress", _target(file) or _NEVER, file.path)


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

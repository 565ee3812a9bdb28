"""The state of all plans at a glance."""

from __future__ import annotations

from collections.abc import Callable

from trueplan.app.activities import PlanRead, read_plan_standing
from trueplan.app.check import Report, check_repository
from trueplan.app.next_tasks import Task, collect_next
from trueplan.app.no_plans import no_plans
from trueplan.app.plan_files import NotRead, read_plan_files
from trueplan.app.repository import open_repository, survey
from trueplan.app.waiting import Neighbours
from trueplan.lint.finding import Finding
from trueplan.model.item import Count
from trueplan.model.references import phase_places
from trueplan.model.standing import Blocker
from trueplan.model.status import PLAN_STATES, PlanState
from trueplan.record import AnyPath, Record

_WEIGHT = {"error": 0, "warning": 1}


class Glance(Record):
    """A plan in progress. `phase` is the position of the current one among `phases`, from 1.

    `phase_ref` is the reference of that phase. Both are None where no phase is left or there is
    none, and where the plan is `logged`: only its log of progress tells how far it is. `target` is
    the last day of the target, `next` the first task that can be done.
    """

    ref: str
    path: str
    phase: int | None
    phase_ref: str | None
    phases: int
    tasks: Count
    target: str | None
    next: Task | None
    blockers: tuple[Blocker, ...]
    logged: bool


class Untrue(Record):
    """A document with findings: its name, the worst of them, and how many more there are."""

    name: str
    worst: Finding
    more: int


class Overview(Record):
    """What there is. `next` is what to start where no plan in progress has a task to do."""

    plans: int
    states: tuple[tuple[PlanState, int], ...]
    in_progress: tuple[Glance, ...]
    next: Task | None
    untrue: tuple[Untrue, ...]
    untrue_plans: int
    errors: int
    warnings: int
    accepted: int


def look_over(
    folder: AnyPath, today: str, progress: Callable[[int, int], None] | None = None
) -> Overview:
    """Look over all plans of the repository around `folder`; `today` is an ISO day.

    Raises UsageError where there are no plans.
    """
    repository = open_repository(folder)
    neighbours = Neighbours(repository)
    plans: list[PlanRead] = []
    passed: list[NotRead] = []
    counts: dict[PlanState, int] = dict.fromkeys(PLAN_STATES, 0)
    for one in read_plan_files(repository, survey(repository)):
        if isinstance(one, NotRead):
            passed.append(one)
            continue
        read = read_plan_standing(one, neighbours)
        counts[read.standing.state] += 1
        if read.standing.state in ("in_progress", "planned"):
            plans.append(read)
    if not any(counts.values()):
        raise no_plans(repository, folder, [one[:2] for one in passed])
    report = check_repository(repository, today, progress=progress)
    moving = [one for one in plans if one.standing.state == "in_progress"]
    glances = sorted((_glance(one) for one in moving), key=_order)
    found = None
    if all(one.next is None for one in glances):
        found = next(iter(collect_next(plans).tasks), None)
    untrue = _untrue(report)
    known = {card.path for card in report.plans}
    return Overview(
        sum(counts.values()),
        tuple((state, number) for state, number in counts.items() if number),
        tuple(glances),
        found,
        tuple(untrue),
        sum(1 for one in untrue if one.worst.path in known),
        report.count("error"),
        report.count("warning"),
        len(report.accepted),
    )


def _glance(one: PlanRead) -> Glance:
    file, standing = one.file, one.standing
    found = collect_next([one])
    current = standing.current
    counted = [position for position, one in enumerate(standing.phases) if one.state != "cancelled"]
    target = file.plan.header.target
    blockers = standing.blockers
    if not found.tasks and not blockers and current is not None:
        blockers = standing.phases[current].blockers
    return Glance(
        file.ref,
        file.path,
        counted.index(current) + 1 if current is not None else None,
        f"{file.ref}#{phase_places(file.plan)[current]}" if current is not None else None,
        len(counted),
        file.plan.work,
        target.last if target is not None else None,
        found.tasks[0] if found.tasks else None,
        blockers,
        standing.logged,
    )


def _order(one: Glance) -> tuple[str, str]:
    return (one.target or "9999-12-31", one.path)


def _untrue(report: Report) -> list[Untrue]:
    """The documents with errors or warnings, each with its worst: plans first, the worst first."""
    names = {card.path: card.ref for card in report.plans}
    by_path: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.severity in _WEIGHT:
            by_path.setdefault(finding.path, []).append(finding)
    found = [
        Untrue(names.get(path, path), min(findings, key=_weight), len(findings) - 1)
        for path, findings in by_path.items()
    ]
    return sorted(
        found, key=lambda one: (one.name not in names.values(), *_weight(one.worst)[:2], one.name)
    )


def _weight(finding: Finding) -> tuple[int, bool, int]:
    """The graver first; of equal ones those about truth, then the first in the file."""
    return (
        _WEIGHT[finding.severity],
        not finding.code.startswith("TP2"),
        finding.place.line,
    )

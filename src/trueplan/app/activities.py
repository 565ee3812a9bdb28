"""The work of plans as activities: what is to be scheduled, forecast or drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from trueplan.app.no_plans import no_plans
from trueplan.app.plan_files import (
    NotRead,
    PlanFile,
    locate_plan,
    read_plan_file,
    read_plan_files,
    unreadable_places,
)
from trueplan.app.repository import Repository, name_all, open_repository, survey
from trueplan.app.titles import title_of
from trueplan.app.waiting import Elsewhere, Neighbours, Outside
from trueplan.errors import UsageError
from trueplan.model.actual import Actual
from trueplan.model.estimate import Estimate
from trueplan.model.item import count
from trueplan.model.phase import Phase, bare_number
from trueplan.model.plan import Plan
from trueplan.model.precedence import Precedence, find_precedence
from trueplan.model.references import phase_places
from trueplan.model.standing import (
    PhaseState,
    Standing,
    derive_standing,
    name_blockers,
    phase_name,
    work_items,
)
from trueplan.model.status import PlanState
from trueplan.record import AnyPath, Record
from trueplan.schedule.activity import Activity
from trueplan.workspace.naming import short_name

_OF_A_PLAN: dict[PlanState, PhaseState] = {
    "planned": "ready",
    "in_progress": "in_progress",
    "paused": "blocked",
    "completed": "done",
    "cancelled": "cancelled",
}


class PlanWork(Record):
    """A plan whose work was collected; `named` says that it was asked for by name.

    `target` is the last day of its target, or None; `after` are the references of the plans that
    it or a phase of it waits for.
    """

    ref: str
    path: str
    title: str
    owner: str
    state: PlanState
    target: str | None
    named: bool
    after: tuple[str, ...] = ()


class Work(Record):
    """Activities in the order of plans and phases, and what had to be assumed, as sentences.

    `unreadable` are files and folders that may hold more, with the reason.
    """

    repository: Repository
    plans: tuple[PlanWork, ...]
    activities: tuple[Activity, ...]
    assumptions: tuple[tuple[str, str], ...] = ()
    unreadable: tuple[tuple[str, str], ...] = ()

    def of(self, plans: Iterable[str]) -> tuple[Activity, ...]:
        """The activities of some plans, which wait for nothing else then."""
        wanted = set(plans)
        kept = tuple(one for one in self.activities if one.plan in wanted)
        refs = {one.ref for one in kept}
        known = {one.ref for one in self.activities}
        return tuple(
            one._replace(after=tuple(ref for ref in one.after if ref in refs or ref not in known))
            for one in kept
        )


class _Read(Record):
    """A plan with what it waits for, on the way to activities."""

    file: PlanFile
    standing: Standing
    outside: Outside
    precedence: Precedence
    places: tuple[str, ...]
    named: bool


def collect_work(
    folder: AnyPath,
    words: Sequence[str] = (),
    actuals: Mapping[str, Actual] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Work:
    """The work of all plans of the repository around `folder`, or of those that `words` name.

    Plans that a named one waits for come too, over any number of steps. `actuals` tells, by
    reference, what is known of the past of a phase, or of a plan without phases. Raises
    UsageError where there are no plans.
    """
    if words:
        repository, files = _named_files(folder, words)
        unreadable: tuple[tuple[str, str], ...] = ()
    else:
        repository = open_repository(folder)
        overview = survey(repository)
        passed: list[NotRead] = []
        files = {}
        for one in read_plan_files(repository, overview, progress):
            if isinstance(one, NotRead):
                passed.append(one)
            else:
                files[one.path] = one
        if not files:
            raise no_plans(repository, folder, [one[:2] for one in passed])
        unreadable = unreadable_places(overview, passed)
    neighbours = Neighbours(repository)
    read = _follow(repository, files, neighbours, named=bool(words))
    refs = _references(read)
    assumptions: list[tuple[str, str]] = []
    activities: list[Activity] = []
    plans: list[PlanWork] = []
    for path, plan in read.items():
        ref = plan.file.ref
        blockers = neighbours.proposed(path, plan.file.plan)
        if blockers and plan.standing.state not in ("completed", "cancelled"):
            assumptions.append(
                (
                    ref,
                    f"{ref} waits for {name_blockers(blockers)}; it is scheduled as if it did not",
                )
            )
        assumptions += [
            (ref, f"{_phase_ref(plan, at)} waits for {word}, which is not found and left out")
            for at, word in plan.outside.unknown
        ]
        activities += _activities(plan, refs, actuals or {})
        plans.append(_plan_work(plan, refs))
    return Work(repository, tuple(plans), tuple(activities), tuple(assumptions), unreadable)


def state_of_plan(state: PlanState) -> PhaseState:
    """The state of a plan as that of one piece of work."""
    return _OF_A_PLAN[state]


def _named_files(folder: AnyPath, words: Sequence[str]) -> tuple[Repository, dict[str, PlanFile]]:
    """The plans that `words` name, by their paths. They must stand in one repository."""
    repository: Repository | None = None
    files: dict[str, PlanFile] = {}
    for word in words:
        here, path, ref = locate_plan(word, folder)
        if repository is not None and here.root != repository.root:
            raise UsageError(
                f"{word} stands in another repository than {words[0]}",
                help="schedule the plans of one repository at a time",
            )
        repository = here
        files.setdefault(path, read_plan_file(here, path, ref))
    assert repository is not None
    return repository, files


def _follow(
    repository: Repository,
    files: Mapping[str, PlanFile],
    neighbours: Neighbours,
    *,
    named: bool,
) -> dict[str, _Read]:
    """The plans with their waits, and those that they wait for behind them."""
    read: dict[str, _Read] = {}
    names: dict[str, str] | None = None
    queue = list(files.values())
    queued = set(files)
    for file in queue:
        outside = neighbours.outside(file.path, file.plan)
        standing = derive_standing(file.plan, neighbours.waits(file.path, file.plan))
        states = [one.state for one in standing.phases]
        read[file.path] = _Read(
            file,
            standing,
            outside,
            find_precedence(file.plan, states),
            phase_places(file.plan),
            named and file.path in files,
        )
        for target in dict.fromkeys(one.path for one in _all_of(outside)):
            if target in queued:
                continue
            queued.add(target)
            if names is None:
                names = name_all(repository)
            ref = names.get(target) or short_name(target)
            queue.append(read_plan_file(repository, target, ref))
    return read


def _all_of(outside: Outside) -> Iterator[Elsewhere]:
    yield from outside.plan
    for _, one in outside.phases:
        yield one


def _references(read: Mapping[str, _Read]) -> dict[Elsewhere, tuple[str, ...]]:
    """What a wait for a plan or for a phase means: the references of activities."""
    refs: dict[Elsewhere, tuple[str, ...]] = {}
    for path, one in read.items():
        if _is_whole(one):
            refs[Elsewhere(path)] = (one.file.ref,)
            continue
        refs[Elsewhere(path)] = tuple(_phase_ref(one, at) for at in one.precedence.ends)
        for position, place in enumerate(one.places):
            refs[Elsewhere(path, place)] = (_phase_ref(one, position),)
    return refs


def _phase_ref(one: _Read, position: int) -> str:
    return f"{one.file.ref}#{one.places[position]}"


def _is_whole(one: _Read) -> bool:
    """Whether a plan is one piece of work: it has no phases, or only its log tells of progress."""
    return not one.file.plan.phases or one.standing.logged


def _plan_work(one: _Read, refs: Mapping[Elsewhere, tuple[str, ...]]) -> PlanWork:
    plan = one.file.plan
    waited = (ref.partition("#")[0] for other in _all_of(one.outside) for ref in refs[other])
    return PlanWork(
        one.file.ref,
        one.file.path,
        title_of(plan, one.file.ref),
        _owner(plan),
        one.standing.state,
        plan.header.target.last if plan.header.target is not None else None,
        one.named,
        tuple(dict.fromkeys(waited)),
    )


def _owner(plan: Plan) -> str:
    return plan.header.owner.value.strip() if plan.header.owner is not None else ""


def _activities(
    one: _Read, refs: Mapping[Elsewhere, tuple[str, ...]], actuals: Mapping[str, Actual]
) -> list[Activity]:
    whole = tuple(ref for other in one.outside.plan for ref in refs.get(other, ()))
    if _is_whole(one):
        single = (ref for _, other in one.outside.phases for ref in refs.get(other, ()))
        return [_of_plan(one, (*whole, *single), actuals)]
    plan = one.file.plan
    states = _states(one)
    dates = _dates_done(plan)
    outside: dict[int, list[str]] = {}
    for position, other in one.outside.phases:
        outside.setdefault(position, []).extend(refs.get(other, ()))
    activities = []
    for position, phase in enumerate(plan.phases):
        before = one.precedence.before[position]
        after = [_phase_ref(one, at) for at in before]
        if all(states[at] == "done" for at in before):
            after += whole
        after += outside.get(position, ())
        ref = _phase_ref(one, position)
        activity = Activity(
            ref,
            one.file.ref,
            one.file.path,
            phase.title or phase_name(phase, one.places[position]),
            _phase_owner(phase) or _owner(plan),
            done_share=_share(count(work_items(phase))[:2]),
            state=states[position],
            finished=dates.get(bare_number(phase.number)) if phase.number is not None else None,
            after=tuple(dict.fromkeys(after)),
        )
        activities.append(_with_actual(_estimated(activity, phase.estimate), actuals.get(ref)))
    return activities


def _of_plan(one: _Read, after: tuple[str, ...], actuals: Mapping[str, Actual]) -> Activity:
    plan, ref = one.file.plan, one.file.ref
    activity = Activity(
        ref,
        ref,
        one.file.path,
        title_of(plan, ref),
        _owner(plan),
        done_share=_share(count(plan.tasks)[:2]),
        state=state_of_plan(one.standing.state),
        after=tuple(dict.fromkeys(after)),
    )
    return _with_actual(_estimated(activity, plan.header.estimate), actuals.get(ref))


def _states(one: _Read) -> list[PhaseState]:
    """The states of the phases; in a plan that is completed, what was not called off is done."""
    states = [phase.state for phase in one.standing.phases]
    if one.standing.state == "completed":
        return ["cancelled" if state == "cancelled" else "done" for state in states]
    return states


def _share(counts: Sequence[int]) -> float:
    done, total = counts
    return done / total if total else 0.0


def _phase_owner(phase: Phase) -> str:
    return next((one.value.value.strip() for one in phase.fields if one.key == "owner"), "")


def _dates_done(plan: Plan) -> dict[str, str]:
    """The days on which the list of completed phases says that phases were done."""
    return {
        bare_number(row.number): row.date.last
        for row in plan.progress.rows
        if row.number is not None and row.done and row.date is not None and row.date.last
    }


def _estimated(activity: Activity, estimate: Estimate | None) -> Activity:
    if estimate is None or estimate.sessions is None:
        return activity
    return activity._replace(sessions=estimate.sessions, low=estimate.low, high=estimate.high)


def _with_actual(activity: Activity, actual: Actual | None) -> Activity:
    """What the past tells: days, and sessions spent; open work has no last day."""
    settled = activity.state == "done"
    finished = activity.finished if settled else None
    if actual is None:
        return activity._replace(finished=finished)
    return activity._replace(
        started=actual.started,
        finished=actual.finished or finished if settled else None,
        spent=actual.sessions,
    )

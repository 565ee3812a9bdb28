"""All work of the plans of a repository, or of those that are named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from trueplan.app.activities import (
    PlanRead,
    make_activities,
    owner_of,
    phase_ref,
    read_plan_standing,
)
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
from trueplan.model.standing import name_blockers
from trueplan.model.status import PlanState
from trueplan.record import AnyPath, Record
from trueplan.schedule.activity import Activity
from trueplan.workspace.naming import short_name

# What is known of the past, by the reference of a phase, or of a plan without phases.
Recall = Callable[[Repository, Sequence[PlanFile]], Mapping[str, Actual]]


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


def collect_work(
    folder: AnyPath,
    words: Sequence[str] = (),
    recall: Recall | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Work:
    """The work of all plans of the repository around `folder`, or of those that `words` name.

    Plans that a named one waits for come too, over any number of steps. `recall` tells what is
    known of the past of their phases. Raises UsageError where there are no plans.
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
    assumptions: list[tuple[str, str]] = []
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
            (ref, f"{phase_ref(plan, at)} waits for {word}, which is not found and left out")
            for at, word in plan.outside.unknown
        ]
    return Work(
        repository,
        tuple(_plan_work(one, read) for one in read.values()),
        tuple(make_activities(read.values(), _recall(repository, read, recall))),
        tuple(assumptions),
        unreadable,
    )


def _recall(
    repository: Repository, read: Mapping[str, PlanRead], recall: Recall | None
) -> Mapping[str, Actual]:
    if recall is None:
        return {}
    return recall(repository, [one.file for one in read.values()])


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
) -> dict[str, PlanRead]:
    """The plans with their waits, and those that they wait for behind them."""
    read: dict[str, PlanRead] = {}
    names: dict[str, str] | None = None
    queue = list(files.values())
    queued = set(files)
    for file in queue:
        one = read[file.path] = read_plan_standing(
            file, neighbours, named=named and file.path in files
        )
        for target in dict.fromkeys(other.path for other in _all_of(one.outside)):
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


def _plan_work(one: PlanRead, read: Mapping[str, PlanRead]) -> PlanWork:
    plan = one.file.plan
    return PlanWork(
        one.file.ref,
        one.file.path,
        title_of(plan, one.file.ref),
        owner_of(plan),
        one.standing.state,
        plan.header.target.last if plan.header.target is not None else None,
        one.named,
        tuple(dict.fromkeys(read[other.path].file.ref for other in _all_of(one.outside))),
    )

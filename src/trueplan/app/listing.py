"""List the plans of a repository, and say why each Markdown file is one or not."""

from __future__ import annotations

import os
from collections.abc import Callable

from trueplan.app.no_plans import no_plans
from trueplan.app.plan_files import NotRead, PlanFile, read_plan_files, unreadable_places
from trueplan.app.repository import Survey, open_repository, relative_path, survey
from trueplan.app.titles import title_of
from trueplan.errors import UsageError
from trueplan.model.date import Date
from trueplan.model.item import Count
from trueplan.model.standing import derive_standing
from trueplan.model.status import PLAN_STATES, PlanState, Status
from trueplan.record import AnyPath, Record
from trueplan.text import LineIndex

_ORDER: tuple[PlanState, ...] = ("in_progress", "paused", "planned", "completed", "cancelled")
_LAST = "\uffff"


class Listed(Record):
    """A plan as a list shows it. `state` is derived from the boxes where there is no status."""

    path: str
    ref: str
    title: str
    state: PlanState
    status: Status | None
    status_line: int | None
    owner: str | None
    created: Date | None
    target: Date | None
    phases: Count
    tasks: Count
    boxes: tuple[int, int]
    problems: int


class Place(Record):
    """A Markdown file: what it was taken for ("plan", "adr", … or "" for nothing), and why."""

    path: str
    kind: str
    why: str


class Filter(Record):
    """Which plans to list: empty fields take all. `folder` is seen from the working folder."""

    states: tuple[str, ...] = ()
    owner: str = ""
    folder: str = ""


class Listing(Record):
    """The plans that the filter took, how many there are in all, and the reasons if asked for.

    `unreadable` are files and folders that may hold more, with the reason.
    """

    plans: tuple[Listed, ...]
    all: int
    places: tuple[Place, ...]
    unreadable: tuple[tuple[str, str], ...] = ()


def list_plans(
    folder: AnyPath,
    wanted: Filter | None = None,
    sort: str = "state",
    *,
    why: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Listing:
    """List the plans of the repository around `folder`; with `why` the reasons too.

    Raises UsageError where there are no plans and the reasons are not asked for.
    """
    wanted = wanted or Filter()
    repository = open_repository(folder)
    below = relative_path(repository, wanted.folder, folder) if wanted.folder else ""
    if below is None or (wanted.folder and not os.path.isdir(os.path.join(repository.root, below))):
        raise UsageError(f"there is no folder {wanted.folder}", help="--folder takes one")
    overview = survey(repository, keep_left=why)
    plans: list[Listed] = []
    passed: list[NotRead] = []
    for one in read_plan_files(repository, overview, progress):
        if isinstance(one, NotRead):
            passed.append(one)
        else:
            plans.append(list_plan(one))
    if not plans and not why:
        raise no_plans(repository, folder, [one[:2] for one in passed])
    taken = [one for one in plans if _takes(wanted, below, one)]
    taken.sort(key=_key(sort))
    reasons = {one.path: one.why for one in passed}
    places = _places(overview, reasons) if why else ()
    return Listing(tuple(taken), len(plans), places, unreadable_places(overview, passed))


def list_plan(file: PlanFile) -> Listed:
    """What a list says of one plan."""
    plan = file.plan
    header = plan.header
    standing = derive_standing(plan)
    status = header.status
    return Listed(
        file.path,
        file.ref,
        title_of(file.plan, file.ref),
        standing.state,
        status,
        LineIndex(file.source).line(status.span.start) if status is not None else None,
        header.owner.value if header.owner else None,
        header.created,
        header.target,
        standing.phases_done,
        plan.work,
        plan.boxes,
        len(plan.problems),
    )


def read_state_word(word: str) -> PlanState | None:
    """The state that a person means by `word`: `In Progress`, `in-progress`, `in_progress`."""
    plain = word.strip().lower().replace("-", "_").replace(" ", "_")
    return next((state for state in PLAN_STATES if state == plain), None)


def _takes(wanted: Filter, below: str, one: Listed) -> bool:
    if wanted.states and one.state not in wanted.states:
        return False
    if wanted.owner and wanted.owner.lower() not in (one.owner or "").lower():
        return False
    return below in ("", ".") or one.path.startswith(below.rstrip("/") + "/")


def _key(sort: str) -> Callable[[Listed], tuple[object, ...]]:
    """What to sort by; plans that lack it come last, equal ones go by state, target and path."""

    def key(one: Listed) -> tuple[object, ...]:
        target = (one.target.last if one.target else None) or _LAST
        created = (one.created.first if one.created else None) or _LAST
        share = one.tasks.done / one.tasks.total if one.tasks.total else 2.0
        first: dict[str, object] = {
            "state": "",
            "ref": one.ref.lower(),
            "owner": (one.owner or _LAST).lower(),
            "target": target,
            "created": created,
            "progress": share,
        }
        return (first[sort], _ORDER.index(one.state), target, one.path)

    return key


def _places(overview: Survey, passed: dict[str, str]) -> tuple[Place, ...]:
    found = [
        Place(one.path, "" if one.path in passed else one.kind, _why(one.why, passed.get(one.path)))
        for one in overview.found.candidates
    ]
    found += [Place(path, "", why) for path, why in overview.found.left]
    found += [
        Place(path + "/", "", f"the folder cannot be listed: {why}")
        for path, why in overview.found.unreadable
    ]
    return tuple(sorted(found))


def _why(place: str, shape: str | None) -> str:
    return place if shape is None else f"{place}, but {shape}"

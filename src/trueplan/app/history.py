"""The life of one plan as events."""

from __future__ import annotations

from trueplan.app.clock import count_backward
from trueplan.app.plan_files import open_plan
from trueplan.app.plan_past import PlanPast, PlansPast, read_plans_past
from trueplan.app.titles import title_of
from trueplan.errors import UnknownReference, UsageError
from trueplan.history.event import MEANINGS, Event
from trueplan.model.references import find_place, split_reference
from trueplan.record import AnyPath, Record

__all__ = ["KINDS", "Event", "History", "Wanted", "takes", "tell_history", "tell_remarks"]

KINDS = tuple(MEANINGS)


class History(Record):
    """A plan's life. `events` stand in the order of the commits, those without one last.

    `counts` are the phases and the boxes of the first revision. `remarks` say what is not known,
    or was read otherwise than one might think.
    """

    ref: str
    path: str
    title: str
    events: tuple[Event, ...]
    counts: tuple[int, int]
    revisions: int
    uncommitted: int
    remarks: tuple[str, ...]


class Wanted(Record):
    """Which events to tell: of some kinds, from a day on; empty fields take all."""

    kinds: tuple[str, ...] = ()
    since: str = ""


def tell_history(word: str, folder: AnyPath, today: str, wanted: Wanted | None = None) -> History:
    """The life of the plan, phase or item that `word` names. Raises UsageError and GitError."""
    wanted = wanted or Wanted()
    ref_word, place = split_reference(word)
    repository, file = open_plan(ref_word if place else word, folder)
    if not repository.in_git:
        raise UsageError(
            f"{repository.root} is not in a git repository, so nothing is known of the past",
            help="`git init`, and commit the plans",
        )
    pasts = read_plans_past(repository, [file], today)
    past = pasts.plans[0]
    events = past.life.events
    if place:
        keys = _keys_at(past, place)
        events = tuple(one for one in events if one.key in keys or one.phase in keys)
    life = past.life
    boxes = sum(item.state is not None for item in life.first.items.values())
    return History(
        file.ref,
        file.path,
        title_of(file.plan, file.ref),
        tuple(one for one in events if takes(wanted, one)),
        (len(life.first.phases), boxes),
        len(life.revisions),
        past.uncommitted,
        tell_remarks(pasts, past),
    )


def tell_remarks(pasts: PlansPast, past: PlanPast) -> tuple[str, ...]:
    """What a person should know of how a plan's past was read."""
    said: list[str] = []
    life = past.life
    if pasts.past is None:
        said.append("the repository has no commit yet")
    elif not life.revisions:
        said.append("no commit has the plan yet")
    if pasts.past is not None:
        if pasts.past.shallow:
            said.append("the clone is shallow: what was before its first commit is not known")
        said += pasts.past.remarks
    if life.gaps:
        said.append(f"{_count(life.gaps, 'revision')} of the file was no plan and is left out")
    backward = count_backward(life.revisions)
    if backward:
        said.append(
            f"{_count(backward, 'commit')} dated before the one that it builds on; events stand"
            " in the order of the commits"
        )
    return tuple(said)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _keys_at(past: PlanPast, place: str) -> set[str]:
    """The keys of what stands at a place now. Raises UnknownReference."""
    target = find_place(past.file.plan, past.file.ref, place)
    tracked = past.life.last
    seen = tracked.snapshot
    for key, phase in zip(tracked.phases, seen.phases, strict=True):
        if phase.place == target.place:
            return {f"p{key}"}
    for key, item in zip(tracked.items, seen.items, strict=True):
        if item.place == target.place:
            return {f"i{key}"}
    for key, risk in zip(tracked.risks, seen.risks, strict=True):
        if risk.place == target.place:
            return {f"r{key}"}
    raise UnknownReference(
        f"#{target.place} of {past.file.ref} has no box, and so no history of its own",
        help=f"`trueplan history {past.file.ref}` tells that of the plan",
    )


def takes(wanted: Wanted, event: Event) -> bool:
    """Whether an event is one of those that are wanted."""
    if wanted.kinds and event.kind not in wanted.kinds:
        return False
    return event.day >= wanted.since

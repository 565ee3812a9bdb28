"""`trueplan history --format json`."""

from __future__ import annotations

import msgspec

from trueplan.app.all_history import Activity
from trueplan.app.history import Event, History


class EventShape(msgspec.Struct, frozen=True):
    """Something that happened to a plan.

    `at` is the author's time, only a day for what no commit has; `commit` is then null. `key`
    names the same thing in all events, whatever its place: "" the plan, "i7" an item, "p2" a phase,
    "r1" a risk; `thing` is what it is. `ref` is where it stood then. `before` and `after` are
    states, days or words, as the kind has them.
    """

    at: str
    commit: str | None
    author: str
    kind: str
    ref: str
    text: str
    before: str | None
    after: str | None
    key: str
    thing: str


class HistoryAnswer(msgspec.Struct, frozen=True, tag_field="schema", tag="trueplan.history/1"):
    """The life of a plan: its events in the order of the commits.

    `revisions` counts the commits that touched it, `uncommitted` the events that no commit has.
    `remarks` say what is not known. Of all plans together there is no `ref`, `path` and `title`,
    and the last day comes first.
    """

    ref: str | None
    path: str | None
    title: str | None
    events: list[EventShape]
    revisions: int
    uncommitted: int
    remarks: list[str]


def history_answer(history: History) -> HistoryAnswer:
    """The history as JSON will have it."""
    return HistoryAnswer(
        history.ref,
        history.path,
        history.title,
        [_event(one, history.ref) for one in history.events],
        history.revisions,
        history.uncommitted,
        list(history.remarks),
    )


def activity_answer(activity: Activity) -> HistoryAnswer:
    """The events of all plans as JSON will have them."""
    return HistoryAnswer(
        None,
        None,
        None,
        [_event(one.event, one.ref) for one in activity.events],
        len({one.event.commit for one in activity.events if one.event.commit is not None}),
        sum(one.event.commit is None for one in activity.events),
        list(activity.remarks),
    )


def _event(one: Event, ref: str) -> EventShape:
    place = f"{ref}#{one.place}" if one.place else ref
    return EventShape(
        one.at,
        one.commit,
        one.author,
        one.kind,
        place,
        one.text,
        one.before,
        one.after,
        one.key,
        one.thing,
    )

"""What happened to a plan: the kinds of events, and one of them."""

from __future__ import annotations

from trueplan.record import Literal, Record

EventKind = Literal[
    "created",
    "file moved",
    "deleted",
    "restored",
    "retitled",
    "approved",
    "approval withdrawn",
    "status",
    "started",
    "paused",
    "resumed",
    "completed",
    "cancelled",
    "reopened",
    "target",
    "owner",
    "phase added",
    "phase removed",
    "phase retitled",
    "phase started",
    "phase completed",
    "phase cancelled",
    "phase reopened",
    "estimate",
    "added",
    "removed",
    "ticked",
    "unticked",
    "begun",
    "item cancelled",
    "reworded",
    "moved",
    "note",
    "risk added",
    "risk removed",
    "risk changed",
    "risk reworded",
]

# What every kind means, for the page about it and for `--help`.
MEANINGS: dict[EventKind, str] = {
    "created": "the first revision that is a plan",
    "file moved": "the file has another path; an archived plan is one",
    "deleted": "the file is gone",
    "restored": "the file is back, as the same plan",
    "retitled": "the title was changed",
    "approved": "a status, a field or a ticked gate says for the first time that it is approved",
    "approval withdrawn": "nothing says so any more",
    "status": "the words of the status were changed",
    "started": "the plan went from planned to in progress",
    "paused": "work rests",
    "resumed": "work goes on after a pause",
    "completed": "the plan is completed: by its status, or without one by its boxes",
    "cancelled": "the plan was called off",
    "reopened": "the plan was completed, cancelled or begun, and is so no more",
    "target": "the target was set, moved or taken away",
    "owner": "the owner was changed",
    "phase added": "a new phase",
    "phase removed": "a phase is no longer in the plan",
    "phase retitled": "the title of a phase was changed",
    "phase started": "the first sign of work in a phase",
    "phase completed": "a phase is done",
    "phase cancelled": "a phase was called off",
    "phase reopened": "a phase was done or called off, and is open again",
    "estimate": "the estimate of a phase was changed",
    "added": "a new task, criterion or other item",
    "removed": "an item is no longer in the plan",
    "ticked": "an item is done",
    "unticked": "an item that was done, begun or called off is open; or its box came or went",
    "begun": "an item is marked as in progress",
    "item cancelled": "an item was called off",
    "reworded": "an item says something else, and is the same work",
    "moved": "an item stands in another phase, or is of another kind now",
    "note": "a note was added",
    "risk added": "a new risk",
    "risk removed": "a risk is no longer in the plan",
    "risk changed": "a risk is called more or less likely or bad",
    "risk reworded": "a risk says something else",
}


class Event(Record):
    """Something that happened to a plan in one revision.

    `at` is the author's time in ISO form, `commit` None for what is not committed. `key` names the
    thing through all revisions, whatever its place: "" is the plan, "i7" an item, "p2" a phase,
    "r1" a risk. `thing` is what it is ("task", "gate", "phase", …), `phase` the key of the phase
    that an item stands in, or "". `place` is where it stands in this revision ("2.3"), or stood
    last. `before` and `after` are states, dates, wordings: what the kind changes.
    """

    at: str
    commit: str | None
    author: str
    kind: EventKind
    thing: str
    key: str
    phase: str
    place: str
    text: str
    before: str | None = None
    after: str | None = None

    @property
    def day(self) -> str:
        """The ISO day."""
        return self.at[:10]

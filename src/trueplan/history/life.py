"""The life of a plan: all that commits did to it, from its first revision to the last."""

from __future__ import annotations

from trueplan.history.event import Event
from trueplan.history.state import State
from trueplan.history.tracked import Tracked
from trueplan.record import Record


class Step(Record):
    """A commit, with what it changed of the files that may be plans."""

    commit: str
    parents: tuple[str, ...]
    at: str
    author: str
    changes: tuple[Touch, ...]


class Touch(Record):
    """A file that a commit changed: its blob afterwards, None where it is gone.

    `before` is the path from which the commit moved it.
    """

    path: str
    blob: str | None
    before: str | None = None


class Revision(Record):
    """A commit that touched the plan. `main` is false for one on a branch that was merged later."""

    commit: str
    at: str
    author: str
    path: str
    main: bool


class Account(Record):
    """What is told of a life, without its states: enough to list what happened.

    `phases` and `boxes` count what the first revision had.
    """

    blob: str
    events: tuple[Event, ...]
    revisions: tuple[Revision, ...]
    gaps: int
    phases: int
    boxes: int


class Life(Record):
    """A plan through its revisions.

    `first` is the state of the first one, and `events` lead from there to `last`, which is how
    HEAD has the plan, in `blob`. `gaps` counts revisions on the way that were no plan.
    """

    blob: str
    first: State
    last: Tracked
    events: tuple[Event, ...]
    revisions: tuple[Revision, ...]
    gaps: int = 0

    @property
    def account(self) -> Account:
        """What is told of it."""
        boxes = sum(item.state is not None for item in self.first.items.values())
        phases = len(self.first.phases)
        return Account(self.blob, self.events, self.revisions, self.gaps, phases, boxes)

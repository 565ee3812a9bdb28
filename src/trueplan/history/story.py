"""A life that is still being told: what was told of it, and up to where that is settled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trueplan.history.comparison import Changed, compare
from trueplan.history.event import Event, EventKind
from trueplan.history.life import Life, Revision, Step, Touch
from trueplan.history.replay import replay
from trueplan.history.snapshot import Snapshot
from trueplan.history.state import State
from trueplan.history.tracked import Tracked
from trueplan.record import Record


class Story:
    """The life of one plan so far. `branched` says that branches told something of it.

    `path` is where it is by what was told, None where it was deleted.
    """

    def __init__(self, first: State, keys: Iterator[int], path: str) -> None:
        self.keys = keys
        self.path: str | None = path
        self.gaps = 0
        self.branched = False
        self._first = self._settled = first
        self._pending: list[Event] = []  # behind the state that the main line settled
        self._events: list[Event] = []
        self._revisions: list[Revision] = []

    def revise(self, step: Step, touch: Touch, main: bool, changes: Sequence[Changed]) -> None:
        """Tell what a commit changed, and count it among the revisions."""
        self.add(step, changes)
        self._revisions.append(Revision(step.commit, step.at, step.author, touch.path, main))

    def add(self, step: Step, changes: Sequence[Changed]) -> None:
        """Tell what a commit changed."""
        made = [Event(step.at, step.commit, step.author, *one) for one in changes]
        self._events += made
        self._pending += made
        for one in changes:
            if one.thing == "file":
                self.path = one.after

    def settle(self, step: Step, path: str, now: State) -> None:
        """Tell where the main line has the plan otherwise than what branches told adds up to."""
        changes = compare(replay(self._settled, self._pending), now)
        if self.path != path:
            kind: EventKind = "restored" if self.path is None else "file moved"
            changes.insert(0, of_file(kind, self.path, path, path))
        self.add(step, changes)
        self._settled, self._pending = now, []
        self.branched = False

    def life(self, blob: str, last: Tracked) -> Life:
        """What was told."""
        events, revisions = tuple(self._events), tuple(self._revisions)
        return Life(blob, self._first, last, events, revisions, self.gaps)


class Kept(Record):
    """A plan as a commit has it."""

    story: Story
    blob: str
    tracked: Tracked
    state: State


def of_file(kind: EventKind, before: str | None, text: str, after: str | None) -> Changed:
    """A change of the file itself: `after` is where it is then, None where it is gone."""
    return Changed(kind, "file", "", "", "", text, before, after)


def created(snapshot: Snapshot, path: str) -> Changed:
    """That a plan came."""
    return Changed("created", "plan", "", "", "", snapshot.title or path, None, snapshot.state)

"""The life of a plan: all that commits did to it, from its first revision to the last."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count

from trueplan.history.comparison import Changed, compare
from trueplan.history.event import Event, EventKind
from trueplan.history.lineage import Told, order_commits
from trueplan.history.replay import replay
from trueplan.history.snapshot import Snapshot
from trueplan.history.state import State, state_of
from trueplan.history.tracked import Tracked, track_first, track_next
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


def tell_lives(
    steps: Mapping[str, Step], head: str, read: Callable[[str], Snapshot | None]
) -> dict[str, Life]:
    """The lives of the plans that `head` has, by their paths there.

    `read` gives the snapshot of a blob, None for one that is no plan. A change on a branch is told
    when it was made; the merge tells only what it settled otherwise. Playing the events of a life
    from its first state gives its last, and so it does up to each merge on the main line.
    """
    return _Telling(steps, read).tell(head)


class _Kept(Record):
    """A plan as a commit has it."""

    story: _Story
    blob: str
    tracked: Tracked
    state: State


class _Story:
    """A life that is still being told."""

    def __init__(self, first: State, keys: Iterator[int], path: str) -> None:
        self.keys = keys
        self.path: str | None = path  # where it is by what was told; None where it was deleted
        self.first = first
        self.settled = self.first  # the state up to which `events` is settled by the main line
        self.pending: list[Event] = []
        self.events: list[Event] = []
        self.revisions: list[Revision] = []
        self.gaps = 0
        self.branched = False  # whether branches told something since


_Files = dict[str, _Kept]


class _Telling:
    """One use, one pass over all commits."""

    def __init__(self, steps: Mapping[str, Step], read: Callable[[str], Snapshot | None]) -> None:
        self.steps = steps
        self.read = read
        self.files: dict[str, _Files] = {}
        self.lost: dict[str, _Kept] = {}
        self.leaving: set[str] = set()  # the paths that a commit leaves empty
        self.branched: list[_Story] = []

    def tell(self, head: str) -> dict[str, Life]:
        parents = {one.commit: one.parents for one in self.steps.values()}
        children = _count_children(parents)
        for told in order_commits(head, parents):
            self._tell(told)
            for parent in parents[told.commit]:  # what no child asks for any more is let go
                children[parent] = children.get(parent, 1) - 1
                if children[parent] == 0:
                    self.files.pop(parent, None)
        return {path: _life(kept) for path, kept in self.files[head].items()}

    def _tell(self, told: Told) -> None:
        step = self.steps[told.commit]
        bases = [self.files.get(parent, {}) for parent in step.parents]
        files = bases[0] if bases else {}
        if step.changes:
            files = dict(files)
            self.leaving = {
                one.before or one.path for one in step.changes if one.before or one.blob is None
            }
            for touch in step.changes:
                self._touch(step, touch, files, bases, told.main)
        self.files[step.commit] = files
        if told.main and self.branched:
            self._settle(step, files)

    def _touch(
        self, step: Step, touch: Touch, files: _Files, bases: list[_Files], main: bool
    ) -> None:
        kept = files.pop(touch.before or touch.path, None)
        if touch.blob is None:
            if kept is not None:
                self.lost[touch.path] = kept
                if kept.story.path == touch.path:  # else a branch told already where it went
                    self._add(kept.story, step, main, [_file("deleted", None, touch.path, None)])
            return
        snapshot = self.read(touch.blob)
        if snapshot is None:
            if kept is not None:  # no plan for a while: what it was is kept until it is one again
                kept.story.gaps += 1
                files[touch.path] = kept
            return
        others = [
            other
            for base in bases[1:]
            if (other := base.get(touch.path) or base.get(touch.before or "")) is not None
            and (kept is not None or not self._is_elsewhere(other.story, files))
        ]
        if kept is None and not others:
            files[touch.path] = self._begin(step, touch, snapshot, files, main)
            return
        parents = [kept, *others] if kept is not None else others
        story = parents[0].story
        same = [one for one in parents if one.story is story]
        changes: list[Changed] = []
        if touch.before is not None and story.path != touch.path:
            changes.append(_file("file moved", touch.before, touch.path, touch.path))
        known = next((one for one in same if one.blob == touch.blob), None)
        if known is not None and (known is same[0] or kept is None):
            files[touch.path] = known
        else:
            tracked = track_next([one.tracked for one in same], snapshot, story.keys)
            now = state_of(tracked)
            changes += _in_all([compare(one.state, now) for one in same])
            files[touch.path] = _Kept(story, touch.blob, tracked, now)
        if len(step.parents) > 1 and main:
            self._mark(story)  # settling tells what the merge did
            changes = [one for one in changes if one.kind == "file moved"]
        self._add(story, step, main, changes)
        story.revisions.append(_revision(step, touch, main))

    def _begin(
        self, step: Step, touch: Touch, snapshot: Snapshot, files: _Files, main: bool
    ) -> _Kept:
        """The first revision of a plan, or of one that was deleted and is back."""
        assert touch.blob is not None
        lost = self.lost.pop(touch.path, None)
        if lost is not None and not self._is_elsewhere(lost.story, files):
            tracked = track_next([lost.tracked], snapshot, lost.story.keys)
            if lost.blob == touch.blob or _is_same(lost.tracked, tracked):
                now = state_of(tracked)
                changes = [_file("restored", None, touch.path, touch.path)]
                changes += compare(lost.state, now)
                self._add(lost.story, step, main, changes)
                lost.story.revisions.append(_revision(step, touch, main))
                return _Kept(lost.story, touch.blob, tracked, now)
        keys = count(1)
        tracked = track_first(snapshot, keys)
        story = _Story(state_of(tracked), keys, touch.path)
        self._add(story, step, main, [_created(snapshot, touch.path)])
        story.revisions.append(_revision(step, touch, main))
        return _Kept(story, touch.blob, tracked, story.first)

    def _is_elsewhere(self, story: _Story, files: _Files) -> bool:
        """Whether a file that stays holds the story: what comes beside it is a copy."""
        return any(one.story is story and path not in self.leaving for path, one in files.items())

    def _add(self, story: _Story, step: Step, main: bool, changes: Sequence[Changed]) -> None:
        if not changes:
            return
        made = [Event(step.at, step.commit, step.author, *one) for one in changes]
        story.events += made
        story.pending += made
        for one in changes:
            if one.thing == "file":
                story.path = one.after
        if not main:
            self._mark(story)

    def _mark(self, story: _Story) -> None:
        if not story.branched:
            story.branched = True
            self.branched.append(story)

    def _settle(self, step: Step, files: _Files) -> None:
        """Tell where the main line has a plan otherwise than what branches told adds up to."""
        kept = {id(one.story): (path, one) for path, one in files.items()}
        left: list[_Story] = []
        for story in self.branched:
            here = kept.get(id(story))
            if here is None:
                left.append(story)
                continue
            path, one = here
            now = one.state
            story.branched = False
            changes = compare(replay(story.settled, story.pending), now)
            if story.path != path:
                kind: EventKind = "restored" if story.path is None else "file moved"
                changes.insert(0, _file(kind, story.path, path, path))
            self._add(story, step, True, changes)
            story.settled, story.pending = now, []
        self.branched = left


def _revision(step: Step, touch: Touch, main: bool) -> Revision:
    return Revision(step.commit, step.at, step.author, touch.path, main)


def _count_children(parents: Mapping[str, Sequence[str]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in parents.values():
        for parent in line:
            counts[parent] = counts.get(parent, 0) + 1
    return counts


def _in_all(changes: list[list[Changed]]) -> list[Changed]:
    """The changes against the first parent that are changes against every other one too."""
    rest = [{(one.kind, one.key) for one in other} for other in changes[1:]]
    return [one for one in changes[0] if all((one.kind, one.key) in other for other in rest)]


def _is_same(lost: Tracked, found: Tracked) -> bool:
    """Whether a file that is back holds the plan that was lost: at least half of it."""
    known = set(lost.phases + lost.items)
    here = found.phases + found.items
    return 2 * sum(one in known for one in here) >= max(len(known), len(here))


def _file(kind: EventKind, before: str | None, text: str, after: str | None) -> Changed:
    return Changed(kind, "file", "", "", "", text, before, after)


def _created(snapshot: Snapshot, path: str) -> Changed:
    return Changed("created", "plan", "", "", "", snapshot.title or path, None, snapshot.state)


def _life(kept: _Kept) -> Life:
    story = kept.story
    return Life(
        kept.blob,
        story.first,
        kept.tracked,
        tuple(story.events),
        tuple(story.revisions),
        story.gaps,
    )

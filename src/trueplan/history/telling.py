"""Tell the lives of plans: one pass over all commits, the branches before their merges."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count

from trueplan.history.comparison import Changed, compare
from trueplan.history.life import Life, Step, Touch
from trueplan.history.lineage import Told, order_commits
from trueplan.history.snapshot import Snapshot
from trueplan.history.state import state_of
from trueplan.history.story import Kept, Story, created, of_file
from trueplan.history.tracked import Tracked, track_first, track_next
from trueplan.record import Record

_Files = dict[str, Kept]


def tell_lives(
    steps: Mapping[str, Step], head: str, read: Callable[[str], Snapshot | None]
) -> dict[str, Life]:
    """The lives of the plans that `head` has, by their paths there.

    `read` gives the snapshot of a blob, None for one that is no plan. A change on a branch is told
    when it was made; the merge tells only what it settled otherwise. Playing the events of a life
    from its first state gives its last, and so it does up to each merge on the main line.
    """
    return _Telling(steps, read).tell(head)


class _Moment(Record):
    """A commit that is being told.

    `files` are the plans as it will leave them, `others` those of its parents but the first, and
    `leaving` the paths that it leaves empty. `main` says that it is on the main line.
    """

    step: Step
    files: _Files
    others: list[_Files]
    leaving: frozenset[str]
    main: bool

    def holds(self, story: Story) -> bool:
        """Whether a file that stays holds the story: what comes beside it is a copy."""
        return any(
            one.story is story and path not in self.leaving for path, one in self.files.items()
        )


class _Telling:
    """One use, one pass over all commits."""

    def __init__(self, steps: Mapping[str, Step], read: Callable[[str], Snapshot | None]) -> None:
        self.steps = steps
        self.read = read
        self.files: dict[str, _Files] = {}
        self.lost: dict[str, Kept] = {}
        self.branched: list[Story] = []

    def tell(self, head: str) -> dict[str, Life]:
        parents = {one.commit: one.parents for one in self.steps.values()}
        children = _count_children(parents)
        for told in order_commits(head, parents):
            self._tell(told)
            for parent in parents[told.commit]:  # what no child asks for any more is let go
                children[parent] = children.get(parent, 1) - 1
                if children[parent] == 0:
                    self.files.pop(parent, None)
        return {
            path: kept.story.life(kept.blob, kept.tracked)
            for path, kept in self.files[head].items()
        }

    def _tell(self, told: Told) -> None:
        step = self.steps[told.commit]
        first, *others = [self.files.get(parent, {}) for parent in step.parents] or [{}]
        if step.changes:
            left = [one.before or one.path for one in step.changes if one.before or not one.blob]
            now = _Moment(step, dict(first), others, frozenset(left), told.main)
            for touch in step.changes:
                self._touch(now, touch)
            first = now.files
        self.files[step.commit] = first
        if told.main and self.branched:
            self._settle(step, first)

    def _touch(self, now: _Moment, touch: Touch) -> None:
        kept = now.files.pop(touch.before or touch.path, None)
        if touch.blob is None:
            if kept is not None:
                self._delete(now, touch.path, kept)
            return
        snapshot = self.read(touch.blob)
        if snapshot is None:
            if kept is not None:  # no plan for a while: what it was is kept until it is one again
                kept.story.gaps += 1
                now.files[touch.path] = kept
            return
        merged = [
            other
            for files in now.others
            if (other := files.get(touch.path) or files.get(touch.before or "")) is not None
            and (kept is not None or not now.holds(other.story))
        ]
        parents = merged if kept is None else [kept, *merged]
        if not parents:
            now.files[touch.path] = self._begin(now, touch, snapshot)
            return
        same = [one for one in parents if one.story is parents[0].story]
        now.files[touch.path] = self._revise(now, touch, snapshot, same, anew=kept is None)

    def _delete(self, now: _Moment, path: str, kept: Kept) -> None:
        self.lost[path] = kept
        if kept.story.path == path:  # else a branch told already where it went
            kept.story.add(now.step, [of_file("deleted", None, path, None)])
            self._mark(kept.story, branch=not now.main)

    def _begin(self, now: _Moment, touch: Touch, snapshot: Snapshot) -> Kept:
        """The first revision of a plan, or of one that was deleted and is back."""
        assert touch.blob is not None
        lost = self.lost.pop(touch.path, None)
        if lost is not None and not now.holds(lost.story):
            tracked = track_next([lost.tracked], snapshot, lost.story.keys)
            if lost.blob == touch.blob or _is_same(lost.tracked, tracked):
                back = Kept(lost.story, touch.blob, tracked, state_of(tracked))
                changes = [of_file("restored", None, touch.path, touch.path)]
                self._tell_revision(now, touch, back, changes + compare(lost.state, back.state))
                return back
        keys = count(1)
        tracked = track_first(snapshot, keys)
        first = state_of(tracked)
        made = Kept(Story(first, keys, touch.path), touch.blob, tracked, first)
        self._tell_revision(now, touch, made, [created(snapshot, touch.path)])
        return made

    def _revise(
        self, now: _Moment, touch: Touch, snapshot: Snapshot, parents: list[Kept], *, anew: bool
    ) -> Kept:
        """A further revision; `anew` says that the first parent of the commit has no such file."""
        assert touch.blob is not None
        story = parents[0].story
        changes: list[Changed] = []
        if touch.before is not None and story.path != touch.path:
            changes.append(of_file("file moved", touch.before, touch.path, touch.path))
        known = next((one for one in parents if one.blob == touch.blob), None)
        if known is not None and (anew or known is parents[0]):
            kept = known
        else:
            tracked = track_next([one.tracked for one in parents], snapshot, story.keys)
            kept = Kept(story, touch.blob, tracked, state_of(tracked))
            changes += _in_all([compare(one.state, kept.state) for one in parents])
        if len(now.step.parents) > 1 and now.main:
            self._mark(story, branch=True)  # settling tells what the merge did
            changes = [one for one in changes if one.kind == "file moved"]
        self._tell_revision(now, touch, kept, changes)
        return kept

    def _tell_revision(
        self, now: _Moment, touch: Touch, kept: Kept, changes: Sequence[Changed]
    ) -> None:
        kept.story.revise(now.step, touch, now.main, changes)
        self._mark(kept.story, branch=bool(changes) and not now.main)

    def _mark(self, story: Story, *, branch: bool) -> None:
        """Remember what has to be settled once the branch is merged."""
        if branch and not story.branched:
            story.branched = True
            self.branched.append(story)

    def _settle(self, step: Step, files: _Files) -> None:
        """Settle what branches told of the plans that the main line has here."""
        here = {id(one.story): (path, one.state) for path, one in files.items()}
        left: list[Story] = []
        for story in self.branched:
            if id(story) in here:
                story.settle(step, *here[id(story)])
            else:
                left.append(story)
        self.branched = left


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

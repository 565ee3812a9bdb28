"""The past as rules ask for it, out of git and the index: nothing is read before it is asked."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Sequence

from trueplan.app.named_work import paths_named
from trueplan.app.repository import Repository
from trueplan.app.revisions_read import read_snapshots
from trueplan.errors import GitError
from trueplan.git import ignored_paths
from trueplan.git.commit import changed_paths
from trueplan.git.revisions import is_blob
from trueplan.git.standpoint import Standpoint, find_standpoint
from trueplan.history.comparison import Changed, compare
from trueplan.history.likeness import likeness, print_of
from trueplan.history.snapshot import Snapshot
from trueplan.history.state import state_of
from trueplan.history.tracked import track_first, track_next
from trueplan.history.wording import wording
from trueplan.index.commits import update_commits
from trueplan.index.database import open_database
from trueplan.index.file_history import FileHistory, FileWork
from trueplan.lint.past import Completion, FilePast, Work
from trueplan.record import Literal

# What changes a plan after its end. Ticks and notes do not, they complete what is said of it; nor
# does the order of things.
_SUBSTANCE = (
    "added",
    "removed",
    "reworded",
    "unticked",
    "phase added",
    "phase removed",
    "phase retitled",
    "phase reopened",
)
_SAME = 0.75  # the likeness from which other words are a correction
_MOST_MOVES = 100  # moves in a circle end here
_REVERT = 'Revert "'


class GitPast:
    """The history around a repository of plans. Raises GitError where git fails."""

    def __init__(self, repository: Repository, standpoint: Standpoint) -> None:
        self.repository = repository
        self.standpoint = standpoint
        self._database = open_database(standpoint.common)
        update_commits(self._database, repository.root, standpoint)
        self._history = FileHistory(self._database, standpoint.head)
        self._works: dict[str, tuple[FileWork, ...]] = {}
        self._touched: frozenset[str] | None = None

    @property
    def complete(self) -> bool:
        """Whether the history is all there: false in a shallow clone."""
        return not self.standpoint.shallow

    def made(self, plan: str) -> str | None:
        """The day on which a plan came, whatever it was called."""
        work = self._work(plan)
        return work[0].day if work else None

    def changed(self, plan: str) -> str | None:
        """The day of the last commit to a plan; None where no commit has it."""
        return max((one.day for one in self._work(plan)), default=None)

    def touched(self, plan: str) -> bool:
        """Whether a plan stands in the work tree otherwise than in the last commit.

        Git is asked only where the bytes are others: it may still take them for the same, where it
        makes other line ends of them.
        """
        work = self._work(plan)
        source = self.repository.read(plan)
        if isinstance(source, bytes) and work and is_blob(source, work[-1].new):
            return False
        if self._touched is None:
            self._touched = frozenset(changed_paths(self.repository.root, ["."]))
        return plan in self._touched

    def files(self, plan: str, name: str) -> tuple[FilePast, ...]:
        """The files, gone ones as well, that a name can mean in a plan."""
        work = self._work(plan)
        made = work[0].number if work else None
        prefix = self.standpoint.prefix
        return tuple(
            self._file(path, made)
            for path in paths_named(self._history, name, plan, prefix)
            if path.startswith(prefix)
        )

    def _file(self, path: str, made: int | None) -> FilePast:
        work = self._history.work(path)
        return FilePast(
            path[len(self.standpoint.prefix) :],
            _since_deleted(work)[0].day,
            max(one.day for one in work),
            self._compare(work[0].number, made),
        )

    def _compare(self, came: int, made: int | None) -> Literal["before", "with", "after"]:
        if made is None or came < made:
            return "before"
        if came > made:
            return "after"
        return "before" if self._history.begins(came) else "with"

    def ignored(self, plan: str, names: Sequence[str]) -> frozenset[str]:
        """Those of the names in a plan that git would ignore."""
        places = {name: _places(plan, name) for name in names}
        asked = sorted({place for some in places.values() for place in some})
        ignored = ignored_paths(self.repository.root, asked)
        return frozenset(name for name, some in places.items() if ignored.intersection(some))

    def work_under(self, plan: str, words: str) -> tuple[Work, ...]:
        """The commits behind a plan's first that name `words` and changed no documents alone."""
        work = self._work(plan)
        if not work:
            return ()
        whole = re.compile(rf"(?<![A-Za-z0-9_-]){re.escape(words)}(?![A-Za-z0-9_])", re.IGNORECASE)
        found = [
            Work(commit[:7], at[:10], subject)
            for commit, at, subject in self._history.work_under(words, work[0].number)
            if whole.search(subject)
        ]
        reverted = {one.subject for one in found if one.subject.startswith(_REVERT)}
        undone = reverted | {one[len(_REVERT) : -1] for one in reverted}
        return tuple(one for one in found if one.subject not in undone)

    def completion(self, plan: str) -> Completion | None:
        """Since when a plan is completed, and what changed since."""
        work = [one for one in self._work(plan) if one.new is not None]
        snapshots = self._snapshots([one.new for one in work if one.new is not None])
        since: tuple[FileWork, Snapshot] | None = None
        last: tuple[FileWork, Snapshot] | None = None
        for one in reversed(work):
            snapshot = snapshots[one.new or ""]
            if snapshot is None or snapshot.state != "completed" or not snapshot.told:
                break
            since = (one, snapshot)
            last = last or since
        if since is None or last is None:
            return None
        changes = _count_changes(since[1], last[1])
        return Completion(since[0].commit[:7], since[0].day, changes, last[0].day)

    def _work(self, plan: str) -> tuple[FileWork, ...]:
        """The commits to a plan since it came, the first one first, under all its paths."""
        known = self._works.get(plan)
        if known is None:
            known = self._works[plan] = self._follow(self.standpoint.prefix + plan)
        return known

    def _follow(self, path: str) -> tuple[FileWork, ...]:
        found: tuple[FileWork, ...] = ()
        for _ in range(_MOST_MOVES):
            work = self._history.work(path)
            if found:
                work = tuple(one for one in work if one.number < found[0].number)
            if not work:
                break
            found = _since_deleted(work) + found
            before = self._history.moved_from(path)
            if before is None:
                break
            path = before
        return found

    def _snapshots(self, blobs: list[str]) -> dict[str, Snapshot | None]:
        return read_snapshots(self.repository, self._database, blobs)


def find_past(repository: Repository) -> GitPast | None:
    """The past of a repository; None where git has no commit of it, or is not there."""
    try:
        standpoint = find_standpoint(repository.root)
    except GitError:
        return None
    return GitPast(repository, standpoint) if standpoint is not None else None


def _since_deleted(work: tuple[FileWork, ...]) -> tuple[FileWork, ...]:
    """The commits to a file since it last came; all of them where it is gone."""
    for at in range(len(work) - 1, 0, -1):
        if work[at - 1].new is None and work[at].new is not None:
            return work[at:]
    return work


def _places(plan: str, name: str) -> list[str]:
    """The paths, from the root, that a name in a plan stands for."""
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(plan), name))
    return [one for one in (posixpath.normpath(name), beside) if not one.startswith("..")]


def _count_changes(since: Snapshot, last: Snapshot) -> tuple[tuple[str, int], ...]:
    keys = iter(range(1, 1 << 40))
    before = track_first(since, keys)
    after = track_next([before], last, keys)
    counts: Counter[str] = Counter(
        one.kind
        for one in compare(state_of(before), state_of(after))
        if one.kind in _SUBSTANCE and not _corrects(one)
    )
    return tuple((kind, counts[kind]) for kind in _SUBSTANCE if counts[kind])


def _corrects(change: Changed) -> bool:
    """Whether other words say the same: nearly all letters, and every number, are as they were."""
    if change.kind not in ("reworded", "phase retitled"):
        return False
    before, after = wording(change.before or ""), wording(change.after or "")
    same_numbers = re.findall(r"\d+", before) == re.findall(r"\d+", after)
    return same_numbers and likeness(print_of(before), print_of(after)) >= _SAME

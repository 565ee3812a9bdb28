"""The past as rules ask for it, out of git and the index: nothing is read before it is asked."""

from __future__ import annotations

import posixpath
from collections import Counter

from trueplan.app.named_work import paths_named
from trueplan.app.repository import Repository
from trueplan.app.revisions_read import read_snapshots
from trueplan.errors import GitError
from trueplan.git import ignored_paths
from trueplan.git.commit import changed_paths
from trueplan.git.standpoint import Standpoint, find_standpoint
from trueplan.history.comparison import compare
from trueplan.history.snapshot import Snapshot
from trueplan.history.state import state_of
from trueplan.history.tracked import track_first, track_next
from trueplan.index.commits import update_commits
from trueplan.index.database import open_database
from trueplan.index.file_history import FileHistory, FileWork
from trueplan.lint.past import Completion, FilePast, Work

# What changes a plan after its end; ticks and notes do not, they complete what is said of it.
_SUBSTANCE = (
    "added",
    "removed",
    "reworded",
    "unticked",
    "moved",
    "phase added",
    "phase removed",
    "phase retitled",
    "phase reopened",
)


class GitPast:
    """The history around a repository of plans. Raises GitError where git fails."""

    def __init__(self, repository: Repository, standpoint: Standpoint) -> None:
        self.repository = repository
        self.standpoint = standpoint
        self._database = open_database(standpoint.common)
        update_commits(self._database, repository.root, standpoint)
        self._history = FileHistory(self._database, standpoint.head)

    @property
    def complete(self) -> bool:
        """Whether the history is all there: false in a shallow clone."""
        return not self.standpoint.shallow

    def made(self, plan: str) -> str | None:
        """The day on which a plan came, whatever it was called."""
        first = self._first(plan)
        return first.day if first is not None else None

    def changed(self, plan: str) -> str | None:
        """The day of the last commit to a plan; None where it has changed since."""
        work = self._history.work(self._top(plan))
        if not work or changed_paths(self.repository.root, [plan]):
            return None
        return max(one.day for one in work)

    def files(self, plan: str, name: str) -> tuple[FilePast, ...]:
        """The files, gone ones as well, that a name can mean in a plan."""
        first = self._first(plan)
        made = first.number if first is not None else None
        prefix = self.standpoint.prefix
        found = []
        for path in paths_named(self._history, name, plan, prefix):
            work = self._history.work(path)
            if path.startswith(prefix) and work:
                found.append(
                    FilePast(
                        path[len(prefix) :],
                        work[0].day,
                        max(one.day for one in work),
                        made is not None and work[0].number > made,
                    )
                )
        return tuple(found)

    def ignores(self, plan: str, name: str) -> bool:
        """Whether git would ignore the file that a plan names."""
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(plan), name))
        asked = [one for one in (posixpath.normpath(name), beside) if not one.startswith("..")]
        return bool(ignored_paths(self.repository.root, asked))

    def work_under(self, plan: str, words: str) -> tuple[Work, ...]:
        """The commits behind a plan's first that name `words` and changed no documents alone."""
        first = self._first(plan)
        if first is None:
            return ()
        found = self._history.work_under(words, first.number)
        return tuple(Work(commit[:7], at[:10], subject) for commit, at, subject in found)

    def completion(self, plan: str) -> Completion | None:
        """Since when a plan is completed, and what changed since."""
        work = [one for one in self._history.work(self._top(plan)) if one.new is not None]
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

    def _top(self, path: str) -> str:
        return self.standpoint.prefix + path

    def _first(self, plan: str) -> FileWork | None:
        """The commit that brought the plan in, followed back through its moves."""
        path = self._top(plan)
        first: FileWork | None = None
        for _ in range(100):  # moves in a circle end here
            work = self._history.work(path)
            if not work or (first is not None and work[0].number >= first.number):
                break
            first = work[0]
            before = self._history.moved_from(path)
            if before is None:
                break
            path = before
        return first

    def _snapshots(self, blobs: list[str]) -> dict[str, Snapshot | None]:
        return read_snapshots(self.repository, self._database, blobs)


def find_past(repository: Repository) -> GitPast | None:
    """The past of a repository; None where git has no commit of it, or is not there."""
    try:
        standpoint = find_standpoint(repository.root)
    except GitError:
        return None
    return GitPast(repository, standpoint) if standpoint is not None else None


def _count_changes(since: Snapshot, last: Snapshot) -> tuple[tuple[str, int], ...]:
    keys = iter(range(1, 1 << 40))
    before = track_first(since, keys)
    after = track_next([before], last, keys)
    counts: Counter[str] = Counter(
        one.kind for one in compare(state_of(before), state_of(after)) if one.kind in _SUBSTANCE
    )
    return tuple((kind, counts[kind]) for kind in _SUBSTANCE if counts[kind])

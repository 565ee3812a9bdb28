"""The past as rules ask for it, out of git and the index: nothing is read before it is asked."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

from trueplan.app.named_paths import paths_named
from trueplan.app.repository import Repository
from trueplan.errors import GitError
from trueplan.git.commit import changed_paths
from trueplan.git.ignoring import Ignoring
from trueplan.git.revisions import is_blob
from trueplan.git.standpoint import Standpoint, find_standpoint
from trueplan.index.completions import KeptCompletion, load_completion, save_completion
from trueplan.index.current import keep_or_not, open_current
from trueplan.index.database import Database
from trueplan.index.file_history import FileHistory, FileWork
from trueplan.index.reader_name import name_reader
from trueplan.lint.past import Completion, FilePast, Work
from trueplan.record import Literal
from trueplan.text.words import one_line

_MOST_MOVES = 100  # moves in a circle end here
_REVERT = 'Revert "'


class GitPast:
    """The history around a repository of plans. Raises GitError where git fails."""

    def __init__(self, repository: Repository, standpoint: Standpoint) -> None:
        self.repository = repository
        self.standpoint = standpoint
        self._database = open_current(repository.root, standpoint)
        self._history = FileHistory(self._database, standpoint.head)
        self._works: dict[str, tuple[FileWork, ...]] = {}
        self._touched: frozenset[str] | None = None
        self.remark = ""  # what kept a question from an answer
        self._reader = ""
        self._ignoring = Ignoring(repository.root)

    def close(self) -> None:
        """Let go of the index and of git."""
        self._database.connection.close()
        self._ignoring.close()

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

    def ignored(self, plan: str, names: Iterable[str]) -> frozenset[str]:
        """Those names in a plan of which git would ignore a file that they can mean."""
        places = {name: _places(plan, name) for name in names}
        found = self._ignoring(dict.fromkeys(path for some in places.values() for path in some))
        return frozenset(name for name, some in places.items() if not found.isdisjoint(some))

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
        try:
            told = self._tell(plan, [one.new for one in work if one.new is not None])
        except GitError as error:
            self.remark = one_line(error.message)
            return None
        if told is None:
            return None
        since = work[told.since]
        return Completion(since.commit[:7], since.day, told.changes)

    def _tell(self, plan: str, blobs: list[str]) -> KeptCompletion | None:
        """What the revisions tell of the completion, from the index or by reading them."""
        reader = self._reader = self._reader or name_reader(
            self.repository.configuration.lint.rates
        )
        known = load_completion(self._database, plan, reader, blobs)
        if known is not None:
            return known[0]
        from trueplan.app.revisions_read import read_snapshots
        from trueplan.history.completion import tell_afterwards

        def read(database: Database) -> KeptCompletion | None:
            snapshots = read_snapshots(self.repository, database, blobs)
            told = tell_afterwards([snapshots[one] for one in blobs])
            found = KeptCompletion(*told) if told is not None else None
            save_completion(database, plan, reader, blobs, found)
            return found

        return keep_or_not(self._database, self.standpoint.common, read)

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


def find_past(repository: Repository, standpoint: Standpoint | None = None) -> GitPast | None:
    """The past of a repository; None where git has no commit of it, or is not there.

    Git is asked for the `standpoint` where it is not known. Raises GitError where the history
    cannot be read.
    """
    try:
        standpoint = standpoint or find_standpoint(repository.root)
    except GitError:
        return None
    if standpoint is None:
        return None
    try:
        return GitPast(repository, standpoint)
    except GitError as error:
        raise GitError(
            f"the history cannot be read: {error}",
            help="mend the repository, or leave out the rules that need it: --ignore TP7",
        ) from error


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

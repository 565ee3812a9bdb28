"""The past of one plan or of all, up to this moment: commits, and what is not committed yet."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.app.moved_files import find_moved
from trueplan.app.past import Past, Progress, read_past
from trueplan.app.plan_files import PlanFile
from trueplan.app.repository import Repository
from trueplan.git import user_name
from trueplan.history.life import Life
from trueplan.history.present import begin_life, tell_present
from trueplan.history.snapshot import take_snapshot
from trueplan.record import Record


class PlanPast(Record):
    """A plan and its life. `uncommitted` counts the events that no commit has."""

    file: PlanFile
    life: Life
    uncommitted: int


class PlansPast(Record):
    """Plans with their lives, in the order asked for, and what is known of the history itself.

    `past` is None where git has no commit: then nothing is known but what is there now.
    """

    plans: tuple[PlanPast, ...]
    past: Past | None

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should know of the history, as sentences."""
        if self.past is None:
            return ("git has no commit, so nothing is known of the past",)
        if not self.past.shallow:
            return self.past.remarks
        said = "the clone is shallow: what was before its first commit is not known"
        return (*self.past.remarks, said)


def read_plans_past(
    repository: Repository,
    files: Sequence[PlanFile],
    today: str,
    progress: Progress | None = None,
) -> PlansPast:
    """The past of plans, what is not committed told as of `today`. Raises GitError."""
    past = None
    if repository.in_git:
        past = read_past(repository, [one.path for one in files], progress)
    lives = dict(past.lives) if past is not None else {}
    moved: dict[str, str] = {}
    if past is not None:
        strange = [one.path for one in files if one.path not in lives]
        moved = find_moved(repository, strange) if strange else {}
        before = read_past(repository, list(moved.values())) if moved else None
        for path, old in moved.items():
            if before is not None and old in before.lives:
                lives[path] = before.lives[old]
    author = _Author(repository)
    return PlansPast(
        tuple(_join(one, lives.get(one.path), moved.get(one.path), today, author) for one in files),
        past,
    )


class _Author:
    """Who has not committed yet; git is asked once, and only if there is something to tell."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self.known: str | None = None

    def name(self) -> str:
        if self.known is None:
            self.known = user_name(self.repository.root) or ""
        return self.known


def _join(
    file: PlanFile, life: Life | None, moved: str | None, today: str, author: _Author
) -> PlanPast:
    now = take_snapshot(file.plan)
    if life is None:
        begun = begin_life(now, today, author.name(), file.path)
        return PlanPast(file, begun, len(begun.events))
    if now == life.last.snapshot and moved is None:
        return PlanPast(file, life, 0)
    told = tell_present(life, now, today, author.name(), (moved, file.path))
    return PlanPast(file, told, len(told.events) - len(life.events))

"""The past of plans: what git knows of them, read through the index."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trueplan.app.repository import Repository
from trueplan.app.revisions_read import read_snapshots
from trueplan.git.standpoint import Standpoint, find_standpoint
from trueplan.history.life import Account, Life, Step, Touch
from trueplan.history.telling import tell_lives
from trueplan.index.commits import (
    KeptChange,
    KeptCommit,
    load_commits,
    load_document_changes,
    update_commits,
)
from trueplan.index.database import Database, with_database
from trueplan.index.lives import Standing, load_accounts, load_lives, save_lives
from trueplan.index.reader_name import name_reader
from trueplan.record import Record

Progress = Callable[[int, int], None]


class Past(Record):
    """The lives of plans, by their paths from the root of the repository as HEAD has them.

    `shallow` says that the clone ends before the history does. `remarks` are what a person should
    know of how it was read.
    """

    lives: dict[str, Life]
    shallow: bool
    remarks: tuple[str, ...] = ()


class Accounts(Record):
    """The same without the states of the plans."""

    accounts: dict[str, Account]
    shallow: bool
    remarks: tuple[str, ...] = ()


def read_past(
    repository: Repository, paths: Sequence[str], progress: Progress | None = None
) -> Past | None:
    """The past of the plans at `paths`; None where git has no commit.

    Every revision is read once, and told once for each state of the repository. Raises GitError.
    """
    standpoint = find_standpoint(repository.root)
    if standpoint is None:
        return None

    def work(database: Database) -> Past:
        reading = _Reading(repository, standpoint, database, progress)
        found = reading.lives(paths)
        lives = {path: life for path, life in found.items() if life is not None}
        return Past(lives, standpoint.shallow, _remarks(database))

    return with_database(standpoint.common, work)


def read_accounts(
    repository: Repository, paths: Sequence[str], progress: Progress | None = None
) -> Accounts | None:
    """What is told of the plans at `paths`, without their states; None where git has no commit.

    Raises GitError.
    """
    standpoint = find_standpoint(repository.root)
    if standpoint is None:
        return None

    def work(database: Database) -> Accounts:
        reading = _Reading(repository, standpoint, database, progress)
        found = reading.accounts(paths)
        accounts = {path: one for path, one in found.items() if one is not None}
        return Accounts(accounts, standpoint.shallow, _remarks(database))

    return with_database(standpoint.common, work)


def _remarks(database: Database) -> tuple[str, ...]:
    return (database.remark,) if database.remark else ()


class _Reading:
    """One use: the index of one repository, brought up to date."""

    def __init__(
        self,
        repository: Repository,
        standpoint: Standpoint,
        database: Database,
        progress: Progress | None,
    ) -> None:
        self.repository, self.standpoint = repository, standpoint
        self.database, self.progress = database, progress
        settings = repository.configuration.lint
        reader = f"{name_reader(settings.rates)} {settings.largest_file}"
        self.standing = Standing(f"{standpoint.head} {standpoint.grafts}", reader)

    def lives(self, paths: Sequence[str]) -> dict[str, Life | None]:
        """The lives of the plans at `paths`, from the root."""
        places = self._places(paths)
        known = load_lives(self.database, self.standing, list(places))
        missing = [place for place in places if place not in known]
        known |= self._tell(missing)
        return {path: known[place] for place, path in places.items()}

    def accounts(self, paths: Sequence[str]) -> dict[str, Account | None]:
        """What is told of the plans at `paths`."""
        places = self._places(paths)
        known = load_accounts(self.database, self.standing, list(places))
        missing = [place for place in places if place not in known]
        for place, life in self._tell(missing).items():
            known[place] = life.account if life is not None else None
        return {path: known[place] for place, path in places.items()}

    def _places(self, paths: Sequence[str]) -> dict[str, str]:
        """The paths by what they are from the top level of git."""
        return {self.standpoint.prefix + path: path for path in paths}

    def _tell(self, places: Sequence[str]) -> dict[str, Life | None]:
        """Tell lives anew from the log and the snapshots, and keep them."""
        if not places:
            return {}
        database = self.database
        update_commits(database, self.repository.root, self.standpoint)
        commits = load_commits(database)
        changes = choose_changes(load_document_changes(database), places)
        by_plan = sorted(changes, key=lambda one: one.path)  # revisions of one plan in a row
        blobs = list(dict.fromkeys(one.new for one in by_plan if one.new is not None))
        snapshots = read_snapshots(self.repository, database, blobs, self.progress)
        told = tell_lives(_steps(commits, changes), self.standpoint.head, snapshots.__getitem__)
        lives = {place: told.get(place) for place in places}
        save_lives(database, self.standing, lives)
        return lives


def choose_changes(changes: Sequence[KeptChange], paths: Sequence[str]) -> list[KeptChange]:
    """The changes of files at `paths`, and at all the paths from which they were moved there."""
    wanted = set(paths)
    for one in reversed(changes):
        if one.before is not None and one.path in wanted:
            wanted.add(one.before)
    return [one for one in changes if one.path in wanted or one.before in wanted]


def _steps(commits: Sequence[KeptCommit], changes: Sequence[KeptChange]) -> dict[str, Step]:
    touches: dict[int, list[Touch]] = {}
    for one in changes:
        touches.setdefault(one.commit, []).append(Touch(one.path, one.new, one.before))
    return {
        one.commit: Step(
            one.commit, one.parents, one.at, one.author, tuple(touches.get(one.number, ()))
        )
        for one in commits
    }

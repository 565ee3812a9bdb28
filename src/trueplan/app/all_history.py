"""What happened to all plans of a repository."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from trueplan.app.history import Event, Wanted, takes
from trueplan.app.no_plans import no_plans
from trueplan.app.past import Accounts, read_accounts
from trueplan.app.plan_files import read_plan_file
from trueplan.app.plan_past import read_plans_past
from trueplan.app.repository import Repository, open_repository, survey
from trueplan.errors import UsageError
from trueplan.git.blob import name_blob
from trueplan.history.life import Account
from trueplan.record import AnyPath, Record
from trueplan.workspace.disk import Unreadable
from trueplan.workspace.recognition import why_not_a_plan


class Happened(Record):
    """An event, and the plan that it happened to."""

    ref: str
    path: str
    event: Event


class Activity(Record):
    """The events of all plans: the last day first, on it the plan that moved last.

    What happened to a plan on a day stands in the order in which it did. `plans` counts the plans
    that have any past, and `total` the events before the limit.
    """

    events: tuple[Happened, ...]
    total: int
    plans: int
    remarks: tuple[str, ...]


def tell_all_histories(
    folder: AnyPath,
    today: str,
    wanted: Wanted,
    limit: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Activity:
    """What happened to the plans of the repository around `folder`, at most `limit` events.

    What is not committed is told as of `today`. Raises UsageError where there are no plans, or no
    git, and GitError.
    """
    repository = open_repository(folder)
    names = survey(repository).names
    if not names:
        raise no_plans(repository, folder, [])
    if not repository.in_git:
        raise UsageError(
            f"{repository.root} is not in a git repository, so nothing is known of the past",
            help="`git init`, and commit the plans",
        )
    past = read_accounts(repository, list(names), progress)
    found: list[Happened] = []
    plans = 0
    for path, events in _events(repository, names, past, today):
        plans += bool(events)
        found += [Happened(names[path], path, one) for one in events if takes(wanted, one)]
    found.sort(key=lambda one: one.event.at[:10])
    last = found[-limit:] if limit else found
    places = {(one.event.day, one.ref): at for at, one in enumerate(last)}
    last.sort(key=lambda one: (one.event.day, places[one.event.day, one.ref]), reverse=True)
    return Activity(tuple(last), len(found), plans, _remarks(past))


def _events(
    repository: Repository, names: dict[str, str], past: Accounts | None, today: str
) -> Iterator[tuple[str, tuple[Event, ...]]]:
    """The events of each plan; a plan that is as HEAD has it need not be read again."""
    accounts = past.accounts if past is not None else {}
    changed: list[str] = []
    for path in names:
        account = accounts.get(path)
        if account is not None and _is_unchanged(repository, path, account):
            yield path, account.events
        else:
            changed.append(path)
    files = [
        file
        for path in changed
        if not isinstance(repository.read(path), Unreadable)
        and why_not_a_plan((file := read_plan_file(repository, path, names[path])).plan) is None
    ]
    if files:
        for one in read_plans_past(repository, files, today).plans:
            yield one.file.path, one.life.events


def _is_unchanged(repository: Repository, path: str, account: Account) -> bool:
    source = repository.read(path)
    if isinstance(source, Unreadable):
        return True  # what is known of it is what HEAD has
    return name_blob(source, account.blob) == account.blob


def _remarks(past: Accounts | None) -> tuple[str, ...]:
    if past is None:
        return ("the repository has no commit yet",)
    said = list(past.remarks)
    if past.shallow:
        said.append("the clone is shallow: what was before its first commit is not known")
    return tuple(said)

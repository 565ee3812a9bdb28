"""What a person asks for in a new plan, read: phases, items of the backlog, a day, a file."""

from __future__ import annotations

import os
from collections.abc import Sequence

from trueplan.app.backlog_files import FoundItem, find_items, read_backlogs
from trueplan.app.repository import Repository
from trueplan.errors import UsageError
from trueplan.record import AnyPath, Record
from trueplan.workspace.disk import Unreadable, read_file

_MOST_PHASES = 50
_LARGEST = 10_000_000  # bytes of a file that is taken over


class AskedPlan(Record):
    """What is asked for. "" and () are what nobody has said.

    `phases` are titles, or one number; `backlog` are IDs; `origin` is a file that is taken over,
    `folder` and `template` are paths from where the command runs.
    """

    today: str
    topic: str = ""
    phases: tuple[str, ...] = ()
    backlog: tuple[str, ...] = ()
    origin: str = ""
    owner: str = ""
    target: str = ""
    folder: str = ""
    template: str = ""


def read_phases(words: Sequence[str]) -> tuple[list[str], int]:
    """Titles, and a number that was given, 0 without one."""
    titles, numbers = [], []
    for word in words:
        plain = " ".join(word.split())
        if plain.removeprefix("-").isdecimal():
            numbers.append(int(plain))
        elif not plain:
            raise UsageError("a phase needs a title", help="or say how many: --phases 4")
        else:
            titles.append(plain)
    if len(numbers) > 1:
        raise UsageError(f"--phases takes one number, not {len(numbers)}")
    if numbers and not 1 <= numbers[0] <= _MOST_PHASES:
        raise UsageError(f"--phases takes a number from 1 to {_MOST_PHASES}, not {numbers[0]}")
    return titles, numbers[0] if numbers else 0


def read_items(repository: Repository, words: Sequence[str]) -> list[FoundItem]:
    """The items of the backlog that IDs name; none, unlooked for, where there are none."""
    return find_items(read_backlogs(repository), words) if words else []


def read_origin(word: str, folder: AnyPath) -> bytes:
    """The bytes of the file that the plan is made from; it may stand anywhere."""
    full = os.path.realpath(os.path.join(folder, word))
    if not os.path.exists(full):
        raise UsageError(f"there is no file {word}", help="--from takes a Markdown file")
    source = read_file(os.path.dirname(full), os.path.basename(full), _LARGEST)
    if isinstance(source, Unreadable):
        raise UsageError(f"{word}: {source.message}", help=source.help)
    try:
        source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{word}:{line}: this is not UTF-8", help="convert it") from None
    if not source.strip():
        raise UsageError(f"{word} is empty", help="name a file that says something")
    return source


def read_target(asked: AskedPlan) -> str:
    """The day that is asked for, "" without one."""
    if not asked.target:
        return ""
    from datetime import date

    try:
        day = date.fromisoformat(asked.target).isoformat()
    except ValueError:
        raise UsageError(f"--target takes a day like 2026-03-10, not {asked.target}") from None
    if day < asked.today:
        raise UsageError(f"the target {day} is before the day that the plan is made")
    return day

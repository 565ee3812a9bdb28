"""What a seeded fault is: one change to a clean repository, and what must be said about it."""

from __future__ import annotations

from typing import NamedTuple

TODAY = "2026-03-10"


class Replace(NamedTuple):
    """Other text in the place of some that stands in the file once."""

    file: str
    old: str
    new: str | bytes


class Write(NamedTuple):
    """A new file, or new content for one."""

    file: str
    content: str | bytes


class Remove(NamedTuple):
    """A file that is gone."""

    file: str


class Link(NamedTuple):
    """A symbolic link."""

    file: str
    target: str


Change = Replace | Write | Remove | Link


class Past(NamedTuple):
    """Commits before the check: the clean repository on one day, the change on another.

    Without a day for the change it is not committed.
    """

    clean: str
    change: str = ""
    subject: str = "Some work"


class Fault(NamedTuple):
    """A fault: `marks` is what the finding of `code` must mark, in the file `at`.

    Of a mark over several lines it is the first; it is empty for a file that was not read. `at`
    defaults to the file that is changed. `also` holds what follows from the fault besides,
    as "TP409 docs/plans/README.md", once for each finding; anything else is too much. With
    `newline` the lines of the changed file end so before the change. Without a `past` git has no
    commit.
    """

    name: str
    style: str
    base: str
    change: Change
    code: str
    marks: str | bytes
    at: str = ""
    also: tuple[str, ...] = ()
    today: str = TODAY
    newline: str = "\n"
    past: Past | None = None

    @property
    def place(self) -> str:
        """The path of the file in which the finding must be."""
        return self.at or self.change.file

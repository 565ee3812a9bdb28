"""What rules ask of the past: plain questions that `app` answers from git."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from trueplan.record import Literal, Record


class FilePast(Record):
    """A file that a plan names, through the commits.

    `came` is the day since which it is there, `changed` that of its last commit. `since` says how
    its first commit stands to the plan's first; "before" where that is not known, and for all that
    the first commit of a repository brought.
    """

    path: str
    came: str
    changed: str
    since: Literal["before", "with", "after"]


class Work(Record):
    """A commit: its name, cut as git cuts it, its day and its subject."""

    commit: str
    day: str
    subject: str


class Completion(Record):
    """The commit since which a plan is completed, and what changed of it since, as counts by kind.

    The kinds are those of events: "added", "removed", "reworded", "unticked", "phase added" …
    """

    commit: str
    day: str
    changes: tuple[tuple[str, int], ...]


class Past(Protocol):
    """The history of a repository, as far as rules ask for it. Paths start at the root."""

    @property
    def complete(self) -> bool:
        """Whether the history is all there: false in a shallow clone."""

    def made(self, plan: str) -> str | None:
        """The day on which the plan at a path came, whatever it was called; None without one."""

    def changed(self, plan: str) -> str | None:
        """The day of the last commit to the plan; None where no commit has it."""

    def touched(self, plan: str) -> bool:
        """Whether the plan stands in the work tree otherwise than in the last commit."""

    def files(self, plan: str, name: str) -> tuple[FilePast, ...]:
        """The files, gone ones as well, that a name can mean in the plan."""

    def ignored(self, plan: str, names: Iterable[str]) -> frozenset[str]:
        """Those of some files that a plan names which git would ignore: uncommitted by intent."""

    def work_under(self, plan: str, words: str) -> tuple[Work, ...]:
        """The commits behind the plan's first that name `words` and changed no documents alone.

        Those that were reverted are left out, with what reverted them.
        """

    def completion(self, plan: str) -> Completion | None:
        """Since when the plan is completed, and what changed since; None where it is not known."""


def no_past() -> Past | None:
    """The past where there is none."""
    return None

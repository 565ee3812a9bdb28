"""A phase: a stretch of work with its tasks, outputs and criteria."""

from __future__ import annotations

from trueplan.model.date import Date
from trueplan.model.estimate import Estimate
from trueplan.model.item import Item
from trueplan.model.located import Field, Located
from trueplan.model.status import Status
from trueplan.record import Literal, Record
from trueplan.text import Span


class Dependency(Record):
    """Something that a phase waits for, as far as its words tell.

    `numbers` are phases of the same plan, as written there; `elsewhere` is true where the words
    speak of another plan, and then `plan` is the link or name given.
    """

    raw: str
    span: Span
    numbers: tuple[str, ...] = ()
    elsewhere: bool = False
    plan: str | None = None
    certain: bool = False


class Phase(Record):
    """A phase as written.

    `level` is that of its heading, or "table" or "list". `items` holds all its items in order;
    `boxes` is done and total over every checkbox in its section. `marked_done` says that its
    heading, box, row or status field calls it done, `marked_cancelled` that one calls it off.
    """

    number: str | None
    title: str
    word: str
    level: int | Literal["table", "list"]
    heading: Span
    span: Span
    marked_done: bool
    marked_cancelled: bool
    done_mark: Span | None
    status: Status | None
    goal: Located | None
    estimate: Estimate | None
    dates: tuple[Date, ...]
    dependencies: tuple[Dependency, ...]
    tasks: tuple[Item, ...]
    deliverables: tuple[Item, ...]
    acceptance: tuple[Item, ...]
    others: tuple[Item, ...]
    boxes: tuple[int, int]
    fields: tuple[Field, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in the order of the document."""
        everything = self.tasks + self.deliverables + self.acceptance + self.others
        return tuple(sorted(everything, key=lambda item: item.span.start))


def bare_number(number: str) -> str:
    """A number as it is compared: "02" is "2", "2A" is "2a"."""
    return number.lower().lstrip("0") or "0"

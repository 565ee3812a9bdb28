"""What a rule found: a fact, its place, what to do about it."""

from __future__ import annotations

from trueplan.lint.settings import Severity
from trueplan.record import Literal, Record
from trueplan.text import Edit, Span


class Label(Record):
    """A second place that belongs to a finding, with a word about it."""

    span: Span
    text: str


class Fix(Record):
    """Edits to the finding's file that settle it. Safe ones say nothing that is not known."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True


class Found(Record):
    """What a rule yields. The engine adds code, name, severity and path.

    `seen` is what acceptance holds on to: a finding that was accepted stays quiet while it is
    the same; it defaults to the message. `mark` is the short remark beside the marked source.
    """

    span: Span
    message: str
    help: str = ""
    ref: str | None = None
    mark: str = ""
    labels: tuple[Label, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    seen: str | None = None


class Place(Record):
    """A range of lines and columns, from 1, with the text of its first line."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    note: str = ""


class Finding(Record):
    """A finding as everything above the rules sees it."""

    code: str
    name: str
    severity: Severity
    path: str
    span: Span
    place: Place
    message: str
    help: str
    ref: str | None
    seen: str
    labels: tuple[Place, ...] = ()
    fix: Fix | None = None
    confidence: Literal["certain", "likely"] = "certain"

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order by file, place and code."""
        return (self.path, self.place.line, self.place.column, self.code, self.message)

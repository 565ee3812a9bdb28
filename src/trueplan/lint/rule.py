"""What a rule is: a code, a name, a page and a function."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from trueplan.lint.finding import Found
from trueplan.lint.settings import Severity
from trueplan.record import Any, Literal, Record

Scope = Literal["file", "document", "plan", "index"]


class Committed(Record):
    """A commit that comes before an example: its day, its subject, the files it writes.

    A text of None stands for the example's own plan, "" takes the file away.
    """

    day: str
    subject: str
    files: tuple[tuple[str, str | None], ...]


class Rule(Record):
    """A rule with its page.

    `scope` says what `check` is given: "document" and "plan" a Subject (every Markdown document
    that is read, or plans alone), "index" an IndexSubject; rules of scope "file" are raised
    where files are read and have no `check`. `what`, `why`, `bad`, `good` are the page:
    `bad` and `good` are whole plans, with `files` beside them where the rule looks around
    (path to text), and are tested: the bad one has the finding, the good one has none.
    `past` are the commits before it, where the rule looks at the past; `good_past` those of the
    good one, if they are others. `bad_encoding` is how the bad one stands on the disk. A rule that
    is raised elsewhere and has examples is tested by them all the same.
    """

    code: str
    name: str
    severity: Severity
    scope: Scope
    summary: str
    what: str
    why: str
    bad: str = ""
    good: str = ""
    check: Callable[[Any], Iterable[Found]] | None = None
    template: bool = False
    fix: str = ""
    limits: str = ""
    confidence: Literal["certain", "likely"] = "certain"
    bad_path: str = "docs/plans/2026-03-02-harbour-lights.md"
    files: tuple[tuple[str, str], ...] = ()
    good_files: tuple[tuple[str, str], ...] | None = None
    past: tuple[Committed, ...] = ()
    good_past: tuple[Committed, ...] | None = None
    today: str = "2026-03-10"
    bad_encoding: str = "utf-8"

"""The errors that Trueplan raises.

Bad *content* of a plan is never an error: it is a finding. These are for everything else::

    TrueplanError            exit  what happened
    ├── UsageError              2  wrong use of a command
    │   ├── ConfigurationError  2  the configuration cannot be used
    │   ├── UnknownReference    2  a reference that matches nothing
    │   └── AmbiguousReference  2  a reference that matches several things
    ├── Refused                 1  a guard said no
    │   └── NoPlace             1  the document has no place for what is asked
    ├── Conflict                3  the file is no longer what the caller saw
    │   └── OverlappingEdits    3  two edits claim the same bytes
    ├── GitError                2  git could not answer
    └── MergeFailed           129  git is told that a file could not be merged
"""

from __future__ import annotations

from trueplan.record import Record


class TrueplanError(Exception):
    """Something that a person can act on: `message` says what, `help` what to do."""

    exit_code = 2
    kind = "error"

    def __init__(self, message: str, *, help: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.help = help


class UsageError(TrueplanError):
    """A command was called with words that it cannot take."""

    kind = "usage"


class ConfigurationError(UsageError):
    """A configuration file holds a key or a value that means nothing."""

    kind = "configuration"


class UnknownReference(UsageError):
    """No plan, phase or item answers to the reference."""

    kind = "unknown-reference"


class AmbiguousReference(UsageError):
    """Several things answer to the reference; the help lists them."""

    kind = "ambiguous-reference"


class Missing(Record):
    """What a guard misses: the fact, where it stands, and the command that settles it.

    `ref` is "" for what no reference names.
    """

    what: str
    path: str
    line: int
    ref: str
    command: str


class Refused(TrueplanError):
    """A guard said no; `missing` is what it misses."""

    exit_code = 1
    kind = "refused"

    def __init__(
        self, message: str, *, help: str | None = None, missing: tuple[Missing, ...] = ()
    ) -> None:
        super().__init__(message, help=help)
        self.missing = missing


class NoPlace(Refused):
    """The document has no place for what is asked."""

    kind = "no-place"


class Conflict(TrueplanError):
    """The file changed since it was read; nothing was written."""

    exit_code = 3
    kind = "conflict"


class OverlappingEdits(Conflict):
    """Two edits of one change claim the same bytes."""

    kind = "overlapping-edits"


class GitError(TrueplanError):
    """Git is missing, or refused."""

    kind = "git"


class MergeFailed(TrueplanError):
    """A file could not be merged; git stops on an exit code above 128."""

    exit_code = 129
    kind = "merge"

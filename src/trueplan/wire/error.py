"""An error as JSON."""

from __future__ import annotations

import msgspec

from trueplan.errors import Missing
from trueplan.wire.encoding import encode


class MissingShape(msgspec.Struct, frozen=True):
    """What a guard misses: the fact, its place, the command that settles it."""

    what: str
    path: str
    line: int
    ref: str
    command: str


class ErrorAnswer(msgspec.Struct, frozen=True, tag_field="schema", tag="trueplan.error/1"):
    """What went wrong: `kind` from a fixed list, `exit_code` as the process ends with.

    `missing` is what a guard misses that said no, else empty.
    """

    kind: str
    message: str
    help: str | None
    exit_code: int
    missing: list[MissingShape]


def encode_error(
    kind: str,
    message: str,
    help: str | None,
    exit_code: int,
    missing: tuple[Missing, ...] = (),
) -> bytes:
    """An error as JSON."""
    shapes = [MissingShape(*one) for one in missing]
    return encode(ErrorAnswer(kind, message, help, exit_code, shapes))

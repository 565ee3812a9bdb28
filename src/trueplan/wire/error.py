"""An error as JSON."""

from __future__ import annotations

import msgspec

from trueplan.wire.encoding import encode


class ErrorAnswer(msgspec.Struct, frozen=True, tag_field="schema", tag="trueplan.error/1"):
    """What went wrong: `kind` from a fixed list, `exit_code` as the process ends with."""

    kind: str
    message: str
    help: str | None
    exit_code: int


def encode_error(kind: str, message: str, help: str | None, exit_code: int) -> bytes:
    """An error as JSON."""
    return encode(ErrorAnswer(kind, message, help, exit_code))

"""Values to JSON bytes."""

from __future__ import annotations

import msgspec


def encode(value: msgspec.Struct) -> bytes:
    """`value` as indented JSON in UTF-8, with a line end; the same value gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"

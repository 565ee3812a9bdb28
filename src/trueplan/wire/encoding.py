"""Values to JSON bytes."""

from __future__ import annotations

from typing import Any

import msgspec


def encode(value: msgspec.Struct) -> bytes:
    """`value` as indented JSON in UTF-8, with a line end; the same value gives the same bytes."""
    try:
        data = msgspec.json.encode(value)
    except UnicodeEncodeError:
        data = msgspec.json.encode(_encodable(msgspec.to_builtins(value)))
    return msgspec.json.format(data, indent=2) + b"\n"


def encodable(text: str) -> str:
    """`text` with a sign in place of the bytes that, in the name of a file, are not UTF-8."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, dict):
        return {key: _encodable(one) for key, one in value.items()}
    return [_encodable(one) for one in value] if isinstance(value, list) else value

"""The configuration in force, as JSON."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from trueplan.app.settings import Setting
from trueplan.wire.encoding import encode

Value = str | float | bool | None | list[str] | dict[str, list[str]]


class OptionShape(msgspec.Struct, frozen=True):
    """An option. `source` is "default" or the file that sets it.

    `value` is null where things are found by place; `kind` and `default` are words for people.
    """

    key: str
    value: Value
    source: str
    kind: str
    default: str
    meaning: str


class ConfigAnswer(msgspec.Struct, frozen=True, tag_field="schema", tag="trueplan.config/1"):
    """The configuration. `source` is the file that was read, from `root`; null without one."""

    root: str
    source: str | None
    options: list[OptionShape]


def encode_settings(root: str, source: str | None, settings: Iterable[Setting]) -> bytes:
    """The configuration as JSON."""
    options = [msgspec.convert(one._asdict(), OptionShape) for one in settings]
    return encode(ConfigAnswer(root, source, options))

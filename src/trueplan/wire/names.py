"""The list of the schemas."""

from __future__ import annotations

import msgspec


class SchemaNames(msgspec.Struct, frozen=True, tag_field="schema", tag="trueplan.schemas/1"):
    """What `trueplan schema` knows."""

    names: list[str]

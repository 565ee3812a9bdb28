"""The shapes of the JSON answers in the page about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from documentation.markdown import code, quote_options, table
from documentation.pages import Pages, fill
from trueplan.wire.schemas import THINGS, make_schema

_PAGE = "docs/json.md"


def json_page(root: Path) -> Pages:
    """The page with its shapes brought up to date."""
    text = "\n\n".join(_thing(thing) for thing in THINGS)
    return {_PAGE: fill((root / _PAGE).read_text(encoding="utf-8"), "shapes", text)}


def _thing(thing: str) -> str:
    schema = make_schema(thing)
    parts: Mapping[str, Any] = schema["$defs"]
    top = schema.get("$ref", "").rpartition("/")[2]
    ordered = [top, *(name for name in parts if name != top)]
    structs = [_struct(name, parts[name], name == top) for name in ordered]
    return "\n\n".join((f"### {thing}", *structs))


def _struct(name: str, struct: Mapping[str, Any], is_top: bool) -> str:
    said = quote_options(" ".join(str(struct.get("description", "")).split()))
    required = struct.get("required", ())
    rows = [
        (code(key), _type(value), "" if key in required else "may be absent")
        for key, value in struct.get("properties", {}).items()
    ]
    head = said if is_top else f"{code(name)}: {said}"
    return f"{head}\n\n{table(('Key', 'Value', ''), rows)}"


def _type(value: Mapping[str, Any]) -> str:
    if "$ref" in value:
        return code(str(value["$ref"]).rpartition("/")[2])
    if "anyOf" in value:
        return " or ".join(_type(one) for one in value["anyOf"])
    if "enum" in value:
        return " or ".join(code(f'"{one}"') for one in value["enum"])
    if "const" in value:
        return code(f'"{value["const"]}"')
    kind = value.get("type", "anything")
    if kind == "array":
        if "prefixItems" in value:
            return f"list of {_several(value['prefixItems'])}"
        return f"list of {_type(value['items'])}" if value.get("items") else "list"
    if kind == "object" and isinstance(value.get("additionalProperties"), Mapping):
        return f"object of {_type(value['additionalProperties'])}"
    return str(kind)


def _several(values: Iterable[Mapping[str, Any]]) -> str:
    return " and ".join(_type(one) for one in values)

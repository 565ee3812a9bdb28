"""The JSON Schemas of the answers, made from the shapes themselves."""

from __future__ import annotations

from importlib import import_module
from typing import Any

# What an answer is called, and the struct that is its shape.
THINGS: dict[str, str] = {
    "findings": "trueplan.wire.findings:Findings",
    "plan": "trueplan.wire.plan:PlanAnswer",
    "next": "trueplan.wire.next:NextAnswer",
    "forecast": "trueplan.wire.forecast:ForecastAnswer",
    "backtest": "trueplan.wire.backtest:BacktestAnswer",
    "schedule": "trueplan.wire.schedule:ScheduleAnswer",
    "graph": "trueplan.wire.graph:GraphAnswer",
    "history": "trueplan.wire.history:HistoryAnswer",
    "burnup": "trueplan.wire.burnup:BurnupAnswer",
    "stats": "trueplan.wire.stats:StatsAnswer",
    "list": "trueplan.wire.list:ListAnswer",
    "overview": "trueplan.wire.overview:OverviewAnswer",
    "explain": "trueplan.wire.explain:ExplainAnswer",
    "accepted": "trueplan.wire.accepted:AcceptedAnswer",
    "backlog": "trueplan.wire.backlog:BacklogAnswer",
    "change": "trueplan.wire.change:ChangeAnswer",
    "config": "trueplan.wire.config:ConfigAnswer",
    "error": "trueplan.wire.error:ErrorAnswer",
    "schemas": "trueplan.wire.names:SchemaNames",
}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def make_schema(thing: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `thing`, a key of THINGS."""
    import msgspec

    module, _, name = THINGS[thing].partition(":")
    shape = getattr(import_module(module), name)
    (top,), parts = msgspec.json.schema_components((shape,), ref_template="#/$defs/{name}")
    return {"$schema": _DIALECT, "title": f"trueplan.{thing}/1", **top, "$defs": parts}


def encode_schema(thing: str) -> bytes:
    """The JSON Schema of `thing`, as JSON."""
    import json

    return (json.dumps(make_schema(thing), indent=2, ensure_ascii=False) + "\n").encode()


def encode_names() -> bytes:
    """The names of the answers, as JSON."""
    from trueplan.wire.encoding import encode
    from trueplan.wire.names import SchemaNames

    return encode(SchemaNames(list(THINGS)))

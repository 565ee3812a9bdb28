"""`trueplan schema`, and that answers are what their schemas say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.conftest import RunCli
from trueplan.wire.schemas import THINGS, make_schema

TODAY = ("--today", "2026-03-10")
ANSWERS = [
    ("findings", ("check", *TODAY)),
    ("findings", ("check", *TODAY, "--accepted", "--statistics", "--fix")),
    ("plan", ("show", "tide-tables", *TODAY)),
    ("next", ("next",)),
    ("schedule", ("schedule", *TODAY)),
    ("schedule", ("schedule", *TODAY, "--level", "optimal")),
    ("graph", ("graph",)),
    ("graph", ("graph", "--plans")),
    ("list", ("list",)),
    ("backlog", ("backlog",)),
    ("change", ("backlog", "add", "Lights", *TODAY)),
    ("overview", TODAY),
    ("explain", ("explain",)),
    ("explain", ("explain", "TP201")),
    ("accepted", ("accept", "TP401", "berth-pricing", "--because", "x", *TODAY)),
    ("config", ("config",)),
    ("schemas", ("schema",)),
    ("error", ("show", "nothing-like-it")),
]


@pytest.mark.parametrize("thing", THINGS)
def test_schemas_are_schemas(thing: str, run_cli: RunCli) -> None:
    """Valid drafts of 2020-12 that name the answer they describe."""
    ran = run_cli("schema", thing)
    schema = json.loads(ran.out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema == make_schema(thing)
    assert run_cli("schema", f"trueplan.{thing}/1") == ran


@pytest.mark.parametrize(("thing", "words"), ANSWERS, ids=str)
def test_answers_are_valid(
    thing: str, words: tuple[str, ...], harbour: Path, run_cli: RunCli
) -> None:
    ran = run_cli(*words, "--format", "json", cwd=harbour)
    answer = json.loads(ran.err if thing == "error" else ran.out)
    assert answer["schema"] == f"trueplan.{thing}/1"
    jsonschema.validate(answer, make_schema(thing))


def test_schema_refuses_what_is_not_the_answer() -> None:
    """A schema that takes everything would prove nothing."""
    empty: dict[str, Any] = {"schema": "trueplan.findings/1", "findings": []}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(empty, make_schema("findings"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"schema": "trueplan.other/1", "names": []}, make_schema("schemas"))


def test_names(run_cli: RunCli) -> None:
    assert run_cli("schema").out.split("\n") == [*THINGS, ""]
    assert json.loads(run_cli("schema", "--format", "json").out) == {
        "schema": "trueplan.schemas/1",
        "names": list(THINGS),
    }
    assert run_cli("schema", "finding") == (
        2,
        "",
        "error: there is no schema called finding\nhelp: did you mean findings?\n",
    )

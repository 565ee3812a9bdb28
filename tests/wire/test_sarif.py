"""SARIF: valid, with rules, regions, fixes and suppressions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema

from tests.cli.conftest import RunCli
from tests.cli.samples import FILES, INDEX, INDEX_PATH, LAMPS_PATH, SELECT
from tests.conftest import Make
from trueplan.lint.registry import RULES

SCHEMA = json.loads(
    (Path(__file__).parent / "schemas/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
)


def read(out: str) -> dict[str, Any]:
    """A log that is valid by the official schema; its one run."""
    log: dict[str, Any] = json.loads(out)
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_valid_on_the_example(harbour: Path, run_cli: RunCli) -> None:
    """All rules are described, every result is one of them."""
    words = ("check", "--today", "2026-03-10", "--format", "sarif")
    run = read(run_cli(*words, cwd=harbour).out)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(RULES)
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_results(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository(FILES)
    run_cli("accept", "TP401", "harbour-lights", "--because", "moved away", cwd=root)
    run = read(run_cli("check", *SELECT, "--format", "sarif", cwd=root).out)
    results = {result["ruleId"]: result for result in run["results"]}
    assert list(results) == ["TP203", "TP201", "TP408", "TP401"]
    assert results["TP201"]["level"] == "error"
    assert results["TP201"]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "docs/plans/2026-03-05-crane.md", "uriBaseId": "SRCROOT"},
        "region": {"startLine": 3, "startColumn": 13, "endLine": 3, "endColumn": 22},
    }
    assert results["TP201"]["relatedLocations"][0]["message"] == {"text": "open"}
    assert results["TP401"]["suppressions"] == [{"kind": "external", "justification": "moved away"}]
    assert "suppressions" not in results["TP201"]


def test_fixes_by_line_and_column(make_repository: Make, run_cli: RunCli) -> None:
    """Columns count characters, which the run says."""
    root = make_repository({**FILES, INDEX_PATH: INDEX.replace("Crane]", "起重机]")})
    run = read(run_cli("check", *SELECT, "--select=TP408", "--format=sarif", cwd=root).out)
    assert run["columnKind"] == "unicodeCodePoints"
    (fix,) = run["results"][0]["fixes"]
    (change,) = fix["artifactChanges"]
    column = len("| [起重机](2026-03-05-crane.md) | Completed |") + 1
    assert change["replacements"] == [
        {
            "deletedRegion": {
                "startLine": 5,
                "startColumn": column,
                "endLine": 5,
                "endColumn": column,
            },
            "insertedContent": {
                "text": "\n| [Harbour lights](2026-03-02-harbour-lights.md) | In Progress |"
            },
        }
    ]


def test_odd_names_are_uris(make_repository: Make, run_cli: RunCli) -> None:
    name = "docs/plans/50% übrig #1.md"
    root = make_repository({name: FILES[LAMPS_PATH]})
    run = read(run_cli("check", "--select", "TP203", "--format", "sarif", cwd=root).out)
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == "docs/plans/50%25%20%C3%BCbrig%20%231.md"


def test_paths_are_from_the_top_of_git(make_repository: Make, run_cli: RunCli) -> None:
    """A part of a repository with its own configuration is shown at its place."""
    files = {f"part/{path}": text for path, text in FILES.items()}
    root = make_repository({**files, "part/trueplan.toml": ""})
    run = read(run_cli("check", *SELECT, "--format", "sarif", cwd=root / "part").out)
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == f"part/{LAMPS_PATH}"

"""The shape that others build on: exactly these fields."""

from __future__ import annotations

import json

from tests.cli.conftest import RunCli
from tests.cli.samples import FILES, INDEX, INDEX_PATH, LAMPS_PATH, SELECT
from tests.conftest import Make


def test_a_finding_in_full(make_repository: Make, run_cli: RunCli) -> None:
    ran = run_cli("check", *SELECT, "--select=TP408", "--format=json", cwd=make_repository(FILES))
    assert ran.code == 0
    end = len(INDEX.rstrip("\n"))
    assert json.loads(ran.out) == {
        "schema": "trueplan.findings/1",
        "findings": [
            {
                "code": "TP408",
                "name": "index-misses-plan",
                "severity": "warning",
                "path": INDEX_PATH,
                "line": 3,
                "column": 1,
                "end_line": 6,
                "end_column": 1,
                "message": "the index does not list 2026-03-02-harbour-lights.md",
                "help": "add a row for it",
                "ref": "harbour-lights",
                "fix": {
                    "title": "add a row for 2026-03-02-harbour-lights.md",
                    "safe": True,
                    "edits": [
                        {
                            "path": INDEX_PATH,
                            "start": end,
                            "end": end,
                            "text": "\n| [Harbour lights](2026-03-02-harbour-lights.md)"
                            " | In Progress |",
                        }
                    ],
                },
                "confidence": "certain",
                "seen": LAMPS_PATH,
                "labels": [],
                "accepted": False,
            }
        ],
        "summary": {
            "plans": 2,
            "documents": 3,
            "errors": 0,
            "warnings": 1,
            "notes": 0,
            "accepted": 0,
            "suppressed": 0,
            "stale": 0,
        },
        "passed_over": [],
    }


def test_statistics_and_fixed_are_there_when_asked_for(
    make_repository: Make, run_cli: RunCli
) -> None:
    words = ("check", *SELECT, "--format", "json", "--statistics", "--fix")
    answer = json.loads(run_cli(*words, cwd=make_repository(FILES)).out)
    assert answer["statistics"][0] == {
        "code": "TP201",
        "name": "completed-with-open-work",
        "severity": "error",
        "count": 1,
        "fixable": 0,
    }
    assert answer["fixed"] == [
        {
            "code": "TP408",
            "name": "index-misses-plan",
            "path": INDEX_PATH,
            "title": "add a row for 2026-03-02-harbour-lights.md",
            "safe": True,
        }
    ]


def test_same_bytes_each_time(harbour: object, run_cli: RunCli) -> None:
    words = ("check", "--today", "2026-03-10", "--format", "json", "-C", str(harbour))
    assert run_cli(*words).out == run_cli(*words).out

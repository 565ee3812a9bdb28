"""What is read from public plans is what a person reads in them.

`reviewed.json` holds facts about each file, found by eye and not recorded from a run; `why` tells
how a judgement call was decided. The files themselves are not part of the project.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from trueplan.model.plan import Plan
from trueplan.reader.plan import read_plan
from trueplan.text import LineIndex

_REVIEWED: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("reviewed.json").read_text(encoding="utf-8")
)["files"]


def _facts(plan: Plan, index: LineIndex) -> dict[str, Any]:
    """What is compared: the same facts in the same shape as the review."""
    status = plan.header.status
    return {
        "status": status and {"value": status.value, "line": index.line(status.span.start)},
        "boxes": list(plan.boxes),
        "phases": [
            [
                phase.number,
                phase.level,
                index.line(phase.heading.start),
                phase.marked_done,
                *phase.boxes,
            ]
            for phase in plan.phases
        ],
    }


@pytest.mark.parametrize("reviewed", _REVIEWED, ids=[one["file"] for one in _REVIEWED])
def test_a_public_plan_is_read_as_a_person_reads_it(
    reviewed: dict[str, Any], corpus: list[Path]
) -> None:
    """Status, boxes and phases of a file are those that a person found in it."""
    source = (corpus[0].parent / reviewed["file"]).read_bytes()
    expected = {key: reviewed[key] for key in ("status", "boxes", "phases")}
    assert _facts(read_plan(source), LineIndex(source)) == expected


def test_every_public_plan_was_reviewed(corpus: list[Path]) -> None:
    """The review leaves no file of the corpus out."""
    assert sorted(one["file"] for one in _REVIEWED) == sorted(path.name for path in corpus)

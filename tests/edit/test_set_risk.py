"""What is said of a risk changes in its cell, or behind its label."""

from __future__ import annotations

import pytest

from tests.edit.changed import outcome
from trueplan.edit.document import Document
from trueplan.edit.set_risk import set_risk
from trueplan.text import Edit

HEAD = "# Plan: Quay\n\n**Status**: Planned\n\n"


@pytest.mark.parametrize(
    ("body", "key", "value", "changes"),
    [
        (
            (
                "## Risks & Mitigation\n\n| Risk | Likelihood | Impact | Mitigation |\n"
                "|---|---|---|---|\n| Ice | Med | Low | Salt |\n"
            ),
            "impact",
            "med",
            ["-| Ice | Med | Low | Salt |", "+| Ice | Med | Med | Salt |"],
        ),
        (
            (
                "## Risks & Mitigation\n\n| Risk | Likelihood | Impact | Mitigation |\n"
                "|---|---|---|---|\n| Ice | Med | Low | Salt |\n"
            ),
            "text",
            "Ice | snow",
            ["-| Ice | Med | Low | Salt |", "+| Ice \\| snow | Med | Low | Salt |"],
        ),
        (
            (
                "## Risks & Mitigation\n\n| Risk | Likelihood | Impact | Mitigation |\n"
                "|---|---|---|---|\n| Ice | Med | Low |  |\n"
            ),
            "mitigation",
            "Salt",
            ["-| Ice | Med | Low |  |", "+| Ice | Med | Low | Salt |"],
        ),
        (
            (
                "## Risks & Mitigation\n\n| Risk | Likelihood | Impact | Mitigation |\n"
                "|---|---|---|---|\n| Ice"
            ),
            "mitigation",
            "Salt",
            ["-| Ice", "+| Ice |  |  | Salt |"],
        ),
        (
            "## Risks\n\n| Risk | Mitigation |\n|---|---|\n| Ice | Salt |\n",
            "impact",
            "Low",
            "the table of risks has no column for impact",
        ),
        (
            "## Risks\n\n- **Ice**: slippery. Mitigation: salt\n",
            "mitigation",
            "x",
            "the risk has no place for its mitigation but its own words",
        ),
        (
            "## Risks\n\n- **Ice**: slippery. Mitigation: salt\n",
            "text",
            "Snow",
            "the risk has no place for its text but its own words",
        ),
        (
            "## Risks\n\n### Ice\n\n**Likelihood**: High\n**Mitigation**: Salt\n",
            "likelihood",
            "low",
            ["-**Likelihood**: High", "+**Likelihood**: Low"],
        ),
    ],
)
def test_set_risk(body: str, key: str, value: str, changes: list[str] | str) -> None:
    def ask(document: Document) -> tuple[Edit, ...]:
        return set_risk(document, document.plan.risks[0], key, value)

    assert outcome(HEAD + body, ask) == changes

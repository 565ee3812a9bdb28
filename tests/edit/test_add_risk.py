"""A risk is added where the others are, in their columns and words."""

from __future__ import annotations

import pytest

from tests.edit.changed import outcome
from trueplan.edit.add_risk import NewRisk, add_risk
from trueplan.edit.document import Document
from trueplan.text import Edit

HEAD = "# Plan: Quay\n\n**Status**: Planned\n\n"


@pytest.mark.parametrize(
    ("body", "create", "changes"),
    [
        (
            (
                "## Risks & Mitigation\n\n| Risk | Likelihood | Impact | Mitigation |\n"
                "|---|---|---|---|\n"
            ),
            False,
            ["+| Fog \\| rain | Low | High | Wait |"],
        ),
        (
            (
                "## Risks & Mitigation\n\n| Risk | Likelihood | Impact | Mitigation |\n"
                "|---|---|---|---|\n| Ice | Med | Low | Salt |\n"
            ),
            False,
            ["+| Fog \\| rain | Low | High | Wait |"],
        ),
        (
            (
                "## Risks\n\n| ID | Risk | Probability | Impact | Mitigation | Owner |\n"
                "|---|---|---|---|---|---|\n| R1 | Ice | Low | low | Salt | Ada |\n"
            ),
            False,
            ["+| R2 | Fog \\| rain | Low | high | Wait |  |"],
        ),
        (
            "## Risks\n\n| Risk | Mitigation |\n|---|---|\n| Ice | Salt |\n",
            False,
            "the table of risks has no column for the likelihood",
        ),
        (
            "## Risks\n\n- **Ice**: slippery. Mitigation: salt\n",
            False,
            ["+- **Fog | rain (likelihood low, impact high)**. Mitigation: Wait"],
        ),
        (
            "## Risks\n\nNone.\n",
            False,
            ["-None.", "+- **Fog | rain (likelihood low, impact high)**. Mitigation: Wait"],
        ),
        ("", False, "the plan has no section for risks"),
        (
            "",
            True,
            [
                "+## Risks & Mitigation",
                "+| Risk | Likelihood | Impact | Mitigation |",
                "+|------|------------|--------|------------|",
                "+| Fog \\| rain | Low | High | Wait |",
                "+",
                "+",
            ],
        ),
        (
            (
                "## Risks\n\n<!-- trueplan: what could go wrong -->\n\n"
                "| Risk | Likelihood | Impact | Mitigation |\n"
                "|------|------------|--------|------------|\n"
            ),
            False,
            [
                "-<!-- trueplan: what could go wrong -->",
                "-",
                "+| Fog \\| rain | Low | High | Wait |",
            ],
        ),
    ],
)
def test_add_risk(body: str, create: bool, changes: list[str] | str) -> None:
    def ask(document: Document) -> tuple[Edit, ...]:
        return add_risk(document, NewRisk("Fog | rain", "low", "high", "Wait"), create=create)

    assert outcome(HEAD + body, ask) == changes

"""TP502: what rates, and what does not."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages
from trueplan.lint.rules.tp502_unknown_rating import is_rating

TABLE = (
    "# Implementation Plan: Lights\n\n- [ ] Order\n\n## Risks & Mitigation\n\n"
    "| Risk | Probability | Impact | Mitigation |\n|---|---|---|---|\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "High",
        "high!",
        "**High**",
        "🔴 High",
        "🟡",
        "High (8/10)",
        "High - the pier is shut",
        "Severe, then fine",
        "Low-Medium",
        "Medium–High",
        "Low to Medium",
        "Medium → Low",
        "Very Low",
        "Med.",
        "H",
        "VH",
        "3",
        "4.5",
        "3/5",
        "2 of 5",
        "20%",
        "10-20 %",
        "~5%",
        "<10%",
        "1 (rare)",
        "P1",
        "Sev 2",
        "中",
        "高（毎年）",
        "TBD",
        "-",
        "",
    ],
)
def test_ratings(text: str) -> None:
    """Words, numbers, percentages and colours, with remarks of any kind."""
    assert is_rating(text)


@pytest.mark.parametrize("text", ["Hihg", "Sometimes", "Downtime", "Data loss", "Yes", "12 boats"])
def test_no_ratings(text: str) -> None:
    """Other words are none."""
    assert not is_rating(text)


def test_reported(make_repository: Make) -> None:
    """A word among ratings, and a misspelled one anywhere."""
    rows = "| A gale | Often | Hihg | - |\n| Rust | Low | 3 | - |\n| Gulls | High | Low | - |\n"
    found = find(make_repository, "TP502", TABLE + rows)
    assert messages(found) == [
        "9: “Often” is no likelihood that is known",
        "9: “Hihg” is no impact that is known",
    ]
    assert [one.help for one in found] == [
        "write Low, Medium or High, 1 to 5, or a percentage",
        "did you mean High?",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "| A gale | Low | Downtime |\n| Rust | Low | Data loss |\n| Gulls | Low | High |\n",
        "| A gale | Low | Boats stay in all day |\n| Rust | Low | High |\n| C | Low | Low |\n",
        "| A gale | Low | Downtime |\n",
    ],
)
def test_columns_of_descriptions(rows: str, make_repository: Make) -> None:
    """Where few cells rate, the column describes."""
    assert find(make_repository, "TP502", TABLE + rows) == []

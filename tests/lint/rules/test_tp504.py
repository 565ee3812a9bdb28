"""TP504: shares of users, and percentages of other things."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

HEAD = "# Implementation Plan: Lights\n\n- [ ] Order\n\n## Rollout Plan\n\n"
FLAGS = HEAD + "### Feature Flags\n\n"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (HEAD + "1. Enable for 5% of users, then 500% of users\n", "500%"),
        (HEAD + "1. Canary: 110 % of traffic\n", "110 %"),
        (HEAD + "Gradual rollout at -10% of users.\n", "-10%"),
        (FLAGS + "- `night_mode`: 150%, rollback by 0%\n", "150%"),
        (FLAGS + "| Flag | Percentage |\n|---|---|\n| night_mode | 1000% |\n", "1000%"),
        (FLAGS + "- `night_mode`: on\n  - Rollout percentage: 120%\n", "120%"),
    ],
)
def test_reported(text: str, marked: str, make_repository: Make) -> None:
    """The number is marked, once."""
    (found,) = find(make_repository, "TP504", text)
    assert found.span.slice(text.encode()).decode() == marked
    number = marked.rstrip(" %")
    assert messages([found])[0].endswith(
        f"{number} % is no share of users: it lies outside of 0 to 100"
    )


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "1. Enable for 0%, 5%, 99.5% and 100% of users\n",
        HEAD + "1. Launch: pages load 150% faster for all users\n",
        HEAD + "1. Scale to 200% of traffic\n",
        HEAD + "1. Roll back when errors rise by 300% among users\n",
        HEAD + "1. Survive 250% of peak traffic\n",
        HEAD + "1. Alert at 120% of the limit\n",
        FLAGS + "- `night_mode`: makes the page 130% larger\n",
        "# Plan\n\n- [ ] Order\n\n## Notes\n\n- 150% of users wanted it\n",
    ],
)
def test_quiet(text: str, make_repository: Make) -> None:
    """Other measures than a share of users, and other places than the rollout."""
    assert find(make_repository, "TP504", text) == []

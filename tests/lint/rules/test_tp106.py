"""TP106, oversized-phase: limits, rates and phases behind us."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

PLAN = "# Lights\n\n### Phase 1: Masts{mark}\n\n- [ ] Order masts\n\n**Estimate**: {estimate}\n"


@pytest.mark.parametrize(
    ("estimate", "said"),
    [
        ("3 sessions", "phase 1 is estimated at 3 sessions: more than 2"),
        ("2.5-4 sessions", "phase 1 is estimated at 2.5-4 sessions: more than 2"),
        ("7 hours", "phase 1 is estimated at 7 hours, 2.3 sessions: more than 2"),
        ("1-2 days", "phase 1 is estimated at 1-2 days, 2.7 sessions: more than 2"),
    ],
)
def test_over_the_limit(estimate: str, said: str, make_repository: Make) -> None:
    """The estimate is marked, with what it is worth in sessions."""
    text = PLAN.format(mark="", estimate=estimate)
    (finding,) = find(make_repository, "TP106", text)
    assert finding.message == said
    assert finding.span.slice(text.encode()) == estimate.encode()


@pytest.mark.parametrize("estimate", ["2 sessions", "2-9 sessions", "6 hours", "XL", "13 points"])
def test_within_the_limit(estimate: str, make_repository: Make) -> None:
    """The lower end of a range counts; what no rate converts is not compared."""
    assert find(make_repository, "TP106", PLAN.format(mark="", estimate=estimate)) == []


def test_the_limit_can_be_set(make_repository: Make) -> None:
    """In sessions."""
    text = PLAN.format(mark="", estimate="3 sessions")
    wide = "[check]\ntemplate = 'always'\nlargest-phase = 3\n"
    narrow = wide.replace("3", "1.5")
    assert find(make_repository, "TP106", text, configuration=wide) == []
    assert messages(find(make_repository, "TP106", text, configuration=narrow)) == [
        "7: phase 1 is estimated at 3 sessions: more than 1.5"
    ]


@pytest.mark.parametrize("mark", [" ✅", " (CANCELLED)"])
def test_phases_behind_us(mark: str, make_repository: Make) -> None:
    """Nobody splits a phase that is over."""
    assert find(make_repository, "TP106", PLAN.format(mark=mark, estimate="5 sessions")) == []

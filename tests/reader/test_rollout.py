"""The rollout plan: steps, flags, shares, migration and the way back."""

from __future__ import annotations

import pytest

from tests.reader.texts import plan_of, words
from trueplan.model.plan import Flag


def _flags(body: str) -> tuple[Flag, ...]:
    return plan_of(f"# P\n\n## Rollout Plan\n\n### Feature Flags\n\n{body}\n").rollout.flags


def _facts(body: str) -> list[tuple[str, float | None, bool]]:
    """Name, percentage and whether there is a way back, of each flag."""
    return [(flag.name.value, flag.percentage, flag.rollback is not None) for flag in _flags(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- `new-login`: 10% of users, rollback by switching it off", [("new-login", 10, True)]),
        ("- `new-login`: 10% of users", [("new-login", 10, False)]),
        ("- **`new-login`**: on for all", [("new-login", None, False)]),
        ("- **new-login**: 5% → 50% → 100%", [("new-login", 5, False)]),
        ("- `new-login`\n  - Rollout: 25%\n  - Rollback: turn off", [("new-login", 25, True)]),
        (
            "- `a`: 10%\n- `b`: 20%\n- Rollback plan: switch both off",
            [("a", 10, True), ("b", 20, True)],
        ),
        ("- `a`: on\n- Rollout percentage: 12.5%", [("a", 12.5, False)]),
        ("- `a`: 150%", [("a", 150, False)]),
        ("- None", []),
        ("None needed.", []),
        ("- Not applicable", []),
        ("- No feature flags", []),
    ],
)
def test_flags_in_a_list(body: str, expected: list[tuple[str, float | None, bool]]) -> None:
    """A flag has a name in code or bold, a share and a way back; words for none are none."""
    assert _facts(body) == expected


def test_flags_in_a_table() -> None:
    """Columns are known by their names; a cell that says nothing is no way back."""
    assert _facts("""
| Rollback | Flag | Rollout |
|---|---|---|
| Turn off | `new-login` | 10% |
| TBD | `old-login` | 0% |
""") == [("new-login", 10, True), ("old-login", 0, False)]


def test_flags_outside_of_a_rollout_plan() -> None:
    """A section of flags of its own is read too."""
    plan = plan_of("# P\n\n## Feature Flags\n\n- `new-login`: 10% of users\n")
    assert [flag.name.value for flag in plan.rollout.flags] == ["new-login"]
    assert plan.rollout.flags_section is not None


def test_shares_of_users_are_collected() -> None:
    """Percentages that speak of a share of users, with their place; others are left."""
    text = "## Rollout Plan\n\n1. Canary to 5% of users\n2. Roll out to 120%\n3. CPU below 80%\n"
    percentages = plan_of(text).rollout.percentages
    assert [(share, span.slice(text.encode())) for share, span in percentages] == [
        (5, b"5%"),
        (120, b"120%"),
    ]


def test_steps_and_migration() -> None:
    """Steps in order, migration with the point that tells of the way back."""
    rollout = plan_of("""
        ## Rollout Plan

        ### Deployment Steps
        1. Build
        2. Ship

        ### Migration Strategy
        - Copy users by night
        - Rollback: restore the dump

        ### Rollback Plan
        - Redeploy the last version
    """).rollout
    assert words(rollout.steps) == ["Build", "Ship"]
    assert words(rollout.migration) == ["Copy users by night", "Rollback: restore the dump"]
    assert words(rollout.rollback) == ["Rollback: restore the dump", "Redeploy the last version"]


def test_steps_without_a_heading() -> None:
    """A list right below the rollout plan is its steps."""
    rollout = plan_of("## Deployment\n\n1. Build\n2. Ship\n").rollout
    assert words(rollout.steps) == ["Build", "Ship"]

"""TP503: where a way back may be told."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

HEAD = "# Implementation Plan: Lights\n\n- [ ] Order\n\n## Rollout Plan\n\n### Feature Flags\n\n"


@pytest.mark.parametrize(
    "section",
    [
        "- `night_mode`: 10%\n  - Rollback: set it to 0%\n",
        "- `night_mode`: 10%, can be turned off in the console\n",
        "- `night_mode`: 10%\n- Rollback plan: set it to 0%\n",
        "| Flag | Rollout | Rollback |\n|---|---|---|\n| night_mode | 10% | set it to 0% |\n",
        "- `night_mode`: 10%\n\n### Rollback\n\n- Turn the flag off\n",
        "- `night_mode`: 10%\n\n### Rollback\n\n- Set night_mode to 0%\n",
        "- None, the masts are up or down\n",
        "- No feature flags needed\n",
        "- **Default**: off\n- **Owner**: CTO\n",
    ],
)
def test_quiet(section: str, make_repository: Make) -> None:
    """Beside the flag, for the section, for the whole rollout; or no flag at all."""
    assert find(make_repository, "TP503", HEAD + section) == []


@pytest.mark.parametrize(
    "section",
    [
        "- `night_mode`: 10% of the visitors\n",
        "- **night_mode**: 10% of the visitors\n",
        "| Flag | Rollout | Rollback |\n|---|---|---|\n| night_mode | 10% | TBD |\n",
        "- `night_mode`: 10%\n\n### Rollback\n\n- Restore the database\n",
    ],
)
def test_reported(section: str, make_repository: Make) -> None:
    """The flag is named."""
    found = find(make_repository, "TP503", HEAD + section)
    assert [one.split(": ")[1] for one in messages(found)] == [
        "no way back is told for the flag night_mode"
    ]


def test_only_in_the_template(make_repository: Make) -> None:
    """Other plans do not owe it."""
    text = HEAD + "- `night_mode`: 10%\n"
    assert find(make_repository, "TP503", text, configuration="[check]\n") == []

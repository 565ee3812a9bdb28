"""TP004, unreadable-estimate: amounts, prose and nothing."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find

PLAN = "# Harbour lights\n\n### Phase 1: Masts\n\n- [ ] Order masts\n\n**Effort**: {effort}\n"


def test_words_without_an_amount_are_reported(make_repository: Make) -> None:
    """The value is marked."""
    text = PLAN.format(effort="not too long")
    (finding,) = find(make_repository, "TP004", text)
    assert finding.span.slice(text.encode()) == b"not too long"
    assert (finding.severity, finding.message) == (
        "note",
        "no amount of work can be read in “not too long”",
    )


@pytest.mark.parametrize(
    "effort",
    [
        "1 session",
        "2-4 hours",
        "half a day",
        "XL",
        "~3 points",
        "TBD",
        "None",
        "",
        "as long as the tides and the weather of the season allow us to work",
    ],
)
def test_amounts_prose_and_nothing_are_fine(effort: str, make_repository: Make) -> None:
    """Also a sentence, which was not meant as an amount."""
    assert find(make_repository, "TP004", PLAN.format(effort=effort)) == []

"""TP002, unreadable-status: what is no state, and what is none of its business."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

PLAN = "# Harbour lights\n\n**Status**: {status}\n\n- [ ] Order masts\n"


def test_the_value_is_marked(make_repository: Make) -> None:
    """The value of the field, not its label."""
    text = PLAN.format(status="Solar-powered")
    (finding,) = find(make_repository, "TP002", text)
    assert finding.span.slice(text.encode()) == b"Solar-powered"
    assert finding.message == "no state can be read in the status “Solar-powered”"


def test_a_long_value_is_cut_in_the_message(make_repository: Make) -> None:
    """The message stays readable; acceptance holds on to the whole value."""
    status = "waves and wind and weather " * 4
    (finding,) = find(make_repository, "TP002", PLAN.format(status=status))
    assert len(finding.message) < 100
    assert finding.seen == status.strip()


@pytest.mark.parametrize(
    "status",
    [
        "",
        "TBD",
        "🚧 WIP",
        "done",
        "on hold until May",
        "[Planned | In Progress | Completed]",
        "完了",
    ],
)
def test_what_is_read_or_says_nothing_is_fine(status: str, make_repository: Make) -> None:
    """A state in any words, an empty field, a placeholder."""
    assert find(make_repository, "TP002", PLAN.format(status=status)) == []


def test_a_second_status_that_is_read_is_enough(make_repository: Make) -> None:
    """Two fields, one of them understood."""
    text = PLAN.format(status="Solar-powered\n**Current Status**: Planned")
    assert messages(find(make_repository, "TP002", text)) == []

"""The kinds of events."""

from __future__ import annotations

from trueplan.history.event import MEANINGS, Event


def test_a_meaning_is_a_phrase() -> None:
    """It goes on from the name of the kind, in a table."""
    for meaning in MEANINGS.values():
        assert meaning == meaning.strip()
        assert not meaning.endswith(".")


def test_the_day_of_an_event() -> None:
    event = Event("2026-01-02T23:59:00-08:00", "c", "Wren", "note", "plan", "", "", "", "A note.")
    assert event.day == "2026-01-02"

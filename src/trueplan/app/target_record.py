"""What became of the targets of plans: met, met late, still open behind them, given up."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.forecast.survival import Spell, learn_hazards
from trueplan.history.life import Life
from trueplan.record import Record
from trueplan.text.day import days_between

_FEWEST = 5  # targets that were due, below which nothing is said of the next one
_WEEKS = 12
_SOON = 4
_GIVEN_UP = 52  # weeks: a plan that was called off was not done in any of them


class TargetRecord(Record):
    """How many plans were due by the first target they had, and what became of them.

    `on_time`, `soon` and `open` are chances of a next one, by a model of weeks that learns from
    what is open as well: done by its target, within four weeks of it, not within twelve. They are
    None where fewer than five were due.
    """

    due: int
    met: int
    late: int
    behind: int
    given_up: int
    on_time: float | None = None
    soon: float | None = None
    open: float | None = None


def record_targets(lives: Iterable[Life], today: str) -> TargetRecord:
    """The record of the plans that were due before `today`, or done before they were."""
    found = [spell for life in lives if (spell := _spell(life, today)) is not None]
    met = sum(one.done and one.periods == 0 for one in found)
    late = sum(one.done and one.periods > 0 for one in found)
    given_up = sum(not one.done and one.periods == _GIVEN_UP for one in found)
    counts = (len(found), met, late, len(found) - met - late - given_up, given_up)
    if len(found) < _FEWEST:
        return TargetRecord(*counts)
    chances = learn_hazards(found).chances((), _WEEKS + 1)
    return TargetRecord(*counts, chances[0], sum(chances[: _SOON + 1]), chances[-1])


def _spell(life: Life, today: str) -> Spell | None:
    """What became of the first target of a plan; None where it has none, or is not due yet."""
    target = life.first.target
    if not target:
        moved = (one.after for one in life.events if one.kind == "target" and one.after)
        target = next(moved, "")
    if len(target) != 10 or not target.replace("-", "").isdigit():
        return None
    state = life.last.snapshot.state
    if state == "completed":
        done = [one.day for one in life.events if one.kind == "completed"]
        if not done:
            return None  # it was completed before anything is known of it
        return Spell((), max(0, -(-days_between(target, done[-1]) // 7)), True)
    if state == "cancelled":
        return Spell((), _GIVEN_UP, False)
    late = days_between(target, today)
    return Spell((), min(late // 7 + 1, _GIVEN_UP - 1), False) if late > 0 else None

"""The replay in days: what was known of ratio and pace on the day a phase began."""

from __future__ import annotations

from math import ceil

import pytest

from trueplan.forecast.backtest import gather_cases
from trueplan.forecast.day_backtest import Pacing, score_days
from trueplan.forecast.observation import Observation
from trueplan.forecast.pace import Worked
from trueplan.forecast.track_record import Score
from trueplan.text.day import day_number, numbered_day

FIRST = day_number("2026-01-05")
ALWAYS = [(FIRST, FIRST + 1000)]


def every_day(day: str, weeks: float) -> int:
    """A calendar without rests: a week's worth of work is done on the seventh day."""
    return max(0, ceil(7 * weeks - 1e-9) - 1)


def phase(number: int, start: int, length: int, estimate: float, actual: float) -> Observation:
    """One that begins `start` days after the first day and ends `length` days later."""
    first, last = numbered_day(FIRST + start), numbered_day(FIRST + start + length)
    return Observation(f"a#{number}", "a", "Ann", first, last, estimate, actual, (), "ann")


def score(phases: list[Observation], pacing: Pacing, seed: int = 1) -> tuple[Score, ...]:
    return score_days(gather_cases(phases), pacing, seed)


def test_baselines_by_hand() -> None:
    """Two phases of five sessions, at five a week 7 days each: planned for 6 days later.

    The first ends 6 days later and took 5 sessions, the second ends 27 days later. When that
    begins, on the 28th day, 14 sessions were seen in four weeks, 3.5 a week; and the only ratio
    was 1: 10 days, so 9 days later.
    """
    phases = [phase(1, 0, 6, 5, 5), phase(2, 28, 27, 5, 20)]
    worked = {"ann": Worked(ALWAYS, tuple(range(FIRST, FIRST + 28, 2)))}
    _, planned, mean = score(phases, Pacing(worked, {}, 5.0, every_day))
    assert [one.unit for one in (planned, mean)] == ["days", "days"]
    assert planned.calibration[1].achieved == 0.5
    assert planned.pinball[1] == pytest.approx(0.8 * 21 / 2)
    assert mean.pinball[1] == pytest.approx(0.8 * 18 / 2)
    assert mean.crps == pytest.approx(18 / 2)


def test_a_pace_that_was_said_is_not_looked_for() -> None:
    """At one session a week five sessions are five weeks, 34 days later."""
    phases = [phase(1, 0, 34, 5, 5)]
    mean = score(phases, Pacing({}, {"ann": 1.0}, 5.0, every_day))[2]
    assert mean.crps == 0


def test_what_comes_later_changes_nothing() -> None:
    """The first phase is told the same whatever is worked after its first day."""
    phases = [phase(1, 20, 5, 3, 3)]
    before = tuple(range(FIRST, FIRST + 20, 2))
    scores = [
        score(phases, Pacing({"ann": Worked(ALWAYS, days)}, {}, 5.0, every_day))
        for days in (before, (*before, *range(FIRST + 20, FIRST + 60)))
    ]
    assert scores[0] == scores[1]


def test_the_seed_decides() -> None:
    phases = [phase(at, 3 * at, at % 4, 1, 1) for at in range(12)]
    pacing = Pacing({}, {}, 5.0, every_day)
    assert score(phases, pacing) == score(phases, pacing)
    assert score(phases, pacing, 2)[0] != score(phases, pacing)[0]


def test_a_steady_team_is_covered() -> None:
    """One session a day, estimates kept: what was said to be 80 % and more comes true."""
    phases = [phase(at, 2 * at, 1, 2, 2) for at in range(40)]
    worked = {"ann": Worked(ALWAYS, tuple(range(FIRST, FIRST + 80)), tuple(range(7)))}
    ours = score(phases, Pacing(worked, {}, 5.0, every_day))[0]
    assert ours.n == 40
    assert all((one.achieved or 0) >= 0.8 for one in ours.calibration[1:])


def test_nothing_to_score() -> None:
    found = score([], Pacing({}, {}, 5.0, every_day))
    assert [(one.method, one.n) for one in found] == [
        ("forecast", 0),
        ("as planned", 0),
        ("mean ratio and pace", 0),
    ]

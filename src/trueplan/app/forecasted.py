"""What is asked of a forecast, and what it answers."""

from __future__ import annotations

from trueplan.app.trial_clock import Dates
from trueplan.forecast.drivers import Driver
from trueplan.forecast.score import Calibration
from trueplan.forecast.work import LEVELS
from trueplan.record import Record

__all__ = [
    "LEVELS",
    "Calibration",
    "Driver",
    "Forecasted",
    "Inquiry",
    "PhaseDates",
    "PlanDates",
]


class Inquiry(Record):
    """What is to be forecast: plans by name or file, none for all that are open.

    `paces` are words such as `CTO=3/week`, `without` are phases to leave out; `start` is an ISO
    day, None for today.
    """

    plans: tuple[str, ...] = ()
    start: str | None = None
    without: tuple[str, ...] = ()
    paces: tuple[str, ...] = ()
    seed: int = 1
    trials: int = 10_000


class PhaseDates(Record):
    """The days by which a phase is done with so many percent, None where that cannot be told."""

    ref: str
    title: str
    dates: Dates


class PlanDates(Record):
    """When a plan is done.

    `dates` pairs levels with ISO days, None where a level cannot be told. `method` and `sample`
    say what it rests on, in words and as a number of finished phases or of weeks. `chance` is
    that of meeting the target, 0 where that is behind the first day. `bins` are first day, last
    day and share of the trials. `drivers` are the phases that the spread comes from.
    """

    ref: str
    path: str
    title: str
    method: str
    sample: int
    unit: str
    dates: Dates
    target: str | None
    chance: float | None
    bins: tuple[tuple[str, str, float], ...]
    drivers: tuple[Driver, ...]
    phases: tuple[PhaseDates, ...]


class Forecasted(Record):
    """The forecasts, and how right earlier ones of this repository would have been.

    `start` is the day from which work goes on. `calibration` has a value for each level; none
    where too little is finished to say: `cases` finished phases could be judged, and `fewest` are
    needed. `left_out` are plans that have no forecast, with the reason.
    """

    plans: tuple[PlanDates, ...]
    today: str
    start: str
    seed: int
    trials: int
    calibration: tuple[Calibration, ...]
    cases: int
    fewest: int
    left_out: tuple[tuple[str, str], ...]
    assumptions: tuple[str, ...]
    unreadable: tuple[tuple[str, str], ...]

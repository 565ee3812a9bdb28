"""`trueplan forecast --format json`."""

from __future__ import annotations

import msgspec

from trueplan.app.forecasted import Calibration, Forecasted, PlanDates


class CalibrationShape(msgspec.Struct, frozen=True):
    """What a label of `level` percent achieved in `n` forecasts of finished phases.

    `low` and `high` are the ends of its 95 % binomial interval, as shares; `holds` says whether
    the level lies in it.
    """

    level: int
    achieved: float | None
    low: float
    high: float
    n: int
    holds: bool


class DriverShape(msgspec.Struct, frozen=True):
    """A phase that the spread comes from: its share of the variance of the end.

    `critical` is the share of trials in which the end hangs on it.
    """

    ref: str
    share: float
    critical: float


class BinShape(msgspec.Struct, frozen=True):
    """Days from `first` to `last`, and the share of trials that end in them."""

    first: str
    last: str
    share: float


class PhaseDatesShape(msgspec.Struct, frozen=True):
    """The days by which a phase is done with so many percent."""

    ref: str
    title: str
    dates: dict[str, str | None]


class PlanDatesShape(msgspec.Struct, frozen=True):
    """When a plan is done.

    `dates` has a day for each level, null for one that cannot be told; `sample` counts what
    `method` rests on, in `unit`. `chance` is that of meeting the target. `calibration` is the
    record of the repository, empty where too little is finished to have one.
    """

    ref: str
    path: str
    title: str
    method: str
    sample: int
    unit: str
    dates: dict[str, str | None]
    target: str | None
    chance: float | None
    calibration: list[CalibrationShape]
    drivers: list[DriverShape]
    histogram: list[BinShape]
    phases: list[PhaseDatesShape]


class LeftOut(msgspec.Struct, frozen=True):
    """A plan that has no forecast, and why."""

    ref: str
    why: str


class ForecastAnswer(msgspec.Struct, frozen=True, tag_field="schema", tag="trueplan.forecast/1"):
    """The forecasts of plans. The same seed, number of trials and day give the same answer."""

    plans: list[PlanDatesShape]
    today: str
    seed: int
    trials: int
    left_out: list[LeftOut]
    assumptions: list[str]


def forecast_answer(found: Forecasted) -> ForecastAnswer:
    """The forecasts as JSON will have them."""
    calibration = [calibration_shape(one) for one in found.calibration]
    return ForecastAnswer(
        [_plan(one, calibration) for one in found.plans],
        found.today,
        found.seed,
        found.trials,
        [LeftOut(*one) for one in found.left_out],
        list(found.assumptions),
    )


def _plan(one: PlanDates, calibration: list[CalibrationShape]) -> PlanDatesShape:
    by_phases = one.unit != "weeks"  # the record is one of phases
    return PlanDatesShape(
        one.ref,
        one.path,
        one.title,
        one.method,
        one.sample,
        one.unit,
        _dates(one.dates),
        one.target,
        _round(one.chance),
        calibration if by_phases else [],
        [
            DriverShape(driver.ref, round(driver.share, 4), round(driver.critical, 4))
            for driver in one.drivers
        ],
        [BinShape(first, last, round(share, 4)) for first, last, share in one.bins],
        [PhaseDatesShape(phase.ref, phase.title, _dates(phase.dates)) for phase in one.phases],
    )


def _dates(dates: tuple[tuple[int, str | None], ...]) -> dict[str, str | None]:
    return {str(level): day for level, day in dates}


def calibration_shape(one: Calibration) -> CalibrationShape:
    """The record of a label as JSON will have it."""
    return CalibrationShape(
        one.level, _round(one.achieved), round(one.low, 4), round(one.high, 4), one.n, one.holds
    )


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)

"""The record of forecasts that could have been made: a replay with what was known at each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trueplan.forecast.experience import Experience
from trueplan.forecast.observation import Observation, known_on, mean_ratio
from trueplan.forecast.prior import SURVEYS, Prior
from trueplan.forecast.ratio import ratios_for
from trueplan.forecast.score import Calibration, calibrate
from trueplan.forecast.track_record import Method, Score, Told, score_cases, tell_point
from trueplan.forecast.work import LEVELS
from trueplan.record import Record

__all__ = [
    "Backtest",
    "Case",
    "Observation",
    "Score",
    "gather_cases",
    "judge_labels",
    "known_on",
    "replay",
    "score_sessions",
]

_QUANTILES = 20
Forecaster = Callable[[Observation, Experience], Told]


class Case(Record):
    """A finished phase, and what was known on the day it started."""

    phase: Observation
    known: Experience


class Backtest(Record):
    """The forecast beside its naive baselines. `left_out` are phases that could not be scored."""

    scores: tuple[Score, ...]
    left_out: tuple[str, ...]


def replay(
    observations: Sequence[Observation],
    levels: Sequence[int] = LEVELS,
    prior: Prior | None = SURVEYS,
) -> Backtest:
    """Forecast what each finished phase takes on the day it started, and score that."""
    return Backtest(
        score_sessions(gather_cases(observations, prior), levels),
        tuple(
            one.ref
            for one in _in_time(observations)
            if one.finished is not None and not one.can_be_scored
        ),
    )


def gather_cases(
    observations: Sequence[Observation], prior: Prior | None = SURVEYS, last: int | None = None
) -> list[Case]:
    """The phases that can be scored, in the order of time, or the `last` ones of them.

    Known on a day is what was finished before it, and of what went on the sessions before it.
    """
    phases = [one for one in _in_time(observations) if one.can_be_scored]
    known: dict[str, Experience] = {}
    cases = []
    for one in phases[-last:] if last else phases:
        if one.started not in known:
            known[one.started] = known_on(observations, one.started, prior)
        cases.append(Case(one, known[one.started]))
    return cases


def judge_labels(cases: Sequence[Case], levels: Sequence[int] = LEVELS) -> tuple[Calibration, ...]:
    """What the labels of the forecast achieved, in sessions, without the cost of its other scores.

    Every label has to be told, as it is with a prior.
    """
    covered = dict.fromkeys(levels, 0)
    for phase, known in cases:
        ratios = ratios_for(known, phase.plan, phase.role)
        ratio = (phase.actual or 0) / (phase.estimate or 1)
        for level in levels:
            at = ratios.quantile(level / 100)
            covered[level] += at is not None and ratio <= at * (1 + 1e-9)
    return tuple(calibrate(level, covered[level], len(cases)) for level in levels)


def score_sessions(cases: Sequence[Case], levels: Sequence[int] = LEVELS) -> tuple[Score, ...]:
    """The scores in sessions, of the forecast first."""
    methods: dict[Method, Forecaster] = {
        "forecast": _forecaster(levels),
        "as planned": lambda one, _: tell_point(one.estimate or 0, levels),
        "mean ratio": lambda one, known: tell_point(
            (one.estimate or 0) * mean_ratio(known), levels
        ),
    }
    return tuple(
        score_cases(
            method,
            "sessions",
            [(forecast(one.phase, one.known), one.phase.actual or 0) for one in cases],
            levels,
        )
        for method, forecast in methods.items()
    )


def _in_time(observations: Sequence[Observation]) -> list[Observation]:
    return sorted(observations, key=lambda one: (one.started, one.ref))


def _forecaster(levels: Sequence[int]) -> Forecaster:
    def forecast(one: Observation, known: Experience) -> Told:
        ratios = ratios_for(known, one.plan, one.role)
        estimate = one.estimate or 0
        labels = [ratios.quantile(level / 100) for level in levels]
        shares = [(place + 0.5) / _QUANTILES for place in range(_QUANTILES)]
        quantiles = [ratios.quantile(share) for share in shares]
        return Told(
            tuple(None if at is None else at * estimate for at in labels),
            tuple(at * estimate for at in quantiles if at is not None),
        )

    return forecast

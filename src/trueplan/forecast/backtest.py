"""The record of forecasts that could have been made: a replay with what was known at each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trueplan.forecast.experience import Experience, learn
from trueplan.forecast.prior import SURVEYS, Prior
from trueplan.forecast.ratio import ratios_for
from trueplan.forecast.score import Calibration, calibrate, pinball_loss, quantile_crps
from trueplan.forecast.work import LEVELS, Finished, Running
from trueplan.record import Literal, Record

_QUANTILES = 20
Method = Literal["forecast", "as planned", "mean ratio"]
Forecaster = Callable[["Observation", Experience], "Told"]


class Observation(Record):
    """A phase of the past: its estimate, and what it took or has taken up to now, in sessions.

    `started` and `finished` are ISO days; `finished` is None while it goes on. `days` are those of
    its sessions, one each; without them nobody knows what had been spent on a day before the end.
    """

    ref: str
    plan: str
    role: str
    started: str
    finished: str | None
    estimate: float | None
    actual: float | None
    days: tuple[str, ...] = ()


class Told(Record):
    """What was forecast: a value for each label, None for one not told, and even quantiles."""

    labels: tuple[float | None, ...]
    quantiles: tuple[float, ...]


class Score(Record):
    """How a method did in `n` cases.

    `pinball` has the mean loss at each level, in sessions; a label that was not told counts in
    neither. `crps` is in sessions too; None without a case.
    """

    method: Method
    n: int
    calibration: tuple[Calibration, ...]
    pinball: tuple[float | None, ...]
    crps: float | None


class Backtest(Record):
    """The forecast beside its naive baselines. `left_out` are phases that could not be scored."""

    scores: tuple[Score, ...]
    left_out: tuple[str, ...]


def replay(
    observations: Sequence[Observation],
    levels: Sequence[int] = LEVELS,
    prior: Prior | None = SURVEYS,
) -> Backtest:
    """Forecast each finished phase on the day it started, in the order of time, and score that.

    Known on that day is what was finished before it, and of what went on the sessions before it.
    """
    methods: dict[Method, Forecaster] = {
        "forecast": _forecaster(levels),
        "as planned": lambda one, _: _point(one.estimate or 0, levels),
        "mean ratio": lambda one, known: _point((one.estimate or 0) * _mean(known), levels),
    }
    told: dict[Method, list[tuple[Told, float]]] = {method: [] for method in methods}
    left_out = []
    for one in sorted(observations, key=lambda one: (one.started, one.ref)):
        if one.finished is None:
            continue
        if not one.actual or not one.estimate or not learn([_finished(one)]).cases:
            left_out.append(one.ref)
            continue
        known = known_on(observations, one.started, prior)
        for method, forecast in methods.items():
            told[method].append((forecast(one, known), one.actual))
    scores = tuple(_score(method, cases, levels) for method, cases in told.items())
    return Backtest(scores, tuple(left_out))


def known_on(
    observations: Sequence[Observation], day: str, prior: Prior | None = SURVEYS
) -> Experience:
    """What could be learnt before `day`."""
    finished = [
        _finished(one) for one in observations if one.finished is not None and one.finished < day
    ]
    running = [
        Running(one.ref, one.plan, one.role, one.estimate, sum(1 for at in one.days if at < day))
        for one in observations
        if one.started < day and (one.finished is None or one.finished >= day)
    ]
    return learn(finished, running, prior)


def _finished(one: Observation) -> Finished:
    return Finished(one.ref, one.plan, one.role, one.estimate, one.actual, one.finished)


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


def _point(value: float, levels: Sequence[int]) -> Told:
    return Told((value,) * len(levels), (value,))


def _mean(known: Experience) -> float:
    """The mean of the ratios known; 1 without any."""
    from math import exp

    ratios = [exp(one.value) for one in known.cases if not one.censored]
    return sum(ratios) / len(ratios) if ratios else 1.0


def _score(method: Method, cases: list[tuple[Told, float]], levels: Sequence[int]) -> Score:
    calibration, pinball = [], []
    for place, level in enumerate(levels):
        labels = [(at, actual) for told, actual in cases if (at := told.labels[place]) is not None]
        covered = sum(1 for at, actual in labels if actual <= at * (1 + 1e-9))
        calibration.append(calibrate(level, covered, len(labels)))
        losses = [pinball_loss(level / 100, at, actual) for at, actual in labels]
        pinball.append(sum(losses) / len(losses) if losses else None)
    crps = [quantile_crps(told.quantiles, actual) for told, actual in cases if told.quantiles]
    return Score(
        method,
        len(cases),
        tuple(calibration),
        tuple(pinball),
        sum(crps) / len(crps) if crps else None,
    )

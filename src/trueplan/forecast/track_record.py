"""What a method told in the past, beside what came: the scores of a replay."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.forecast.score import Calibration, calibrate, pinball_loss, quantile_crps
from trueplan.record import Literal, Record

Method = Literal["forecast", "as planned", "mean ratio", "mean ratio and pace"]
Unit = Literal["sessions", "days"]


class Told(Record):
    """What was forecast: a value for each label, None for one not told, and even quantiles."""

    labels: tuple[float | None, ...]
    quantiles: tuple[float, ...]


class Score(Record):
    """How a method did in `n` cases.

    `pinball` has the mean loss at each level, in `unit`; a label that was not told counts in
    neither. `crps` is in the same unit; None without a case.
    """

    method: Method
    n: int
    calibration: tuple[Calibration, ...]
    pinball: tuple[float | None, ...]
    crps: float | None
    unit: Unit = "sessions"


def tell_point(value: float, levels: Sequence[int]) -> Told:
    """The same value for every label."""
    return Told((value,) * len(levels), (value,))


def score_cases(
    method: Method, unit: Unit, cases: Sequence[tuple[Told, float]], levels: Sequence[int]
) -> Score:
    """Score what was told against what came."""
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
        unit,
    )

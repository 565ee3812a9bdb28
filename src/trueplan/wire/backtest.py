"""`trueplan forecast --backtest --format json`."""

from __future__ import annotations

import msgspec

from trueplan.app.backtest import LEVELS, Backtested, Score
from trueplan.wire.forecast import CalibrationShape, calibration_shape


class ScoreShape(msgspec.Struct, frozen=True):
    """How a method did in `n` cases: the record of its labels, and losses in `unit`.

    `pinball` has the mean loss of each level, null where no label could be told; `crps` is the
    mean continuous ranked probability score.
    """

    method: str
    unit: str
    n: int
    calibration: list[CalibrationShape]
    pinball: dict[str, float | None]
    crps: float | None


class BacktestAnswer(msgspec.Struct, frozen=True, tag_field="schema", tag="trueplan.backtest/1"):
    """The forecast beside naive baselines, over the finished phases of a repository.

    `scores` are of what phases took, in sessions, and `days` of the days from the first to the last
    of a phase. `left_out` are finished phases that could not be scored; `running` counts those
    that go on.
    """

    scores: list[ScoreShape]
    days: list[ScoreShape]
    left_out: list[str]
    running: int
    remarks: list[str]


def backtest_answer(found: Backtested) -> BacktestAnswer:
    """The scores as JSON will have them."""
    return BacktestAnswer(
        [_score(one) for one in found.scores],
        [_score(one) for one in found.days],
        list(found.left_out),
        found.running,
        list(found.remarks),
    )


def _score(one: Score) -> ScoreShape:
    return ScoreShape(
        one.method,
        one.unit,
        one.n,
        [calibration_shape(label) for label in one.calibration],
        {
            str(level): None if loss is None else round(loss, 4)
            for level, loss in zip(LEVELS, one.pinball, strict=True)
        },
        None if one.crps is None else round(one.crps, 4),
    )

"""When plans without estimates are done: by how many boxes were done in the weeks so far.

A week is drawn from those that were seen, with what was done and what was added in it, again and
again until no box is open. Weeks in which nothing happened count. The weeks that were seen are a
chance sample themselves: in each trial the weeks to draw from are drawn first (a bootstrap in the
bootstrap; B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993), or a short good
run would promise too much.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from trueplan.errors import UsageError
from trueplan.forecast.work import LEVELS
from trueplan.record import Record

TRIALS = 10_000
LONGEST = 520  # weeks, ten years: a plan that takes longer is taken for never done
_BLOCK = 26


class Week(Record):
    """How many boxes were ticked in a week, and by how many their number grew."""

    done: int
    added: int = 0


class BoxForecast(Record):
    """In how many weeks no box is open; None for a level that cannot be told.

    `chance` is that of being done in the weeks asked for. `sample` weeks are behind it, and `never`
    is the share of trials that were not done in ten years.
    """

    weeks: tuple[float | None, ...]
    chance: float | None
    never: float
    sample: int
    method: str


def forecast_boxes(
    weeks: Sequence[Week],
    open_boxes: int,
    *,
    seed: int,
    within: float | None = None,
    trials: int = TRIALS,
    levels: Sequence[int] = LEVELS,
) -> BoxForecast:
    """Forecast when `open_boxes` are done, from the `weeks` that were seen.

    A level above n / (n + 1) for n weeks is not told: the worst week of n comes as often as that.
    """
    if open_boxes < 0 or trials < 1:
        raise UsageError("a forecast needs boxes and trials", help="ask for one or more of each")
    if not open_boxes:
        return BoxForecast((0.0,) * len(levels), 1.0, 0.0, len(weeks), "nothing is open")
    if not any(week.done for week in weeks):
        nothing = f"no box was done in {len(weeks)} weeks" if weeks else "no week was seen"
        return BoxForecast((None,) * len(levels), None, 1.0, len(weeks), nothing)
    ends = sorted(_run(weeks, open_boxes, seed, trials))
    told = len(weeks) / (len(weeks) + 1)
    labels = [
        end if level / 100 <= told and (end := ends[ceil(level * trials / 100) - 1]) <= LONGEST
        else None
        for level in levels
    ]  # fmt: skip
    chance = None
    if within is not None:
        chance = sum(1 for end in ends if end <= within) / trials
    never = sum(1 for end in ends if end > LONGEST) / trials
    return BoxForecast(tuple(labels), chance, never, len(weeks), "resampled weeks")


def _run(weeks: Sequence[Week], open_boxes: int, seed: int, trials: int) -> list[float]:
    """The week in which each trial ends; beyond `LONGEST` where it does not."""
    import numpy

    generator = numpy.random.Generator(numpy.random.PCG64(seed))
    gain = numpy.array([week.done - week.added for week in weeks])
    seen = gain[generator.integers(0, len(gain), (trials, len(gain)))]
    ends = numpy.full(trials, LONGEST + 1.0)
    left = numpy.full(trials, open_boxes)
    going = numpy.ones(trials, bool)
    for start in range(0, LONGEST, _BLOCK):
        # For all trials, so that what is drawn does not depend on how much work there is.
        drawn = generator.integers(0, len(gain), (trials, _BLOCK))
        gained = numpy.take_along_axis(seen, drawn, axis=1).cumsum(axis=1)
        over = gained >= left[:, None]
        done = going & over.any(axis=1)
        ends[done] = start + 1 + over[done].argmax(axis=1)
        left -= gained[:, -1]
        going &= ~done
        if not going.any():
            break
    found: list[float] = ends.tolist()
    return found

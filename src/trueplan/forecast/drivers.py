"""Which phases the spread of an end comes from."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import numpy
from numpy.typing import NDArray

from trueplan.forecast.work import Remaining
from trueplan.record import Record

Array = NDArray[numpy.float32]
Positions = NDArray[numpy.int32]
_TRACED = 1_000  # trials in which the critical path is followed, fewer in large networks
_CELLS = 2_000_000
_MOST = 10
_BODY = 0.95  # of the trials, by their ends


class Driver(Record):
    """A phase that decides about the end of its plan.

    `critical` is the share of trials in which the end hangs on it (the criticality index of R. M.
    Van Slyke, Operations Research 11, 1963). `share` is the part of the variance of the end that
    goes with it: the covariance of its time on the critical path with the end, over the variance
    of the end. The shares of all phases that the plan hangs on add up to one (the Euler allocation
    of D. Tasche, 1999), a phase in another plan among them. The last twentieth of the ends is left
    out: single ends there would decide alone.
    """

    ref: str
    share: float
    critical: float


class Sample:
    """The lengths of all phases in the first trials, as many as memory is worth."""

    def __init__(self, trials: int, phases: int) -> None:
        self.trials = min(trials, _TRACED, max(100, _CELLS // max(1, phases)))
        self.lengths: list[Array] = []

    def add(self, length: Array) -> None:
        """Keep what a phase took."""
        self.lengths.append(length[: self.trials].copy())


def find_drivers(phases: Sequence[Remaining], sample: Sample) -> dict[str, tuple[Driver, ...]]:
    """For each plan the phases that its spread comes from, at most ten, the greatest first."""
    waited, ends = _pass_forward(phases, sample)
    plans: dict[str, list[int]] = {}
    for position, phase in enumerate(phases):
        plans.setdefault(phase.plan, []).append(position)
    return {
        plan: _drivers_of(positions, phases, sample, waited, ends)
        for plan, positions in plans.items()
    }


def _pass_forward(
    phases: Sequence[Remaining], sample: Sample
) -> tuple[list[Positions], list[Array]]:
    """For each phase, in each trial, the position that it waited for (-1: none), and its end."""
    nobody = numpy.full(sample.trials, -1, numpy.int32)
    waited: list[Positions] = []
    ends: list[Array] = []
    for phase, length in zip(phases, sample.lengths, strict=True):
        if not phase.after:
            waited.append(nobody)
            ends.append(length)
            continue
        before = numpy.array(sorted(set(phase.after)), numpy.int32)
        if len(before) == 1:
            waited.append(numpy.broadcast_to(before, nobody.shape))
            ends.append(ends[before[0]] + length)
            continue
        rows = numpy.stack([ends[one] for one in before])
        waited.append(before[rows.argmax(axis=0)])
        ends.append(rows.max(axis=0) + length)
    return waited, ends


def _drivers_of(
    positions: list[int],
    phases: Sequence[Remaining],
    sample: Sample,
    waited: list[Positions],
    ends: list[Array],
) -> tuple[Driver, ...]:
    """Follow the critical path of a plan back, in all trials at once."""
    at = numpy.full(sample.trials, positions[0], numpy.int32)
    end = ends[positions[0]]
    for position in positions[1:]:
        later = ends[position] > end
        at = numpy.where(later, numpy.int32(position), at)
        end = numpy.maximum(end, ends[position])
    told = _within(end)
    centred = numpy.where(told, end, 0).astype(float)
    centred[told] -= centred[told].mean() if told.any() else 0
    spread = float((centred * centred).sum())
    found = []
    for position in _ancestors(positions, phases):
        here = at == position
        if not here.any():
            continue
        share = float((numpy.where(here & told, sample.lengths[position], 0) * centred).sum())
        share = share / spread if spread > 0 else 0.0
        found.append(Driver(phases[position].ref, share, float(here.mean())))
        at = numpy.where(here, waited[position], at)
    found.sort(key=lambda one: (-one.share, -one.critical, one.ref))
    return tuple(found[:_MOST])


def _within(end: Array) -> NDArray[numpy.bool_]:
    """The trials that are not among the last twentieth: ratios have a tail without a variance."""
    finite = numpy.isfinite(end)
    if not finite.any():
        return finite
    ordered = numpy.sort(end[finite])
    most = ordered[max(0, ceil(_BODY * len(ordered)) - 1)]
    result: NDArray[numpy.bool_] = finite & (end <= most)
    return result


def _ancestors(positions: list[int], phases: Sequence[Remaining]) -> list[int]:
    """The phases of a plan and all that they wait for, the last first."""
    seen = set(positions)
    waiting = list(positions)
    while waiting:
        for before in phases[waiting.pop()].after:
            if before not in seen:
                seen.add(before)
                waiting.append(before)
    return sorted(seen, reverse=True)

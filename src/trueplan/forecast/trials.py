"""Monte Carlo over the network of what remains: when phases and plans end, in working time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

import numpy

from trueplan.errors import UsageError
from trueplan.forecast.draws import (
    Array,
    Draw,
    Sampler,
    draw_ratios,
    draw_ratios_above,
    draw_world,
    make_sampler,
)
from trueplan.forecast.drivers import Sample, find_drivers
from trueplan.forecast.experience import Experience
from trueplan.forecast.network import last_uses
from trueplan.forecast.normal import SHARES
from trueplan.forecast.outcome import Ends, Forecast, read_levels, summarise
from trueplan.forecast.pace import draw_weeks
from trueplan.forecast.ratio import Ratios, ratios_for
from trueplan.forecast.work import LARGEST, LEVELS, Remaining, is_usable
from trueplan.forecast.worktime import ALL_ALIKE, Working

TRIALS = 10_000
_UNKNOWN = 1.5  # sessions: a phase is worth one or two


def run_trials(
    phases: Sequence[Remaining],
    experience: Experience,
    *,
    seed: int,
    trials: int = TRIALS,
    targets: Mapping[str, float] | None = None,
    levels: Sequence[int] = LEVELS,
    working: Working = ALL_ALIKE,
) -> Forecast:
    """Forecast the ends of `phases`, which stand in the order of their dependencies.

    `targets` are the working times at which plans should end, and `working` says how owners differ.
    Every phase starts as soon as those before it have ended (a forward pass in max-plus algebra,
    one row of all trials for a phase; a row that nobody waits for any more is let go). The same
    seed gives the same answer. What the phases in progress among them tell about their plan,
    `experience` has to know as well.

    Raises UsageError for a wrong order, for no trials, and for levels outside of 1 to 100.
    """
    if trials < 1:
        raise UsageError(f"{trials} trials tell nothing", help="ask for one or more")
    if not all(1 <= level <= 100 for level in levels):
        raise UsageError("a level is a percentage", help="ask for levels from 1 to 100")
    last = last_uses(phases)
    estimate = typical_estimate(phases)
    # Streams of their own, so that a phase more at the end changes no draw of the others.
    worlds, classes, generator, weeks = (
        numpy.random.Generator(numpy.random.PCG64(one))
        for one in numpy.random.SeedSequence(seed).spawn(4)
    )
    stretch = draw_weeks(working.paces, trials, weeks)
    samplers = _samplers(phases, experience, trials, worlds, classes)
    rows: dict[int, Array] = {}
    plans: dict[str, Array] = {}
    sample = Sample(trials, len(phases))
    nothing: Array = numpy.zeros(trials, numpy.float32)
    places = [ceil(level * trials / 100 - 1e-9) - 1 for level in levels]
    ends = []
    for position, phase in enumerate(phases):
        draw: Draw = generator.integers(0, SHARES, trials, dtype=numpy.uint16)
        length = _length(phase, samplers[phase.plan, phase.role], draw, estimate)
        worker = phase.worker or phase.role
        if worker in stretch:
            length = length * stretch[worker]
        start = _latest([rows[before] for before in phase.after], nothing)
        end = working.end(phase.role, start, length)
        sample.add(end - start if working.worktimes else length)
        ends.append(Ends(phase.ref, read_levels(end, places)))
        known = plans.get(phase.plan)
        plans[phase.plan] = end if known is None else numpy.maximum(known, end)
        if last[position] > position:
            rows[position] = end
        for before in set(phase.after):
            if last[before] == position:
                del rows[before]
    ratios: dict[str, list[Ratios]] = {}
    for (plan, _), one in samplers.items():
        ratios.setdefault(plan, []).append(one.ratios)
    drivers = find_drivers(phases, sample)
    return Forecast(
        tuple(levels),
        tuple(ends),
        tuple(
            summarise(ref, end, places, (targets or {}).get(ref), ratios[ref], drivers[ref])
            for ref, end in plans.items()
        ),
        trials,
        seed,
        tuple(one.ref for one in phases if not is_usable(one.estimate)),
        estimate,
    )


def typical_estimate(phases: Sequence[Remaining]) -> float:
    """The median of the estimates, for phases that have none; without any, 1.5 sessions."""
    known = sorted(one.estimate for one in phases if one.estimate and is_usable(one.estimate))
    if not known:
        return _UNKNOWN
    return (known[(len(known) - 1) // 2] + known[len(known) // 2]) / 2


def _samplers(
    phases: Sequence[Remaining],
    experience: Experience,
    trials: int,
    worlds: numpy.random.Generator,
    classes: numpy.random.Generator,
) -> dict[tuple[str, str], Sampler]:
    ratios: dict[tuple[str, str], Ratios] = {}
    for phase in phases:
        key = (phase.plan, phase.role)
        if key not in ratios:
            ratios[key] = ratios_for(experience, *key)
    shared = draw_world(worlds, trials, [one.freedom for one in ratios.values()])
    return {key: make_sampler(one, shared[one.freedom], classes) for key, one in ratios.items()}


def _length(phase: Remaining, sampler: Sampler, draw: Draw, typical: float) -> Array:
    """How long what remains of a phase takes in each trial.

    Of a phase in progress the total is drawn from what exceeds the work already spent. Boxes tell
    how much of the total remains; without a ticked one it is the total less what was spent.
    """
    estimate = phase.estimate if phase.estimate and is_usable(phase.estimate) else typical
    left = 1 - min(1.0, max(0.0, phase.done_share))
    if not left or not phase.rate:
        return numpy.zeros(len(draw), numpy.float32)
    if not phase.spent > 0:
        return draw_ratios(sampler, draw) * numpy.float32(estimate * left * phase.rate)
    total = draw_ratios_above(sampler, draw, phase.spent / estimate) * numpy.float32(estimate)
    if left < 1:
        rest = total * numpy.float32(left)
    else:
        rest = numpy.maximum(total - numpy.float32(min(phase.spent, LARGEST)), 0)
    result: Array = rest * numpy.float32(phase.rate)
    return result


def _latest(rows: list[Array], nothing: Array) -> Array:
    if not rows:
        return nothing
    latest = rows[0]
    for row in rows[1:]:
        latest = numpy.maximum(latest, row)
    return latest

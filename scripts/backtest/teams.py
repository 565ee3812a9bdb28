"""Teams whose truth is known: what they estimate, and what it then takes them."""

from __future__ import annotations

from datetime import date
from math import exp, log, sqrt
from typing import NamedTuple

import numpy

from trueplan.forecast.backtest import Observation, replay
from trueplan.forecast.experience import learn
from trueplan.forecast.prior import SURVEYS
from trueplan.forecast.score import Calibration, calibrate, pinball_loss
from trueplan.forecast.trials import run_trials
from trueplan.forecast.work import LEVELS, Finished, Remaining, Running

_PHASES = 5  # of each plan of the past
_AHEAD = 8  # of the plan that is forecast
_FIRST = date(2020, 1, 6).toordinal()


class Team(NamedTuple):
    """How a kind of team works, on the scale of the logarithm of actual to estimate.

    `location` and `scale` None: both drawn for each team from what forecasts assume beforehand.
    `drift` is by how much the location falls over the phases of the past, `tails` the degrees of
    freedom of the scatter, `spent` what the first phase has taken already, in estimates.
    """

    name: str
    location: float | None = None
    scale: float | None = None
    plan_share: float = SURVEYS.plan_share
    drift: float = 0.0
    tails: float | None = None
    spent: float = 0.0


TEAMS = (
    Team("as the surveys have it"),
    Team("the same, a phase in progress and late", spent=1.0),
    Team("keeps its estimates", 0.0, 0.3, 0.0),
    Team("takes twice as long", 0.7, 0.5),
    Team("takes half as long", -0.7, 0.4),
    Team("scatters widely", 0.2, 1.0),
    Team("plans differ much", 0.3, 0.6, 0.6),
    Team("heavy tails", 0.2, 0.4, tails=3),
    Team("gets better: from twice to once", 0.0, 0.4, drift=0.7),
)


class Case(NamedTuple):
    """A plan that was forecast: the labels, the mean ratio's forecast, and the truth.

    In units of the plan's own estimate along its longest path.
    """

    labels: tuple[float, ...]
    mean_ratio: float
    actual: float


class Outcome(NamedTuple):
    """How forecasts did: of labels, and the mean pinball loss beside naive forecasts."""

    n: int
    coverage: list[Calibration]
    loss: float
    as_planned: float
    mean_ratio: float


def try_team(team: Team, known: int, cases: int, seed: int, trials: int = 1_000) -> Outcome:
    """Forecast a plan for each of `cases` teams of a kind that have finished `known` phases."""
    generator = numpy.random.Generator(numpy.random.PCG64([seed, known]))
    tried = [try_once(team, known, generator, trials) for _ in range(cases)]
    coverage = [
        calibrate(level, sum(one.actual <= one.labels[place] for one in tried), cases)
        for place, level in enumerate(LEVELS)
    ]
    return Outcome(
        cases,
        coverage,
        _loss([(one.labels, one.actual) for one in tried]),
        _loss([((1.0,) * len(LEVELS), one.actual) for one in tried]),
        _loss([((one.mean_ratio,) * len(LEVELS), one.actual) for one in tried]),
    )


def try_once(team: Team, known: int, generator: numpy.random.Generator, trials: int) -> Case:
    """A team's past, a plan ahead of it, the forecast and the truth."""
    location, scale, role = _truth(team, generator)
    past = _past(team, known, location, scale, role, generator)
    phases = _network(generator)
    lengths = _ahead(team, phases, location + role, scale, generator)
    if lengths[0] <= 0:  # it is not in progress, so this is not the case that was asked for
        return try_once(team, known, generator, trials)
    spent = team.spent * (phases[0].estimate or 0)
    phases[0] = phases[0]._replace(spent=spent)
    running = [Running("next#0", "next", "team", phases[0].estimate, spent)]
    forecast = run_trials(
        phases, learn(past, running), seed=int(generator.integers(2**32)), trials=trials
    )
    planned = _longest(phases, [one.estimate or 0 for one in phases])
    labels = tuple((at or 0) / planned for at in forecast.plans[0].ends.at)
    ratios = [(one.actual or 0) / (one.estimate or 1) for one in past]
    mean = sum(ratios) / len(ratios) if ratios else 1.0
    return Case(labels, mean, _longest(phases, lengths) / planned)


def _truth(team: Team, generator: numpy.random.Generator) -> tuple[float, float, float]:
    if team.location is not None and team.scale is not None:
        return team.location, team.scale, 0.0
    prior = SURVEYS
    scale = prior.scale * sqrt(prior.scale_worth / generator.chisquare(prior.scale_worth))
    away = generator.standard_normal() / sqrt(prior.location_worth)
    role = sqrt(prior.role_share) * scale * generator.standard_normal()
    return prior.location + scale * away, scale, role


def _plan_effect(team: Team, scale: float, generator: numpy.random.Generator) -> float:
    return sqrt(team.plan_share) * scale * generator.standard_normal()


def _scatter(team: Team, scale: float, generator: numpy.random.Generator) -> float:
    role_share = SURVEYS.role_share if team.scale is None else 0.0
    own = scale * sqrt(1 - team.plan_share - role_share)
    if team.tails is None:
        return own * generator.standard_normal()
    return own * generator.standard_t(team.tails)


def _estimate(generator: numpy.random.Generator) -> float:
    return float(generator.choice([0.5, 1.0, 1.5, 2.0, 3.0]))


def _network(generator: numpy.random.Generator) -> list[Remaining]:
    """Phases that wait for one or two of the three before them."""
    phases = []
    for at in range(_AHEAD):
        before = list(range(max(0, at - 3), at))
        chosen = generator.permutation(before)[: int(generator.integers(1, 3))].tolist()
        phases.append(
            Remaining(f"next#{at}", "next", "team", _estimate(generator), after=tuple(chosen))
        )
    return phases


def _ahead(
    team: Team,
    phases: list[Remaining],
    location: float,
    scale: float,
    generator: numpy.random.Generator,
) -> list[float]:
    """What the phases take, and of the first what remains: negative if it took less than spent."""
    plan = _plan_effect(team, scale, generator)
    ratios = [exp(location + plan + _scatter(team, scale, generator)) for _ in phases]
    ratios[0] -= team.spent
    return [(one.estimate or 0) * ratio for one, ratio in zip(phases, ratios, strict=True)]


def _longest(phases: list[Remaining], lengths: list[float]) -> float:
    ends: list[float] = []
    for phase, length in zip(phases, lengths, strict=True):
        ends.append(max((ends[before] for before in phase.after), default=0.0) + length)
    return max(ends)


def _loss(cases: list[tuple[tuple[float, ...], float]]) -> float:
    """The mean pinball loss of the logarithm over cases and levels: ratios count, not sizes."""
    total = sum(
        pinball_loss(level / 100, log(at), log(actual))
        for labels, actual in cases
        for level, at in zip(LEVELS, labels, strict=True)
    )
    return total / (len(cases) * len(LEVELS))


class Replayed(NamedTuple):
    """What the replay of a kind of team gave: the coverage of labels, CRPS of the three methods."""

    n: int
    coverage: list[Calibration]
    crps: list[float]


def replay_team(team: Team, phases: int, cases: int, seed: int) -> Replayed:
    """Replay `cases` teams of a kind, each with so many phases one after the other."""
    generator = numpy.random.Generator(numpy.random.PCG64(seed))
    scores = [replay(_observe(team, phases, generator)).scores for _ in range(cases)]
    n = sum(one[0].n for one in scores)
    covered = [
        sum(round((one[0].calibration[place].achieved or 0) * one[0].n) for one in scores)
        for place in range(len(LEVELS))
    ]
    return Replayed(
        n,
        [calibrate(level, some, n) for level, some in zip(LEVELS, covered, strict=True)],
        [sum((one[at].crps or 0) * one[at].n for one in scores) / n for at in range(3)],
    )


def _observe(team: Team, phases: int, generator: numpy.random.Generator) -> list[Observation]:
    observed = []
    for at, one in enumerate(_past(team, phases, *_truth(team, generator), generator)):
        started = date.fromordinal(_FIRST + 7 * at).isoformat()
        finished = date.fromordinal(_FIRST + 7 * at + 5).isoformat()
        observed.append(
            Observation(one.ref, one.plan, one.role, started, finished, one.estimate, one.actual)
        )
    return observed


def _past(
    team: Team,
    known: int,
    location: float,
    scale: float,
    role: float,
    generator: numpy.random.Generator,
) -> list[Finished]:
    """The phases that a team has finished, in plans of five."""
    past: list[Finished] = []
    plan = 0.0
    for at in range(known):
        if at % _PHASES == 0:
            plan = _plan_effect(team, scale, generator)
        estimate = _estimate(generator)
        moved = location + team.drift * (1 - at / known)
        ratio = exp(moved + role + plan + _scatter(team, scale, generator))
        name = f"past{at // _PHASES}"
        past.append(Finished(f"{name}#{at}", name, "team", estimate, estimate * ratio))
    return past

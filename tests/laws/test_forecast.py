"""What is true of every forecast, whatever the past and the plans are."""

from __future__ import annotations

from itertools import pairwise
from math import inf

import pytest
from hypothesis import given, strategies as st

from backtest.teams import TEAMS, try_team
from trueplan.forecast.experience import Experience, learn
from trueplan.forecast.prior import SURVEYS
from trueplan.forecast.ratio import ratios_for
from trueplan.forecast.score import binomial_interval
from trueplan.forecast.throughput import Week, forecast_boxes
from trueplan.forecast.trials import run_trials
from trueplan.forecast.work import LARGEST, Finished, Remaining, Running

_LENGTHS = st.floats(0.1, 20) | st.sampled_from([0.0, 0.5, 1.0, 1e-9, 1e9, inf])
_NAMES = st.sampled_from(["a", "b", "c"])
_FINISHED = st.builds(
    Finished, st.just("x"), _NAMES, _NAMES, _LENGTHS | st.none(), _LENGTHS | st.none()
)
_RUNNING = st.builds(Running, st.just("x"), _NAMES, _NAMES, _LENGTHS | st.none(), _LENGTHS)
_EXPERIENCES = st.builds(
    learn,
    st.lists(_FINISHED, max_size=30),
    st.lists(_RUNNING, max_size=5),
    st.sampled_from([SURVEYS, SURVEYS, None]),
)
_TRIALS = 200


@st.composite
def networks(draw: st.DrawFn, begun: bool = True) -> list[Remaining]:
    """Phases in the order of their dependencies."""
    phases: list[Remaining] = []
    for at in range(draw(st.integers(0, 8))):
        before = st.sets(st.integers(0, at - 1), max_size=3) if at else st.just(set())
        phases.append(
            Remaining(
                f"#{at}",
                draw(_NAMES),
                draw(_NAMES),
                draw(_LENGTHS | st.none()),
                draw(st.sampled_from([0.0, 0.5, 3.0])) if begun else 0.0,
                draw(st.sampled_from([0.0, 0.5, 1.0])) if begun else 0.0,
                tuple(sorted(draw(before))),
                draw(st.sampled_from([1.0, 0.5, 2.5])),
            )
        )
    return phases


def _double(estimate: float | None) -> float | None:
    """Twice an estimate, unless that is absurd: then it would be taken for none."""
    return 2 * estimate if estimate and 2 * estimate <= LARGEST else estimate


def at_least(later: float | None, earlier: float | None) -> bool:
    """Whether one end is no earlier than another; one that cannot be told lies after all others."""
    first, second = (inf if one is None else one for one in (earlier, later))
    return second >= first * (1 - 1e-5)


@given(networks(), _EXPERIENCES, st.integers(0, 2**32))
def test_ends_are_monotone_in_their_level_and_never_in_the_past(
    phases: list[Remaining], experience: Experience, seed: int
) -> None:
    """Also the percents; and a phase ends no earlier than those that it waits for."""
    forecast = run_trials(phases, experience, seed=seed, trials=_TRIALS)
    for ends in (*forecast.phases, *(plan.ends for plan in forecast.plans)):
        assert all(at_least(later, earlier) for earlier, later in pairwise(ends.at))
        assert all(one is None or one >= 0 for one in ends.at)
    for plan in forecast.plans:
        assert all(at_least(later, earlier) for earlier, later in pairwise(plan.percents))
    for phase, ends in zip(phases, forecast.phases, strict=True):
        for before in phase.after:
            assert all(map(at_least, ends.at, forecast.phases[before].at))


@given(networks(), _EXPERIENCES, st.integers(0, 2**32))
def test_the_same_seed_gives_the_same_forecast(
    phases: list[Remaining], experience: Experience, seed: int
) -> None:
    once, again = (run_trials(phases, experience, seed=seed, trials=_TRIALS) for _ in range(2))
    assert once == again


@given(networks(begun=False), _EXPERIENCES, st.data())
def test_more_work_never_ends_earlier(
    phases: list[Remaining], experience: Experience, data: st.DataObject
) -> None:
    """A phase more, a longer estimate, a slower owner or one thing more to wait for.

    Of work that is not begun: what was spent on a phase means less, the longer it was meant to be.
    The new phase has no estimate, since a short one would shorten those of phases without one.
    """
    forecast = run_trials(phases, experience, seed=1, trials=_TRIALS)
    more = [*phases, Remaining("#new", "a", "a", None, after=tuple(range(len(phases))))]
    if phases:
        at = data.draw(st.integers(0, len(phases) - 1))
        one = phases[at]
        more[at] = data.draw(
            st.sampled_from(
                [
                    one._replace(estimate=_double(one.estimate)),
                    one._replace(rate=one.rate * 3),
                    one._replace(after=tuple(range(at))),
                ]
            )
        )
    after = run_trials(more, experience, seed=1, trials=_TRIALS)
    for before, later in zip(forecast.phases, after.phases[: len(phases)], strict=True):
        assert all(map(at_least, later.at, before.at))


@given(_EXPERIENCES, _NAMES, _NAMES, st.lists(st.floats(0.01, 0.99), min_size=2, max_size=5))
def test_ratios_are_monotone_in_their_level(
    experience: Experience, plan: str, role: str, shares: list[float]
) -> None:
    ratios = ratios_for(experience, plan, role)
    told = [ratios.quantile(share) for share in sorted(shares)]
    assert all(at_least(later, earlier) for earlier, later in pairwise(told))
    assert all(one is None or one > 0 for one in told)


@given(_EXPERIENCES, _LENGTHS.filter(lambda one: 0 < one < inf), st.floats(0.01, 100))
def test_a_phase_never_takes_less_than_was_spent(
    experience: Experience, estimate: float, spent: float
) -> None:
    """What remains of it is never negative."""
    phase = Remaining("#1", "a", "a", estimate, spent)
    forecast = run_trials([phase], experience, seed=1, trials=_TRIALS)
    assert all(one is None or one >= 0 for one in forecast.phases[0].at)


@given(
    st.lists(st.builds(Week, st.integers(0, 9), st.integers(-3, 9)), max_size=12),
    st.integers(0, 60),
    st.integers(0, 99),
)
def test_more_boxes_never_take_fewer_weeks(weeks: list[Week], boxes: int, more: int) -> None:
    few = forecast_boxes(weeks, boxes, seed=1, trials=_TRIALS)
    many = forecast_boxes(weeks, boxes + more, seed=1, trials=_TRIALS)
    assert all(at_least(later, earlier) for earlier, later in pairwise(few.weeks))
    if boxes:
        assert all(map(at_least, many.weeks, few.weeks))


@pytest.mark.parametrize("known", [0, 6, 17, 40])
def test_simulated_teams_are_covered_at_the_stated_rate(known: int) -> None:
    """Within sampling error: the interval is of 99.9 %, and teams are as forecasts assume them."""
    outcome = try_team(TEAMS[0], known, 300, seed=11, trials=500)
    for one in outcome.coverage:
        low, high = binomial_interval(round((one.achieved or 0) * one.n), one.n, 0.999)
        assert low <= one.level / 100 <= high, one

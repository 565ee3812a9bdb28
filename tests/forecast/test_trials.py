"""Trials over the network of what remains."""

from __future__ import annotations

from math import exp

import numpy
import pytest

from trueplan.errors import UsageError
from trueplan.forecast.experience import Experience, learn
from trueplan.forecast.outcome import Forecast, chance_by
from trueplan.forecast.trials import run_trials
from trueplan.forecast.work import Finished, Remaining

# Twenty ratios all but equal, so that what a chain takes can be worked by hand.
SURE = learn([Finished(f"a#{at}", "a", "", 2, 4) for at in range(1000)])
FEW = learn([Finished(f"a#{at}", "a", "", 2, 2 + at) for at in range(5)])
MANY = learn([Finished(f"a#{at}", "a", "", 2, 2 * exp(0.1 * at)) for at in range(-10, 20)])
NONE = learn([])


def chain(
    length: int, *, spent: float = 0.0, done_share: float = 0.0, rate: float = 1.0
) -> list[Remaining]:
    return [
        Remaining(f"a#{at}", "a", "", 2, spent, done_share, (at - 1,) if at else (), rate)
        for at in range(length)
    ]


def median(forecast: Forecast, place: int = -1) -> float:
    value = forecast.phases[place].at[0]
    assert value is not None
    return value


def test_a_chain_adds_up() -> None:
    """Three phases of 2 sessions that take twice as long, 1.5 units of time a session: 6 each."""
    forecast = run_trials(chain(3, rate=1.5), SURE, seed=1)
    for one, end in zip(forecast.phases, (6, 12, 18), strict=True):
        assert one.at == pytest.approx((end,) * 4)


def test_a_phase_starts_when_the_last_before_it_has_ended() -> None:
    """4 beside 12, then 4: the plan ends at 16, and its spread hangs on the longer one."""
    phases = [
        Remaining("a#1", "a", "", 2),
        Remaining("a#2", "a", "", 6),
        Remaining("a#3", "a", "", 2, after=(0, 1)),
        Remaining("b#1", "b", "", 1),
    ]
    forecast = run_trials(phases, SURE, seed=1, targets={"a": 17, "b": 1.9})
    assert [one.ref for one in forecast.plans] == ["a", "b"]
    assert [one.ends.at[0] for one in forecast.plans] == [pytest.approx(16), pytest.approx(2)]
    assert [one.chance for one in forecast.plans] == [1.0, 0.0]
    assert {one.ref: one.critical for one in forecast.plans[0].drivers} == {"a#2": 1, "a#3": 1}


def test_one_phase_has_the_levels_of_its_ratio() -> None:
    """By trials what the t distribution, and what the order statistics say."""
    from trueplan.forecast.ratio import ratios_for

    for experience in (NONE, FEW, MANY):
        at = run_trials(chain(1), experience, seed=3).phases[0].at
        ratios = ratios_for(experience, "a", "")
        for got, share in zip(at[:3], (0.5, 0.8, 0.85), strict=True):
            assert got == pytest.approx(2 * (ratios.quantile(share) or 0), rel=0.06)


def test_what_is_not_known_about_a_plan_does_not_cancel_out() -> None:
    """Forty phases: drawn apart, the 95 % would lie within a tenth of the median or so."""
    for experience in (NONE, FEW, MANY):
        at = run_trials(chain(40), experience, seed=3).phases[-1].at
        assert (at[3] or 0) / (at[0] or 1) > 1.25


def test_a_phase_in_progress_takes_at_least_what_was_spent() -> None:
    """Six sessions into a phase of two that takes four on average, nobody knows; some remains."""
    for experience in (NONE, FEW, MANY, SURE):
        begun = run_trials(chain(1, spent=6), experience, seed=1)
        assert begun.phases[0].at[0] is not None
        assert begun.phases[0].at[0] >= 0


def test_work_that_is_late_already_is_drawn_from_the_upper_part() -> None:
    """What remains after one session of about four is about three; after eight, more than that."""
    remains = [median(run_trials(chain(1, spent=spent), FEW, seed=1)) for spent in (0, 1, 8)]
    assert remains[1] == pytest.approx(remains[0] - 1, abs=0.2)
    assert remains[2] > 1


def test_ticked_boxes_shorten_what_remains() -> None:
    remains = [
        median(run_trials(chain(1, spent=2, done_share=share), FEW, seed=1))
        for share in (0.25, 0.5, 1)
    ]
    assert remains[0] == pytest.approx(1.5 * remains[1])
    assert remains[2] == 0


def test_a_phase_without_an_estimate_is_given_the_typical_one_and_named() -> None:
    phases = [
        Remaining("a#1", "a", "", 1),
        Remaining("a#2", "a", "", 5),
        Remaining("a#3", "a", "", None),
        Remaining("a#4", "a", "", 0),
        Remaining("a#5", "a", "", float("inf")),
    ]
    forecast = run_trials(phases, SURE, seed=1)
    assert (forecast.assumed, forecast.assumed_estimate) == (("a#3", "a#4", "a#5"), 3)
    assert median(forecast, 2) == pytest.approx(6)
    assert run_trials(phases[2:], SURE, seed=1).assumed_estimate == 1.5


def test_without_the_prior_high_levels_are_not_told() -> None:
    """Three ratios: above 3/4 nothing is known, and of two phases even less."""
    alone = learn([Finished(f"a#{at}", "a", "", 1, at) for at in (1, 2, 3)], prior=None)
    forecast = run_trials(chain(2), alone, seed=1)
    told = [[value is not None for value in one.at] for one in forecast.phases]
    assert told == [[True, False, False, False], [True, False, False, False]]
    plan = forecast.plans[0]
    assert plan.percents[99] is None
    assert sum(plan.histogram.counts) + plan.histogram.beyond == forecast.trials
    begun = run_trials(chain(1, spent=9), alone, seed=1)
    assert begun.phases[0].at == (None, None, None, None)


def test_nothing_remains() -> None:
    forecast = run_trials([], NONE, seed=1)
    assert (forecast.phases, forecast.plans, forecast.assumed) == ((), (), ())


def test_the_order_of_phases_has_to_be_that_of_their_dependencies() -> None:
    phases = [Remaining("a#1", "a", "", 1, after=(1,)), Remaining("a#2", "a", "", 1)]
    with pytest.raises(UsageError, match="a#1 waits for position 1"):
        run_trials(phases, NONE, seed=1)


def test_no_trials_tell_nothing() -> None:
    with pytest.raises(UsageError, match="0 trials tell nothing"):
        run_trials([], NONE, seed=1, trials=0)


def test_levels_are_percentages() -> None:
    with pytest.raises(UsageError, match="a level is a percentage"):
        run_trials([], NONE, seed=1, levels=(0, 50))


def test_what_remains_of_a_resampled_phase_is_the_upper_part_of_its_ratios() -> None:
    """Of 0.5, 0.6 … 2.4 twenty ratios, 1.45 is reached: half way from 1.5 to 2.4 lies 1.95."""
    twenty = learn([Finished(f"a#{at}", "a", "", 1, 0.5 + 0.1 * at) for at in range(20)])
    begun = [Remaining("a#1", "a", "", 1, spent=1.45)]
    assert median(run_trials(begun, twenty, seed=1)) == pytest.approx(0.5, abs=0.06)


def test_ten_thousand_phases() -> None:
    """Their mean is that of one, ten thousand times."""
    forecast = run_trials(chain(10_000), SURE, seed=1, trials=100)
    assert median(forecast) == pytest.approx(40_000, rel=1e-3)


def test_what_a_plan_tells() -> None:
    forecast = run_trials(chain(4), FEW, seed=5, targets={"a": 20})
    (plan,) = forecast.plans
    assert (plan.ref, plan.sample, plan.own, plan.censored) == ("a", 5, 5, 0)
    assert plan.method == "Student-t, shrunk to the repository and to surveys"
    assert plan.ends == forecast.phases[-1]._replace(ref="a")
    assert len(plan.histogram.counts) == 20
    assert sum(plan.histogram.counts) + plan.histogram.beyond == 10_000
    assert plan.histogram.beyond == 100
    assert plan.chance == pytest.approx(chance_by(plan, 20), abs=0.01)
    assert chance_by(plan, 0) == 0
    assert list(plan.percents) == sorted(plan.percents)  # type: ignore[type-var]


def test_shares_of_the_spread_add_up_to_one() -> None:
    """The longest of a chain has the most of it."""
    phases = chain(6)
    phases[3] = phases[3]._replace(estimate=8)
    (plan,) = run_trials(phases, MANY, seed=1).plans
    assert sum(one.share for one in plan.drivers) == pytest.approx(1)
    assert plan.drivers[0].ref == "a#3"
    assert plan.drivers[0].share > 0.4


def test_a_phase_of_another_plan_can_drive_the_spread() -> None:
    phases = [Remaining("b#1", "b", "", 9), Remaining("a#1", "a", "", 1, after=(0,))]
    plans = {one.ref: one for one in run_trials(phases, MANY, seed=1).plans}
    assert [one.ref for one in plans["a"].drivers] == ["b#1", "a#1"]
    assert [one.ref for one in plans["b"].drivers] == ["b#1"]


def test_rows_that_nobody_waits_for_are_let_go() -> None:
    """A phase may be waited for twice, and by one that comes much later."""
    phases = [
        Remaining("a#1", "a", "", 1),
        Remaining("a#2", "a", "", 1, after=(0, 0)),
        Remaining("a#3", "a", "", 1, after=(1,)),
        Remaining("a#4", "a", "", 1, after=(0, 2)),
    ]
    ends = [one.at[0] for one in run_trials(phases, SURE, seed=1).phases]
    assert ends == pytest.approx([2, 4, 6, 8])


def test_the_same_seed_gives_the_same_forecast() -> None:
    assert run_trials(chain(9), FEW, seed=7) == run_trials(chain(9), FEW, seed=7)
    assert run_trials(chain(9), FEW, seed=7) != run_trials(chain(9), FEW, seed=8)


def test_a_mixture_draws_from_both() -> None:
    """Seventeen ratios: two trials of five draw them again, the others from the t distribution."""
    experience: Experience = learn(
        [Finished(f"a#{at}", "a", "", 1, 1 + 0.1 * at) for at in range(17)]
    )
    at = run_trials(chain(1), experience, seed=2).phases[0].at
    assert at[0] == pytest.approx(3.6, abs=0.4)
    assert numpy.isfinite([one or numpy.inf for one in at]).all()

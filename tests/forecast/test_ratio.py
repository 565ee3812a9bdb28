"""The ratio of a next phase, and how it is known."""

from __future__ import annotations

from math import exp, inf, log, nan

import pytest

from trueplan.forecast.experience import learn
from trueplan.forecast.prior import SURVEYS
from trueplan.forecast.ratio import Ratios, ratios_for
from trueplan.forecast.work import Finished, Running


def done(ratios: list[float], plan: str = "lamps", role: str = "CTO") -> list[Finished]:
    """Phases of two sessions that took so many times as long."""
    return [Finished(f"{plan}#{at}", plan, role, 2.0, 2 * one) for at, one in enumerate(ratios, 1)]


def told(ratios: Ratios) -> list[float | None]:
    return [ratios.quantile(one) for one in (0.5, 0.8, 0.85, 0.95)]


def test_without_a_finished_phase_the_surveys_speak() -> None:
    """The median is theirs, and the 80 % that of a t with 4 degrees and all their spread."""
    ratios = ratios_for(learn([]), "lamps", "CTO")
    assert (ratios.method, ratios.sample) == ("surveys of other projects", 0)
    assert ratios.quantile(0.5) == pytest.approx(exp(SURVEYS.location))
    assert ratios.quantile(0.8) == pytest.approx(exp(0.215 + 0.6 * 1.5**0.5 * 0.94096), rel=1e-4)


def test_one_finished_phase_moves_the_surveys_a_little() -> None:
    ratios = ratios_for(learn(done([4.0])), "lamps", "CTO")
    median = ratios.quantile(0.5)
    assert median is not None
    assert exp(SURVEYS.location) < median < 4
    assert (ratios.sample, ratios.own) == (1, 1)
    assert ratios.method == "Student-t, shrunk to the repository and to surveys"


def test_the_own_plan_counts_more_than_another_and_the_own_role_more_than_another_role() -> None:
    """Six phases of one plan at 3 times their estimate, six of another at 1."""
    experience = learn(done([3.0] * 6) + done([1.0] * 6, "masts", "CEO"))
    medians = [
        ratios_for(experience, plan, role).quantile(0.5) or 0
        for plan, role in (("lamps", "CTO"), ("other", "CTO"), ("other", "CEO"), ("masts", "CEO"))
    ]
    assert medians == sorted(medians, reverse=True)
    assert medians[0] > 2
    assert medians[3] < 1.3


TWENTY = [0.5 + 0.1 * at for at in range(20)]  # 0.5, 0.6 … 2.4


def test_from_twenty_on_the_levels_are_order_statistics() -> None:
    """Of 20 the 11th has 11/21, the 17th 17/21, the 18th 18/21, the 20th 20/21 = .952."""
    ratios = ratios_for(learn(done(TWENTY)), "lamps", "CTO")
    assert told(ratios) == pytest.approx([1.5, 2.1, 2.2, 2.4])
    assert ratios.method == "resampling, its tail Student-t"


def test_above_n_over_n_plus_1_the_prior_speaks_or_nobody() -> None:
    with_prior = ratios_for(learn(done(TWENTY)), "lamps", "CTO").quantile(0.97)
    assert with_prior is not None
    assert with_prior > 2.4
    alone = ratios_for(learn(done(TWENTY), prior=None), "lamps", "CTO")
    assert alone.quantile(0.97) is None
    assert alone.quantile(0.95) == pytest.approx(2.4)


def test_three_phases_alone_tell_three_quarters() -> None:
    alone = ratios_for(learn(done([1, 2, 3]), prior=None), "lamps", "CTO")
    assert told(alone) == [pytest.approx(2), None, None, None]
    assert alone.method == "resampling alone"


def test_nothing_alone_tells_nothing() -> None:
    assert told(ratios_for(learn([], prior=None), "lamps", "CTO")) == [None] * 4


@pytest.mark.parametrize(("count", "share"), [(15, 0), (16, 0.2), (18, 0.6), (19, 0.8), (20, 1)])
def test_between_fifteen_and_twenty_both_are_mixed(count: int, share: float) -> None:
    """A mixture lies between its parts."""
    ratios = ratios_for(learn(done(TWENTY[:count])), "lamps", "CTO")
    assert ratios.resampled == pytest.approx(share)
    if 0 < share < 1:
        assert ratios.method == f"Student-t, {share:.0%} resampling"
        parts = [ratios._replace(resampled=part).quantile(0.8) or 0 for part in (0.0, 1.0)]
        assert min(parts) - 0.11 <= (ratios.quantile(0.8) or 0) <= max(parts) + 0.11


def test_a_running_phase_pulls_the_upper_levels_up() -> None:
    late = [Running("lamps#30", "lamps", "CTO", 2.0, 2 * 2.35)] * 2
    before = ratios_for(learn(done(TWENTY)), "lamps", "CTO")
    after = ratios_for(learn(done(TWENTY), late), "lamps", "CTO")
    assert after.censored == 2
    assert after.sample == 20
    assert (after.quantile(0.85) or 0) > (before.quantile(0.85) or 0)
    few = ratios_for(learn(done([1, 1.2]), late), "lamps", "CTO")
    assert (few.quantile(0.5) or 0) > (
        ratios_for(learn(done([1, 1.2])), "lamps", "CTO").quantile(0.5) or 0
    )


@pytest.mark.parametrize(
    ("estimate", "actual"),
    [(None, 1), (0, 1), (1, 0), (1, None), (-1, 1), (1, inf), (inf, 1), (1e-320, 1e300), (nan, 1)],
)
def test_what_has_no_ratio_is_named_and_left_out(
    estimate: float | None, actual: float | None
) -> None:
    experience = learn([Finished("lamps#1", "lamps", "CTO", estimate, actual), *done([1.5])])
    assert experience.unusable == ("lamps#1",)
    assert experience.sample == 1


def test_a_running_phase_that_has_not_begun_says_nothing() -> None:
    experience = learn([], [Running("lamps#1", "lamps", "CTO", 2.0, 0)])
    assert (experience.cases, experience.unusable) == ((), ())


def test_equal_ratios_do_not_make_a_forecast_certain() -> None:
    """Three phases just as estimated: 95 % still lies well above."""
    ratios = ratios_for(learn(done([1.0] * 3)), "lamps", "CTO")
    assert (ratios.quantile(0.95) or 0) > 1.8


def test_the_distribution_and_its_quantiles_agree() -> None:
    for count in (3, 17):
        ratios = ratios_for(learn(done(TWENTY[:count])), "lamps", "CTO")
        for share in (0.05, 0.5, 0.95):
            value = ratios.quantile(share)
            assert value is not None
            assert ratios.distribution(log(value) + 1e-9) >= share - 1e-6

"""How actual work compares with its estimate: the distribution of the ratio for a next phase.

Under 15 finished phases the logarithm of the ratio has Student's t distribution around the location
of its reference class (`reference`); from 20 on finished phases are drawn again as they are
(`kaplan_meier`), moved to where the own plan lies; between, a forecast is a mixture of both whose
weight grows from nothing to all. What goes on is censored in both. A resampled distribution knows
nothing above n / (n + 1): the rest is taken from the t distribution, or not told without the prior.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log, sqrt

from trueplan.forecast.beta import student_distribution, student_quantile
from trueplan.forecast.censoring import Step, kaplan_meier
from trueplan.forecast.experience import Case, Experience
from trueplan.forecast.reference import Class, Location, locate
from trueplan.forecast.work import LARGEST
from trueplan.record import Record

FEW, MANY = 15, 20


class Ratios(Record):
    """The ratio of actual to estimate for a next phase of one plan and role.

    `location` and `scale` with `freedom` degrees are its t distribution on the log scale; `within`
    is the part of the variance that is the phase's own. `steps` are what is drawn again, on the log
    scale, in the share `resampled` of cases. `sample` finished phases are behind it, `own` of them
    of the same plan and role, and `censored` that go on.
    """

    location: Location
    scale: float
    freedom: float
    within: float
    steps: tuple[Step, ...]
    resampled: float
    sample: int
    own: int
    censored: int
    surveyed: bool

    @property
    def method(self) -> str:
        """How the figures came about, for the reader of a forecast."""
        if not self.sample and self.surveyed:
            return "surveys of other projects"
        if not self.surveyed:
            return "resampling alone"
        if self.resampled == 0:
            return "Student-t, shrunk to the repository and to surveys"
        if self.resampled == 1:
            return "resampling, its tail Student-t"
        return f"Student-t, {self.resampled:.0%} resampling"

    @property
    def spread(self) -> float:
        """The scale of the t distribution of a next phase."""
        return self.scale * sqrt(self.location.common + self.location.own + self.within)

    def quantile(self, share: float) -> float | None:
        """The ratio that a next phase does not exceed with this chance; None if unknown."""
        if self.resampled == 1:
            for step in self.steps:
                if step.share >= share - 1e-12:
                    return exp(step.value)
            return None if not self.surveyed else exp(self._search(share))
        if self.resampled == 0:
            value = self.location.mean + self.spread * student_quantile(self.freedom, share)
            return exp(min(value, log(LARGEST)))
        return exp(self._search(share))

    def distribution(self, value: float) -> float:
        """The chance that the logarithm of the ratio is at most `value`."""
        student = 1 - self.student_above(value)
        if self.resampled == 0:
            return student
        below = max((step.share for step in self.steps if step.value <= value), default=0.0)
        if self.surveyed and self.steps and value > self.steps[-1].value:
            last = self.steps[-1]
            beyond = self.student_above(last.value)
            if beyond > 0:
                below += (1 - last.share) * (1 - self.student_above(value) / beyond)
        return (1 - self.resampled) * student + self.resampled * below

    def student_above(self, value: float) -> float:
        """The chance of the t distribution that the logarithm of the ratio exceeds `value`."""
        return student_distribution(self.freedom, (self.location.mean - value) / self.spread)

    def _search(self, share: float) -> float:
        low = high = self.location.mean
        reach = self.spread + 1
        while self.distribution(low) > share and reach < 1e6:
            low, reach = low - reach, 2 * reach
        reach = self.spread + 1
        while self.distribution(high) < share and reach < 1e6:
            high, reach = high + reach, 2 * reach
        for _ in range(80):
            middle = (low + high) / 2
            if self.distribution(middle) < share:
                low = middle
            else:
                high = middle
        return min(high, log(LARGEST))


def ratios_for(experience: Experience, plan: str, role: str) -> Ratios:
    """The ratio of a next phase of this plan and role."""
    prior = experience.model
    wanted = (role, plan)
    location = locate(experience.means, wanted, prior)
    sample = experience.sample
    resampled = min(1.0, max(0.0, (sample - FEW) / (MANY - FEW)))
    if not experience.surveyed:
        resampled = 1.0
    own = sum(1 for one in experience.cases if one.of == wanted and not one.censored)
    return Ratios(
        location,
        experience.scale,
        experience.freedom,
        prior.within_share,
        _steps(experience, wanted, own) if resampled else (),
        resampled,
        sample,
        own,
        sum(1 for one in experience.cases if one.censored),
        experience.surveyed,
    )


def _steps(experience: Experience, wanted: Class, own: int) -> tuple[Step, ...]:
    """What is drawn again: the own phases if they are many, else all, moved to the own ones."""
    cases: Sequence[Case] = experience.cases
    shift = 0.0
    if own >= MANY:
        cases = [one for one in cases if one.of == wanted]
    elif wanted in experience.means and len(experience.means) > 1:
        # The surveys say nothing here that many finished phases do not say better.
        flat = experience.model._replace(location_worth=1e-6)
        total = sum(one.weight for one in experience.means.values())
        middle = sum(one.value * one.weight for one in experience.means.values()) / total
        shift = locate(experience.means, wanted, flat).mean - middle
    steps = kaplan_meier(
        [one.value for one in cases if not one.censored],
        [one.value for one in cases if one.censored],
    )
    return tuple(step._replace(value=step.value + shift) for step in steps)

"""What is known about estimates before a repository has any of its own.

Surveys of software projects agree on an average overrun of 30 to 40 %, with 60 to 80 % of the
projects over their estimate (K. Moløkken and M. Jørgensen, "A review of surveys on software effort
estimation", ISESE 2003). A lognormal distribution with a mean of 1.35 and 70 % above 1 has a
median of 1.24 and a sigma of 0.41. That the ratio is lognormal was found by T. Little ("Schedule
estimation and uncertainty surrounding the cone of uncertainty", IEEE Software 23, 2006).

That is of whole projects, in which parts balance. Single tasks scatter more: E. Bernhardsson ("Why
software projects take longer than you think", 2019) found a median of 1 and a mean of 1.81, which
for a lognormal is a sigma of 1.09. A phase lies between the two.

Judgements of ours: a sigma of 0.6; that all this weighs as much as two finished phases for the
location and four for the scatter; that a tenth of the variance lies between roles and a fifth
between plans.
"""

from __future__ import annotations

from trueplan.record import Record


class Prior(Record):
    """A reference class to begin with, on the scale of the logarithm of actual to estimate.

    `location_worth` and `scale_worth` say how many finished phases it counts as; `role_share` and
    `plan_share` which parts of the variance lie between roles and between plans.
    """

    location: float
    scale: float
    location_worth: float
    scale_worth: float
    role_share: float
    plan_share: float

    @property
    def within_share(self) -> float:
        """The part of the variance that lies between phases of one plan and role."""
        return 1 - self.role_share - self.plan_share


SURVEYS = Prior(0.215, 0.6, 2, 4, 0.1, 0.2)

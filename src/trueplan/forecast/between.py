"""How much plans differ from one another, beside the scatter of their phases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trueplan.forecast.prior import Prior
from trueplan.forecast.reference import Class, Mean

_WORTH = 4.0  # plans: a judgement of ours
_LEAST, _MOST = 0.02, 0.8


def fit_plan_share(
    values: Sequence[tuple[Class, float]], means: Mapping[Class, Mean], prior: Prior
) -> Prior:
    """The prior with the share of variance between plans moved to what finished phases show.

    The intraclass correlation by analysis of variance, among plans of one role (S. R. Searle, G.
    Casella and C. E. McCulloch, Variance Components, 1992, section 3.6), weighed with the prior as
    one of so many plans: from few of them it is hardly known at all.
    """
    roles = {role for role, _ in means}
    middles = {role: _middle(means, role) for role in roles}
    total = sum(one.weight for one in means.values())
    between_freedom = len(means) - len(roles)
    within_freedom = total - len(means)
    if between_freedom < 1 or within_freedom < 1:
        return prior
    within = sum((value - means[of].value) ** 2 for of, value in values) / within_freedom
    between = sum(one.weight * (one.value - middles[role]) ** 2 for (role, _), one in means.items())
    between /= between_freedom
    size = (total - _alike(means, roles)) / between_freedom
    variance = max(0.0, between - within) / size
    if variance + within <= 0:
        return prior
    whole = 1 - prior.role_share
    before = prior.plan_share / whole
    shown = variance / (variance + within)
    share = (_WORTH * before + between_freedom * shown) / (_WORTH + between_freedom)
    return prior._replace(plan_share=whole * min(_MOST, max(_LEAST, share)))


def _middle(means: Mapping[Class, Mean], role: str) -> float:
    of_role = [one for (of, _), one in means.items() if of == role]
    return sum(one.value * one.weight for one in of_role) / sum(one.weight for one in of_role)


def _alike(means: Mapping[Class, Mean], roles: set[str]) -> float:
    """The mean size of a plan, large ones counted more, summed over roles."""
    alike = 0.0
    for role in roles:
        weights = [one.weight for (of, _), one in means.items() if of == role]
        alike += sum(weight * weight for weight in weights) / sum(weights)
    return alike

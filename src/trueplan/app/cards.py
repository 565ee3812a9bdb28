"""A plan as an index sees it."""

from __future__ import annotations

from trueplan.app.titles import title_of
from trueplan.model.companions import PlanCard
from trueplan.model.plan import Plan


def make_card(path: str, ref: str, plan: Plan) -> PlanCard:
    """What an index may say of a plan."""
    header = plan.header
    created, target = header.created, header.target
    return PlanCard(
        path=path,
        ref=ref,
        title=title_of(plan, ref),
        state=header.status.value if header.status else None,
        status=header.status.raw if header.status else None,
        created=(created.first, created.last)
        if created and created.first and created.last
        else None,
        target=(target.first, target.last) if target and target.first and target.last else None,
        phases=len(plan.phases),
        owner=header.owner.value if header.owner else None,
    )

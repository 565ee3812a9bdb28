"""What to call a plan."""

from __future__ import annotations

from trueplan.model.plan import Plan


def title_of(plan: Plan, ref: str) -> str:
    """The title of a plan without the words that only say that it is one; else its reference."""
    title = plan.title.value if plan.title is not None else ""
    prefix, colon, rest = title.partition(":")
    if colon and rest.strip() and "plan" in prefix.lower():
        return rest.strip()
    return title.strip() or ref

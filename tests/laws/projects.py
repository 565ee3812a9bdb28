"""Hypothesis strategies: small repositories of plans, as texts."""

from __future__ import annotations

from hypothesis import strategies as st

_OWNERS = ("Ann", "Ben", "")
_ESTIMATES = ("1 session", "3 sessions", "2 days", "0 sessions", "")
_STATUSES = ("Planned", "In Progress", "Paused")
_TARGETS = ("", "2026-02-01", "2026-03-20", "2026-06-30")


@st.composite
def plan_texts(draw: st.DrawFn, name: str, owners: tuple[str, ...] = _OWNERS) -> str:
    """A plan; a phase waits for one before it, or says nothing."""
    owner, target = draw(st.sampled_from(owners)), draw(st.sampled_from(_TARGETS))
    lines = [f"# Implementation Plan: {name}", ""]
    lines.append(f"**Status**: {draw(st.sampled_from(_STATUSES))}")
    lines += [f"**Owner**: {owner}"] if owner else []
    lines += [f"**Target Completion**: {target}"] if target else []
    lines += ["", "## Phases", ""]
    for number in range(1, draw(st.integers(1, 4)) + 1):
        ticked = draw(st.sampled_from(("[ ]", "[x]")))
        lines += [f"### Phase {number}: Part {number}", "", f"- {ticked} Begin", "- [ ] End", ""]
        estimate = draw(st.sampled_from(_ESTIMATES))
        lines += [f"**Estimated Duration**: {estimate}", ""] if estimate else []
        waits = draw(st.integers(0, number - 1))
        lines += [f"**Dependencies**: Phase {waits}", ""] if waits else []
    return "\n".join(lines)


@st.composite
def projects(draw: st.DrawFn, owners: tuple[str, ...] = _OWNERS) -> dict[str, str]:
    """The files of a repository with some plans, by path."""
    names = ("pier", "boat", "quay")[: draw(st.integers(1, 3))]
    return {f"docs/plans/{name}.md": draw(plan_texts(name, owners)) for name in names}

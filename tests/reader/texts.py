"""Plans out of texts that a test shows in full."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import dedent

from trueplan.model.item import Item
from trueplan.model.located import Located
from trueplan.model.phase import Phase
from trueplan.model.plan import Plan
from trueplan.reader.plan import read_plan


def plan_of(text: str) -> Plan:
    """The plan in `text`, whose common indent is taken off."""
    return read_plan(dedent(text).lstrip("\n").encode())


def phase_of(body: str) -> Phase:
    """The only phase of a plan, with `body` below its heading."""
    source = f"# Plan\n\n## Phases\n\n### Phase 1: Work\n\n{dedent(body).strip()}\n"
    (phase,) = read_plan(source.encode()).phases
    return phase


def words(points: Iterable[Located]) -> list[str]:
    """What points say, without their places."""
    return [point.value for point in points]


def texts(items: Iterable[Item]) -> list[str]:
    """What items say, without those nested in them."""
    return [item.text for item in items]

"""`trueplan graph --format json`."""

from __future__ import annotations

import msgspec

from trueplan.app.graph import Graph
from trueplan.schedule.network import Cycle


class NodeShape(msgspec.Struct, frozen=True):
    """A phase or a plan; `critical` where it cannot slip without the end of everything."""

    ref: str
    plan: str
    title: str
    state: str
    critical: bool


class EdgeShape(msgspec.Struct, frozen=True):
    """`after` waits for `before`; `left_out` where that closes a circle and is not kept."""

    before: str
    after: str
    critical: bool
    left_out: bool


class CycleShape(msgspec.Struct, frozen=True):
    """References that wait each for the next, the last for the first; the wait not kept."""

    refs: list[str]
    waits: str
    no_longer_for: str


class GraphAnswer(msgspec.Struct, frozen=True, tag_field="schema", tag="trueplan.graph/1"):
    """Phases, or plans, and who waits for whom. `of` is "phases" or "plans"."""

    of: str
    nodes: list[NodeShape]
    edges: list[EdgeShape]
    cycles: list[CycleShape]
    assumptions: list[str]


def graph_answer(graph: Graph) -> GraphAnswer:
    """A graph as JSON will have it."""
    return GraphAnswer(
        graph.grain,
        [NodeShape(*one) for one in graph.nodes],
        [EdgeShape(*one) for one in graph.edges],
        [cycle_shape(one) for one in graph.cycles],
        list(graph.assumptions),
    )


def cycle_shape(cycle: Cycle) -> CycleShape:
    """A circle as JSON will have it."""
    return CycleShape(list(cycle.refs), *cycle.left_out)

"""A graph as the values that pictures are made of."""

from __future__ import annotations

from trueplan.app.graph import Graph
from trueplan.chart.network import Edge, Network, Node


def chart_of(graph: Graph) -> Network:
    """What a picture of the graph shows."""
    return Network(
        "What waits for what",
        tuple(
            Node(one.ref, _label(one.ref, one.plan, one.title), one.state, one.critical, one.plan)
            for one in graph.nodes
        ),
        tuple(Edge(one.before, one.after, one.critical) for one in graph.edges),
    )


def _label(ref: str, plan: str, title: str) -> str:
    return f"{ref.removeprefix(plan)} {title}".strip()

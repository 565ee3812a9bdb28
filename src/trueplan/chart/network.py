"""What a picture of dependencies shows: phases and what has to come before what."""

from __future__ import annotations

from trueplan.chart.state import State
from trueplan.record import Record


class Node(Record):
    """A phase; `key` is what edges name, `group` the plan it belongs to."""

    key: str
    label: str
    state: State
    critical: bool = False
    group: str = ""


class Edge(Record):
    """`after` waits for `before`."""

    before: str
    after: str
    critical: bool = False


class Network(Record):
    """Nodes and edges; an edge that names no node, or one node twice, is not shown."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def known_edges(network: Network) -> list[Edge]:
    """The edges between two of the nodes, each once; critical if it is so anywhere."""
    keys = {node.key for node in network.nodes}
    found: dict[tuple[str, str], Edge] = {}
    for edge in network.edges:
        pair = edge.before, edge.after
        if edge.before != edge.after and edge.before in keys and edge.after in keys:
            known = found.get(pair)
            found[pair] = edge._replace(critical=edge.critical or bool(known and known.critical))
    return list(found.values())


def say_counts(network: Network, edges: list[Edge], back: set[tuple[str, str]]) -> str:
    """How many there are, and how many of the edges close a cycle."""
    nodes = "1 phase" if len(network.nodes) == 1 else f"{len(network.nodes)} phases"
    links = "1 dependency" if len(edges) == 1 else f"{len(edges)} dependencies"
    closing = f", {len(back)} of them closing a cycle" if back else ""
    return f"{nodes}, {links}{closing}"


def split_cycles(keys: list[str], pairs: list[tuple[str, str]]) -> set[tuple[str, str]]:
    """The pairs that close a cycle; without them what remains has none.

    A pair closes one if it leads back to a key that a walk in depth is still under.
    """
    after: dict[str, list[str]] = {key: [] for key in keys}
    for first, second in pairs:
        after[first].append(second)
    back: set[tuple[str, str]] = set()
    state: dict[str, int] = {}
    for root in keys:
        if root in state:
            continue
        state[root] = 1
        stack = [(root, iter(after[root]))]
        while stack:
            key, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                state[key] = 2
                stack.pop()
            elif state.get(following) == 1:
                back.add((key, following))
            elif following not in state:
                state[following] = 1
                stack.append((following, iter(after[following])))
    return back


def rank_nodes(keys: list[str], pairs: list[tuple[str, str]]) -> dict[str, int]:
    """How many steps the longest way to each key has; `pairs` have no cycle."""
    after: dict[str, list[str]] = {key: [] for key in keys}
    waits = dict.fromkeys(keys, 0)
    for first, second in pairs:
        after[first].append(second)
        waits[second] += 1
    ranks = dict.fromkeys(keys, 0)
    ready = [key for key in keys if not waits[key]]
    for key in ready:
        for following in after[key]:
            ranks[following] = max(ranks[following], ranks[key] + 1)
            waits[following] -= 1
            if not waits[following]:
                ready.append(following)
    return ranks

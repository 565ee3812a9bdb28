"""Dependencies as SVG: what comes first stands on the left."""

from __future__ import annotations

from trueplan.chart.glyph import state_glyph, state_legend
from trueplan.chart.layers import Key, Layers, lay_out
from trueplan.chart.measure import fit_text, wrap_text
from trueplan.chart.network import (
    Edge,
    Network,
    Node,
    known_edges,
    rank_nodes,
    say_counts,
    split_cycles,
)
from trueplan.chart.state import say_state
from trueplan.chart.svg import document, group, line, path, rectangle, text
from trueplan.record import Record

_MARGIN = 24.0
_TOP = 88.0
_BOX = 176.0
_HEIGHT = 44.0
_HEIGHT_NAMED = 58.0  # with the name of the plan above two lines
_ACROSS = 64.0
_BETWEEN = 16.0
_NARROWEST = 640.0


class _Place(Record):
    """A point on the canvas: a node's middle, or where an edge passes."""

    x: float
    y: float


def draw_network(network: Network) -> str:
    """The nodes in layers from left to right, the edges as curves; one against the order dashed."""
    if not network.nodes:
        return _draw_empty(network)
    edges = known_edges(network)
    nodes = {node.key: node for node in network.nodes}
    pairs = [(edge.before, edge.after) for edge in edges]
    back = split_cycles(list(nodes), pairs)
    ahead = [pair for pair in pairs if pair not in back]
    layers = lay_out(list(nodes), ahead, rank_nodes(list(nodes), ahead))
    named = len({node.group for node in network.nodes}) > 1
    height = _HEIGHT_NAMED if named else _HEIGHT
    places = _places(layers, height + _BETWEEN)
    right = max(places[key].x for key in nodes) + _BOX / 2
    bottom = max(place.y for place in places.values()) + (height + _BETWEEN) / 2
    width = max(right + _MARGIN, _NARROWEST)
    title = fit_text(network.title, width - 2 * _MARGIN, 18, bold=True)
    return document(
        (width, bottom + 48),
        network.title,
        say_counts(network, edges, back),
        text("title", _MARGIN, 36, title),
        text("note", _MARGIN, 56, say_counts(network, edges, back)),
        *_draw_edges(edges, back, layers, places, height),
        *(_draw_node(node, places[node.key], height, named=named) for node in nodes.values()),
        line("hairline", _MARGIN, bottom + 8, width - _MARGIN, bottom + 8),
        _draw_legend(network, edges, bottom + 30),
    )


def _draw_empty(network: Network) -> str:
    return document(
        (_NARROWEST, 120.0),
        network.title,
        "There is no phase.",
        text("title", _MARGIN, 36, fit_text(network.title, _NARROWEST - 48, 18, bold=True)),
        text("note", _MARGIN, 76, "There is no phase."),
    )


def _places(layers: Layers, row: float) -> dict[Key, _Place]:
    return {
        key: _Place(
            _MARGIN + _BOX / 2 + rank * (_BOX + _ACROSS),
            _TOP + layers.height[key] * row,
        )
        for key, rank in layers.rank.items()
    }


def _draw_edges(
    edges: list[Edge],
    back: set[tuple[str, str]],
    layers: Layers,
    places: dict[Key, _Place],
    height: float,
) -> list[str]:
    """The edges, the critical ones over the others."""
    parts = []
    for edge in sorted(edges, key=lambda one: one.critical):
        pair = edge.before, edge.after
        if pair in back:
            parts.append(_draw_back(places[edge.before], places[edge.after], height))
        else:
            parts.append(_draw_chain([places[key] for key in layers.chains[pair]], edge.critical))
    return parts


def _draw_chain(places: list[_Place], critical: bool) -> str:
    """A curve that is level where it leaves, passes and arrives."""
    first, *passed, last = places
    x, y = first.x + _BOX / 2, first.y
    steps: list[str | float] = ["M", x, y]
    for place in passed:
        steps += _bend(x, y, place.x - _BOX / 2, place.y)
        x, y = place.x + _BOX / 2, place.y
        steps += ["H", x]
    end = last.x - _BOX / 2 - 1
    steps += _bend(x, y, end - 6, last.y)
    tip = path("accent-fill" if critical else "edge-fill", *_tip(end, last.y))
    return path("accent-line" if critical else "edge", *steps) + tip


def _bend(x1: float, y1: float, x2: float, y2: float) -> list[str | float]:
    if abs(y1 - y2) < 0.5:
        return ["L", x2, y2]
    middle = (x1 + x2) / 2
    return ["C", middle, y1, middle, y2, x2, y2]


def _tip(x: float, y: float) -> list[str | float]:
    return ["M", x, y, "l", -7.0, -3.5, "v", 7.0, "Z"]


def _draw_back(first: _Place, last: _Place, height: float) -> str:
    """An edge that closes a cycle: dashed, around below, back to where it came from."""
    x1, x2 = first.x + _BOX / 2, last.x - _BOX / 2 - 1
    below = max(first.y, last.y) + height / 2 + 6
    steps: list[str | float] = ["M", x1, first.y, "C", x1 + 28, first.y, x1 + 28, below]
    steps += [x1 - 12, below, "H", x2 + 12, "C", x2 - 34, below, x2 - 34, last.y, x2 - 6, last.y]
    return path("trouble-dashes", *steps) + path("trouble-fill", *_tip(x2, last.y))


def _draw_node(node: Node, place: _Place, height: float, *, named: bool) -> str:
    left, top = place.x - _BOX / 2, place.y - height / 2
    room = _BOX - 36
    lines = [("label", words) for words in wrap_text(node.label or node.key, room, 12, 2)]
    if named and node.group:
        lines.insert(0, ("small", fit_text(node.group, room, 11)))
    start = place.y + 4.3 - 7.5 * (len(lines) - 1)
    written = "".join(
        text(kind, left + 28, start + 15 * index, words)
        for index, (kind, words) in enumerate(lines)
    )
    words = f"{node.label}: {say_state(node.state)}"
    return group(
        words + (", on the critical path" if node.critical else ""),
        rectangle("box-critical" if node.critical else "box", left, top, _BOX, height, 4),
        state_glyph(node.state, left + 15, place.y),
        written,
    )


def _draw_legend(network: Network, edges: list[Edge], y: float) -> str:
    parts, x = state_legend({node.state for node in network.nodes}, _MARGIN, y)
    critical = any(node.critical for node in network.nodes) or any(one.critical for one in edges)
    if critical:
        parts += line("accent-line", x, y - 4, x + 18, y - 4)
        parts += text("small", x + 24, y, "critical path")
    return parts

"""Dependencies as lines for a terminal."""

from __future__ import annotations

from trueplan.chart.line import Line, LineStyle, Piece, ellipsis, flow, join_pieces
from trueplan.chart.network import Edge, Network, Node, known_edges, say_counts, split_cycles
from trueplan.chart.state import say_state, state_mark, state_style
from trueplan.record import Record
from trueplan.text.columns import cut, pad, width_of
from trueplan.text.showable import showable_line

_MOST_NAMED = 12
_FEWEST_LABEL = 8


class _Frame(Record):
    """The widths of the columns: key, label, state."""

    key: int
    label: int
    width: int
    unicode: bool


class _Links(Record):
    """What comes before and after each node, by key."""

    nodes: dict[str, Node]
    before: dict[str, list[Node]]
    after: dict[str, list[Node]]


def network_lines(network: Network, width: int, unicode: bool) -> list[Line]:
    """Each phase with its state, what it waits for and what it unblocks, by plan.

    What is done no longer holds anything up: it is said as `after`.
    """
    head = (Piece(showable_line(network.title), "bold"),)
    if not network.nodes:
        return [*flow([head], width, unicode), (Piece("there is no phase", "dim"),)]
    edges = known_edges(network)
    links = _link(network, edges)
    pairs = [(edge.before, edge.after) for edge in edges]
    back = split_cycles(list(links.nodes), pairs)
    groups: dict[str, list[Node]] = {}
    for node in links.nodes.values():
        groups.setdefault(node.group, []).append(node)
    frame = _share_out(network, width, unicode)
    counts = (Piece(say_counts(network, edges, back), "dim"),)
    lines = flow([head, counts], width, unicode, gap=2)
    for name, nodes in groups.items():
        if name:
            lines += [(), *flow([(Piece(showable_line(name), "bold"),)], width, unicode)]
        for node in nodes:
            lines.append(_node_line(node, frame))
            lines += _link_lines(node, links, frame)
    return lines + _cycle_lines([pair for pair in pairs if pair in back], links, frame)


def _link(network: Network, edges: list[Edge]) -> _Links:
    nodes = {node.key: node for node in network.nodes}
    before: dict[str, list[Node]] = {key: [] for key in nodes}
    after: dict[str, list[Node]] = {key: [] for key in nodes}
    for edge in edges:
        before[edge.after].append(nodes[edge.before])
        after[edge.before].append(nodes[edge.after])
    return _Links(nodes, before, after)


def _name(node: Node, group: str | None) -> str:
    """A node's key, within its own plan without the plan's name."""
    key = node.key
    if group == node.group and key.startswith(group) and len(key) > len(group):
        key = key[len(group) :]
    return showable_line(key)


def _state_words(node: Node) -> str:
    return say_state(node.state) + (", critical" if node.critical else "")


def _share_out(network: Network, width: int, unicode: bool) -> _Frame:
    key = max(width_of(_name(node, node.group)) for node in network.nodes)
    key = min(key, max(width // 4, 4))
    state = max(len(_state_words(node)) for node in network.nodes)
    longest = max(width_of(showable_line(node.label)) for node in network.nodes)
    label = min(longest, max(width - key - state - 6, _FEWEST_LABEL))
    return _Frame(key, label, width, unicode)


def _node_line(node: Node, frame: _Frame) -> Line:
    dots = ellipsis(frame.unicode)
    key = pad(cut(_name(node, node.group), frame.key, dots), frame.key)
    label = pad(cut(showable_line(node.label), frame.label, dots), frame.label)
    style: LineStyle = state_style(node.state)
    settled: LineStyle = "dim" if node.state in ("done", "cancelled") else ""
    row = [
        Piece(state_mark(node.state, frame.unicode), style),
        Piece(f" {key}  ", "dim"),
        Piece(f"{label}  ", settled),
        Piece(say_state(node.state), style if node.state == "blocked" else "dim"),
    ]
    if node.critical:
        row += [Piece(", ", "dim"), Piece("critical", "accent")]
    return join_pieces(row)


def _link_lines(node: Node, links: _Links, frame: _Frame) -> list[Line]:
    before, after = links.before[node.key], links.after[node.key]
    settled = [one for one in before if one.state in ("done", "cancelled")]
    waits = [one for one in before if one not in settled]
    parts = []
    for word, nodes in (("after", settled), ("waits for", waits), ("unblocks", after)):
        if nodes:
            parts.append(f"{word} {_say_names(nodes, node.group)}")
    indent = " " * (frame.key + 4)
    room = max(frame.width - len(indent), 20)
    return [
        join_pieces([Piece(indent), Piece(line, "dim")])
        for line in _fill(parts, room, ellipsis(frame.unicode))
    ]


def _say_names(nodes: list[Node], group: str | None) -> str:
    names = [_name(one, group) for one in nodes[:_MOST_NAMED]]
    more = len(nodes) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")


def _fill(parts: list[str], room: int, dots: str) -> list[str]:
    """Parts on lines, two beside each other where they fit; a long one breaks after a comma."""
    lines: list[str] = []
    for part in parts:
        if lines and width_of(lines[-1]) + width_of(part) + 3 <= room:
            lines[-1] += f"   {part}"
            continue
        line = ""
        for word in part.split(" "):
            short = cut(word, room - 2, dots)
            if line and width_of(line) + 1 + width_of(short) > room:
                lines.append(line)
                line = f"  {short}"
            else:
                line = f"{line} {short}" if line else short
        lines.append(line)
    return lines


def _cycle_lines(back: list[tuple[str, str]], links: _Links, frame: _Frame) -> list[Line]:
    """The edges that close a cycle: nothing on it can ever be ready."""
    lines: list[Line] = []
    for first, second in back:
        names = _name(links.nodes[first], None), _name(links.nodes[second], None)
        said = f"{names[0]} comes before {names[1]}, which comes before it"
        lines += flow([(Piece("cycle", "bad"), Piece(f"  {said}"))], frame.width, frame.unicode)
    return [(), *lines] if lines else []

"""The graph as text."""

from __future__ import annotations

from trueplan.app.graph import Graph, Node
from trueplan.cli.layout import wrap
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import one_line, say_cycle, say_state
from trueplan.text.columns import cut, pad, width_of

_LONGEST_TITLE = 44


def print_graph(graph: Graph, terminal: Terminal) -> None:
    """Print each phase with its state and what it waits for, then circles and assumptions."""
    waits: dict[str, list[str]] = {}
    for edge in graph.edges:
        if not edge.left_out:
            waits.setdefault(edge.after, []).append(edge.before)
    if not graph.nodes:
        terminal.print("no plan is open")
    if graph.grain == "plans":
        _print_nodes(list(graph.nodes), waits, terminal, plan="")
    for at, (plan, nodes) in enumerate(graph.by_plan() if graph.grain == "phases" else ()):
        if at:
            terminal.print()
        terminal.print(terminal.bold(plan))
        _print_nodes(nodes, waits, terminal, plan=plan)
    if graph.cycles:
        terminal.print()
        for cycle in graph.cycles:
            for line in wrap(say_cycle(cycle.refs, cycle.left_out), terminal.width):
                terminal.print(terminal.accent(line))
    if graph.assumptions:
        terminal.print()
        for said in graph.assumptions:
            terminal.print(terminal.dim(said))


def _print_nodes(
    nodes: list[Node], waits: dict[str, list[str]], terminal: Terminal, plan: str
) -> None:
    names = [one.ref.removeprefix(plan) if plan else one.ref for one in nodes]
    titles = [one_line(one.title) if one.ref != plan else "" for one in nodes]
    states = [say_state(one.state) for one in nodes]
    after = [
        ", ".join(ref.removeprefix(plan) if plan else ref for ref in waits.get(one.ref, ()))
        for one in nodes
    ]
    name = min(max(map(width_of, names)), terminal.width // 3)
    state = max(map(width_of, states))
    tail = max((width_of(one) + 6 for one in after if one), default=0)
    room = terminal.width - name - state - 6
    title = min(max(map(width_of, titles)), _LONGEST_TITLE, max(room - tail - 2, 16))
    for node, label, words, how, causes in zip(nodes, names, titles, states, after, strict=True):
        head = pad(cut(label, name, terminal.ellipsis), name)
        shown = pad(cut(words, title, terminal.ellipsis), title)
        cells = [terminal.bold(head) if node.critical else head, shown]
        line = f"  {'  '.join(cells)}  {terminal.dim(pad(how, state))}"
        if causes:
            left = terminal.width - width_of(line) - 2
            said = f"after {causes}"
            if width_of(said) <= left:
                line = f"{line}  {said}"
            else:
                terminal.print(line.rstrip())
                line = f"  {'':{name}}  {cut(said, terminal.width - name - 4, terminal.ellipsis)}"
        terminal.print(line.rstrip())

"""The graph in the language of Graphviz."""

from __future__ import annotations

from trueplan.app.graph import Graph
from trueplan.wire.encoding import encodable

_COLOURS = {
    "done": "#d8e8d8",
    "in_progress": "#dce6f2",
    "ready": "#fdfcf8",
    "blocked": "#f6e0dc",
    "not_started": "#f4f3ef",
    "cancelled": "#eceae4",
}


def dot(graph: Graph) -> str:
    """The graph as a `digraph`, a cluster for each plan; critical waits are bold."""
    lines = [
        "digraph plans {",
        "  rankdir=LR;",
        '  node [shape=box, style=filled, fontname="sans-serif"];',
    ]
    for at, (plan, nodes) in enumerate(graph.by_plan(), 1):
        indent = "  "
        if graph.grain == "phases":
            lines += [f"  subgraph cluster_{at} {{", f"    label={_quoted(plan)};"]
            indent = "    "
        for one in nodes:
            label = one.ref if graph.grain == "plans" else _label(one.ref, plan, one.title)
            bold = ", penwidth=2" if one.critical else ""
            lines.append(
                f"{indent}{_quoted(one.ref)} [label={_quoted(label)}, "
                f'fillcolor="{_COLOURS[one.state]}"{bold}];'
            )
        if graph.grain == "phases":
            lines.append("  }")
    for edge in graph.edges:
        style = ""
        if edge.left_out:
            style = ' [style=dashed, constraint=false, label="left out"]'
        elif edge.critical:
            style = " [penwidth=2]"
        lines.append(f"  {_quoted(edge.before)} -> {_quoted(edge.after)}{style};")
    return "\n".join([*lines, "}"]) + "\n"


def _label(ref: str, plan: str, title: str) -> str:
    return f"{ref.removeprefix(plan)} {title}".strip()


def _quoted(words: str) -> str:
    """A quoted string on one line; only backslashes and quotes mean something in it."""
    line = encodable(" ".join(words.split()))
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'

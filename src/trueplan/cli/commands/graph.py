"""`trueplan graph`: which phase waits for which."""

from __future__ import annotations

import argparse

from trueplan.app.graph import Graph, draw_up_graph
from trueplan.cli.options import read_folder
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import say_unreadable

DESCRIPTION = (
    "Shows what phases wait for, in their own plan and in others: what they name, links to plans,\n"
    "references such as `berth-pricing#2`; a phase that names nothing waits for those before it.\n"
    "A circle is named, and one wait of it left out."
)
EXAMPLES = (
    ("trueplan graph", "the phases of all plans that are not over"),
    ("trueplan graph berth-pricing", "of one plan, and what it waits for"),
    ("trueplan graph --plans", "the plans alone"),
    ("trueplan graph --format dot", "for Graphviz"),
)
FORMATS = ("text", "json", "mermaid", "dot", "svg")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take plans and what to show of them."""
    parser.add_argument("plans_named", metavar="PLAN", nargs="*", help="a plan's name or file")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--phases", action="store_true", help="show phases (the default)")
    group.add_argument("--plans", action="store_true", help="show plans alone")


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Draw the graph up and print it."""
    with terminal.progress("reading plans") as progress:
        graph = draw_up_graph(
            read_folder(arguments),
            arguments.plans_named,
            "plans" if arguments.plans else "phases",
            progress,
        )
    for line in say_unreadable(graph.unreadable):
        terminal.say(line)
    if arguments.format != "text":
        terminal.write_bytes(_encode(graph, arguments.format))
        return 0
    from trueplan.cli.graph_text import print_graph

    print_graph(graph, terminal)
    return 0


def _encode(graph: Graph, form: str) -> bytes:
    if form == "json":
        from trueplan.wire.encoding import encode
        from trueplan.wire.graph import graph_answer

        return encode(graph_answer(graph))
    if form == "mermaid":
        from trueplan.wire.mermaid import flowchart

        return flowchart(graph).encode()
    if form == "dot":
        from trueplan.wire.dot import dot

        return dot(graph).encode()
    from trueplan.chart.network_svg import draw_network
    from trueplan.cli.graph_chart import chart_of

    return draw_network(chart_of(graph)).encode("utf-8", "replace")

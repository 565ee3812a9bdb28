"""Dependencies as SVG."""

from __future__ import annotations

from tests.chart.examples import NETWORK
from tests.chart.picture import find, misplaced, size_of, texts
from trueplan.chart.network import Edge, Network, Node
from trueplan.chart.network_svg import draw_network

SMALL = Network(
    "Lights",
    (Node("1", "Masts", "done"), Node("2", "Lamps", "ready", True)),
    (Edge("1", "2", True),),
)
# fmt: off
DRAWN = """\
<rect class="ground" x="0" y="0" width="640" height="196"/>
<text class="title" x="24" y="36">Lights</text>
<text class="note" x="24" y="56">2 phases, 1 dependency</text>
<path class="accent-line" d="M 200 118 L 257 118"/><path class="accent-fill" d="M 263 118 l -7 -3.5 v 7 Z"/>
<g><title>Masts: done</title><rect class="box" x="24" y="96" width="176" height="44" rx="4"/><circle class="done-fill" cx="39" cy="118" r="5"/><path class="ground-line" d="M 36.6 118.2 L 38.4 120 L 41.6 116"/><text class="label" x="52" y="122.3">Masts</text></g>
<g><title>Lamps: ready, on the critical path</title><rect class="box-critical" x="264" y="96" width="176" height="44" rx="4"/><circle class="muted-line" cx="279" cy="118" r="4.3"/><text class="label" x="292" y="122.3">Lamps</text></g>
<line class="hairline" x1="24" y1="156" x2="616" y2="156"/>
<circle class="done-fill" cx="29" cy="174" r="5"/><path class="ground-line" d="M 26.6 174.2 L 28.4 176 L 31.6 172"/><text class="small" x="39" y="178">done</text><circle class="muted-line" cx="85.72" cy="174" r="4.3"/><text class="small" x="95.72" y="178">ready</text><line class="accent-line" x1="142.5" y1="174" x2="160.5" y2="174"/><text class="small" x="166.5" y="178">critical path</text>
</svg>
"""  # noqa: E501
# fmt: on


def test_a_small_one_as_a_whole() -> None:
    assert draw_network(SMALL).partition("</style>\n")[2] == DRAWN


def test_what_comes_first_stands_on_the_left() -> None:
    places = {
        group[0].text: float(group[1].attrib["x"])
        for group in find(draw_network(NETWORK), "g")
        if group[0].text
    }
    order = sorted(places, key=lambda name: places[name])
    assert [name.partition(":")[0] for name in order if "critical" in name] == [
        "Masts",
        "Lamps and their wiring along the whole outer quay",
        "Test",
        "Load test",
    ]


def test_nothing_is_written_over_anything() -> None:
    assert misplaced(draw_network(NETWORK)) == []


def test_a_cycle_is_drawn_and_said() -> None:
    nodes = tuple(Node(key, f"Phase {key}", "blocked") for key in "abc")
    edges = (Edge("a", "b"), Edge("b", "c"), Edge("c", "a"))
    svg = draw_network(Network("Cycle", nodes, edges))
    assert len(find(svg, "path", "trouble-dashes")) == 1
    assert "3 phases, 3 dependencies, 1 of them closing a cycle" in texts(svg)


def test_edges_of_unknown_nodes_are_not_drawn() -> None:
    nodes = (Node("a", "A", "ready"),)
    svg = draw_network(Network("One", nodes, (Edge("a", "b"), Edge("a", "a"))))
    assert "1 phase, 0 dependencies" in texts(svg)


def test_no_phase() -> None:
    svg = draw_network(Network("Dependencies", (), ()))
    assert texts(svg) == ["Dependencies", "There is no phase."]


def test_five_hundred_phases_in_a_chain_with_shortcuts() -> None:
    """All shortcuts together pass more ranks than are laid out one by one."""
    nodes = tuple(Node(str(n), f"Phase {n}", "not_started") for n in range(500))
    chain = [Edge(str(n), str(n + 1)) for n in range(499)]
    shortcuts = [Edge("0", str(n)) for n in range(2, 500)]
    svg = draw_network(Network("Long", nodes, (*chain, *shortcuts)))
    assert size_of(svg)[0] == 24 + 499 * 240 + 176 + 24
    assert len(find(svg, "rect", "box")) == 500

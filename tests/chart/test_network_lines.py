"""Dependencies on a terminal."""

from __future__ import annotations

from tests.chart.examples import NETWORK
from trueplan.chart.line import Line, plain
from trueplan.chart.network import Edge, Network, Node
from trueplan.chart.network_lines import network_lines

NARROW = """\
Dependencies  7 phases, 6 dependencies

lights
✓ #1  Masts                            done, critical
      unblocks #2, #4, crane#1
◐ #2  Lamps and their wiring along t…  in progress, critical
      after #1   unblocks #3
■ #3  Test                             blocked, critical
      waits for #2   unblocks crane#3
○ #4  Handbook                         ready
      after #1

crane
· #1  基础工程                         not started
      after lights#1   unblocks #3
× #2  Old gantry                       cancelled
· #3  Load test                        not started, critical
      waits for #1, lights#3
"""
ASCII = """\
Dependencies  7 phases, 6 dependencies

lights
x #1  Masts                            done, critical
      unblocks #2, #4, crane#1
~ #2  Lamps and their wiring along...  in progress, critical
      after #1   unblocks #3
! #3  Test                             blocked, critical
      waits for #2   unblocks crane#3
o #4  Handbook                         ready
      after #1

crane
. #1  基础工程                         not started
      after lights#1   unblocks #3
- #2  Old gantry                       cancelled
. #3  Load test                        not started, critical
      waits for #1, lights#3
"""
CYCLE = """\
Dependencies
2 phases, 2 dependencies, 1 of them closing a cycle

lights
■ #1  Masts  blocked
      waits for #2   unblocks #2
■ #2  Lamps  blocked
      waits for #1   unblocks #1

cycle  lights#2 comes before lights#1, which comes before it
"""
MANY = """\
Dependencies  16 phases, 15 dependencies
○ 1   Masts  ready
      unblocks 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and 3
        more
"""


def shown(lines: list[Line]) -> str:
    return "".join(f"{plain(line)}\n" for line in lines)


def test_on_60_columns() -> None:
    assert shown(network_lines(NETWORK, 60, True)) == NARROW


def test_without_unicode() -> None:
    assert shown(network_lines(NETWORK, 60, False)) == ASCII


def test_a_cycle_is_named() -> None:
    nodes = (
        Node("lights#1", "Masts", "blocked", group="lights"),
        Node("lights#2", "Lamps", "blocked", group="lights"),
    )
    edges = (Edge("lights#1", "lights#2"), Edge("lights#2", "lights#1"))
    assert shown(network_lines(Network("Dependencies", nodes, edges), 60, True)) == CYCLE


def test_only_the_first_dozen_is_named() -> None:
    nodes = tuple(Node(str(n), "Lamp" if n > 1 else "Masts", "blocked") for n in range(1, 17))
    network = Network(
        "Dependencies",
        (nodes[0]._replace(state="ready"), *nodes[1:]),
        tuple(Edge("1", node.key) for node in nodes[1:]),
    )
    assert shown(network_lines(network, 60, True)[:4]) == MANY


def test_no_phase() -> None:
    lines = network_lines(Network("Dependencies", (), ()), 60, True)
    assert shown(lines) == "Dependencies\nthere is no phase\n"

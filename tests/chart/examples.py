"""Small pictures of a harbour that gets lights and a crane."""

from __future__ import annotations

from trueplan.chart.burnup import Band, Burnup, Point
from trueplan.chart.gantt import Bar, Gantt, Mark
from trueplan.chart.histogram import Histogram
from trueplan.chart.network import Edge, Network, Node

LAMPS = "2 Lamps and their wiring along the whole outer quay"
BARS = (
    Bar("1 Masts", "lights", "2026-01-05", "2026-01-16", "done", True, owner="CTO", key="l1"),
    Bar(
        LAMPS, "lights", "2026-01-19", "2026-02-13", "in_progress", True, 0.4, "CTO", ("l1",), "l2"
    ),
    Bar("3 Test", "lights", "2026-02-16", "2026-02-20", "blocked", True, 0, "Tests", ("l2",), "l3"),
    Bar("4 Handbook", "lights", "2026-01-19", "2026-01-28", "ready", after=("l1",), key="l4"),
    Bar("1 基础工程", "crane", "2026-02-02", "2026-02-25", "not_started", after=("l1",), key="c1"),
    Bar("2 Old gantry", "crane", "2026-01-08", "2026-01-20", "cancelled", key="c2"),
    Bar("3 Load test", "crane", "2026-02-26", "2026-03-20", "not_started", after=("c1", "l3")),
)
MARKS = (
    Mark("2026-02-27", "lights", "target"),
    Mark("2026-03-05", "85 %", "forecast"),
    Mark("2026-02-10", "Beta", "milestone"),
)
GANTT = Gantt("Schedule", "2026-02-03", BARS, MARKS)

NETWORK = Network(
    "Dependencies",
    (
        Node("lights#1", "Masts", "done", True, "lights"),
        Node("lights#2", LAMPS[2:], "in_progress", True, "lights"),
        Node("lights#3", "Test", "blocked", True, "lights"),
        Node("lights#4", "Handbook", "ready", False, "lights"),
        Node("crane#1", "基础工程", "not_started", False, "crane"),
        Node("crane#2", "Old gantry", "cancelled", False, "crane"),
        Node("crane#3", "Load test", "not_started", True, "crane"),
    ),
    (
        Edge("lights#1", "lights#2", True),
        Edge("lights#2", "lights#3", True),
        Edge("lights#1", "lights#4"),
        Edge("lights#1", "crane#1"),
        Edge("crane#1", "crane#3"),
        Edge("lights#3", "crane#3", True),
    ),
)

BURNUP = Burnup(
    "lights",
    "2026-02-20",
    (
        Point("2026-01-05", 0, 14),
        Point("2026-01-12", 4, 15),
        Point("2026-01-19", 5, 19),
        Point("2026-01-30", 9, 19),
        Point("2026-02-02", 9, 23, 1),
        Point("2026-02-19", 14, 22, 2),
    ),
    "2026-03-06",
    "2026-01-05",
    Band(
        (
            ("2026-02-20", 14, 14, 14),
            ("2026-03-06", 15, 18, 21),
            ("2026-03-20", 17, 22, 22),
            ("2026-04-02", 22, 22, 22),
        )
    ),
    (Mark("2026-01-12", "phase 1 Masts", "milestone"),),
)

HISTOGRAM = Histogram(
    "lights, done by",
    "2026-02-20",
    (
        ("2026-02-23", "2026-03-01", 0.03),
        ("2026-03-02", "2026-03-08", 0.27),
        ("2026-03-09", "2026-03-15", 0.40),
        ("2026-03-16", "2026-03-22", 0.20),
        ("2026-03-23", "2026-03-29", 0.096),
        ("2026-03-30", "2026-04-05", 0.004),
    ),
    ((50, "2026-03-12"), (80, "2026-03-19"), (85, "2026-03-21"), (95, "2026-03-26")),
    "2026-03-06",
)

"""Pictures to draw: any labels, days, states and numbers, the hostile ones often."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from trueplan.chart.burnup import Band, Burnup, Point
from trueplan.chart.gantt import Bar, Gantt, Mark
from trueplan.chart.histogram import Histogram
from trueplan.chart.network import Edge, Network, Node
from trueplan.chart.state import STATES

HOSTILE = (
    "</svg><script>alert(1)</script>",
    "]]> --> \" ' & &amp; &#0;",
    "\x00\x1b[31m\x07\u202e\ufffe\ud800",
    "line\nline\r\n\u2028line",
    "基础工程和塔吊安装" * 20,
    "e\u0301" * 200,
    "🎉👩‍👩‍👧",
    "",
)

labels = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30))
days = st.one_of(
    st.dates(date(2026, 1, 1), date(2026, 3, 1)),
    st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    st.dates(),
).map(date.isoformat)
shares = st.floats(-0.5, 1.5)
states = st.sampled_from(STATES)
keys = st.sampled_from(("a", "b", "c", "lights#1", "lights#2", HOSTILE[0], HOSTILE[2]))

bars = st.builds(
    Bar, labels, labels, days, days, states, st.booleans(), shares, labels,
    st.lists(keys, max_size=3).map(tuple), keys,
)  # fmt: skip
marks = st.builds(Mark, days, labels, st.sampled_from(("target", "forecast", "milestone")))
gantts = st.builds(
    Gantt, labels, days,
    st.lists(bars, max_size=8).map(tuple), st.lists(marks, max_size=5).map(tuple),
)  # fmt: skip

nodes = st.builds(Node, keys, labels, states, st.booleans(), st.sampled_from(("", "lights", "<g>")))
edges = st.builds(Edge, keys, keys, st.booleans())
networks = st.builds(
    Network, labels, st.lists(nodes, max_size=8).map(tuple), st.lists(edges, max_size=16).map(tuple)
)  # fmt: skip

counts = st.integers(0, 2000)
points = st.builds(Point, days, counts, counts, counts)
moments = st.tuples(days, st.floats(0, 99), st.floats(0, 99), st.floats(0, 99))
bands = st.builds(Band, st.lists(moments, max_size=4).map(sorted).map(tuple))
burnups = st.builds(
    Burnup, labels, days, st.lists(points, max_size=8).map(tuple), st.none() | days,
    st.none() | days, st.none() | bands, st.lists(marks, max_size=3).map(tuple),
)  # fmt: skip

bins = st.tuples(days, days, shares)
levels = st.tuples(st.sampled_from((50, 80, 85, 95)), days)
histograms = st.builds(
    Histogram, labels, days, st.lists(bins, max_size=8).map(tuple),
    st.lists(levels, max_size=4).map(tuple), st.none() | days,
)  # fmt: skip

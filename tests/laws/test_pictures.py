"""Laws of pictures: whatever a plan says, they are well formed, and lines fit their terminal."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given, strategies as st

from tests.chart.picture import misplaced
from tests.laws.pictures import HOSTILE, burnups, gantts, histograms, networks
from trueplan.chart.burnup import Burnup
from trueplan.chart.burnup_lines import burnup_lines
from trueplan.chart.burnup_svg import draw_burnup
from trueplan.chart.gantt import Gantt
from trueplan.chart.gantt_lines import gantt_lines
from trueplan.chart.gantt_svg import draw_gantt
from trueplan.chart.histogram import Histogram
from trueplan.chart.histogram_lines import histogram_lines
from trueplan.chart.histogram_svg import draw_histogram
from trueplan.chart.line import Line, plain
from trueplan.chart.network import Network
from trueplan.chart.network_lines import network_lines
from trueplan.chart.network_svg import draw_network
from trueplan.text.columns import width_of

_DRAWN = {
    "svg", "title", "desc", "style", "g", "text", "path", "line", "rect", "circle",
}  # fmt: skip
widths = st.integers(60, 140)


def check_svg(svg: str) -> None:
    """Well formed, made of what the room draws alone, every text in its place."""
    names = {one.tag.rpartition("}")[2] for one in ElementTree.fromstring(svg.encode()).iter()}
    assert names <= _DRAWN
    assert misplaced(svg) == []


def check_lines(lines: list[Line], width: int) -> None:
    """No wider than the terminal, and nothing that a terminal would obey."""
    for line in lines:
        assert width_of(plain(line)) <= width
        assert not set(plain(line)) & set("\n\r\x1b\x07\u202e")


@given(gantts)
def test_gantt_charts_are_well_formed(gantt: Gantt) -> None:
    """Any labels, groups, days, owners and dependencies."""
    check_svg(draw_gantt(gantt))


@given(networks)
def test_networks_are_well_formed(network: Network) -> None:
    """Cycles, edges to nowhere and keys that come twice among them."""
    check_svg(draw_network(network))


@given(burnups)
def test_burnups_are_well_formed(burnup: Burnup) -> None:
    """Any counts, also more done than there is in scope."""
    check_svg(draw_burnup(burnup))


@given(histograms)
def test_histograms_are_well_formed(histogram: Histogram) -> None:
    """Bins that overlap, shares below nothing, levels and targets beyond all bins."""
    check_svg(draw_histogram(histogram))


@given(gantts, networks, widths, st.booleans())
def test_lines_of_schedules_fit(gantt: Gantt, network: Network, width: int, unicode: bool) -> None:
    """On any terminal of 60 columns or more."""
    check_lines(gantt_lines(gantt, width, unicode), width)
    check_lines(network_lines(network, width, unicode), width)


@given(burnups, histograms, widths, st.integers(1, 30), st.booleans())
def test_lines_of_progress_fit(
    burnup: Burnup, histogram: Histogram, width: int, height: int, unicode: bool
) -> None:
    """On any terminal of 60 columns or more."""
    check_lines(burnup_lines(burnup, width, height, unicode), width)
    check_lines(histogram_lines(histogram, width, unicode), width)


def test_hostile_labels_stay_text() -> None:
    """A script in any label is written and not run."""
    from tests.chart.examples import GANTT, NETWORK

    for label in HOSTILE:
        bars = tuple(bar._replace(label=label, group=label, owner=label) for bar in GANTT.bars)
        marks = tuple(mark._replace(label=label) for mark in GANTT.marks)
        check_svg(draw_gantt(GANTT._replace(title=label, bars=bars, marks=marks)))
        nodes = tuple(node._replace(label=label, group=label) for node in NETWORK.nodes)
        check_svg(draw_network(NETWORK._replace(title=label, nodes=nodes)))

"""A Gantt chart as SVG."""

from __future__ import annotations

import pytest

from tests.chart.examples import GANTT
from tests.chart.picture import find, misplaced, texts
from trueplan.chart.gantt import Bar, Gantt, Mark
from trueplan.chart.gantt_svg import draw_gantt
from trueplan.chart.state import STATES

SMALL = Gantt(
    "Lights",
    "2026-01-07",
    (
        Bar("1 Masts", "", "2026-01-05", "2026-01-06", "done"),
        Bar("2 Lamps", "", "2026-01-07", "2026-01-08", "blocked", True, after=("1 Masts",)),
    ),
)
# fmt: off
DRAWN = """\
<rect class="ground" x="0" y="0" width="960" height="210"/>
<text class="title" x="24" y="36">Lights</text>
<text class="note" x="24" y="56">Jan 5 to 8</text>
<line class="hairline" x1="142" y1="90" x2="142" y2="162"/>
<line class="hairline" x1="340.5" y1="90" x2="340.5" y2="162"/>
<line class="hairline" x1="539" y1="90" x2="539" y2="162"/>
<line class="hairline" x1="737.5" y1="90" x2="737.5" y2="162"/>
<line class="now" x1="638.25" y1="82" x2="638.25" y2="162"/>
<circle class="axis" cx="638.25" cy="76" r="3"/><text class="note halo" x="646.25" y="80">today Jan 7</text>
<text class="small halo" x="146" y="100">Jan 5</text>
<text class="small halo" x="344.5" y="100">6</text>
<text class="small halo" x="543" y="100">7</text>
<text class="small halo" x="741.5" y="100">8</text>
<g><title>1 Masts: done, Jan 5 to 6</title><circle class="done-fill" cx="29" cy="123" r="5"/><path class="ground-line" d="M 26.6 123.2 L 28.4 125 L 31.6 121"/><text class="text" x="42" y="127.5">1 Masts</text><rect class="done-fill" x="142" y="117" width="397" height="12" rx="2"/></g>
<g><title>2 Lamps: blocked, Jan 7 to 8, on the critical path</title><path class="trouble-fill" d="M 29 143.4 l 5.6 5.6 l -5.6 5.6 l -5.6 -5.6 Z"/><path class="ground-line" d="M 26.6 149 h 4.8"/><text class="text" x="42" y="153.5">2 Lamps</text><rect class="trouble-line" x="539.75" y="143.75" width="395.5" height="10.5" rx="1.5"/><line class="accent-line" x1="539" y1="157.75" x2="936" y2="157.75"/></g>
<path class="edge" d="M 539 123 H 544 V 142"/><path class="edge-fill" d="M 544 142 l -3 -5 h 6 Z"/>
<line class="hairline" x1="24" y1="170" x2="936" y2="170"/>
<circle class="done-fill" cx="29" cy="188" r="5"/><path class="ground-line" d="M 26.6 188.2 L 28.4 190 L 31.6 186"/><text class="small" x="39" y="192">done</text><path class="trouble-fill" d="M 85.72 182.4 l 5.6 5.6 l -5.6 5.6 l -5.6 -5.6 Z"/><path class="ground-line" d="M 83.32 188 h 4.8"/><text class="small" x="95.72" y="192">blocked</text><line class="accent-line" x1="155.15" y1="188" x2="173.15" y2="188"/><text class="small" x="179.15" y="192">critical path</text>
</svg>
"""  # noqa: E501
# fmt: on


def test_a_small_one_as_a_whole() -> None:
    assert draw_gantt(SMALL).partition("</style>\n")[2] == DRAWN


def test_each_bar_says_all_about_itself() -> None:
    names = [one[0].text for one in find(draw_gantt(GANTT), "g")]
    lamps = (
        "2 Lamps and their wiring along the whole outer quay: in progress, 40 % done, "
        "Jan 19 to Feb 13, on the critical path, CTO"
    )
    assert names[:3] == [
        "1 Masts: done, Jan 5 to 16, on the critical path, CTO",
        lamps,
        "3 Test: blocked, Feb 16 to 20, on the critical path, Tests",
    ]


def test_marks_and_states_are_said_in_words() -> None:
    words = texts(draw_gantt(GANTT))
    marks = ["target Feb 27 lights", "forecast Mar 5 85 %", "milestone Feb 10 Beta", "today Feb 3"]
    states = ["done", "in progress", "ready", "blocked", "not started", "cancelled"]
    assert set(marks) <= set(words)
    assert words[-7:] == [*states, "critical path"]


def test_nothing_is_written_over_anything() -> None:
    assert misplaced(draw_gantt(GANTT)) == []


def many(count: int, days: int) -> Gantt:
    """Bars with long and wide titles, spread over so many days from 2026 on."""
    titles = ("Lamps", "基础工程和塔吊安装" * 4, "W" * 80, "a title of many words " * 6, "🎉")
    bars = tuple(
        Bar(
            titles[index % 5],
            titles[index % 3],
            f"{2026 + index * days // count // 366}-01-05",
            f"{2026 + index * days // count // 366}-01-{5 + min(days, 20) - 1:02}",
            STATES[index % 6],
            index % 3 == 0,
            0.5,
            titles[index % 4],
            (str(index - 1), str(index - 7)),
            str(index),
        )
        for index in range(count)
    )
    marks = tuple(
        Mark(bars[index * 7 % count].finish, titles[index % 5], kind)
        for index in range(5)
        for kind in ("target", "milestone")
    )
    return Gantt(titles[3], "2026-01-05", bars, marks)


@pytest.mark.parametrize("count", [1, 7, 200])
@pytest.mark.parametrize("days", [1, 90, 3653])
def test_long_titles_many_bars_and_years(count: int, days: int) -> None:
    gantt = many(count, days)
    svg = draw_gantt(gantt)
    assert misplaced(svg) == []
    assert len(find(svg, "g")) == count


def test_no_bar() -> None:
    svg = draw_gantt(Gantt("Schedule", "2026-02-03", ()))
    assert texts(svg) == ["Schedule", "No phase has a date yet."]


def test_today_is_not_drawn_where_it_is_far_away() -> None:
    words = texts(draw_gantt(SMALL._replace(today="2027-01-01")))
    assert not any(word.startswith("today") for word in words)
    assert "Jan 5 to 8, 2026" in words

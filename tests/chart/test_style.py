"""Colours: text can be read and states told apart, on a light and on a dark ground."""

from __future__ import annotations

from itertools import combinations

import pytest

from trueplan.chart.style import COLOURS, RULES, STATE_ROLES, TEXT_ON, style_sheet

THEMES = {
    "light": {colour.role: colour.light for colour in COLOURS},
    "dark": {colour.role: colour.dark for colour in COLOURS},
}


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear: list[float] = [
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def lightness(colour: str) -> float:
    """L* of CIELAB, from 0 to 100."""
    return float(116 * luminance(colour) ** (1 / 3) - 16)


def test_black_on_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert lightness("#ffffff") == pytest.approx(100)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("words", "ground"), TEXT_ON)
def test_text_can_be_read(theme: str, words: str, ground: str) -> None:
    assert contrast(THEMES[theme][words], THEMES[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", list(combinations(STATE_ROLES, 2)), ids="-".join)
def test_states_differ_in_lightness(theme: str, pair: tuple[str, str]) -> None:
    """Whoever sees no hues sees four greys."""
    colours = THEMES[theme]
    assert abs(lightness(colours[pair[0]]) - lightness(colours[pair[1]])) >= 10


def test_every_colour_of_text_is_in_the_table() -> None:
    """A class that has a size is text, and its colour is one whose contrast is computed."""
    written = {role for rule in RULES if "font-size" in rule.rest for what, role in rule.paints}
    assert written == {words for words, ground in TEXT_ON if ground == "ground"}


def test_each_colour_is_also_there_for_what_knows_no_properties() -> None:
    sheet = style_sheet()
    assert ".trueplan-chart .accent-fill{fill:#95570a;fill:var(--trueplan-chart-accent)}" in sheet
    assert "@media (prefers-color-scheme:dark){\n.trueplan-chart{--trueplan-chart-ground:" in sheet

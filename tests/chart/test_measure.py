"""How much room text takes."""

from __future__ import annotations

import pytest

from trueplan.chart.measure import fit_text, text_width, wrap_text


def test_wide_characters_are_wider() -> None:
    assert text_width("ill", 10) < text_width("one", 10) < text_width("WWW", 10)
    assert text_width("计划", 10) == pytest.approx(21)
    assert text_width("e\u0301", 10) == text_width("e", 10)


def test_what_is_cut_fits() -> None:
    assert fit_text("Lamps", 100, 10) == "Lamps"
    assert fit_text("Lamps and wiring", 60, 10) == "Lamps a…"
    assert text_width("Lamps a…", 10) <= 60
    assert fit_text("Lamps", 5, 10) == ""


def test_text_is_broken_at_blanks() -> None:
    assert wrap_text("Lamps and wiring", 70, 10, 2) == ["Lamps and", "wiring"]
    assert wrap_text("Lamps and wiring of the quay", 70, 10, 2) == ["Lamps and", "wiring of t…"]
    assert wrap_text("基础工程和塔吊", 50, 10, 2) == ["基础工程", "和塔吊"]
    assert wrap_text("", 50, 10, 2) == []

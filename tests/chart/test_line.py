"""Lines of pieces."""

from __future__ import annotations

from trueplan.chart.line import Piece, cut_line, flow, join_pieces, plain


def test_neighbours_of_one_style_are_one_piece() -> None:
    pieces = [Piece("a", "dim"), Piece(" "), Piece("b", "dim"), Piece("c"), Piece("  ")]
    assert join_pieces(pieces) == (Piece("a b", "dim"), Piece("c"))


def test_a_line_is_cut_by_the_columns_it_takes() -> None:
    line = (Piece("Plan ", "bold"), Piece("计划计划"))
    assert plain(cut_line(line, 13, True)) == "Plan 计划计划"
    assert plain(cut_line(line, 12, True)) == "Plan 计划计…"
    assert plain(cut_line(line, 10, False)) == "Plan 计..."


def test_parts_flow_into_lines() -> None:
    parts = [(Piece("one"),), (Piece("two"),), (Piece("three"),)]
    assert [plain(line) for line in flow(parts, 9, True)] == ["one   two", "three"]

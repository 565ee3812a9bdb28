"""Ranks, order and places of a layered drawing."""

from __future__ import annotations

from trueplan.chart.layers import lay_out
from trueplan.chart.network import rank_nodes, split_cycles


def test_ranks_are_the_longest_ways() -> None:
    pairs = [("a", "b"), ("b", "c"), ("a", "c"), ("d", "c")]
    assert rank_nodes(list("abcd"), pairs) == {"a": 0, "b": 1, "c": 2, "d": 0}


def test_a_cycle_is_cut_where_it_closes() -> None:
    pairs = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]
    assert split_cycles(list("abcd"), pairs) == {("c", "a")}


def test_neighbours_are_ordered_without_crossings() -> None:
    """Where a leads to y and b to x, y comes before x."""
    pairs = [("a", "y"), ("b", "x")]
    ranks = rank_nodes(list("abxy"), pairs)
    layers = lay_out(list("abxy"), pairs, ranks)
    assert layers.height["a"] < layers.height["b"]
    assert layers.height["y"] < layers.height["x"]


def test_a_chain_is_straight() -> None:
    pairs = [("a", "b"), ("b", "c")]
    layers = lay_out(list("abc"), pairs, rank_nodes(list("abc"), pairs))
    assert layers.height == {"a": 0.5, "b": 0.5, "c": 0.5}


def test_an_edge_over_ranks_passes_each_beside_the_nodes() -> None:
    pairs = [("a", "b"), ("b", "c"), ("a", "c")]
    layers = lay_out(list("abc"), pairs, rank_nodes(list("abc"), pairs))
    passing = ("a", "c", 1)
    assert layers.chains["a", "c"] == ("a", passing, "c")
    assert abs(layers.height[passing] - layers.height["b"]) >= 0.7

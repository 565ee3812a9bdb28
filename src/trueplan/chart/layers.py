"""Layered drawing of a directed graph: ranks, order in them, places.

After Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system
structures" (1981): ranks by longest path, edges over several ranks cut into pieces, order in each
rank by barycentres in sweeps to and fro, of which the one with the fewest crossings is kept.
"""

from __future__ import annotations

from itertools import pairwise

from trueplan.record import Record

_SWEEPS = 8
_SETTLING = 8
_MOST_PIECES = 4000  # beyond that, the longest edges run straight through
_LANE = 0.4  # the height of a passing edge, in parts of a node's


Key = str | tuple[str, str, int]  # a node, or where an edge passes a rank


class Layers(Record):
    """Where everything lies: `rank` and `height` (in rows) by key, and edges as chains of keys.

    A chain has an own key for each rank that the edge passes.
    """

    rank: dict[Key, int]
    height: dict[Key, float]
    chains: dict[tuple[str, str], tuple[Key, ...]]


def lay_out(keys: list[str], pairs: list[tuple[str, str]], ranks: dict[str, int]) -> Layers:
    """Place nodes in rows of height 1; `pairs` lead to higher ranks only."""
    all_ranks: dict[Key, int] = dict(ranks.items())
    chains = _cut_edges(pairs, all_ranks)
    layers: list[list[Key]] = [[] for _ in range(max(all_ranks.values(), default=-1) + 1)]
    for key, rank in all_ranks.items():
        layers[rank].append(key)
    before: dict[Key, list[Key]] = {key: [] for key in all_ranks}
    after: dict[Key, list[Key]] = {key: [] for key in all_ranks}
    for chain in chains.values():
        for first, second in pairwise(chain):
            after[first].append(second)
            before[second].append(first)
    layers = _order(layers, before, after)
    sizes = dict.fromkeys(all_ranks, _LANE) | dict.fromkeys(keys, 1.0)
    return Layers(all_ranks, _settle(layers, before, after, sizes), chains)


def _cut_edges(
    pairs: list[tuple[str, str]], ranks: dict[Key, int]
) -> dict[tuple[str, str], tuple[Key, ...]]:
    """Each edge as a chain with one key a rank; `ranks` gets the new keys."""
    chains = {}
    pieces = 0
    for first, second in sorted(pairs, key=lambda pair: ranks[pair[1]] - ranks[pair[0]]):
        passed = range(ranks[first] + 1, ranks[second])
        pieces += len(passed)
        names: list[Key] = []
        if pieces <= _MOST_PIECES:
            for rank in passed:
                names.append((first, second, rank))
                ranks[first, second, rank] = rank
        chains[first, second] = (first, *names, second)
    return chains


def _order(
    layers: list[list[Key]], before: dict[Key, list[Key]], after: dict[Key, list[Key]]
) -> list[list[Key]]:
    """Sweep to and fro; the order with the fewest crossings wins, the earliest of equals."""
    best, fewest = layers, _crossings(layers, after)
    current = [list(layer) for layer in layers]
    for sweep in range(_SWEEPS):
        if not fewest:
            break
        forward = sweep % 2 == 0
        indices = range(1, len(current)) if forward else range(len(current) - 2, -1, -1)
        neighbours = before if forward else after
        for index in indices:
            fixed = current[index - 1] if forward else current[index + 1]
            current[index] = _by_barycentre(current[index], fixed, neighbours)
        crossings = _crossings(current, after)
        if crossings < fewest:
            best, fewest = [list(layer) for layer in current], crossings
    return best


def _by_barycentre(
    layer: list[Key], fixed: list[Key], neighbours: dict[Key, list[Key]]
) -> list[Key]:
    places = {key: place for place, key in enumerate(fixed)}
    centres = {}
    for place, key in enumerate(layer):
        beside = [places[one] for one in neighbours[key] if one in places]
        centres[key] = sum(beside) / len(beside) if beside else float(place)
    return sorted(layer, key=lambda key: centres[key])


def _crossings(layers: list[list[Key]], after: dict[Key, list[Key]]) -> int:
    """How many pairs of edges cross, by counting inversions in a binary indexed tree."""
    total = 0
    for first, second in pairwise(layers):
        places = {key: place for place, key in enumerate(second)}
        ends = [
            place
            for key in first
            for place in sorted(places[one] for one in after[key] if one in places)
        ]
        tree = [0] * (len(second) + 1)
        for count, end in enumerate(ends):
            index, smaller = end + 1, 0
            while index:
                smaller += tree[index]
                index &= index - 1
            total += count - smaller
            index = end + 1
            while index <= len(second):
                tree[index] += 1
                index += index & -index
    return total


def _settle(
    layers: list[list[Key]],
    before: dict[Key, list[Key]],
    after: dict[Key, list[Key]],
    sizes: dict[Key, float],
) -> dict[Key, float]:
    """Heights in the given order, drawn towards the neighbours' until they are nearly straight."""
    heights: dict[Key, float] = {}
    for layer in layers:
        place = 0.0
        for key in layer:
            heights[key] = place + sizes[key] / 2
            place += sizes[key]
    for sweep in range(_SETTLING):
        forward = sweep % 2 == 0
        for layer in layers if forward else reversed(layers):
            wanted = []
            for key in layer:
                beside = (before if forward else after)[key]
                beside = beside or (after if forward else before)[key]
                middle = sum(heights[one] for one in beside) / len(beside) if beside else None
                wanted.append(heights[key] if middle is None else middle)
            heights.update(zip(layer, _apart(layer, wanted, sizes), strict=True))
    top = min((heights[key] - sizes[key] / 2 for key in heights), default=0.0)
    return {key: height - top for key, height in heights.items()}


def _apart(layer: list[Key], wanted: list[float], sizes: dict[Key, float]) -> list[float]:
    """The places nearest to those wanted, in order and without overlap.

    Least squares by pooling neighbours that meet (isotonic regression).
    """
    offsets = []
    offset = 0.0
    for index, key in enumerate(layer):
        if index:
            offset += (sizes[layer[index - 1]] + sizes[key]) / 2
        offsets.append(offset)
    blocks: list[tuple[float, int]] = []
    for place, start in zip(wanted, offsets, strict=True):
        mean, count = place - start, 1
        while blocks and blocks[-1][0] > mean:
            other, size = blocks.pop()
            mean = (mean * count + other * size) / (count + size)
            count += size
        blocks.append((mean, count))
    flat = [mean for mean, count in blocks for _ in range(count)]
    return [mean + start for mean, start in zip(flat, offsets, strict=True)]

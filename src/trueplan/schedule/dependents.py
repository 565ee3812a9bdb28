"""How much waits for an activity, directly or not."""

from __future__ import annotations

from collections.abc import Sequence


def count_dependents(after: Sequence[Sequence[int]], order: Sequence[int]) -> list[int]:
    """For each position how many others can only be done after it.

    `after` are those that each holds up, `order` one in which they can be done. What is behind a
    position is a row of bits, counted from the position's place in the order, so that rows stay as
    short as what waits stands together, as the phases of a plan do. A row is dropped when all
    that come before have had it.
    """
    place = [0] * len(order)
    for at, position in enumerate(order):
        place[position] = at
    readers = [0] * len(order)
    for held in after:
        for position in held:
            readers[position] += 1
    behind: dict[int, int] = {}
    counts = [0] * len(order)
    for position in reversed(order):
        bits = 0
        for following in after[position]:
            bits |= (behind[following] << 1 | 1) << (place[following] - place[position] - 1)
            readers[following] -= 1
            if not readers[following]:
                del behind[following]
        counts[position] = bits.bit_count()
        if readers[position]:
            behind[position] = bits
    return counts

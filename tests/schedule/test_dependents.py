"""How much waits for an activity."""

from __future__ import annotations

from tests.schedule.work import work
from trueplan.schedule.dependents import count_dependents
from trueplan.schedule.network import build_network


def counts(*activities: tuple[str, ...]) -> dict[str, int]:
    network = build_network(work(ref, 1.0, *after) for ref, *after in activities)
    found = count_dependents(network.after, network.order)
    return {one.ref: found[at] for at, one in enumerate(network.activities)}


def test_a_chain() -> None:
    assert counts(("a",), ("b", "a"), ("c", "b")) == {"a": 2, "b": 1, "c": 0}


def test_two_ways_to_one_count_it_once() -> None:
    diamond = counts(("a",), ("b", "a"), ("c", "a"), ("d", "b", "c"), ("e",))
    assert diamond == {"a": 3, "b": 1, "c": 1, "d": 0, "e": 0}


def test_ten_thousand_in_a_chain() -> None:
    chain = counts(*((f"{at}", *([f"{at - 1}"] if at else [])) for at in range(10_000)))
    assert [chain[ref] for ref in ("0", "5000", "9999")] == [9_999, 4_999, 0]

"""Order, circles, references that lead nowhere."""

from __future__ import annotations

from tests.schedule.work import work
from trueplan.schedule.network import Cycle, build_network


def order(*activities: tuple[str, ...]) -> list[str]:
    network = build_network(work(ref, 1.0, *after) for ref, *after in activities)
    return [network.activities[one].ref for one in network.order]


def test_the_order_of_the_document_unless_something_must_come_before() -> None:
    assert order(("a",), ("b", "d"), ("c",), ("d",)) == ["a", "d", "b", "c"]


def test_waits_and_what_they_hold_up() -> None:
    network = build_network([work("a", 1.0), work("b", 1.0, "a"), work("c", 1.0, "a", "b", "a")])
    assert network.before == ((), (0,), (0, 1))
    assert network.after == ((1, 2), (2,), ())
    assert network.cycles == ()


def test_a_circle_is_named_and_a_wait_for_something_later_left_out() -> None:
    network = build_network([work("a", 1.0, "c"), work("b", 1.0, "a"), work("c", 1.0, "b")])
    assert network.cycles == (Cycle(("a", "c", "b"), ("a", "c")),)
    assert network.before == ((), (0,), (1,))
    assert network.order == (0, 1, 2)


def test_what_waits_for_itself_is_a_circle() -> None:
    network = build_network([work("a", 1.0, "a")])
    assert network.cycles == (Cycle(("a",), ("a", "a")),)
    assert network.before == ((),)


def test_two_circles_are_both_cut_and_the_rest_keeps_its_order() -> None:
    network = build_network(
        [
            work("a", 1.0, "b"),
            work("b", 1.0, "a"),
            work("c", 1.0, "d"),
            work("d", 1.0, "c"),
            work("e", 1.0, "a", "d"),
        ]
    )
    assert [one.left_out for one in network.cycles] == [("a", "b"), ("c", "d")]
    assert network.before == ((), (0,), (), (2,), (0, 3))


def test_circles_that_share_an_activity_are_all_cut() -> None:
    network = build_network(
        [work("a", 1.0, "b", "c"), work("b", 1.0, "c", "a"), work("c", 1.0, "a", "b")]
    )
    assert network.before == ((), (0,), (0, 1))
    assert [one.left_out for one in network.cycles] == [("b", "c"), ("a", "b"), ("a", "c")]


def test_what_is_not_there_is_said() -> None:
    network = build_network([work("a", 1.0, "x", "b"), work("b", 1.0)])
    assert network.unknown == (("a", "x"),)
    assert network.before == ((1,), ())


def test_ten_thousand_in_a_chain() -> None:
    """Against the order of the document: each waits for the next one."""
    network = build_network(
        work(f"{at}", 1.0, *([f"{at + 1}"] if at < 9_999 else [])) for at in range(10_000)
    )
    assert network.order == tuple(range(9_999, -1, -1))
    assert network.cycles == ()


def test_a_circle_of_ten_thousand() -> None:
    network = build_network(work(f"{at}", 1.0, f"{(at - 1) % 10_000}") for at in range(10_000))
    assert [one.left_out for one in network.cycles] == [("0", "9999")]
    assert network.order == tuple(range(10_000))

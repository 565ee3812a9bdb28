"""The critical path method on a network that textbooks use: two ways from a to d.

a(3) ─▶ b(4) ─▶ d(2)        a b d takes 9 sessions, a c d takes 6:
   └──▶ c(1) ──▶ ┘          c can slip by 3; e(2) stands alone and can slip by 7.
"""

from __future__ import annotations

from tests.schedule.work import work
from trueplan.schedule.clock import session_clock
from trueplan.schedule.critical_path import critical_chain, find_paths, last_of
from trueplan.schedule.network import build_network

NETWORK = build_network(
    [
        work("a", 3.0),
        work("b", 4.0, "a"),
        work("c", 1.0, "a"),
        work("d", 2.0, "b", "c"),
        work("e", 2.0),
    ]
)
PATHS = find_paths(NETWORK.before, NETWORK.order, session_clock(NETWORK.activities))


def test_earliest_times() -> None:
    assert PATHS.earliest_start == (0.0, 3.0, 3.0, 7.0, 0.0)
    assert PATHS.earliest_finish == (3.0, 7.0, 4.0, 9.0, 2.0)
    assert PATHS.finish == 9.0


def test_latest_times() -> None:
    assert PATHS.latest_start == (0.0, 3.0, 6.0, 7.0, 7.0)
    assert PATHS.latest_finish == (3.0, 7.0, 7.0, 9.0, 9.0)


def test_slack() -> None:
    assert PATHS.slack == (0.0, 0.0, 3.0, 0.0, 7.0)
    assert PATHS.free_slack == (0.0, 0.0, 3.0, 0.0, 7.0)


def test_the_critical_chain() -> None:
    last = last_of(PATHS, range(5))
    assert last == 3
    assert critical_chain(NETWORK.before, PATHS, last) == (0, 1, 3)


def test_slack_that_a_chain_shares_is_free_only_at_its_end() -> None:
    """Beside a stand b and c; both have its 5 - 3 = 2 sessions, c alone is free to use them."""
    network = build_network([work("a", 5.0), work("b", 1.0), work("c", 2.0, "b")])
    paths = find_paths(network.before, network.order, session_clock(network.activities))
    assert paths.slack == (0.0, 2.0, 2.0)
    assert paths.free_slack == (0.0, 0.0, 2.0)


def test_of_nothing() -> None:
    paths = find_paths((), (), session_clock(()))
    assert (paths.finish, last_of(paths, ())) == (0.0, None)

"""The order of telling."""

from __future__ import annotations

from trueplan.history.lineage import order_commits


def order(head: str, **parents: str) -> str:
    """The commits as letters, those of the main line in capitals."""
    told = order_commits(head, {name: tuple(line) for name, line in parents.items()})
    return "".join(one.commit.upper() if one.main else one.commit for one in told)


def test_a_line() -> None:
    assert order("c", a="", b="a", c="b") == "ABC"


def test_a_branch_comes_before_its_merge() -> None:
    assert order("m", a="", b="a", s="a", t="s", m="bt") == "ABstM"


def test_branches_of_branches() -> None:
    assert order("m", a="", s="a", x="s", t="sx", m="at") == "AsxtM"


def test_several_parents() -> None:
    assert order("m", a="", x="a", y="a", z="a", m="axyz") == "AxyzM"


def test_criss_cross() -> None:
    assert order("z", a="", b="a", s="a", m="bs", n="sb", z="mn") == "ABsMnZ"


def test_histories_that_had_nothing_in_common() -> None:
    assert order("m", a="", x="", y="x", m="ay") == "AxyM"


def test_parents_that_are_not_known() -> None:
    assert order("b", a="qr", b="a") == "AB"
    assert order("x", a="") == ""


def test_what_does_not_lead_to_the_head_is_left_out() -> None:
    assert order("b", a="", b="a", c="b", s="a") == "AB"


def test_ten_thousand_commits() -> None:
    """Deep lines need no deep stack."""
    parents = {"0": ()} | {str(n): (str(n - 1),) for n in range(1, 10_000)}
    assert len(order_commits("9999", parents)) == 10_000

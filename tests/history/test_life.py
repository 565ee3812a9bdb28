"""Lives through commits: branches, merges, moves, files that go and come back."""

from __future__ import annotations

from tests.history.builders import PATH, Commits, kinds, plan_of, told
from trueplan.history.comparison import compare
from trueplan.history.life import Life
from trueplan.history.replay import replay
from trueplan.history.state import state_of

OPEN = plan_of("Piles: [ ] Drive the piles, [ ] Sort the timber", "Planks: [ ] Lay the planks")
ONE = OPEN.replace("[ ] Drive", "[x] Drive")
TWO = OPEN.replace("[ ] Sort", "[x] Sort")
BOTH = ONE.replace("[ ] Sort", "[x] Sort")
OLD = "docs/plans/quay.md"
ARCHIVED = "docs/plans/archive/quay.md"


def adds_up(life: Life) -> bool:
    """Whether playing the events gives the last state."""
    return compare(replay(life.first, life.events), state_of(life.last)) == []


def test_a_straight_line() -> None:
    commits = Commits()
    commits.commit("a", {PATH: OPEN})
    commits.commit("b", {PATH: ONE})
    commits.commit("c", {"other.txt": "x"})
    commits.commit("d", {PATH: OPEN})
    life = commits.life()
    assert told(life.events) == [
        ("a", "created", "Quay"),
        ("b", "phase started", "Piles"),
        ("b", "ticked", "Drive the piles"),
        ("d", "unticked", "Drive the piles"),
    ]
    assert [one.commit for one in life.revisions] == ["a", "b", "d"]
    assert adds_up(life)


def test_a_change_on_a_branch_is_told_once() -> None:
    """When it was made; the merge adds nothing."""
    commits = Commits()
    commits.commit("a", {PATH: OPEN})
    commits.commit("b", {PATH: ONE})
    commits.commit("s", {PATH: TWO}, ["a"])
    commits.commit("m", {PATH: BOTH}, ["b", "s"])
    life = commits.life()
    assert told(life.events)[1:] == [
        ("b", "phase started", "Piles"),
        ("b", "ticked", "Drive the piles"),
        ("s", "phase started", "Piles"),
        ("s", "ticked", "Sort the timber"),
        ("m", "phase completed", "Piles"),
    ]
    assert [(one.commit, one.main) for one in life.revisions] == [
        ("a", True),
        ("b", True),
        ("s", False),
        ("m", True),
    ]
    assert adds_up(life)


def test_a_merge_that_keeps_our_side() -> None:
    """What the branch did is told, and that the merge undid it."""
    commits = Commits()
    commits.commit("a", {PATH: OPEN})
    commits.commit("b", {"other.txt": "x"})
    commits.commit("s", {PATH: ONE}, ["a"])
    commits.commit("m", {}, ["b", "s"])
    life = commits.life()
    assert told(life.events)[1:] == [
        ("s", "phase started", "Piles"),
        ("s", "ticked", "Drive the piles"),
        ("m", "unticked", "Drive the piles"),
    ]
    assert adds_up(life)


def test_both_sides_did_the_same() -> None:
    commits = Commits()
    commits.commit("a", {PATH: OPEN})
    commits.commit("b", {PATH: ONE})
    commits.commit("s", {PATH: ONE}, ["a"])
    commits.commit("m", {}, ["b", "s"])
    assert adds_up(commits.life())


def test_criss_cross_merges() -> None:
    commits = Commits()
    commits.commit("a", {PATH: OPEN})
    commits.commit("b", {PATH: ONE})
    commits.commit("s", {PATH: TWO}, ["a"])
    commits.commit("m", {PATH: BOTH}, ["b", "s"])
    commits.commit("n", {PATH: BOTH}, ["s", "b"])
    commits.commit("o", {PATH: BOTH.replace("[ ] Lay", "[x] Lay")}, ["n"])
    commits.commit("z", {PATH: BOTH.replace("[ ] Lay", "[x] Lay")}, ["m", "o"])
    life = commits.life()
    assert adds_up(life)
    assert [one.kind for one in life.events].count("ticked") == 3


def test_an_octopus() -> None:
    """Three branches in one merge."""
    planks = OPEN.replace("[ ] Lay", "[x] Lay")
    commits = Commits()
    commits.commit("a", {PATH: OPEN})
    commits.commit("x", {PATH: ONE}, ["a"])
    commits.commit("y", {PATH: TWO}, ["a"])
    commits.commit("z", {PATH: planks}, ["a"])
    commits.commit("m", {PATH: BOTH.replace("[ ] Lay", "[x] Lay")}, ["a", "x", "y", "z"])
    life = commits.life()
    ticks = [(one.commit, one.text) for one in life.events if one.kind == "ticked"]
    assert ticks == [("x", "Drive the piles"), ("y", "Sort the timber"), ("z", "Lay the planks")]
    assert adds_up(life)


def test_a_plan_born_on_a_branch() -> None:
    """It is created there, and the merge tells nothing more."""
    commits = Commits()
    commits.commit("a", {"README.md": "x"})
    commits.commit("s", {PATH: OPEN}, ["a"])
    commits.commit("t", {PATH: ONE}, ["s"])
    commits.commit("m", {PATH: ONE}, ["a", "t"])
    life = commits.life()
    assert told(life.events) == [
        ("s", "created", "Quay"),
        ("t", "phase started", "Piles"),
        ("t", "ticked", "Drive the piles"),
    ]


def test_two_plans_under_one_path() -> None:
    """Each side made its own; the first parent's goes on."""
    commits = Commits()
    commits.commit("a", {"README.md": "x"})
    commits.commit("b", {PATH: OPEN})
    commits.commit("s", {PATH: plan_of("Rails: [ ] Set the rails")}, ["a"])
    commits.commit("m", {PATH: ONE}, ["b", "s"])
    life = commits.life()
    assert told(life.events) == [
        ("b", "created", "Quay"),
        ("m", "phase started", "Piles"),
        ("m", "ticked", "Drive the piles"),
    ]


def test_a_move_with_a_change() -> None:
    commits = Commits()
    commits.commit("a", {OLD: OPEN})
    commits.commit("b", {ARCHIVED: ONE}, moved={ARCHIVED: OLD})
    life = commits.life(ARCHIVED)
    assert told(life.events)[1:] == [
        ("b", "file moved", ARCHIVED),
        ("b", "phase started", "Piles"),
        ("b", "ticked", "Drive the piles"),
    ]
    moved = life.events[1]
    assert (moved.before, moved.after) == (OLD, ARCHIVED)


def test_a_move_on_a_branch_is_told_once() -> None:
    """The merge brings the file to the same place, which is nothing new."""
    commits = Commits()
    commits.commit("a", {OLD: OPEN})
    commits.commit("b", {OLD: ONE})
    commits.commit("s", {ARCHIVED: OPEN}, ["a"], {ARCHIVED: OLD})
    commits.commit("m", {ARCHIVED: ONE}, ["b", "s"], {ARCHIVED: OLD})
    life = commits.life(ARCHIVED)
    moves = [(one.commit, one.kind) for one in life.events if one.thing == "file"]
    assert moves == [("s", "file moved")]
    assert adds_up(life)


def test_a_move_that_git_does_not_pair_in_the_merge() -> None:
    """One path goes, another comes, and the branch says that they are one."""
    for old, new in ((OLD, ARCHIVED), (ARCHIVED, OLD)):
        commits = Commits()
        commits.commit("a", {old: OPEN})
        commits.commit("b", {"other.txt": "x"})
        commits.commit("s", {new: OPEN}, ["a"], {new: old})
        commits.commit("m", {old: None, new: OPEN}, ["b", "s"])
        life = commits.life(new)
        assert told(life.events) == [("a", "created", "Quay"), ("s", "file moved", new)]


def test_moved_to_two_places() -> None:
    """Both sides moved it and the merge kept both: one is a copy, with a life of its own."""
    commits = Commits()
    commits.commit("a", {OLD: OPEN})
    commits.commit("b", {"x/quay.md": OPEN}, ["a"], {"x/quay.md": OLD})
    commits.commit("s", {"y/quay.md": OPEN}, ["a"], {"y/quay.md": OLD})
    commits.commit("m", {"y/quay.md": OPEN}, ["b", "s"])
    commits.commit("n", {"y/quay.md": ONE})
    commits.commit("o", {"x/quay.md": TWO})
    lives = commits.lives()
    for life in lives.values():
        assert adds_up(life)
    ticks = {
        path: [one.text for one in life.events if one.kind == "ticked"]
        for path, life in lives.items()
    }
    assert ticks == {"x/quay.md": ["Sort the timber"], "y/quay.md": ["Drive the piles"]}


def test_deleted_and_restored() -> None:
    commits = Commits()
    commits.commit("a", {PATH: OPEN})
    commits.commit("b", {PATH: None})
    commits.commit("c", {PATH: ONE})
    life = commits.life()
    assert told(life.events) == [
        ("a", "created", "Quay"),
        ("b", "deleted", PATH),
        ("c", "restored", PATH),
        ("c", "phase started", "Piles"),
        ("c", "ticked", "Drive the piles"),
    ]
    assert [one.commit for one in life.revisions] == ["a", "c"]
    assert adds_up(life)


def test_another_plan_where_one_was_deleted() -> None:
    """The new one is not the old one restored."""
    commits = Commits()
    commits.commit("a", {PATH: OPEN})
    commits.commit("b", {PATH: None})
    commits.commit("c", {PATH: plan_of("Fog: [ ] Buy a horn, [ ] Blow it", title="Fog")})
    assert told(commits.life().events) == [("c", "created", "Fog")]


def test_deleted_on_a_branch_that_was_overruled() -> None:
    """The plan was never gone on the main line, and the history says that it came back."""
    commits = Commits()
    commits.commit("a", {PATH: OPEN})
    commits.commit("b", {PATH: ONE})
    commits.commit("s", {PATH: None}, ["a"])
    commits.commit("m", {}, ["b", "s"])
    life = commits.life()
    assert [(one.commit, one.kind) for one in life.events if one.thing == "file"] == [
        ("s", "deleted"),
        ("m", "restored"),
    ]


def test_deleted_on_a_branch_and_merged() -> None:
    """It went once, whatever brought that to the main line."""
    commits = Commits()
    commits.commit("a", {PATH: OPEN})
    commits.commit("b", {"other.txt": "x"})
    commits.commit("s", {PATH: None}, ["a"])
    commits.commit("m", {PATH: None}, ["b", "s"])
    commits.commit("n", {PATH: OPEN})
    assert told(commits.life().events) == [
        ("a", "created", "Quay"),
        ("s", "deleted", PATH),
        ("n", "restored", PATH),
    ]


def test_deleted_here_and_moved_there() -> None:
    """A plan that lives on elsewhere is not restored where it once was."""
    commits = Commits()
    commits.commit("a", {PATH: OPEN})
    commits.commit("s", {PATH: None}, ["a"])
    commits.commit("b", {ARCHIVED: OPEN}, ["a"], {ARCHIVED: PATH})
    commits.commit("m", {}, ["b", "s"])
    commits.commit("n", {PATH: OPEN})
    commits.commit("o", {PATH: ONE})
    lives = commits.lives()
    assert told(lives[PATH].events)[0] == ("n", "created", "Quay")
    assert "ticked" not in kinds(lives[ARCHIVED])
    assert all(adds_up(life) for life in lives.values())


def test_a_copy_has_a_life_of_its_own() -> None:
    """Git does not say that it is a copy: it begins with it, and outlives what it was made of."""
    commits = Commits()
    commits.commit("a", {PATH: OPEN})
    commits.commit("b", {ARCHIVED: OPEN})
    commits.commit("c", {PATH: None})
    lives = commits.lives()
    assert list(lives) == [ARCHIVED]
    assert told(lives[ARCHIVED].events) == [("b", "created", "Quay")]


def test_swapped_plans_stay_where_they_are() -> None:
    """Each path goes on with what the other one said."""
    fog = plan_of("Fog: [ ] Buy a horn", title="Fog")
    commits = Commits()
    commits.commit("a", {PATH: OPEN, "plans/fog.md": fog})
    commits.commit("b", {PATH: fog, "plans/fog.md": OPEN})
    life = commits.life()
    assert ("b", "retitled", "Fog") in told(life.events)
    assert all(adds_up(one) for one in commits.lives().values())


def test_no_plan_for_a_while() -> None:
    """Revisions that are no plan are counted, and nothing of them is told."""
    commits = Commits()
    commits.commit("a", {PATH: "# Ideas\n\nLater.\n"})
    commits.commit("b", {PATH: OPEN})
    commits.commit("c", {PATH: "broken\n"})
    commits.commit("d", {PATH: ONE})
    life = commits.life()
    assert told(life.events) == [
        ("b", "created", "Quay"),
        ("d", "phase started", "Piles"),
        ("d", "ticked", "Drive the piles"),
    ]
    assert life.gaps == 1


def test_line_ends_and_a_mark_of_bytes_are_no_change() -> None:
    commits = Commits()
    commits.commit("a", {PATH: OPEN})
    commits.commit("b", {PATH: OPEN.replace("\n", "\r\n")})
    commits.commit("c", {PATH: "\ufeff" + OPEN})
    life = commits.life()
    assert told(life.events) == [("a", "created", "Quay")]
    assert len(life.revisions) == 3


def test_reverted() -> None:
    commits = Commits()
    commits.commit("a", {PATH: OPEN})
    commits.commit("b", {PATH: plan_of("Piles: [x] Drive the piles")})
    commits.commit("c", {PATH: OPEN})
    assert adds_up(commits.life())


def test_beyond_the_boundary_of_a_shallow_clone() -> None:
    """Parents that are not there are no parents."""
    commits = Commits()
    commits.commit("a", {PATH: OPEN}, ["not-here"])
    commits.commit("b", {PATH: ONE})
    commits.commit("m", {}, ["b", "neither"])
    assert kinds(commits.life()) == ["phase started", "ticked"]


def test_commits_that_head_does_not_have_are_left_out() -> None:
    commits = Commits()
    commits.commit("a", {PATH: OPEN})
    commits.commit("b", {PATH: ONE})
    commits.commit("c", {PATH: BOTH})
    assert kinds(commits.life(head="b")) == ["phase started", "ticked"]


def test_a_deep_branch_of_branches() -> None:
    """A thousand merges in each other need no deep stack."""
    commits = Commits()
    commits.commit("a", {PATH: OPEN})
    before = "a"
    for number in range(1_500):
        side = commits.commit(f"s{number}", {}, [before], day="2026-01-02")
        before = commits.commit(f"m{number}", {}, ["a", side], day="2026-01-02")
    commits.commit("z", {PATH: ONE}, [before], day="2026-01-02")
    assert kinds(commits.life()) == ["phase started", "ticked"]

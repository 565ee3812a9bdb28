"""The lives of plans in four real repositories; what is written out was judged by reading diffs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.git.repositories import ask_git
from trueplan.app.past import read_past
from trueplan.app.repository import open_repository
from trueplan.history.comparison import compare
from trueplan.history.life import Life
from trueplan.history.progress import PROOF, count_now, follow_progress, kinds_of_work
from trueplan.history.replay import replay
from trueplan.history.spans import find_spans
from trueplan.history.state import state_of

Lives = dict[str, dict[str, Life]]
RELIABILITY = "conductor/tracks/reliability_shutdown_grace_20260219/plan.md"
OVERHAUL = "conductor/archive/config_overhaul_20260210/plan.md"
DOCUMENTATION = ".agent/execplans/2026-02-11-documentation-plan.md"
DELEGATION = "docs/plans/AGENT_TO_AGENT_DELEGATION_PLAN.md"
SUB_IDENTITY = "docs/plans/completed/AGENT_SUB_IDENTITY_PLAN.md"


@pytest.fixture(scope="module")
def lives(histories: dict[str, Path]) -> Lives:
    """The lives of all Markdown files that are plans, by repository and path."""
    found: Lives = {}
    for name, root in histories.items():
        files = ask_git(root, "ls-tree", "-r", "-z", "--name-only", "HEAD").split("\0")
        past = read_past(
            open_repository(root), [one for one in files if one.lower().endswith(".md")]
        )
        assert past is not None
        assert past.remarks == ()
        found[name] = past.lives
    return found


def all_of(lives: Lives) -> list[Life]:
    return [life for some in lives.values() for life in some.values()]


def by_commit(life: Life) -> list[tuple[str, dict[str, int]]]:
    """The kinds of events of each commit that has any."""
    found: dict[str, Counter[str]] = {}
    for event in life.events:
        assert event.commit is not None
        found.setdefault(event.commit[:7], Counter())[event.kind] += 1
    return [(commit, dict(counts)) for commit, counts in found.items()]


def test_how_many_there_are(lives: Lives) -> None:
    """Plans, revisions and events."""
    assert {
        name: (
            len(some),
            sum(len(one.revisions) for one in some.values()),
            sum(len(one.events) for one in some.values()),
        )
        for name, some in lives.items()
    } == {
        "parrotink": (103, 347, 1011),
        "seva": (13, 74, 190),
        "anon-identity": (19, 43, 199),
        "clubs": (44, 51, 67),
    }


def test_events_lead_to_the_last_state(lives: Lives) -> None:
    for life in all_of(lives):
        assert compare(replay(life.first, life.events), state_of(life.last)) == []


def test_progress_ends_with_what_there_is(lives: Lives) -> None:
    for life in all_of(lives):
        for kinds in (kinds_of_work(life), PROOF):
            days = follow_progress(life, kinds)
            last = days[-1]
            now = count_now(state_of(life.last), kinds)
            assert (last.done, last.scope, last.cancelled) == now
            assert all(0 <= one.done <= one.scope for one in days)


def test_phases_end_after_they_began(lives: Lives) -> None:
    for life in all_of(lives):
        for span in find_spans(life):
            assert not (span.started and span.finished) or span.started <= span.finished


def test_a_plan_that_was_reverted(lives: Lives) -> None:
    """Its second phase has a task that was done otherwise, and then stands there as before."""
    assert by_commit(lives["parrotink"][RELIABILITY]) == [
        ("078cc7f", {"created": 1}),
        ("4bc707c", {"started": 1, "phase completed": 1, "ticked": 3}),
        ("537d616", {"phase started": 1, "removed": 1, "ticked": 1, "added": 1}),
        ("2ce668d", {"phase completed": 1, "ticked": 1}),
        (
            "499ed85",
            {"reopened": 1, "phase reopened": 2, "removed": 1, "unticked": 5, "added": 1},
        ),
    ]


def test_a_plan_whose_lines_get_hashes_hung_on(lives: Lives) -> None:
    """34 boxes, all ticked, none taken for another one; then it was archived."""
    life = lives["parrotink"][OVERHAUL]
    counts = Counter(one.kind for one in life.events)
    assert counts["ticked"] == 34
    assert not {"reworded", "added", "removed"}.intersection(counts)
    last = life.events[-1]
    assert ((last.commit or "")[:7], last.kind) == ("5e558ce", "file moved")


def test_a_plan_deleted_on_a_branch_that_was_merged_later(lives: Lives) -> None:
    """One branch ticked all of it, another one deleted it; the merge of both kept it."""
    assert by_commit(lives["seva"][DOCUMENTATION]) == [
        ("8958220", {"created": 1}),
        ("0b858e0", {"completed": 1, "ticked": 8}),
        ("ea7fbb0", {"deleted": 1}),
        ("ac27e68", {"added": 1}),
        ("2457025", {"restored": 1}),
    ]


def test_boxes_that_become_bullets(lives: Lives) -> None:
    """Phase by phase they were replaced by bullets with a sign, which are no boxes."""
    assert by_commit(lives["anon-identity"][DELEGATION]) == [
        ("5f7fb74", {"created": 1}),
        ("ed5ab17", {"phase completed": 1, "removed": 11}),
        ("8d88808", {"phase completed": 1, "removed": 12}),
        ("5dca846", {"phase completed": 1, "removed": 12}),
        ("946795b", {"phase completed": 1, "removed": 12}),
        ("37efbd1", {"completed": 1, "phase completed": 1, "removed": 12}),
    ]


def test_a_plan_that_was_moved_twice(lives: Lives) -> None:
    moves = [one for one in lives["anon-identity"][SUB_IDENTITY].events if one.thing == "file"]
    assert [(one.before, one.after) for one in moves] == [
        ("docs/AGENT_SUB_IDENTITY_PLAN.md", "docs/plans/AGENT_SUB_IDENTITY_PLAN.md"),
        ("docs/plans/AGENT_SUB_IDENTITY_PLAN.md", SUB_IDENTITY),
    ]


def test_archived_plans_are_followed(lives: Lives, histories: dict[str, Path]) -> None:
    """Every plan in an archive that git shows as moved there began where it came from."""
    followed = 0
    for name, root in histories.items():
        answer = ask_git(
            root, "log", "-M", "--diff-filter=R", "--name-status", "--format=", "-z", "HEAD"
        )
        pieces = answer.split("\0")
        moved = {
            new: old
            for mode, old, new in zip(pieces, pieces[1:], pieces[2:], strict=False)
            if mode.strip("\n")[:1] == "R" and mode.strip("\n")[1:].isdigit()
        }
        for path, life in lives[name].items():
            if path in moved and ("archive/" in path or "completed/" in path):
                assert moved[path] in {one.before for one in life.events if one.thing == "file"}
                followed += 1
    assert followed == 21

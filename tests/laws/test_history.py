"""What is true of every history."""

from __future__ import annotations

import subprocess
from itertools import count
from pathlib import Path
from random import Random
from shutil import rmtree
from tempfile import TemporaryDirectory

from hypothesis import given, settings, strategies as st

from tests.history.builders import Commits, life_of, seen
from tests.laws.histories import Draft, drafts, histories, straight_lines
from trueplan.app.past import Past, read_past
from trueplan.app.repository import open_repository
from trueplan.history.comparison import compare
from trueplan.history.identity import match_items, match_phases
from trueplan.history.life import Life
from trueplan.history.lineage import order_commits
from trueplan.history.present import tell_present
from trueplan.history.progress import PROOF, count_now, follow_progress, kinds_of_work
from trueplan.history.replay import replay
from trueplan.history.spans import find_spans
from trueplan.history.state import state_of
from trueplan.history.tracked import track_first, track_next

_FEW = max(3, settings.default.max_examples // 15 if settings.default else 3)


def _main_line(commits: Commits, head: str) -> list[str]:
    parents = {name: step.parents for name, step in commits.steps.items()}
    return [one.commit for one in order_commits(head, parents) if one.main]


@given(histories())
def test_events_lead_from_the_first_state_to_the_last(commits: Commits) -> None:
    """Whatever commit is taken for the last one, merges of all kinds among them."""
    for head in commits.steps:
        for life in commits.lives(head).values():
            assert compare(replay(life.first, life.events), state_of(life.last)) == []


@given(histories())
def test_the_last_state_is_what_the_file_says(commits: Commits) -> None:
    """And every file that is a plan has a life."""
    for head in commits.steps:
        lives = commits.lives(head)
        read = {path: commits.read(blob) for path, blob in commits.trees[head].items()}
        assert {path: life.last.snapshot for path, life in lives.items()} == read


@given(histories())
def test_a_history_only_grows(commits: Commits) -> None:
    """What was told as of a commit of the main line is the beginning of what is told later."""
    last = list(commits.lives().values())
    for head in _main_line(commits, commits.last):
        for path, life in commits.lives(head).items():
            for later in last:
                if later.events[0] == life.events[0]:
                    assert later.events[: len(life.events)] == life.events, (head, path)


@given(histories())
def test_no_commit_is_told_before_those_that_it_builds_on(commits: Commits) -> None:
    parents = {name: step.parents for name, step in commits.steps.items()}
    for head in parents:
        order = [one.commit for one in order_commits(head, parents)]
        assert len(set(order)) == len(order)
        for at, one in enumerate(order):
            assert set(parents[one]) <= set(order[:at])


@given(histories())
def test_moves_of_the_file_lead_to_where_it_is(commits: Commits) -> None:
    """A file that is there was not deleted last."""
    for head in commits.steps:
        for path, life in commits.lives(head).items():
            said = [one.after for one in life.events if one.thing == "file"]
            assert not said or said[-1] == path


@given(histories())
def test_progress_ends_with_what_there_is(commits: Commits) -> None:
    """On the way there is never more done than there is, whatever the clocks say."""
    for life in commits.lives().values():
        for kinds in (kinds_of_work(life), PROOF, ("task", *PROOF)):
            days = follow_progress(life, kinds)
            last = days[-1]
            now = count_now(state_of(life.last), kinds)
            assert (last.done, last.scope, last.cancelled) == now
            assert all(0 <= one.done <= one.scope and one.cancelled >= 0 for one in days)
            assert [one.day for one in days] == sorted({one.day for one in days})
            start = days[0]
            assert last.scope + last.cancelled == (
                start.scope
                + start.cancelled
                + (last.added - last.removed)
                - (start.added - start.removed)
            )


@given(histories())
def test_phases_end_after_they_began(commits: Commits) -> None:
    for life in commits.lives().values():
        for span in find_spans(life):
            if span.started is not None and span.finished is not None:
                assert span.started <= span.finished
            assert span.finished is None or span.state == "done"


@given(straight_lines())
def test_what_is_not_committed_is_told_as_if_it_were(texts: list[str]) -> None:
    *before, now = texts
    committed = life_of(*texts)
    present = tell_present(life_of(*before), seen(now), "2026-02-01", "Wren")
    assert [one[3:] for one in present.events] == [one[3:] for one in committed.events]
    assert present.last == committed.last


@given(straight_lines())
def test_every_key_names_one_thing(texts: list[str]) -> None:
    """No key is given twice, neither in a revision nor after its thing is gone."""
    keys = count(1)
    before = track_first(seen(texts[0]), keys)
    gone: set[int] = set()
    for text in texts[1:]:
        after = track_next([before], seen(text), keys)
        for old, new in zip(before[1:], after[1:], strict=True):
            assert len(set(new)) == len(new)
            assert not gone.intersection(new)
            gone |= set(old) - set(new)
        before = after


@given(drafts(), st.randoms(use_true_random=False))
def test_a_wording_is_never_lost_when_things_only_move(draft: Draft, random: Random) -> None:
    """Phases and boxes in any order: each is one that was worded the same."""
    for where in draft.lists():  # what is no task is seen only with a box
        where[:] = [[box or "[ ] ", words] for box, words in where]
    old = seen(draft.text())
    boxes = [one for where in draft.lists() for one in where]
    random.shuffle(boxes)
    random.shuffle(draft.phases)
    for where in draft.lists():
        where[:] = [boxes.pop() for _ in where]
    new = seen(draft.text())
    phases = match_phases(old.phases, new.phases)
    items = match_items(old.items, new.items, phases)
    assert sorted(phases) == list(range(len(new.phases)))
    assert [old.phases[at].words for at in phases] == [one.words for one in new.phases]
    assert sorted(items) == list(range(len(new.items)))
    assert [old.items[at].words for at in items] == [one.words for one in new.items]


@given(straight_lines())
def test_nothing_happens_between_a_revision_and_itself(texts: list[str]) -> None:
    assert life_of(*texts).events == life_of(*(one for one in texts for _ in (0,))).events
    life = life_of(texts[-1], texts[-1], texts[-1].replace("\n", "\r\n"))
    assert [one.kind for one in life.events] == ["created"]


def _lay(commits: Commits, root: Path) -> None:
    """Import the commits into a repository; moves are what git finds."""
    lines: list[bytes] = []
    marks = {name: number for number, name in enumerate(commits.steps, 1)}
    for name, step in commits.steps.items():
        lines.append(f"commit refs/heads/x-{name}\nmark :{marks[name]}\n".encode())
        seconds = 1767225600 + 86400 * int(step.at[8:10])
        lines.append(f"author Wren <w@example.org> {seconds} +0000\n".encode())
        lines.append(f"committer Wren <w@example.org> {seconds} +0000\n".encode())
        lines.append(f"data {len(name)}\n{name}\n".encode())
        for word, parent in zip(("from", *["merge"] * 9), step.parents, strict=False):
            lines.append(f"{word} :{marks[parent]}\n".encode())
        lines.append(b"deleteall\n")
        for path, blob in commits.trees[name].items():
            text = commits.texts[blob].encode()
            lines.append(b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(text), text))
    lines.append(f"reset refs/heads/main\nfrom :{marks[commits.last]}\n\n".encode())
    _git(root.parent, "init", "--quiet", "--initial-branch=main", root.name)
    _git(root, "fast-import", "--quiet", feed=b"".join(lines))


def _git(root: Path, *words: str, feed: bytes = b"") -> bytes:
    done = subprocess.run(
        ["git", "-c", "user.name=W", "-c", "user.email=w@example.org", *words],
        cwd=root,
        input=feed,
        check=True,
        capture_output=True,
    )
    return done.stdout


def _names(root: Path) -> list[str]:
    names = _git(root, "ls-tree", "-r", "-z", "--name-only", "HEAD").decode().split("\0")
    return [one for one in names if one]


def _read(root: Path, paths: list[str] | None = None) -> Past:
    past = read_past(open_repository(root), _names(root) if paths is None else paths)
    assert past is not None
    assert past.remarks == ()
    return past


def _lives(root: Path) -> dict[str, Life]:
    return _read(root).lives


@settings(max_examples=_FEW)
@given(histories())
def test_a_history_does_not_depend_on_how_git_keeps_it(commits: Commits) -> None:
    """Packed, read with a warm index, deepened after a shallow clone, exported and imported."""
    with TemporaryDirectory() as folder:
        root = Path(folder, "r")
        _lay(commits, root)
        lives = _lives(root)
        assert _lives(root) == lives
        _git(root, "gc", "--quiet", "--prune=now")
        assert _lives(root) == lives
        shallow = Path(folder, "shallow")
        _git(root, "clone", "--quiet", "--depth=2", root.as_uri(), str(shallow))
        _read(shallow)
        _git(shallow, "fetch", "--quiet", "--unshallow")
        assert _lives(shallow) == lives
        again = Path(folder, "again")
        _git(root.parent, "init", "--quiet", "--initial-branch=main", again.name)
        stream = _git(root, "fast-export", "--all", "--reencode=no")
        _git(again, "fast-import", "--quiet", feed=stream)
        assert _lives(again) == lives


@settings(max_examples=_FEW)
@given(histories())
def test_a_history_does_not_depend_on_when_it_was_read(commits: Commits) -> None:
    """Commit by commit with one index, or all at once; one plan alone, or all of them."""
    with TemporaryDirectory() as folder:
        root, fresh = Path(folder, "r"), Path(folder, "fresh")
        _lay(commits, root)
        _git(root, "clone", "--quiet", root.as_uri(), str(fresh))
        for name in commits.steps:
            _git(root, "symbolic-ref", "HEAD", f"refs/heads/x-{name}")
            _read(root)
        _git(root, "symbolic-ref", "HEAD", "refs/heads/main")
        lives = {one: _read(fresh, [one]).lives.get(one) for one in _names(fresh)}
        assert _lives(root) == lives
        rmtree(fresh / ".git" / "trueplan", ignore_errors=True)
        assert _lives(fresh) == lives

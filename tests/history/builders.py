"""Plans as texts, and commits of them without a repository."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha1

from trueplan.app.revisions_read import read_snapshot
from trueplan.history.event import Event
from trueplan.history.life import Life, Step, Touch
from trueplan.history.snapshot import Snapshot
from trueplan.history.telling import tell_lives
from trueplan.history.tracked import Tracked, track_first, track_next
from trueplan.model.estimate import Rates

PATH = "plans/quay.md"
Files = Mapping[str, str | None]
Told = tuple[str, str, str]


def plan_of(*phases: str, status: str = "In Progress", title: str = "Quay", more: str = "") -> str:
    """A plan whose phases are "Title: [ ] task, [x] task"."""
    lines = [f"# {title}", "", f"**Status**: {status}", ""]
    for number, phase in enumerate(phases, 1):
        name, _, tasks = phase.partition(": ")
        lines += [f"## Phase {number}: {name}", ""]
        lines += [f"- {task}" for task in tasks.split(", ") if task]
        lines.append("")
    return "\n".join(lines) + more


def seen(text: str) -> Snapshot:
    """The snapshot of a plan's text."""
    found = read_snapshot(text.encode(), Rates())
    assert found is not None
    return found


def tracked_pair(old: str, new: str) -> tuple[Tracked, Tracked]:
    """Two revisions, one behind the other."""
    keys = iter(range(1, 10_000))
    first = track_first(seen(old), keys)
    return first, track_next([first], seen(new), keys)


class Commits:
    """Commits that are made one by one. Each has the files of its first parent, changed."""

    def __init__(self) -> None:
        self.steps: dict[str, Step] = {}
        self.trees: dict[str, dict[str, str]] = {}
        self.texts: dict[str, str] = {}
        self.last = ""

    def commit(
        self,
        name: str,
        files: Files,
        parents: Sequence[str] | None = None,
        moved: Mapping[str, str] | None = None,
        day: str = "",
    ) -> str:
        """Make one on top of the last, or of `parents`; `moved` leads from new to old paths."""
        if parents is None:
            parents = (self.last,) if self.last else ()
        tree = dict(self.trees[parents[0]]) if parents and parents[0] in self.trees else {}
        before = dict(tree)
        touches = []
        from_paths = set((moved or {}).values())
        for old in from_paths:
            del tree[old]
        for path, text in sorted(files.items()):
            if text is None:
                if tree.pop(path, None) is not None:
                    touches.append(Touch(path, None))
                continue
            blob = sha1(text.encode()).hexdigest()
            self.texts[blob] = text
            tree[path] = blob
            if before.get(path) != blob or path in (moved or {}):
                touches.append(Touch(path, blob, (moved or {}).get(path)))
        at = f"{day or f'2026-01-{len(self.steps) + 1:02}'}T12:00:00+00:00"
        self.steps[name] = Step(name, tuple(parents), at, "Wren", tuple(touches))
        self.trees[name] = tree
        self.last = name
        return name

    def read(self, blob: str) -> Snapshot | None:
        """The snapshot of a blob."""
        return read_snapshot(self.texts[blob].encode(), Rates())

    def lives(self, head: str = "") -> dict[str, Life]:
        """The lives as a commit, or the last one, has them."""
        return tell_lives(self.steps, head or self.last, self.read)

    def life(self, path: str = PATH, head: str = "") -> Life:
        """The life of one plan."""
        return self.lives(head)[path]


def life_of(*texts: str) -> Life:
    """The life of a plan with these revisions, a day each."""
    commits = Commits()
    for number, text in enumerate(texts, 1):
        commits.commit(f"c{number}", {PATH: text})
    return commits.life()


def told(events: Sequence[Event]) -> list[Told]:
    """The commit, kind and text of events."""
    return [(one.commit or "", one.kind, one.text) for one in events]


def kinds(life: Life) -> list[str]:
    """The kinds of the events after the first."""
    return [one.kind for one in life.events[1:]]

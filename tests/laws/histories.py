"""Hypothesis strategies: plans that people work on, on branches, and merges of these."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from hypothesis import strategies as st

from tests.history.builders import Commits

PATHS = ("plans/quay.md", "plans/archive/quay.md")
_WORDS = (
    "Drive the piles", "Sort the timber", "Lay the planks", "Paint the rails", "Buy a horn",
    "Drive the long piles", "Sort the nails", "Set the lamp", "Set the second lamp", "Write to Ann",
)  # fmt: skip
_TITLES = ("Piles", "Planks", "Rails", "Lamps", "The last planks")
_BOXES = ("[ ] ", "[x] ", "[~] ", "[-] ", "")
_STATUSES = ("Planned", "In Progress", "Paused", "Completed", "Approved", "Cancelled", "")
_TARGETS = ("", "2026-02-01", "2026-03-15", "Q3 2026", "TBD")
_RISKS = ("Rain", "Ice in the harbour", "No timber")
_RATINGS = ("Low", "Medium", "High")


class Draft:
    """A plan that is worked on."""

    def __init__(self) -> None:
        self.title = "Quay"
        self.status = "Planned"
        self.target = ""
        self.phases: list[tuple[str, str, list[list[str]], list[list[str]]]] = []
        self.criteria: list[list[str]] = []
        self.risks: list[list[str]] = []
        self.notes: list[str] = []

    def lists(self) -> list[list[list[str]]]:
        """Every list of boxes."""
        return [self.criteria, *(one for phase in self.phases for one in phase[2:])]

    def text(self) -> str:
        """The plan as Markdown."""
        lines = [f"# {self.title}", ""]
        lines += [f"**Status**: {self.status}"] if self.status else []
        lines += [f"**Target Completion**: {self.target}"] if self.target else []
        for number, (title, estimate, tasks, criteria) in enumerate(self.phases, 1):
            lines += ["", f"## Phase {number}: {title}", ""]
            lines += [f"**Estimate**: {estimate}", ""] if estimate else []
            lines += ["**Tasks**:", *(f"- {box}{words}" for box, words in tasks), ""]
            lines += ["**Acceptance Criteria**:", *(f"- {box}{words}" for box, words in criteria)]
        lines += ["", "## Risks", "", "| Risk | Likelihood | Impact | Mitigation |", "|-|-|-|-|"]
        lines += [f"| {words} | {one} | {one} | Wait |" for words, one in self.risks]
        lines += ["", "## Success Criteria", ""]
        lines += [f"- {box}{words}" for box, words in self.criteria]
        lines += ["", "## Notes", "", *(f"- **2026-01-02**: {one}" for one in self.notes), ""]
        return "\n".join(lines)


def _box(draw: st.DrawFn) -> list[str]:
    return [draw(st.sampled_from(_BOXES)), draw(st.sampled_from(_WORDS))]


def _add(draft: Draft, draw: st.DrawFn) -> None:
    where = draw(st.sampled_from(draft.lists()))
    where.insert(draw(st.integers(0, len(where))), _box(draw))


def _on_a_box(draft: Draft, draw: st.DrawFn) -> tuple[list[list[str]], int] | None:
    full = [one for one in draft.lists() if one]
    if not full:
        return None
    where = draw(st.sampled_from(full))
    return where, draw(st.integers(0, len(where) - 1))


def _tick(draft: Draft, draw: st.DrawFn) -> None:
    found = _on_a_box(draft, draw)
    if found is not None:
        found[0][found[1]][0] = draw(st.sampled_from(_BOXES))


def _reword(draft: Draft, draw: st.DrawFn) -> None:
    found = _on_a_box(draft, draw)
    if found is not None:
        words = found[0][found[1]][1]
        changed = (f"{words} again", f"{words} (1a2b3c4d)", words.upper(), f"1. {words}", "Rest")
        found[0][found[1]][1] = draw(st.sampled_from(changed))


def _move(draft: Draft, draw: st.DrawFn) -> None:
    found = _on_a_box(draft, draw)
    if found is not None:
        one = found[0].pop(found[1])
        where = draw(st.sampled_from(draft.lists()))
        where.insert(draw(st.integers(0, len(where))), one)


def _remove(draft: Draft, draw: st.DrawFn) -> None:
    found = _on_a_box(draft, draw)
    if found is not None:
        found[0].pop(found[1])


def _change_phases(draft: Draft, draw: st.DrawFn) -> None:
    fresh = (draw(st.sampled_from(_TITLES)), draw(st.sampled_from(("", "2 sessions"))))
    how = draw(st.integers(0, 3)) if draft.phases else 0
    if how == 0:
        draft.phases.insert(draw(st.integers(0, len(draft.phases))), (*fresh, [_box(draw)], []))
        return
    at = draw(st.integers(0, len(draft.phases) - 1))
    one = draft.phases.pop(at)
    if how == 1:
        draft.phases.insert(at, (*fresh, one[2], one[3]))
    elif how == 2 or not draft.phases:
        draft.phases.insert(draw(st.integers(0, len(draft.phases))), one)


def _change_header(draft: Draft, draw: st.DrawFn) -> None:
    draft.status = draw(st.sampled_from(_STATUSES))
    draft.target = draw(st.sampled_from(_TARGETS))
    draft.title = draw(st.sampled_from(("Quay", "The quay")))


def _change_ends(draft: Draft, draw: st.DrawFn) -> None:
    fresh = [draw(st.sampled_from(_RISKS)), draw(st.sampled_from(_RATINGS))]
    at = draw(st.integers(0, len(draft.risks)))
    draft.risks[at : at + draw(st.integers(0, 1))] = [fresh]
    draft.notes = [*draft.notes[draw(st.integers(0, 1)) :], draw(st.sampled_from(_WORDS))]


_EDITS: tuple[Callable[[Draft, st.DrawFn], None], ...] = (
    _add, _tick, _tick, _tick, _reword, _move, _remove, _change_phases, _change_header,
    _change_ends,
)  # fmt: skip


def edit(draft: Draft, draw: st.DrawFn, most: int = 4) -> Draft:
    """A copy of a draft after some edits."""
    draft = deepcopy(draft)
    for one in draw(st.lists(st.sampled_from(_EDITS), max_size=most)):
        one(draft, draw)
    return draft


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """A plan with two phases and some boxes, worked on."""
    draft = Draft()
    for title in draw(st.lists(st.sampled_from(_TITLES), min_size=1, max_size=3, unique=True)):
        boxes = [_box(draw) for _ in range(draw(st.integers(0, 4)))]
        draft.phases.append((title, "", boxes, []))
    draft.criteria = [_box(draw) for _ in range(draw(st.integers(0, 2)))]
    return edit(draft, draw)


@st.composite
def straight_lines(draw: st.DrawFn) -> list[str]:
    """The texts of one plan, revision by revision."""
    found = [draw(drafts())]
    for _ in range(draw(st.integers(1, 6))):
        found.append(edit(found[-1], draw))
    return [one.text() for one in found]


class _Branch:
    def __init__(self, head: str, draft: Draft | None, path: str) -> None:
        self.head, self.draft, self.path = head, draft, path


@st.composite
def histories(draw: st.DrawFn) -> Commits:
    """Commits with branches and merges; the file is moved, deleted and restored on the way."""
    commits = Commits()
    draft = draw(drafts())
    commits.commit("c0", {PATHS[0]: draft.text()})
    branches = [_Branch("c0", draft, PATHS[0])]
    lost = [draft]
    for number in range(1, draw(st.integers(2, 12))):
        here = draw(st.sampled_from(branches))
        name, day = f"c{number}", f"2026-01-{draw(st.integers(1, 28)):02}"
        how = draw(st.sampled_from(("edit", "edit", "edit", "branch", "merge", "move", "delete")))
        others = [one for one in branches if one is not here and one.head != here.head]
        if how == "branch" and len(branches) < 3:
            branches.append(_Branch(here.head, here.draft, here.path))
            continue
        if how == "merge" and others:
            _merge(commits, draw, name, day, here, draw(st.sampled_from(others)))
        elif how == "delete" and here.draft is not None:
            lost.append(here.draft)
            here.draft = None
            commits.commit(name, {here.path: None}, [here.head], day=day)
        elif here.draft is None:
            here.draft = edit(draw(st.sampled_from(lost)), draw)
            commits.commit(name, {here.path: here.draft.text()}, [here.head], day=day)
        elif how == "move":
            old, here.path = here.path, PATHS[1 - PATHS.index(here.path)]
            here.draft = edit(here.draft, draw, 1)
            files = {here.path: here.draft.text()}
            commits.commit(name, files, [here.head], {here.path: old}, day)
        else:
            here.draft = edit(here.draft, draw)
            commits.commit(name, {here.path: here.draft.text()}, [here.head], day=day)
        here.head = name
    commits.last = branches[0].head
    return commits


def _merge(
    commits: Commits, draw: st.DrawFn, name: str, day: str, here: _Branch, other: _Branch
) -> None:
    """Take one side or the other, or change it once more; git pairs a move, or does not."""
    side = draw(st.sampled_from((here, other)))
    old, here.path = here.path, side.path
    had = here.draft is not None
    here.draft = side.draft if side.draft is None else edit(side.draft, draw, 2)
    files: dict[str, str | None] = {}
    moved = {}
    if here.draft is not None:
        files[here.path] = here.draft.text()
    if had and (old != here.path or here.draft is None):
        if here.draft is not None and draw(st.booleans()):
            moved[here.path] = old
        else:
            files[old] = None
    commits.commit(name, files, [here.head, other.head], moved, day)

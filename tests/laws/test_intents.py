"""Laws of what people ask for: an intent touches its own bytes, and is read as it was meant."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest
from hypothesis import example, given

from tests.laws.asking import PATH, located, repository_of
from tests.laws.intents import ask_all, items_in
from tests.laws.nasty import NASTY
from tests.laws.places import without_spans
from tests.laws.strategies import files
from tests.laws.test_fixes import plans
from trueplan.app.cancel_item import make_cancel
from trueplan.app.change import Change
from trueplan.app.reading_check import ItemLine, list_items
from trueplan.app.supersede import make_supersede
from trueplan.app.targets import all_items
from trueplan.app.tick import Ticking, make_tick
from trueplan.edit.document import Document, read_document
from trueplan.edit.tick import tick_items, untick_items
from trueplan.errors import Refused
from trueplan.model.item import Item
from trueplan.model.plan import Plan
from trueplan.model.references import Target
from trueplan.text import Edit, apply_edits

_Thing = TypeVar("_Thing")


def _pieces(source: bytes, edits: tuple[Edit, ...]) -> list[bytes]:
    """What stands between the edits."""
    in_order = sorted(edits, key=lambda edit: (edit.start, edit.end))
    ends = [0, *(edit.end for edit in in_order)]
    starts = [*(edit.start for edit in in_order), len(source)]
    return [source[end:start] for end, start in zip(ends, starts, strict=True)]


def _ensure_own_bytes(source: bytes, most: int) -> None:
    """Whatever is asked of a plan, its edits share no byte, and what is between them stays.

    Line ends do too: where all are of one kind, all are of that kind afterwards.
    """
    document = read_document(source)
    for name, edits in ask_all(document, Random(len(source)), most):
        in_order = sorted(edits, key=lambda edit: (edit.start, edit.end))
        assert all(one.end <= other.start for one, other in pairwise(in_order)), name
        after = apply_edits(source, edits)
        position = 0
        for piece in _pieces(source, edits):
            position = after.index(piece, position) + len(piece)
        assert len(after) == len(source) + sum(
            len(edit.text.encode()) - (edit.end - edit.start) for edit in edits
        )
        if b"\n" in source and source.count(b"\n") == source.count(b"\r\n"):
            assert after.count(b"\n") == after.count(b"\r\n"), name
        if b"\r" not in source:
            assert b"\r" not in after, name


def test_intents_touch_their_own_bytes_in_public_plans(corpus: list[Path]) -> None:
    for path in corpus:
        _ensure_own_bytes(path.read_bytes(), most=4)
        _ensure_own_bytes(path.read_bytes().replace(b"\r", b"").replace(b"\n", b"\r\n"), most=2)


# Intents by the first word of their names: what they may take out of a file.
_ADDING = ("add", "nest", "note", "supersede", "create", "cancel", "facts")
_TICKING = ("tick", "untick")


def test_intents_take_out_no_more_than_they_are_about(corpus: list[Path]) -> None:
    """Never a line end; a tick only a box; what adds, nothing at all."""
    for path in corpus:
        source = path.read_bytes()
        document = read_document(source)
        for name, edits in ask_all(document, Random(len(source)), most=4):
            gone = [source[edit.start : edit.end] for edit in edits]
            assert not any(b"\n" in one for one in gone), (path.name, name, gone)
            kind = name.split()[0]
            if kind in _ADDING:
                assert not any(gone), (path.name, name, gone)
            if kind in _TICKING:
                (box,) = gone
                assert len(box) <= 3, (path.name, box)
                assert box.strip(b"[]") in (b" ", b"", b"x", b"X", b"~", b"/", b"-"), box


@example(b"# Progress Tracking\n* Phase 0\n* [ ] Phase 1")
@example(b"* [ ]\r\n\t*")
@example(b"|a|\n|-|\n|\x80|")
@given(files())
def test_intents_touch_their_own_bytes_in_any_file(source: bytes) -> None:
    _ensure_own_bytes(source, most=2)


@given(plans())
def test_intents_touch_their_own_bytes_in_generated_plans(source: bytes) -> None:
    _ensure_own_bytes(source, most=3)


@pytest.mark.parametrize("source", NASTY.values(), ids=NASTY.keys())
def test_intents_touch_their_own_bytes_in_nasty_files(source: bytes) -> None:
    _ensure_own_bytes(source, most=2)


def _ensure_way_back(source: bytes, most: int) -> None:
    """An open box that is ticked and unticked again leaves the file as it was, byte for byte."""
    document = read_document(source)
    for item in _some(items_in(document), source, most):
        if item.marker is None or item.marker.slice(source) != b"[ ]":
            continue
        ticked = apply_edits(source, tick_items([item], source))
        assert len(ticked) == len(source)
        again = read_document(ticked)
        (same,) = [one for one in items_in(again) if one.marker == item.marker]
        assert same.state in ("done", "cancelled")
        assert apply_edits(ticked, untick_items([same])) == source


@given(files())
def test_tick_then_untick_is_the_identity(source: bytes) -> None:
    _ensure_way_back(source, most=4)


def test_tick_then_untick_is_the_identity_in_public_plans(corpus: list[Path]) -> None:
    for path in corpus:
        _ensure_way_back(path.read_bytes(), most=4)


def _ask(document: Document, target: Target, what: str) -> Change | None:
    """The change by a use case; None where it is refused."""
    repository, place = repository_of(document.source), located(target.place)
    try:
        if what == "cancel":
            return make_cancel(repository, place, "no *time*")
        if what == "supersede":
            return make_supersede(repository, place, "do it `well`")
        return make_tick(repository, (place,), Ticking(what == "tick"))
    except Refused:
        return None


def _line(item: Item) -> ItemLine:
    return ItemLine(item.kind, item.state, " ".join(item.text.split()))


def _wanted(document: Document, item: Item, what: str) -> list[ItemLine]:
    """The items of the plan as they should read: one of them has another state, or gives way."""
    line = _line(item)
    if what in ("tick", "untick"):
        state = "done" if what == "tick" else "open"
        return [
            _line(one)._replace(state=state) if one.span == item.span else _line(one)
            for one in items_in(document)
        ]
    rest = list_items(document.plan)
    rest.remove(line)
    if what == "cancel":
        return [*rest, line._replace(state="cancelled", text=f"{line.text} (no time)")]
    fresh = line._replace(state=None if line.state is None else "open", text="do it well")
    return [*rest, line._replace(state="cancelled"), fresh]


def _is_bare(item: Item, source: bytes) -> bool:
    """Whether nothing stands behind the box of an item, on its line."""
    if item.marker is None:
        return False
    behind = source[item.marker.end :].replace(b"\r", b"\n")
    return not behind.partition(b"\n")[0].strip(b" \t\0")


def _ensure_reading(source: bytes, most: int, *, all_of_it: bool) -> int:
    """Ask for changes of items; what is not refused reads as wanted, and all else as before.

    Returns how many were not refused.
    """
    document = read_document(source)
    made = 0
    for target in _some(all_items(document.plan), source, most):
        assert target.item is not None
        item = target.item.item
        if item.children or _is_bare(item, source):
            continue  # what is nested is called off with it; a bare `[~]` is an item, `[x]` not
        for what in ("untick",) if item.state == "done" else ("tick", "cancel", "supersede"):
            change = _ask(document, target, what)
            if change is None:
                assert what not in ("tick", "untick") or item.state in (None, "cancelled")
                continue
            made += 1
            (file,) = change.files
            assert (file.path, file.before) == (PATH, source)
            assert file.after == apply_edits(source, file.edits)
            after = read_document(file.after).plan
            order = list if what in ("tick", "untick") else sorted
            assert order(map(repr, list_items(after))) == order(
                map(repr, _wanted(document, item, what))
            ), (what, target.place)
            if all_of_it:
                assert _beside(after) == _beside(document.plan), (what, target.place)
    return made


def _beside(plan: Plan) -> list[object]:
    """What no change of an item may change."""
    return [
        without_spans(part)
        for part in (
            plan.title, plan.header, plan.rollout.flags, plan.risks, plan.notes, plan.references,
            plan.retrospective, [section.title for section in plan.sections],
            [(phase.number, phase.title, phase.level) for phase in plan.phases],
            [(row.number, row.done) for row in plan.progress.rows], plan.progress.journals,
        )
    ]  # fmt: skip


def test_changes_of_public_plans_read_as_wanted(corpus: list[Path]) -> None:
    """And nearly none is refused."""
    made = sum(_ensure_reading(path.read_bytes(), 2, all_of_it=True) for path in corpus)
    assert made > 200


@example(b"- [ ] a\n- [ ] a\n")
@example(b"- [ ] a\r\n\t- [ ] b\r\n\t- [ ] c\r\n\t\t- [ ] d\r\n")
@given(files())
def test_changes_of_any_file_read_as_wanted(source: bytes) -> None:
    _ensure_reading(source, 3, all_of_it=False)


@given(plans())
def test_changes_of_generated_plans_read_as_wanted(source: bytes) -> None:
    _ensure_reading(source, 4, all_of_it=True)


def _some(things: list[_Thing], source: bytes, most: int) -> list[_Thing]:
    return things if len(things) <= most else Random(len(source)).sample(things, most)

"""Laws of reading: it never raises, its spans are true, and line ends do not matter."""

from __future__ import annotations

import pytest
from hypothesis import example, given, strategies as st

from tests.laws.nasty import NASTY
from tests.laws.places import spans_in, values_in, without_spans
from tests.laws.strategies import files, markdown_texts
from trueplan.markdown import parse, plain_text
from trueplan.model.date import Date
from trueplan.model.estimate import Estimate, Rates
from trueplan.model.item import Item, walk
from trueplan.model.plan import Plan
from trueplan.model.status import Status
from trueplan.reader.companions import read_adr, read_backlog, read_index, read_journal
from trueplan.reader.plan import read_plan
from trueplan.text import Span

_MARKERS = {b"[ ]", b"[x]", b"[X]", b"[~]", b"[/]", b"[-]"}


def _all_items(plan: Plan) -> list[Item]:
    tops = [*plan.tasks, *plan.criteria.all]
    for phase in plan.phases:
        tops += phase.items
    return walk(tuple(tops))


def _as_read(piece: bytes) -> str:
    """The plain words of some bytes, as the reader decodes them."""
    return plain_text(piece.decode(errors="trueplan-keep-length").replace("\r\n", "\n"))


def _read_everything(source: bytes) -> tuple[object, ...]:
    return (
        read_plan(source),
        read_adr(source, "0001-title.md"),
        read_journal(source, Rates()),
        read_backlog(source),
        read_index(source),
    )


def _outside(source: bytes) -> list[tuple[str, Span]]:
    return [
        (path, span)
        for path, span in spans_in(_read_everything(source))
        if not 0 <= span.start <= span.end <= len(source)
    ]


def _not_nested(plan: Plan) -> list[tuple[str, Span, Span]]:
    """Pairs of an outer and an inner span where the inner one leaves the outer."""
    pairs: list[tuple[str, Span, Span]] = []
    for item in _all_items(plan):
        pairs.append(("words in item", item.span, item.text_span))
        if item.marker is not None:
            pairs.append(("marker in item", item.span, item.marker))
        pairs += [("item in item", item.span, child.span) for child in item.children]
    for phase in plan.phases:
        pairs.append(("heading in phase", phase.span, phase.heading))
        if phase.level != "table":
            pairs += [("item in phase", phase.span, item.span) for item in phase.items]
        if isinstance(phase.level, int):
            pairs += [
                (path, phase.span, span)
                for path, span in spans_in(phase._replace(done_mark=None), "phase")
            ]
    pairs += [("heading in section", one.span, one.heading) for one in plan.sections]
    for parent in plan.sections:
        pairs += [
            ("section in section", parent.span, child.span)
            for child in plan.sections
            if parent.span.start < child.span.start < parent.span.end
        ]
    return [pair for pair in pairs if not pair[1].contains(pair[2])]


@given(files())
def test_any_bytes_are_read(source: bytes) -> None:
    """Every reader returns something for any bytes at all."""
    assert len(_read_everything(source)) == 5


@given(files())
def test_reading_twice_is_the_same(source: bytes) -> None:
    """The same bytes give the same values."""
    assert _read_everything(source) == _read_everything(source)


@example(b"status:\x80Phase0")
@given(files())
def test_spans_lie_inside_the_file(source: bytes) -> None:
    """No span of anything that is read begins before the file or ends behind it."""
    assert _outside(source) == []


@given(files())
def test_spans_nest(source: bytes) -> None:
    """Markers stand in their items, items in theirs and in their phase, sections in theirs."""
    assert _not_nested(read_plan(source)) == []


@given(files())
def test_a_marker_is_exactly_its_box(source: bytes) -> None:
    """The bytes of a marker are the brackets and the character between, nothing else."""
    markers = [item.marker for item in _all_items(read_plan(source)) if item.marker is not None]
    assert {marker.slice(source) for marker in markers} <= _MARKERS


@example(b"\n- Phase 1\n- *Phase 2[2hour")
@example(b"status:\x80Phase0")
@example(b"# Progress Tracking\n* Phase 0\x00Phase0")
@example(b"# Progress Tracking\n- [x] **Phase 1** - *Completed* (2026-01-02)\n")
@given(files())
def test_what_is_quoted_stands_at_its_span(source: bytes) -> None:
    """The span of a status, a date or an estimate covers its words and nothing else."""
    wrong = [
        (value, value.span.slice(source))
        for value in values_in(read_plan(source))
        if isinstance(value, Status | Date | Estimate)
        and _as_read(value.span.slice(source)) != plain_text(value.raw)
    ]
    assert wrong == []


@example(b"# Success Criteria\n## Phase 0\n* [ ] ")
@example(b"# Success Criteria\n* Phase 0\n  * [ ]\n* Phase 1")
@given(files())
def test_every_box_counts_once(source: bytes) -> None:
    """The boxes of the document are those of the parser, and no item has one of another."""
    plan = read_plan(source)
    boxes = dict(parse(source).boxes)
    assert plan.boxes == (sum(box in "xX" for box in boxes.values()), len(boxes))
    markers = [item.marker.start for item in _all_items(plan) if item.marker is not None]
    assert set(markers) <= set(boxes)
    assert len(set(markers)) == len(markers)


@given(markdown_texts())
def test_line_ends_do_not_matter(text: str) -> None:
    """LF and CRLF versions of a text give the same plan but for its positions."""
    text = text.replace("\r", "")
    unix = read_plan(text.encode())
    windows = read_plan(text.replace("\n", "\r\n").encode())
    assert without_spans(unix) == without_spans(windows)


@given(markdown_texts())
def test_a_byte_order_mark_does_not_matter(text: str) -> None:
    """A BOM moves every position by three bytes and changes nothing else."""
    source = text.removeprefix("\ufeff").encode()
    bare = read_plan(source)
    marked = read_plan(b"\xef\xbb\xbf" + source)
    assert without_spans(bare) == without_spans(marked)


@given(files(), st.integers(0, 400))
def test_a_file_cut_off_anywhere_is_read(source: bytes, length: int) -> None:
    """What is left of a file that was cut off is read, with true spans."""
    assert _outside(source[:length]) == []


@pytest.mark.parametrize("source", NASTY.values(), ids=NASTY.keys())
def test_nasty_files_are_read(source: bytes) -> None:
    """Files made to break readers are read, with true spans, nested spans and true markers."""
    plan = read_plan(source)
    markers = [item.marker for item in _all_items(plan) if item.marker is not None]
    assert _outside(source) == []
    assert _not_nested(plan) == []
    assert {marker.slice(source) for marker in markers} <= _MARKERS

"""Laws of merging: what does not contradict is there whole, from either side."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, strategies as st

from tests.laws.strategies import files, markdown_texts
from trueplan.edit.document import Document, read_document
from trueplan.edit.entries import JournalEntries
from trueplan.edit.merge import Doubtful, merge
from trueplan.edit.note import add_note
from trueplan.edit.set_status import set_status
from trueplan.edit.table import add_row, find_table
from trueplan.edit.tick import tick_items
from trueplan.model.item import walk
from trueplan.text import apply_edits

_WORDS = ("Sort the timber", "Drive piles", "Lay planks", "Tar them", "Ask Wren", "Buy rope")
_BOXES = st.sampled_from(("- [ ] ", "- [x] "))


@st.composite
def _plans(draw: st.DrawFn) -> bytes:
    """A plan with phases, a table, notes and journals, filled or not, in one of several styles."""
    bullet = draw(st.sampled_from(("-", "*")))
    gap = draw(st.sampled_from(("\n", "")))
    lines = ["# Implementation Plan: Quay", "", "**Status**: In Progress", "**Owner**: Wren", ""]
    lines += ["## Phases", ""]
    for number in range(1, draw(st.integers(1, 3)) + 1):
        lines += [f"### Phase {number}: Part {number}", "", "**Tasks**:", *gap.split("\n")[1:]]
        for count in range(draw(st.integers(1, 4))):
            words = draw(st.sampled_from(_WORDS))
            lines.append(f"{draw(_BOXES).replace('-', bullet)}{words} {number}.{count}")
        lines += ["", "**Deliverables**:", f"- {draw(st.sampled_from(_WORDS))}", ""]
    lines += ["## Risks & Mitigation", "", "| Risk | Impact |", "|------|--------|"]
    for count in range(draw(st.integers(1, 3))):
        lines.append(f"| Storm {count} | High |")
    lines += ["", "## Progress Tracking", "", "### Dev Journal Entries", ""]
    lines += draw(st.sampled_from((["- TBD"], ["- [2026-01-02: piles](a.md)"])))
    lines += ["", "## Notes & Learnings", ""]
    lines += draw(
        st.sampled_from((["- TBD"], ["- **2026-01-03**: sand"], ["* **2026-01-03**: clay"]))
    )
    text = "\n".join(lines) + draw(st.sampled_from(("\n", "\n\n## References\n\nNone.\n", "")))
    return text.replace("\n", draw(st.sampled_from(("\n", "\n", "\r\n")))).encode()


Intent = Callable[[Document, str], tuple[bytes, str]]


def _tick(document: Document, word: str) -> tuple[bytes, str]:
    """Tick the first open task for one side, the last one for the other."""
    tasks = [item for phase in document.plan.phases for item in walk(phase.tasks)]
    still = [item for item in tasks if item.state == "open"]
    if not still:
        return document.source, ""
    item = still[0 if word == "ours" else -1]
    return apply_edits(document.source, tick_items([item], document.source)), f"[x] {item.text}"


def _note(document: Document, word: str) -> tuple[bytes, str]:
    """Write a note."""
    words = f"a note of {word}"
    return apply_edits(document.source, add_note(document, "2026-02-03", words)), words


def _journal(document: Document, word: str) -> tuple[bytes, str]:
    """Link a journal."""
    entry = f"[2026-02-03: {word}]({word}.md)"
    edit = JournalEntries(document).edit(entry)
    assert edit is not None
    return apply_edits(document.source, [edit]), entry


def _task(document: Document, word: str) -> tuple[bytes, str]:
    """Add a task to the last phase."""
    phase = document.plan.phases[-1]
    words = f"A task of {word}"
    last = phase.tasks[-1].span
    start = document.source.rfind(b"\n", 0, last.start) + 1
    end = document.source.find(b"\n", last.start)
    line = document.source[start:end].rstrip(b"\r").decode()
    newline = "\r\n" if document.source[end - 1 : end] == b"\r" else "\n"
    added = f"{line[:2]}[ ] {words}{newline}".encode()
    return document.source[: end + 1] + added + document.source[end + 1 :], words


def _row(document: Document, word: str) -> tuple[bytes, str]:
    """Add a risk."""
    table = find_table(document.markdown, document.source.find(b"| Storm"))
    assert table is not None
    edit = add_row(document.source, table, (f"A risk of {word}", "Low"))
    return apply_edits(document.source, [edit]), f"A risk of {word}"


def _status(document: Document, _word: str) -> tuple[bytes, str]:
    """Say the same of the whole plan."""
    return apply_edits(document.source, set_status(document, "paused")), "Paused"


_INTENTS: tuple[Intent, ...] = (_tick, _note, _journal, _task, _row, _status)


@given(
    _plans(),
    st.lists(st.sampled_from(_INTENTS), min_size=1, max_size=4),
    st.lists(st.sampled_from(_INTENTS), min_size=1, max_size=4),
)
def test_what_does_not_contradict_is_there(
    base: bytes, ours: list[Intent], theirs: list[Intent]
) -> None:
    """Both sides do this and that; all of it is in the merge, and no marker."""
    sides, wanted = [], []
    for name, intents in (("ours", ours), ("theirs", theirs)):
        source = base
        for intent in dict.fromkeys(intents):
            source, words = intent(read_document(source), name)
            wanted.append(words)
        sides.append(source)
    merged = merge(base, sides[0], sides[1])
    assert merged.conflicts == 0, merged.source.decode()
    for words in wanted:
        assert words in merged.source.decode()
    kept = [line for line in base.split(b"\n") if all(line in side.split(b"\n") for side in sides)]
    assert [line for line in kept if line not in merged.source and b"TBD" not in line] == []
    read = read_document(merged.source).plan
    assert len(read.phases) == len(read_document(base).plan.phases)


@given(files(), files())
def test_one_side_alone_is_taken_as_it_is(base: bytes, changed: bytes) -> None:
    """With a side that did nothing, or with the same on both, the result is the other."""
    for ours, theirs in ((changed, base), (base, changed), (changed, changed)):
        assert merge(base, ours, theirs) == (changed, 0)


@given(markdown_texts(), markdown_texts(), markdown_texts())
def test_nothing_is_made_up(base: str, ours: str, theirs: str) -> None:
    """Of any three files, each line of the merge has the words of lines that were there."""
    try:
        merged = merge(base.encode(), ours.encode(), theirs.encode())
    except Doubtful:
        return
    before = _tokens(" ".join((base, ours, theirs))) | {"ours", "theirs"}
    made_up = _tokens(merged.source.decode()) - before - {"<<<<<<<", "=======", ">>>>>>>"}
    assert [word for word in made_up if not word.rstrip(".)").isdigit()] == []


def _tokens(text: str) -> set[str]:
    return set(text.replace("|", " ").replace("\ufeff", "").split())


@given(markdown_texts(), markdown_texts(), markdown_texts())
def test_both_sides_are_alike(base: str, ours: str, theirs: str) -> None:
    """Who merges whom decides the order, not whether it is a conflict."""
    counts = []
    for one, other in ((ours, theirs), (theirs, ours)):
        try:
            counts.append(merge(base.encode(), one.encode(), other.encode()).conflicts)
        except Doubtful:
            counts.append(-1)
    assert counts[0] == counts[1]


@given(markdown_texts(), st.data())
def test_lines_apart_merge_whole(base: str, data: st.DataObject) -> None:
    """Words put behind two different lines are both there, or it is a conflict."""
    lines = base.split("\n")
    one, other = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    ours = [text + " ours" * (at == one) for at, text in enumerate(lines)]
    theirs = [text + " theirs" * (at == other) for at, text in enumerate(lines)]
    try:
        merged = merge(base.encode(), "\n".join(ours).encode(), "\n".join(theirs).encode())
    except Doubtful:
        return
    text = merged.source.decode()
    assert " ours" in text
    assert " theirs" in text
    if not merged.conflicts and one != other:
        both = [
            text + " ours" * (at == one) + " theirs" * (at == other)
            for at, text in enumerate(lines)
        ]
        assert text == "\n".join(both)

"""The row of a phase in the list of completed phases, brought to another state."""

from __future__ import annotations

import re

from trueplan.edit.create_section import create_section
from trueplan.edit.document import Document
from trueplan.edit.lists import add_first, add_item, fill_section, items_of
from trueplan.edit.progress_row import read_claim, word_for_done
from trueplan.edit.table import set_cell
from trueplan.edit.voice import in_voice
from trueplan.edit.written_day import write_day
from trueplan.markdown import Block, Table
from trueplan.model.phase import Phase, bare_number
from trueplan.model.plan import ProgressRow
from trueplan.reader.phase_heading import read_phase_heading
from trueplan.reader.points import says_nothing
from trueplan.reader.source import Source
from trueplan.reader.tables import read_grid
from trueplan.record import Record
from trueplan.text import Edit, Span
from trueplan.text.pattern import Pattern

_SIGNS = {"completed": "✅", "in_progress": "🚧", "paused": "⏸️", "planned": "📋", "cancelled": "❌"}
_BEFORE_WORDS = Pattern(r"(?:[📋🔲⬜⏳🚧🔄✅⏸❌]\ufe0f?)\s*$")
_DAY_BEHIND = Pattern(
    r"^\s*(?:on )?\(?(?P<day>\d{4}-\d{2}-\d{2}|\d{1,2}\.? [A-Z][a-z]+\.? \d{4}"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4})\)?|^\s*\(?TBD\)?"
)
_SIGN = "(?:[📋🔲⬜⏳🚧🔄✅☑✔⏸❌]\ufe0f?)"
# Set off from the name by a sign; a title may hold the words too.
_OTHER_STATES = Pattern(
    rf"[-–—:(|,][ *_]*{_SIGN}?[ *_]*"
    r"(paused|cancell?ed|on hold|blocked|deferred|postponed|skipped)\b",
    re.IGNORECASE,
)
_SIGN_AROUND = Pattern(rf"^[\s\d.)*+-]*(?P<first>{_SIGN})|(?P<last>{_SIGN})[\s*_]*$")
_LAST_PART = Pattern(r"(?: [-–—]|:) +([^-–—:]+)$")
_GAP = Pattern(r"(?:\s*[-–—:,(]|\s)\s*$")
_LOOK_BACK = 12


class RowState(Record):
    """What a row will say; `day` and `journal` are for one that is completed."""

    state: str
    words: str
    day: str
    journal: str | None = None


def set_row(document: Document, row: ProgressRow, wanted: RowState) -> tuple[Edit, ...]:
    """The edits that bring a row to a state: its box, its words and sign, its day, its journal."""
    source = document.source
    edits = []
    if row.marker is not None and row.done != (wanted.state == "completed"):
        box = "[x]" if wanted.state == "completed" else "[ ]"
        edits.append(Edit(*row.marker, box))
    claim = read_claim(row, source)
    span = claim.span or _other_words(row, source) or _held_place(row, source)
    if span is None:
        return (*edits, *_without_words(document, row, wanted))
    old = span.slice(source).decode("utf-8", "replace")
    old = "" if says_nothing(old) else old
    behind = source[span.end : row.span.end].decode("utf-8", "replace")
    end = span.end
    day = _DAY_BEHIND.match(behind)
    if day is not None:
        end += len(day[0].encode())
        behind = behind[day.end() :]
    journal = "" if row.journal is not None or "](" in behind else _journal(document, wanted)
    edits += _sign(source, span.start, wanted.state)
    like = (day["day"] if day is not None else "") or ""
    edits.append(Edit(span.start, end, f"{_written(document, wanted, old, like)}{journal}"))
    return tuple(edits)


def new_row(document: Document, phase: Phase, wanted: RowState) -> tuple[Edit, ...]:
    """The edits that add the row of a phase, where the plan has a list for such rows."""
    plan = document.plan
    section = plan.progress.rows_section
    if section is None or phase.number is None:
        return ()
    heading = next((one.heading for one in plan.sections if one.span.start == section.start), None)
    if heading is None:
        return ()
    table = _table_of_rows(document, section)
    if table is not None:
        return set_cell_of(document, table, phase, wanted)
    words = _new_words(document, phase, wanted)
    block = _list_of_rows(document)
    if block is not None:
        edit = _in_order(document, phase, block, words)
    else:
        edit = fill_section(document, heading, section, words, box=True)
    if wanted.state == "completed":
        edit = edit._replace(text=edit.text.replace("[ ] ", "[x] ", 1))
    return (edit,)


def _in_order(document: Document, phase: Phase, block: Block, words: str) -> Edit:
    """The edit that adds a row behind those of the phases that come earlier in the plan.

    A phase that the plan does not have yet comes last.
    """
    plan = document.plan
    assert phase.number is not None
    numbers = [bare_number(one.number) for one in plan.phases if one.number is not None]
    if bare_number(phase.number) not in numbers:
        return add_item(document.source, block, words)
    earlier = numbers[: numbers.index(bare_number(phase.number))]
    rows = [row for row in plan.progress.rows if block.start <= row.span.start < block.end]
    before = [row for row in rows if row.number and bare_number(row.number) in earlier]
    items = items_of(block)
    if before:
        at = max(row.span.start for row in before)
        after = next((one for one in items if one.start <= at < one.end), None)
        return add_item(document.source, block, words, after=after)
    named = [row for row in rows if row.number]
    if len(named) == len(items):
        return add_first(document.source, block, words, box=items[0].box is not None)
    return add_item(document.source, block, words)


def first_row(document: Document, phase: Phase, wanted: RowState) -> tuple[Edit, ...]:
    """The edits that make the list of phases, with the row of this one.

    None where the plan has the list, or the phase no number to be called by.
    """
    if phase.number is None or document.plan.progress.rows_section is not None:
        return ()
    box = "[x]" if wanted.state == "completed" else "[ ]"
    row = f"- {box} {_new_words(document, phase, wanted)}"
    return create_section(document, "completed-phases", row)


def _new_words(document: Document, phase: Phase, wanted: RowState) -> str:
    word = (phase.word or "phase").capitalize()
    return f"{word} {phase.number} - {_written(document, wanted, '')}{_journal(document, wanted)}"


def add_journal(document: Document, row: ProgressRow, journal: str) -> tuple[Edit, ...]:
    """The edit that puts a journal, a link, behind a row that says completed and has none."""
    words = row.span.slice(document.source)
    if not read_claim(row, document.source).done or row.journal is not None or b"](" in words:
        return ()
    end = row.span.end
    return (Edit(end, end, _behind(document, journal)),)


def _table_of_rows(document: Document, section: Span) -> Table | None:
    """The table that stands in place of a list of phases."""
    for block in document.markdown.blocks:
        if isinstance(block, Table) and section.contains(block.span):
            return block
    return None


def set_cell_of(
    document: Document, table: Table, phase: Phase, wanted: RowState
) -> tuple[Edit, ...]:
    """The edit of the cell of state in the row of a phase; none where the table has neither."""
    grid = read_grid(table, Source(document.markdown))
    names, states = grid.column("phase"), grid.column("status")
    if names is None or states is None or phase.number is None:
        return ()
    for number, row in enumerate(grid.rows, 1):
        cell = row.cell(names)
        heading = read_phase_heading(cell.value) if cell is not None else None
        named = heading.number if heading is not None else cell.value.strip() if cell else ""
        if named and bare_number(named) == bare_number(phase.number):
            old = row.cell(states)
            words = _written(document, wanted, old.value if old is not None else "")
            return (set_cell(document.source, table, number, states, words),)
    return ()


def _list_of_rows(document: Document) -> Block | None:
    rows = document.plan.progress.rows
    if not rows:
        return None
    last = rows[-1].span.start
    for block in document.markdown.blocks:
        if block.kind == "list" and block.start <= last < block.end:
            assert isinstance(block, Block)
            return block if items_of(block) else None
    return None


def _without_words(document: Document, row: ProgressRow, wanted: RowState) -> tuple[Edit, ...]:
    """The edits of a row whose words name the phase and nothing else: its sign, or words behind."""
    source = document.source
    words = row.span.slice(source).decode("utf-8", "replace")
    found = _SIGN_AROUND.search(words)
    if found is not None:
        group = "first" if found["first"] else "last"
        start = row.span.start + len(words[: found.start(group)].encode())
        end = start + len(found[group].encode())
        return (Edit(start, end, _SIGNS[wanted.state]),)
    if wanted.state != "completed" and row.marker is not None and _rows_are_bare(document):
        return ()
    end = row.span.end
    return (Edit(end, end, f" - {_written(document, wanted, '')}{_journal(document, wanted)}"),)


def _other_words(row: ProgressRow, source: bytes) -> Span | None:
    """A word of state that is none of the usual ones, behind the name: "Paused (no steel)"."""
    words = row.span.slice(source).decode("utf-8", "replace")
    every = list(_OTHER_STATES.finditer(words))
    if not every or not row.number or row.number not in words[: every[-1].start()]:
        return None
    found = every[-1]
    start = row.span.start + len(words[: found.start(1)].encode())
    return Span(start, start + len(found[1].encode()))


def _held_place(row: ProgressRow, source: bytes) -> Span | None:
    """Words behind the last separator that only hold a place: "Phase 1 - TBD"."""
    words = row.span.slice(source).decode("utf-8", "replace").rstrip()
    found = _LAST_PART.search(words)
    if found is None or not says_nothing(found[1]):
        return None
    start = row.span.start + len(words[: found.start(1)].encode())
    return Span(start, start + len(found[1].encode()))


def _rows_are_bare(document: Document) -> bool:
    """Whether no row of the list has words of state: their boxes are all they say."""
    rows = document.plan.progress.rows
    return not any(read_claim(row, document.source).span for row in rows)


def _written(document: Document, wanted: RowState, old: str, like: str = "") -> str:
    """The words of a state as `old` has them; a completed one with its day, as `like` has it."""
    if wanted.state != "completed":
        return in_voice(wanted.words, old) if old else wanted.words
    word = word_for_done(document.plan, document.source)
    day = write_day(wanted.day, like) if like else wanted.day
    return f"{in_voice(word, old) if old else word} {day}"


def _journal(document: Document, wanted: RowState) -> str:
    if wanted.state != "completed" or not wanted.journal:
        return ""
    return _behind(document, wanted.journal)


def _behind(document: Document, journal: str) -> str:
    """A journal as it stands behind a row: set off as in the other rows, else in parentheses."""
    source = document.source
    for row in document.plan.progress.rows:
        if row.journal is None:
            continue
        start, end = row.journal.span
        gap = _GAP.search(source[row.span.start : start].decode("utf-8", "replace"))
        close = source[end : row.span.end].decode("utf-8", "replace")
        if gap is not None and close == (")" if "(" in gap[0] else ""):
            return f"{gap[0]}{journal}{close}"
    return f" ({journal})"


def _sign(source: bytes, start: int, state: str) -> list[Edit]:
    """The edit of a sign right before words of state."""
    before = source[max(0, start - _LOOK_BACK) : start].decode("utf-8", "ignore")
    found = _BEFORE_WORDS.search(before)
    if found is None:
        return []
    first = start - len(found[0].encode())
    sign = found[0].rstrip()
    return [Edit(first, first + len(sign.encode()), _SIGNS[state])]

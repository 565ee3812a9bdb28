"""Cells of an index beside what a plan says: do they disagree, and how would the table say it."""

from __future__ import annotations

import re
from calendar import month_name, monthrange

from trueplan.model.companions import IndexRow
from trueplan.model.date import Date
from trueplan.model.located import Located
from trueplan.model.status import STATE_NAMES, PlanState
from trueplan.reader.dates import SpanOf, find_date
from trueplan.text import Span
from trueplan.text.pattern import Pattern

_SIGNS: dict[PlanState, str] = {
    "planned": "📋",
    "in_progress": "🚧",
    "paused": "⏸",
    "completed": "✅",
    "cancelled": "❌",
}
_PHASES = Pattern(r"(\d{1,3})(?:\s+phases?)?$", re.IGNORECASE)
_OWNERS = Pattern(r"\s*(?:[,;&/+]|\band\b)\s*")
_EMPHASIS = ("**", "__", "*", "_", "`")


def state_cell(state: PlanState, row: IndexRow, rows: tuple[IndexRow, ...], source: bytes) -> str:
    """A state as the table writes it: like another row with that state, else like this cell."""
    for other in rows:
        if other.state == state and other.status is not None and len(other.status.value) < 24:
            return _raw(other.status, source)
    assert row.status is not None
    raw = _raw(row.status, source)
    wrapped = next((sign for sign in _EMPHASIS if raw.startswith(sign)), "")
    words = row.status.value
    name = STATE_NAMES[state]
    letters = "".join(sign for sign in words if sign.isascii()).strip()
    if letters.islower():
        name = name.lower()
        name = name.replace(" ", "_") if "_" in letters else name
        name = name.replace(" ", "-") if "-" in letters else name
    elif letters.isupper():
        name = name.upper()
    has_sign = bool(words) and not words[0].isascii() and not words[0].isalpha()
    return f"{wrapped}{_SIGNS[state] + ' ' if has_sign else ''}{name}{wrapped}"


def dates_disagree(
    cell: Located | None, days: tuple[str, str] | None, source: bytes
) -> Date | None:
    """The date in a cell where the plan's days lie outside of what it can mean, else None.

    A day that is left open ("2025-01-XX") means any of its month.
    """
    if cell is None or days is None:
        return None
    raw = _raw(cell, source)
    date = find_date(raw, SpanOf(raw, cell.span.start))
    if date is None:
        return None
    if date.first is not None and date.last is not None:
        return date if days[1] < date.first or date.last < days[0] else None
    if date.impossible:
        return date
    known = re.match(r"[\d-]*", date.raw)
    assert known is not None
    return None if days[0].startswith(known[0]) else date


def write_date(days: tuple[str, str], like: str) -> str:
    """A day, month or quarter as a table writes it whose date is `like`; else as ISO has it."""
    first, last = days
    year, month, day = first.split("-")
    if first != last:
        months = int(last[5:7]) - int(month) + 1
        if months == 3:
            return f"Q{(int(month) + 2) // 3} {year}"
        whole = int(last[8:]) == monthrange(int(year), int(month))[1]
        return f"{year}-{month}" if months == 1 and whole else first
    name = month_name[int(month)]
    if re.match(r"\d{4}/", like):
        return f"{year}/{month}/{day}"
    if re.match(r"[A-Za-z]{3}\.? \d", like):
        return f"{name[:3]} {int(day)}, {year}"
    if re.match(r"[A-Za-z]{4,} \d{1,2}\D", like):
        return f"{name} {int(day)}, {year}"
    return first


def phases_cell(cell: Located | None, source: bytes) -> tuple[int, Span] | None:
    """The number of phases in a cell, and where it stands; None where it holds more than that."""
    if cell is None:
        return None
    match = _PHASES.match(_raw(cell, source))
    if match is None:
        return None
    return int(match[1]), Span(cell.span.start, cell.span.start + len(match[1]))


def owners_disagree(cell: str, owner: str) -> bool:
    """Whether a cell and a plan name no owner in common; "CTO (Orla)" and "@cto" are one."""
    return not any(
        one == other or one in other or other in one
        for one in _owners(cell)
        for other in _owners(owner)
    )


def _owners(text: str) -> list[str]:
    lowered = text.lower().replace("@", "").replace("*", "")
    return [name for name in _OWNERS.split(lowered) if name]


def _raw(cell: Located, source: bytes) -> str:
    return cell.span.slice(source).decode("utf-8", "replace")

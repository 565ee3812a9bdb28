"""Rows of the backlog table."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.model.companions import BacklogState
from trueplan.text import Edit


def set_state(source: bytes, names: Sequence[str], state: BacklogState) -> tuple[Edit, ...]:
    """The edits that set the items called `names` to a state."""
    from trueplan.edit.table import find_cell, find_table, set_cell
    from trueplan.markdown import parse
    from trueplan.reader.companions import read_backlog

    backlog = read_backlog(source)
    markdown = parse(source)
    edits = []
    for item in backlog.items:
        if item.id in names and item.status_span is not None:
            table = find_table(markdown, item.status_span.start)
            place = find_cell(table, item.status_span.start) if table else None
            if table and place:
                words = {
                    "in_progress": "In Progress",
                    "done": "Done",
                    "blocked": "Blocked",
                    "cancelled": "Cancelled",
                }
                edits.append(set_cell(source, table, *place, words[state]))
    return tuple(edits)

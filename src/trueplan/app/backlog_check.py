"""See that a backlog reads as wanted after a change, and in everything else as before."""

from __future__ import annotations

from collections.abc import Mapping

from trueplan.app.change import FileEdits
from trueplan.app.reading_check import as_read
from trueplan.edit.table import escape_cell
from trueplan.errors import Refused
from trueplan.model.companions import Backlog, BacklogItem
from trueplan.reader.companions import read_backlog
from trueplan.record import Any
from trueplan.text import Span

_NOWHERE = Span(0, 0)


def ensure_backlog_reads(
    file: FileEdits, wanted: Mapping[str, Mapping[str, str]], added: BacklogItem | None = None
) -> None:
    """Raise Refused unless the items differ in just what is `wanted`: fields, by the item's ID.

    `added` is the one item that is new.
    """
    assert file.before is not None
    assert file.after is not None
    before = {item.id: _bare(item) for item in _items(file.before)}
    after = {item.id: _bare(item) for item in _items(file.after)}
    for name, fields in wanted.items():
        said: dict[str, Any] = {
            field: words if field == "state" else as_cell(words) for field, words in fields.items()
        }
        before[name] = before[name]._replace(**said)
    if added is not None:
        before[added.id] = _bare(added)
    if before != after or len(_items(file.after)) != len(_items(file.before)) + (added is not None):
        raise Refused(
            f"{file.path} would not read as wanted afterwards",
            help="nothing was written; edit it by hand",
        )


def as_cell(words: str) -> str:
    """Words as a reader sees them in a cell."""
    text = as_read(escape_cell(words))
    return text.replace("\\|", "|").strip("| ") if "|" in text else text


def _items(source: bytes) -> tuple[BacklogItem, ...]:
    backlog: Backlog = read_backlog(source)
    return backlog.items


def _bare(item: BacklogItem) -> BacklogItem:
    """An item by its words alone, wherever it stands."""
    words: dict[str, Any] = {
        field: " ".join(getattr(item, field).split())
        for field in ("priority", "feature", "estimate", "added", "notes")
    }
    return item._replace(span=_NOWHERE, status_span=None, **words)

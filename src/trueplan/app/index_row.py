"""The row of a plan in the index nearest to it."""

from __future__ import annotations

from trueplan.app.cards import make_card
from trueplan.app.change import FileEdits, edit_file
from trueplan.app.companion_edits import find_indexes
from trueplan.app.repository import Repository
from trueplan.edit.document import Document
from trueplan.edit.index_row import add_row, read_index_document, rows_of, update_row
from trueplan.workspace.disk import Unreadable
from trueplan.workspace.naming import short_name


def list_in_index(
    repository: Repository, path: str, document: Document
) -> tuple[tuple[FileEdits, ...], tuple[str, ...]]:
    """The edit of the nearest index that has a table, and what is said of it; none without one.

    A row that links to the path already, of a plan that stood there before, is brought into line.
    """
    card = make_card(path, short_name(path), document.plan)
    for index in find_indexes(repository, path):
        source = repository.read(index)
        if isinstance(source, Unreadable):
            continue
        listing = read_index_document(index, source)
        rows = rows_of(listing, path)
        edits = update_row(listing, rows[0], card) if rows else add_row(listing, card)
        if edits:
            return (edit_file(index, source, edits),), (f"listed {card.ref}  in {index}",)
        if rows:
            return (), ()
    return (), ()

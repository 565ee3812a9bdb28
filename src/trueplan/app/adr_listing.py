"""A decision in their index: its row, and the rows of those that give way to it."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from trueplan.app.adr_check import ensure_index_reads
from trueplan.app.adr_records import Records
from trueplan.app.change import FileEdits, edit_file
from trueplan.edit.adr_calling import bare_title
from trueplan.edit.adr_head import AdrFile
from trueplan.edit.adr_label import Label
from trueplan.edit.adr_name import read_adr_name
from trueplan.edit.adr_row import Listed, add_decision, follow_decision
from trueplan.edit.write_adr import AdrDraft
from trueplan.markdown import plain_text
from trueplan.text import Edit


def list_decision(
    records: Records, path: str, draft: AdrDraft, olds: Sequence[AdrFile]
) -> tuple[list[FileEdits], list[str]]:
    """The edit of the index for a new decision at `path`, and what is said of it.

    None without a table or list of decisions. `olds` are the decisions that give way.
    """
    if not records.indexes:
        return [], []
    index = records.indexes[0]
    name = read_adr_name(posixpath.basename(path))
    assert name is not None
    label = Label("", len(name.digits), "", words=False)
    others = tuple((one.path, one.adr.number or 0, bare_title(one)) for one in olds)
    new = Listed(path, draft.number, draft.title, draft.state, draft.day, draft.deciders, others)
    states = {one.path: one.adr.state for one in records.files}
    edits: list[Edit] = list(add_decision(index, new, label, states))
    told = [f"listed adr:{draft.number}  in {index.path}"]
    for old in olds:
        for one in records.indexes:
            entry = one.find(old.path, old.adr.number)
            if entry is not None:
                more, said = follow_decision(one, entry, new, label)
                edits += more
                row = f"adr:{old.adr.number} {plain_text(said)}"
                told += [f"updated {index.path}  {row}"] if more else []
    file = edit_file(index.path, index.source, edits)
    assert file.after is not None
    ensure_index_reads(index, file.after, path, draft, olds)
    return [file], told

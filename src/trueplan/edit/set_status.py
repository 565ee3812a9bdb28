"""Set the status of a plan, in its own case, sign and form."""

from __future__ import annotations

from trueplan.edit.document import Document
from trueplan.edit.header_lines import HeaderLines, NewField
from trueplan.edit.progress_row import word_for_done
from trueplan.edit.voice import in_voice, status_edit
from trueplan.errors import NoPlace
from trueplan.model.status import STATE_NAMES, PlanState
from trueplan.text import Edit


def set_status(document: Document, state: PlanState) -> tuple[Edit, ...]:
    """The edits that make the status of a plan say `state`; a remark behind the old one goes.

    A plan without a status gets the field, beside the others of its header. Raises NoPlace where
    its header has a form in which no line can be added.
    """
    plan = document.plan
    status = plan.header.status
    words = _words(document, state)
    if status is None:
        edits = HeaderLines(document).insert([NewField("status", "Status", words)])
        if not edits:
            raise NoPlace(
                "the plan has no status", help="write `**Status**: Planned` into its header"
            )
        return edits
    edit = status_edit(status, words, document.source)
    if edit is None:
        edit = Edit(*status.span, in_voice(words, _first_words(status.raw)))
    return (edit,)


def _words(document: Document, state: PlanState) -> str:
    """The name of a state, as this plan calls it where it does."""
    if state != "completed":
        return STATE_NAMES[state]
    return word_for_done(document.plan, document.source)


def _first_words(raw: str) -> str:
    """A status without what stands behind its words: a remark in brackets, a dash, a date."""
    for position, sign in enumerate(raw):
        if (position and sign in "([,;:—–.|") or raw.startswith(" - ", position):
            return raw[:position].strip() or raw
    return raw

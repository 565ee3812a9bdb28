"""The files that a repository begins with: indexes without rows, a backlog without items."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence

from trueplan.edit.index_row import link_to
from trueplan.edit.index_table import HEAD

_SAYS: Mapping[str, str] = {
    "plans": "[plans]({}) say how",
    "adrs": "[decisions]({}) say why",
    "journals": "[journals]({}) say what was done",
    "backlog": "[the backlog]({}) says what is wanted",
}
_ADRS = """\
# Decisions

One file per decision, numbered: `trueplan adr "Title"` takes the next number. A decision is not
edited once it is accepted, only superseded.{others}

| ADR | Title | Status | Date |
|-----|-------|--------|------|
"""
_JOURNALS = """\
# Dev journals

One file per piece of work, named by its day: `trueplan journal PLAN#PHASE` begins one and links it
from the plan.{others}
"""
_PLANS = """\
# Plans

One file per plan, named by the day that it was made: `trueplan new "Topic"`.{others}

"""
_BACKLOG = """\
# Backlog

What is wanted, in one table: `trueplan backlog add "Words" --prefix GEO`.{others}

| ID | Priority | Status | Feature | Estimate | Added | Notes |
|----|----------|--------|---------|----------|-------|-------|

## Legend

- **Priority**: P0 now, P1 next, P2 later, P3 some day.
- **Status**: Backlog, In Progress, Blocked, Done, Cancelled.
- **Estimate**: XS, S, M, L, XL; XXL is to be split first.

## Quick Stats

- **Total**: 0
- **Backlog**: 0
- **In Progress**: 0
- **Blocked**: 0
- **Done**: 0
- **Cancelled**: 0
"""
_TEXTS = {"plans": _PLANS, "adrs": _ADRS, "journals": _JOURNALS, "backlog": _BACKLOG}
CONFIGURATION = """\
# Trueplan finds plans, decisions, journals and the backlog by their places, so nothing has to be
# said here. What can be: `trueplan config`. For example:
#
# owner = "CTO"  # of new plans; else the name that git has
# template = "docs/plans/TEMPLATE.md"  # that new plans are made from
#
# [check]
# fail-on = "warning"
"""


def write_first(kind: str, path: str, others: Mapping[str, str]) -> str:
    """The text of a first file at `path`; `others` are the paths of what stands beside it."""
    folder = posixpath.dirname(path) or "."
    said = [
        words.format(link_to(posixpath.relpath(others[name], folder)))
        for name, words in _SAYS.items()
        if name != kind and name in others
    ]
    text = _TEXTS[kind].replace("{others}", f"\n{_sentence(said)}" if said else "")
    return text + HEAD if kind == "plans" else text


def _sentence(said: Sequence[str]) -> str:
    words = said[0] if len(said) == 1 else f"{', '.join(said[:-1])}, {said[-1]}"
    at = 1 if words.startswith("[") else 0
    return f"{words[:at]}{words[at].upper()}{words[at + 1 :]}."

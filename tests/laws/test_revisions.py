"""What is read of a revision by its ticks alone is what a whole reading says."""

from __future__ import annotations

import re

from hypothesis import given, strategies as st

from tests.laws.strategies import markdown_texts
from trueplan.history.snapshot import take_snapshot
from trueplan.model.estimate import Rates
from trueplan.reader.plan import read_plan
from trueplan.reader.revision import read_next, read_revision
from trueplan.workspace.recognition import why_not_a_plan

_BOX = re.compile(r"\[[ xX]\][^\n]*")
_ENDS = ("", "", " (a595e73)", " done", " 2026-01-31", " 50%", ".", " *x*", "  ", " a  b", " `c`")
RATES = Rates()


@st.composite
def ticked(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A document, and what became of it: some boxes changed, some words put behind them."""
    text = draw(markdown_texts())
    revisions = []
    now = text
    for _ in range(draw(st.integers(1, 3))):

        def change(match: re.Match[str]) -> str:
            line = match[0]
            if not draw(st.booleans()):
                return line
            box = draw(st.sampled_from(("[ ]", "[x]", "[X]", "[~]")))
            return box + line[3:] + draw(st.sampled_from(_ENDS))

        now = _BOX.sub(change, now)
        revisions.append(now)
    return text, revisions


@given(ticked())
def test_a_revision_is_what_a_whole_reading_says(case: tuple[str, list[str]]) -> None:
    first, revisions = case
    revision = read_revision(first.encode(), RATES)
    for text in revisions:
        revision = read_next(revision, text.encode(), RATES)
        whole = read_plan(text.encode(), RATES)
        assert take_snapshot(revision.plan) == take_snapshot(whole)
        assert revision.plan.boxes == whole.boxes
        assert (why_not_a_plan(revision.plan) is None) == (why_not_a_plan(whole) is None)

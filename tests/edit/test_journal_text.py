"""The text of a journal of which next to nothing is known."""

from __future__ import annotations

from trueplan.edit.index_row import link_to
from trueplan.edit.journal_text import JournalDraft, write_journal
from trueplan.git.commits import Commit, Commits
from trueplan.model.estimate import Rates
from trueplan.reader.companions import read_journal

DRAFT = JournalDraft(
    "A # *title*",
    "2026-03-10",
    "",
    "In Progress",
    "",
    "Qu[a]y",
    "../plans/quay.md",
    "",
    (),
    Commits(),
    "",
    "",
    (),
    "",
)
EMPTY = (
    "# Dev Journal: A # \\*title\\*\n\n"
    "**Date**: 2026-03-10\n"
    "**Author**: <!-- trueplan: who did it -->\n"
    "**Status**: In Progress\n"
    "**Session Duration**: <!-- trueplan: in sessions or hours -->\n"
    "**Plan**: [Qu\\[a\\]y](../plans/quay.md)\n\n"
    "## What was done\n\n"
    "<!-- trueplan: what came about, in your own words, and why in this way -->\n\n"
    "## What was learnt\n\n"
    "<!-- trueplan: what surprised, what did not work, what the next one should know -->\n\n"
    "## What is next\n\n"
    "<!-- trueplan: what follows from it; Nothing is an answer too -->\n"
)


def test_guidance_where_nothing_is_known() -> None:
    assert write_journal(DRAFT) == EMPTY


def test_how_it_is_read() -> None:
    """Guidance is no duration; a title with a phase in it makes no phase of the journal."""
    journal = read_journal(write_journal(DRAFT).encode(), Rates())
    assert (journal.state, journal.sessions, journal.phases) == ("in_progress", None, ())
    assert [link.target for link in journal.links] == ["../plans/quay.md"]
    known = DRAFT._replace(title="Quay, phase 1: Piles", took="1 session", next="phase 2: Planks")
    journal = read_journal(write_journal(known).encode(), Rates())
    assert (journal.sessions, journal.phases) == (1.0, ())


def test_commits_of_others() -> None:
    """A commit without a subject, paths that are no UTF-8, files at the root and below."""
    commits = Commits(
        (
            Commit("1" * 40, "2026-03-02", "", ()),
            Commit("2" * 40, "2026-03-01", "x", ("docs/a\udcff.md", "docs/plans/b.md")),
        ),
        3,
    )
    text = write_journal(DRAFT._replace(commits=commits, since="2026-02-20"))
    assert (
        "Commits since 2026-02-20, the last one first:\n\n"
        "- 2026-03-02 `11111111` (no subject)\n"
        "- 2026-03-01 `22222222` x\n"
        "  - in `docs`: `a\ufffd.md`, `plans/b.md`\n"
        "- and 1 earlier one\n\n"
    ) in text


def test_a_target_leads_to_its_file() -> None:
    assert link_to("../a b/50%#1?(x).md") == "../a%20b/50%25%231%3F%28x%29.md"

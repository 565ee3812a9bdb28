"""TP408: which files an index owes a row."""

from __future__ import annotations

from tests.conftest import Make
from tests.lint.finding import find

INDEX = "# Plans\n\n| Plan | Status |\n|------|--------|\n| [A](a.md) | Planned |\n"
PLAN = "# Implementation Plan: A\n\n**Status**: Planned\n\n- [ ] Order\n"


def test_only_plans_are_missed(make_repository: Make) -> None:
    """Prompts, notes, templates, ADRs and the index itself are no plans."""
    files = {
        "docs/plans/a.md": PLAN,
        "docs/plans/b.md": PLAN,
        "docs/plans/below/c.md": PLAN,
        "docs/plans/handoff-prompt.md": "# Prompt\n\nGo on with the plan.\n",
        "docs/plans/notes.md": "# Notes\n\n**Status**: Done\n\n- a remark\n",
        "docs/plans/plan-template.md": PLAN,
        "docs/plans/new.md": "# Implementation Plan: [Feature Name]\n\n- [ ] Task 1\n",
        "docs/plans/data.txt": PLAN,
        "docs/adr/0001-a.md": "# A\n\n- [ ] Order\n",
        "apps/quay/docs/plans/d.md": PLAN,
        "apps/quay/docs/plans/README.md": INDEX.replace("a.md", "d.md"),
    }
    found = find(make_repository, "TP408", INDEX, path="docs/plans/README.md", files=files)
    assert [one.seen for one in found] == ["docs/plans/b.md", "docs/plans/below/c.md"]


def test_archives(make_repository: Make) -> None:
    """A folder of plans that are over is listed as a whole, or not at all."""
    files = {
        "docs/plans/a.md": PLAN,
        "docs/plans/archive/b.md": PLAN,
        "docs/plans/archive/c.md": PLAN,
        "docs/plans/2025/Completed/d.md": PLAN,
    }
    path = "docs/plans/README.md"
    assert find(make_repository, "TP408", INDEX, path=path, files=files) == []
    more = INDEX + "| [B](archive/b.md) | Completed |\n"
    found = find(make_repository, "TP408", more, path=path, files=files)
    assert [one.seen for one in found] == ["docs/plans/archive/c.md"]


def test_a_folder_without_a_table(make_repository: Make) -> None:
    """A README that lists nothing is no index."""
    files = {"docs/plans/a.md": PLAN}
    text = "# Plans\n\nOne file per plan.\n"
    assert find(make_repository, "TP408", text, path="docs/plans/README.md", files=files) == []

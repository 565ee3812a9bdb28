"""TP007, file-unreadable: links that lead nowhere or out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

PLAN = "# Lights\n\n**Status**: Planned\n\n- [ ] Order masts\n"


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("gone.md", "the file is gone"),
        ("../../../outside.md", "the file is a link that leads out of the repository"),
    ],
)
def test_links_that_cannot_be_followed(
    target: str, message: str, make_repository: Make, tmp_path: Path
) -> None:
    """A broken link, and one to a file above the root."""
    root = make_repository({})
    (tmp_path.parent / "outside.md").write_text(PLAN, encoding="utf-8")
    link = root / "docs/plans/link.md"
    link.parent.mkdir(parents=True)
    link.symlink_to(target)
    found = find(make_repository, "TP007", PLAN)
    assert [(one.path, one.message) for one in found] == [("docs/plans/link.md", message)]


def test_a_link_inside_is_followed(make_repository: Make) -> None:
    """It is a plan like others."""
    root = make_repository({"docs/notes/lights.md": PLAN})
    (root / "docs/plans").mkdir(parents=True)
    (root / "docs/plans/link.md").symlink_to("../notes/lights.md")
    assert messages(find(make_repository, "TP007", PLAN)) == []

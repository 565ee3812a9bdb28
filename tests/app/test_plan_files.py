"""A plan is named by its path, its name, or a part of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Make
from trueplan.app import plan_files
from trueplan.app.plan_files import open_plan
from trueplan.errors import AmbiguousReference, UnknownReference, UsageError

PLAN = "# Plan: A\n\n## Phase 1: A\n- [ ] a\n\n## Phase 2: B\n- [ ] b\n"


@pytest.fixture
def root(make_repository: Make) -> Path:
    return make_repository(
        {
            "docs/plans/2026-01-01-lights.md": PLAN,
            "docs/plans/2026-01-02-lighthouse.md": PLAN,
            "notes/anything.md": "# Notes\n",
        }
    )


def test_by_its_name(root: Path) -> None:
    _, file = open_plan("lights", root / "docs")
    assert (file.path, file.ref) == ("docs/plans/2026-01-01-lights.md", "lights")


def test_by_a_part_that_only_one_has(root: Path) -> None:
    assert open_plan("lighth", root)[1].ref == "lighthouse"


def test_by_a_part_that_two_have(root: Path) -> None:
    with pytest.raises(AmbiguousReference):
        open_plan("light", root)


def test_by_its_path_from_the_folder_or_from_the_root(root: Path) -> None:
    for word, folder in (
        ("plans/2026-01-01-lights.md", root / "docs"),
        ("docs/plans/2026-01-01-lights.md", root / "docs"),
        (str(root / "docs/plans/2026-01-01-lights.md"), root / "notes"),
    ):
        assert open_plan(word, folder)[1].path == "docs/plans/2026-01-01-lights.md"


def test_a_path_is_read_without_a_walk(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_files, "survey", None)
    assert open_plan("docs/plans/2026-01-01-lights.md", root)[1].ref == "lights"


def test_any_markdown_file_can_be_read(root: Path) -> None:
    assert open_plan("notes/anything.md", root)[1].plan.phases == ()


def test_a_file_of_another_repository(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "plan.md").write_text(PLAN)
    repository, file = open_plan(str(other / "plan.md"), root)
    assert (repository.root, file.path) == (str(other.resolve()), "plan.md")


def test_what_is_not_there(root: Path) -> None:
    with pytest.raises(UnknownReference):
        open_plan("docs/plans/none.md", root)
    with pytest.raises(UsageError, match="docs is a folder"):
        open_plan("docs", root)


@pytest.mark.parametrize("word", ["", " ", "#2"])
def test_a_word_without_a_name(root: Path, word: str) -> None:
    with pytest.raises(UsageError, match="names no plan"):
        open_plan(word, root)


def test_a_broken_link_is_told_by_its_own_name(root: Path) -> None:
    """Its target may be a name that nobody has ever seen."""
    (root / "docs/plans/broken.md").symlink_to("nowhere.md")
    (root / "docs/plans/loop.md").symlink_to("loop.md")
    for name, why in (("broken", "the file is gone"), ("loop", "the file cannot be read")):
        with pytest.raises(UsageError, match=f"docs/plans/{name}.md: {why}"):
            open_plan(f"docs/plans/{name}.md", root)

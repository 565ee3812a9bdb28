"""Paths that git ignores, asked again and again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.git.repositories import new_repository
from trueplan.git.ignoring import Ignoring


def test_paths_there_or_not(tmp_path: Path) -> None:
    """By pattern, by folder, excluded again; odd names are names like others."""
    root = new_repository(tmp_path, {".gitignore": "*.key\nout/\n!out.key\n", "a.py": "x\n"})
    ignoring = Ignoring(root)
    asked = ["a.key", "b/c.key", "out/a.py", "a.py", "none.py", "out.key", "größe.key", "a\nb.key"]
    found = ignoring(asked)
    assert ignoring([]) == frozenset()
    ignoring.close()
    assert found == {"a.key", "b/c.key", "out/a.py", "größe.key", "a\nb.key"}


def test_more_paths_than_a_pipe_holds(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {".gitignore": "*.key\n"})
    ignoring = Ignoring(root)
    paths = [f"{'far/' * 20}{number}.{'key' if number % 3 else 'py'}" for number in range(3_000)]
    found = ignoring(paths)
    ignoring.close()
    assert found == {one for one in paths if one.endswith(".key")}


def test_what_is_committed_is_not_ignored(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {"a.key": "x\n"})
    (root / ".gitignore").write_text("*.key\n", encoding="utf-8")
    ignoring = Ignoring(root)
    assert ignoring(["a.key", "b.key"]) == {"b.key"}
    ignoring.close()


@pytest.mark.parametrize("path", ["near/a.key", "../a.key", ":(bad)a.key"])
def test_a_path_that_stops_git(path: str, tmp_path: Path) -> None:
    """It is ignored by nothing; those beside it and the next one are answered."""
    root = new_repository(tmp_path / "r", {".gitignore": "*.key\n", "far/a.py": "x\n"})
    (root / "near").symlink_to("far")
    ignoring = Ignoring(root)
    assert ignoring(["a.key", path, "b.key"]) == {"a.key", "b.key"}
    assert ignoring(["c.key"]) == {"c.key"}
    ignoring.close()


def test_outside_of_a_repository(tmp_path: Path) -> None:
    ignoring = Ignoring(tmp_path)
    assert not ignoring(["a.key"])
    ignoring.close()
    ignoring.close()

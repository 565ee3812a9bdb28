"""Where new plans go."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.changes import PLAN
from tests.conftest import Make
from trueplan.app.plan_folder import find_plan_folder, folder_for
from trueplan.app.repository import open_repository, survey
from trueplan.errors import UsageError


def folder_in(root: Path) -> str:
    repository = open_repository(root)
    return find_plan_folder(repository, survey(repository))


@pytest.mark.parametrize(
    ("files", "folder"),
    [
        ((), "docs/plans"),
        (("plans/.keep",), "plans"),
        (("a/plans/x.md", "b/plans/y.md", "b/plans/z.md"), "b/plans"),
        (("a/plans/README.md", "b/plans/y.md", "b/plans/z.md"), "a/plans"),
        (("plans/archive/x.md", "plans/archive/y.md", "plans/z.md"), "plans"),
        (("tracks/a/plan.md", "ROADMAP.md"), "docs/plans"),
        (("docs/planning/q1/x.md", "docs/planning/y.md"), "docs/planning"),
    ],
)
def test_where_the_others_are(files: tuple[str, ...], folder: str, make_repository: Make) -> None:
    assert folder_in(make_repository(dict.fromkeys(files, PLAN))) == folder


def test_where_the_configuration_says(make_repository: Make) -> None:
    root = make_repository({"trueplan.toml": 'plans = ["work/tracks/*.md"]\n', "plans/x.md": PLAN})
    assert folder_in(root) == "work/tracks"


def test_a_folder_that_is_named(make_repository: Make) -> None:
    root = make_repository({"docs/plans/x.md": PLAN})
    repository = open_repository(root)
    assert folder_for(repository, "plans/q3", root / "docs") == "docs/plans/q3"
    for word, said in (
        ("site", "a plan in site would not be found"),
        ("..", f".. is outside of {repository.root}"),
        ("docs/plans/x.md", "docs/plans/x.md is a file"),
    ):
        with pytest.raises(UsageError) as caught:
            folder_for(repository, word, root)
        assert caught.value.message == said

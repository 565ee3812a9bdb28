"""Which files are found, what each is taken for, and why."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from trueplan.workspace.configuration import Configuration
from trueplan.workspace.discovery import discover
from trueplan.workspace.places import kind_of, matches

Make = Callable[[Mapping[str, str | bytes]], Path]
NONE = Configuration()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("docs/plans/2025-12-18-open-graph.md", "plan"),
        ("docs/plans/done/search.md", "plan"),
        ("apps/web/docs/plans/search.markdown", "plan"),
        ("plans/search.MD", "plan"),
        (".agent/execplans/search.md", "plan"),
        (".planning/ROADMAP.md", "plan"),
        ("IMPLEMENTATION_PLAN.md", "plan"),
        ("docs/implementation-plan-search.md", "plan"),
        ("docs/MIGRATION_PLAN.md", "plan"),
        ("docs/roadmap.md", "plan"),
        ("specs/001-albums/plan.md", "plan"),
        ("specs/001-albums/tasks.md", "plan"),
        (".kiro/specs/albums/tasks.md", "plan"),
        ("openspec/changes/albums/tasks.md", "plan"),
        ("docs/plans/README.md", "index"),
        ("plans/index.md", "index"),
        ("docs/plans/_template.md", "template"),
        ("docs/plans/plan-template.md", "template"),
        ("docs/adr/0001-use-mail.md", "adr"),
        ("docs/decisions/7-use-mail.md", "adr"),
        ("docs/ADR-012-use-mail.md", "adr"),
        ("docs/dev-journals/2026-01-02-search.md", "journal"),
        ("BACKLOG.md", "backlog"),
        ("docs/backlog.md", "backlog"),
        ("README.md", None),
        ("docs/guide.md", None),
        ("docs/explanation.md", None),
        ("docs/planetary.md", None),
        ("tasks.md", None),
        ("docs/adr/README.md", None),
        ("docs/dev-journals/README.md", None),
        ("docs/floorplan.md", None),
    ],
)
def test_places_tell_what_a_file_is(path: str, kind: str | None) -> None:
    """Folder and name say it; a word that only holds another does not."""
    found = kind_of(path, NONE)
    assert (found and found[0]) == kind


def test_a_reason_is_given() -> None:
    """Each kind comes with the words that `list --why` shows."""
    assert kind_of("docs/plans/a.md", NONE) == ("plan", "it stands in a folder called plans")
    assert kind_of("ROADMAP.md", NONE) == ("plan", "its name says that it is a plan")
    assert kind_of("specs/a/tasks.md", NONE) == ("plan", "it is the tasks.md of a spec")


def test_configured_places_replace_the_usual_ones() -> None:
    """Where the configuration names plans, the search by place is off for plans alone."""
    configuration = Configuration(source="trueplan.toml", plans=("work/*.md",))
    assert kind_of("work/search.md", configuration) == ("plan", "trueplan.toml names it")
    assert kind_of("docs/plans/a.md", configuration) is None
    assert kind_of("docs/adr/0001-a.md", configuration) is not None


@pytest.mark.parametrize(
    ("path", "pattern", "expected"),
    [
        ("docs/a.md", "docs/*.md", True),
        ("docs/a.md", "docs", True),
        ("docs/a.md", "docs/", True),
        ("docs/a.md", "*.md", True),
        ("a.md", "**/a.md", True),
        ("x/y/a.md", "**/a.md", True),
        ("docs-old/a.md", "docs", False),
        ("docs/a.md", "a.md", False),
        ("docs/a.md", "DOCS/*", False),
    ],
)
def test_patterns(path: str, pattern: str, expected: bool) -> None:
    """A folder stands for its files, `**/` for any folder or none; case counts."""
    assert matches(path, (pattern,)) is expected


def test_a_walk_finds_files_in_order(make_repository: Make) -> None:
    """Folders of tools and caches are not entered, and every file is counted."""
    root = make_repository(
        {
            "docs/plans/b.md": "",
            "docs/plans/a.md": "",
            "docs/plans/README.md": "",
            "docs/guide.md": "",
            "src/code.py": "",
            "node_modules/x/plans/no.md": "",
            ".git/plans/no.md": "",
            ".venv/plans/no.md": "",
        }
    )
    found = discover(root, NONE, keep_left=True)
    assert [(one.path, one.kind) for one in found.candidates] == [
        ("docs/plans/README.md", "index"),
        ("docs/plans/a.md", "plan"),
        ("docs/plans/b.md", "plan"),
    ]
    assert [path for path, _ in found.left] == ["docs/guide.md"]
    assert (found.files, found.unreadable) == (5, ())


def test_excluded_files_are_left_with_a_reason(make_repository: Make) -> None:
    """A folder that is excluded is not entered, a file is named."""
    root = make_repository({"plans/a.md": "", "plans/old/b.md": "", "plans/draft.md": ""})
    configuration = Configuration(source="trueplan.toml", exclude=("plans/old", "**/draft.md"))
    found = discover(root, configuration, keep_left=True)
    assert found.of("plan") == ["plans/a.md"]
    assert found.left == (("plans/draft.md", "trueplan.toml excludes it"),)


def test_a_walk_may_begin_below_the_root(make_repository: Make) -> None:
    """Paths are told from the root all the same."""
    root = make_repository({"a/plans/x.md": "", "b/plans/y.md": ""})
    assert discover(root, NONE, "b/").of("plan") == ["b/plans/y.md"]


def test_links_to_files_are_found_and_links_to_folders_not_entered(
    make_repository: Make, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A file behind a link is taken once, to be read or refused; no folder is walked twice."""
    outside = tmp_path_factory.mktemp("outside") / "far.md"
    outside.write_text("# Far\n")
    root = make_repository({"docs/plans/a.md": ""})
    (root / "docs/plans/inside.md").symlink_to("a.md")
    (root / "notes.txt").write_text("# Plan\n")
    (root / "docs/plans/notes.md").symlink_to("../../notes.txt")
    (root / "docs/plans/out.md").symlink_to(outside)
    (root / "docs/plans/broken.md").symlink_to("nothing.md")
    (root / "again").symlink_to("docs")
    assert discover(root, NONE).of("plan") == [
        "docs/plans/a.md",
        "docs/plans/broken.md",
        "docs/plans/notes.md",
        "docs/plans/out.md",
    ]
    assert discover(root, NONE, keep_left=True).left == (
        ("docs/plans/inside.md", "it is a link to docs/plans/a.md"),
    )


def test_repositories_inside_of_this_one_are_not_entered(make_repository: Make) -> None:
    """A submodule and a worktree have a `.git` of their own; without git there is no inside."""
    root = make_repository(
        {
            "docs/plans/a.md": "# a\n",
            "trees/topic/.git": "gitdir: elsewhere\n",
            "trees/topic/docs/plans/a.md": "# a\n",
        }
    )
    assert discover(root, Configuration()).of("plan") == ["docs/plans/a.md"]
    (root / ".git").rmdir()
    assert len(discover(root, Configuration()).of("plan")) == 2


def test_folders_that_lead_back_into_themselves(make_repository: Make) -> None:
    """A circle of links is walked once."""
    root = make_repository({"docs/plans/a.md": ""})
    (root / "docs/plans/loop").symlink_to("..")
    (root / "docs/plans/self.md").symlink_to(".")
    assert discover(root, NONE).of("plan") == ["docs/plans/a.md"]


def test_a_folder_without_permission_is_named(
    make_repository: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is among the unreadable, and the rest is found. Feigned, for root may read all."""
    root = make_repository({"docs/plans/a.md": "", "secret/plans/b.md": ""})
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("secret"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = discover(root, NONE)
    assert found.of("plan") == ["docs/plans/a.md"]
    assert found.unreadable == (("secret", "Permission denied"),)


def test_many_files_that_are_not_plans(make_repository: Make) -> None:
    """They are counted and not taken."""
    files = {f"src/{n % 10}/f{n}.{'md' if n % 2 else 'py'}": "" for n in range(500)}
    found = discover(make_repository({**files, "plans/a.md": ""}), NONE)
    assert (found.of("plan"), found.files, found.left) == (["plans/a.md"], 501, ())


def test_names_that_are_no_text(make_repository: Make) -> None:
    """Spaces, emoji, and bytes that are not UTF-8 stand in names too."""
    root = make_repository({"plans/two words 🚀.md": "x"})
    (root / "plans" / os.fsdecode(b"bad\xff.md")).touch()
    assert len(discover(root, NONE).of("plan")) == 2

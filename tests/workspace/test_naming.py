"""References to plans."""

from __future__ import annotations

import pytest

from trueplan.errors import AmbiguousReference, UnknownReference
from trueplan.workspace.naming import find_plan, name_plans, short_name

_PATHS = [
    "docs/plans/2025-12-18-open-graph.md",
    "docs/plans/2026-01-02-search.md",
    "docs/plans/2026-02-03-search-index.md",
    "specs/001-albums/plan.md",
    "specs/001-albums/tasks.md",
    "IMPLEMENTATION_PLAN.md",
]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("docs/plans/2025-12-18-open-graph.md", "open-graph"),
        ("docs/plans/20251218-open-graph.md", "open-graph"),
        ("docs/plans/2025-12_open-graph.markdown", "open-graph"),
        ("docs/plans/open.graph.md", "open.graph"),
        ("docs/plans/2025-12-18.md", "2025-12-18"),
        ("specs/001-albums/plan.md", "001-albums"),
        ("specs/001-albums/tasks.md", "001-albums"),
        ("plans/2025-12-18-search/README.md", "search"),
        ("plan.md", "plan"),
        ("IMPLEMENTATION_PLAN.md", "IMPLEMENTATION_PLAN"),
    ],
)
def test_short_names(path: str, name: str) -> None:
    """Without date and suffix; a generic name gives way to the folder's."""
    assert short_name(path) == name


def test_names_are_unique() -> None:
    """Names met twice are told apart by their folders, those alone stay short."""
    assert name_plans(_PATHS) == {
        "docs/plans/2025-12-18-open-graph.md": "open-graph",
        "docs/plans/2026-01-02-search.md": "search",
        "docs/plans/2026-02-03-search-index.md": "search-index",
        "specs/001-albums/plan.md": "specs/001-albums/plan",
        "specs/001-albums/tasks.md": "specs/001-albums/tasks",
        "IMPLEMENTATION_PLAN.md": "IMPLEMENTATION_PLAN",
    }


def test_names_that_differ_in_their_suffix_alone_are_unique() -> None:
    """Then the suffix stays."""
    names = name_plans(["plans/a.md", "plans/a.markdown"])
    assert len(set(names.values())) == 2


@pytest.mark.parametrize(
    ("word", "path"),
    [
        ("open-graph", "docs/plans/2025-12-18-open-graph.md"),
        ("open", "docs/plans/2025-12-18-open-graph.md"),
        ("OPEN-GRAPH", "docs/plans/2025-12-18-open-graph.md"),
        ("docs/plans/2025-12-18-open-graph.md", "docs/plans/2025-12-18-open-graph.md"),
        ("2025-12-18", "docs/plans/2025-12-18-open-graph.md"),
        ("2025-12-18-open-graph", "docs/plans/2025-12-18-open-graph.md"),
        ("2025-12-18-open-graph.md", "docs/plans/2025-12-18-open-graph.md"),
        ("search", "docs/plans/2026-01-02-search.md"),
        ("search-i", "docs/plans/2026-02-03-search-index.md"),
        ("albums/plan", "specs/001-albums/plan.md"),
    ],
)
def test_a_word_finds_its_plan(word: str, path: str) -> None:
    """A path, a name, or a part that only one name holds; a whole name beats a part."""
    assert find_plan(word, name_plans(_PATHS)) == path


def test_an_ambiguous_word_lists_the_candidates() -> None:
    """The help names each with its path."""
    with pytest.raises(AmbiguousReference) as caught:
        find_plan("sear", name_plans(_PATHS))
    assert caught.value.message == "sear could be any of 2 plans"
    assert caught.value.help == (
        "say more of the name:\n"
        "  search  docs/plans/2026-01-02-search.md\n"
        "  search-index  docs/plans/2026-02-03-search-index.md"
    )


def test_an_unknown_word_is_guessed_at() -> None:
    """A name that is close is offered, else the command that lists all."""
    with pytest.raises(UnknownReference) as caught:
        find_plan("open-grahp", name_plans(_PATHS))
    assert (caught.value.message, caught.value.help) == (
        "no plan is called open-grahp",
        "did you mean open-graph?",
    )
    with pytest.raises(UnknownReference) as caught:
        find_plan("zzz", name_plans(_PATHS))
    assert caught.value.help == "`trueplan list` shows all"


def test_a_general_name_in_a_general_folder_stays() -> None:
    """A plan is not called after the shelf that it stands on."""
    names = [short_name(path) for path in ("docs/roadmap.md", "specs/042-flags/plan.md")]
    assert names == ["roadmap", "042-flags"]

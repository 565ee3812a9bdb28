"""TP401: what counts as a dead link, and what the help proposes."""

from __future__ import annotations

import sys

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

PATH = "apps/quay/docs/plans/2026-03-02-lights.md"
PLAN = "# Implementation Plan: Lights\n\n**Status**: Planned\n\n- [ ] Order masts\n\n"
BUT = ": the file is there, but no file is called so on the web"
FILES = {"apps/quay/vite.config.ts": "", "apps/quay/docs/with space.md": "", "README.md": ""}


@pytest.mark.parametrize(
    "link",
    [
        "[x](../../vite.config.ts)",
        "[x](../../vite.config.ts#L52-L172)",
        "[x](../../vite.config.ts?raw=true)",
        "[x](/README.md)",
        "[x](../with%20space.md)",
        "[x](<../with space.md>)",
        "[x](..)",
        "[x](#top)",
        "[x](https://example.org/none.md)",
        "[x](mailto:office@example.org)",
        "[x](//example.org/none.md)",
        "[x](../../../../../beyond/the/root.md)",
        "[x](../dev-journals/YYYY-MM-DD-topic.md)",
        "[x](<{path}.md>)",
        "[x](...)",
        "`[x](none.md)`",
        "handlers[name](event)",
    ],
)
def test_is_not_dead(link: str, make_repository: Make) -> None:
    """Targets that are there, that are elsewhere, and what is no link at all."""
    assert find(make_repository, "TP401", f"{PLAN}{link}\n", path=PATH, files=FILES) == []


@pytest.mark.parametrize(
    ("link", "message", "help"),
    [
        (
            "[x](../../vite.config.ts:52-172)",
            f"the link leads to apps/quay/vite.config.ts:52-172{BUT}",
            "write the lines as an anchor: ../../vite.config.ts#L52-L172",
        ),
        (
            "[x](../../vite.config.ts:52)",
            f"the link leads to apps/quay/vite.config.ts:52{BUT}",
            "write the lines as an anchor: ../../vite.config.ts#L52",
        ),
        (
            "[x](../none.ts:52)",
            "the link leads to apps/quay/docs/none.ts:52, which does not exist",
            "correct the path, or remove the link",
        ),
        (
            "![x](../../../vite.config.ts)",
            "the picture leads to apps/vite.config.ts, which does not exist",
            "did you mean ../../vite.config.ts?",
        ),
        (
            "[x](../vite.config.ts)",
            "the link leads to apps/quay/docs/vite.config.ts, which does not exist",
            "did you mean ../../vite.config.ts?",
        ),
    ],
)
def test_is_dead(link: str, message: str, help: str, make_repository: Make) -> None:
    """The path is named, and a near one that is there is proposed."""
    text = f"{PLAN}See {link}.\n"
    (found,) = find(make_repository, "TP401", text, path=PATH, files=FILES)
    assert (found.message, found.help) == (message, help)
    assert found.span.slice(text.encode()).decode() == link


@pytest.mark.skipif(sys.platform != "linux", reason="needs a disk that tells cases apart")
def test_case_matters(make_repository: Make) -> None:
    """On GitHub a link that differs in case is dead."""
    text = f"{PLAN}[x](/apps/Quay/Vite.config.ts)\n"
    (found,) = find(make_repository, "TP401", text, path=PATH, files=FILES)
    assert found.message == (
        "the link leads to apps/Quay/Vite.config.ts, which is spelled apps/quay/vite.config.ts"
    )


def test_rows_of_an_index_are_left_to_another_rule(make_repository: Make) -> None:
    """A link below the table is looked at all the same."""
    index = "# Plans\n\n| Plan | Status |\n|---|---|\n| [A](a.md) | Planned |\n\n[B](b.md)\n"
    found = find(make_repository, "TP401", index, path="docs/plans/README.md")
    assert messages(found) == ["7: the link leads to docs/plans/b.md, which does not exist"]

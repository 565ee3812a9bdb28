"""TP402: anchors as GitHub makes them."""

from __future__ import annotations

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

PLAN = """\
# Implementation Plan: Lights

- [ ] Order masts

## 🚀 Getting started

## ⚠️ Risks & Mitigation

## `read_tides()` in *detail*

## 第一阶段：准备

## हिन्दी में

## Tasks

## Tasks

> ## Quoted heading

- ### In a list

## <a name="Old-Name"></a> With a tag

<h2 align="center">HTML heading</h2>

<span id=plain>x</span>

    ## In code

"""


@pytest.mark.parametrize(
    "target",
    [
        "#-getting-started",
        "#️-risks--mitigation",
        "#%EF%B8%8F-risks--mitigation",
        "#read_tides-in-detail",
        "#第一阶段准备",
        "#हिन्दी-में",
        "#tasks",
        "#tasks-1",
        "#Tasks",
        "#user-content-tasks",
        "#quoted-heading",
        "#in-a-list",
        "#-with-a-tag",
        "#old-name",
        "#html-heading",
        "#plain",
        "#",
        "#top",
        "../guide.md#night-shift",
        "../guide.md#L10-L20",
        "../guide.md?plain=1#L10",
        "../tides.py#L10",
        "../tides.py#anything",
        "../none.md#anything",
        "https://example.org/#none",
    ],
)
def test_is_there(target: str, make_repository: Make) -> None:
    """What GitHub would find, and what is not for this rule to say."""
    files = {"docs/guide.md": "# Night shift\n", "docs/tides.py": ""}
    assert find(make_repository, "TP402", f"{PLAN}[x](<{target}>)\n", files=files) == []


@pytest.mark.parametrize(
    ("target", "anchor", "help"),
    [
        ("#getting-started", "#getting-started", "did you mean #-getting-started?"),
        ("#risks--mitigation", "#risks--mitigation", "did you mean #️-risks--mitigation?"),
        ("#tasks-2", "#tasks-2", "did you mean #tasks-1?"),
        ("#in-code", "#in-code", None),
        ("#zzz", "#zzz", "correct the anchor, or remove it"),
    ],
)
def test_is_dead(target: str, anchor: str, help: str | None, make_repository: Make) -> None:
    """An emoji leaves its hyphen behind; code has no headings."""
    (found,) = find(make_repository, "TP402", f"{PLAN}[x]({target})\n")
    assert found.message == f"no heading of this file has the anchor {anchor}"
    assert help is None or found.help == help


def test_another_file_is_named(make_repository: Make) -> None:
    """The file in which the heading is missing stands in the message."""
    text = "# Implementation Plan: Lights\n\n- [ ] Order masts\n\n[x](../guide.md#day)\n"
    found = find(make_repository, "TP402", text, files={"docs/guide.md": "# Night\n"})
    assert messages(found) == ["5: no heading of docs/guide.md has the anchor #day"]

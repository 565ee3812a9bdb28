"""Guidance in comments: a placeholder until something stands beside it."""

from __future__ import annotations

import pytest

from tests.reader.texts import plan_of
from trueplan.reader.guidance import is_guidance

HEAD = "# Plan\n\n**Status**: In Progress\n\n"


def guidance_in(text: str) -> list[str]:
    return [one.text for one in plan_of(HEAD + text).placeholders if one.guidance]


@pytest.mark.parametrize(
    "text",
    [
        "## Overview\n\n<!-- trueplan: say it -->\n",
        "## Overview\n\n<!-- trueplan: say it -->\n\n### Goals\n\nFewer.\n",
        "### Phase 1: A\n\n**Goal**: <!-- trueplan: say it -->\n\n**Tasks**:\n- [ ] b\n",
        "### Phase 1: A\n\n**Tasks**:\n<!-- trueplan: say it -->\n\n**Estimate**: 1 day\n",
        "### Phase 1: A\n\n**Tasks**:\n- [ ] <!-- trueplan: say it -->\n",
        "### Phase 1: <!-- trueplan: say it -->\n\n- [ ] b\n",
        "## Risks\n\n<!-- trueplan: say it -->\n\n| Risk | Impact |\n|---|---|\n",
        "## Overview\n\n- **Users**: <!-- trueplan: say it -->\n- **Impact**: much\n",
        "## Overview\n\n<!-- trueplan:\n  say it\n-->\n\n---\n",
    ],
)
def test_where_nothing_is_written(text: str) -> None:
    assert guidance_in(text) == ["say it"]


@pytest.mark.parametrize(
    "text",
    [
        "## Overview\n\n<!-- trueplan: say it -->\n\nFewer.\n",
        "## Overview\n\nFewer.\n\n<!-- trueplan: say it -->\n",
        "### Phase 1: A\n\n**Goal**: <!-- trueplan: say it --> b\n",
        "### Phase 1: A\n\n**Goal**: <!-- trueplan: say it -->\nb\n\n**Tasks**:\n- [ ] c\n",
        "### Phase 1: A\n\n**Tasks**:\n<!-- trueplan: say it -->\n- [ ] **Bold**: b\n",
        "### Phase 1: A <!-- trueplan: say it -->\n\n- [ ] b\n",
        "## Risks\n\n<!-- trueplan: say it -->\n\n| Risk | Impact |\n|---|---|\n| Rust | low |\n",
        "## Overview\n\n- **Users**: all <!-- trueplan: say it -->\n",
        "## Overview\n\n```\n<!-- trueplan: say it -->\n```\n",
        "## Overview\n\n`<!-- trueplan: say it -->`\n",
        "## Overview\n\n<!-- trueplan: ignore TP107 because -->\n",
        "## Overview\n\n<!-- say it -->\n",
        "## Notes\n\n<!-- trueplan: say it -->\n",
        "## Retrospective\n\n### What Went Well\n\n<!-- trueplan: say it -->\n",
        "## Progress Tracking\n\n### Dev Journal Entries\n\n<!-- trueplan: say it -->\n",
    ],
)
def test_where_it_is_not_waited_for(text: str) -> None:
    """Written already, no guidance at all, or written only later."""
    assert guidance_in(text) == []


def test_a_comment_of_its_own() -> None:
    assert is_guidance(b"  <!-- trueplan: say it -->\n")
    assert not is_guidance(b"<!-- say it -->")
    assert not is_guidance(b"<!-- trueplan: ignore TP1 because -->")
    assert not is_guidance(b"<!-- trueplan: a --> <!-- trueplan: b -->")
    assert not is_guidance(b"<!-- trueplan: a --> words")

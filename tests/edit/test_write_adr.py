"""A new decision record, in the form of one that stands beside it."""

from __future__ import annotations

import pytest

from trueplan.edit.adr_head import AdrFile, read_adr_file
from trueplan.edit.write_adr import AdrDraft, write_adr

DRAFT = AdrDraft(
    5, "Timber: `oak` | elm", "proposed", "2026-03-10", "", "Wren", "[0002](0002-a.md)", "0002"
)
PLAIN = DRAFT._replace(supersedes="", supersedes_plainly="")
BODY = """\
## Context

<!-- trueplan: what is true today and calls for a decision; facts before judgement -->

## Decision

<!-- trueplan: what is done from now on, and what else was weighed -->

## Consequences

<!-- trueplan: what gets easier and what harder, and what has to be watched -->
"""


def neighbour(text: str, path: str = "docs/adr/0004-charts.md") -> AdrFile:
    return read_adr_file(path, text.encode())


def head_after(model: str, draft: AdrDraft = DRAFT) -> str:
    text = write_adr(draft, [neighbour(model)]).text.decode()
    assert text.endswith(BODY)
    return text.removesuffix(BODY)


def test_without_a_model() -> None:
    written = write_adr(DRAFT._replace(deciders="Ada"), [])
    assert written.text.decode() == (
        "# 5. Timber: `oak` | elm\n\n"
        "**Status**: Proposed\n**Date**: 2026-03-10\n**Deciders**: Ada\n"
        f"**Supersedes**: [0002](0002-a.md)\n\n{BODY}"
    )
    assert written.said == {"title", "status", "created", "deciders", "supersedes"}


@pytest.mark.parametrize(
    ("model", "after"),
    [
        (
            (
                "# ADR 0004: Charts\n\n**Status:** Accepted  \n**Date:** 2026-02-23  \n"
                "**Deciders:** CTO  \n**Story**: x\n\n---\n\n## Context\n\nx\n"
            ),
            (
                "# ADR 0005: Timber: `oak` | elm\n\n**Status:** Proposed  \n"
                "**Date:** 2026-03-10  \n**Deciders:** TBD  \n"
                "**Supersedes:** [0002](0002-a.md)\n\n---\n\n"
            ),
        ),
        (
            (
                "# 4. Charts\n\nDate: 23 Feb 2026\n\n## Status\n\nAccepted\n\n"
                "Supersedes [x](0003-x.md)\n\n## Context\n\nx\n"
            ),
            (
                "# 5. Timber: `oak` | elm\n\nDate: 10 Mar 2026\n\n## Status\n\nProposed\n\n"
                "Supersedes [0002](0002-a.md)\n\n"
            ),
        ),
        (
            "# ADR-004 - Charts\n\n- Status: accepted\n- Date: 2026-02-02\n\n## Context\n\nx\n",
            (
                "# ADR-005 - Timber: `oak` | elm\n\n- Status: proposed\n- Date: 2026-03-10\n"
                "- Supersedes: [0002](0002-a.md)\n\n"
            ),
        ),
        (
            (
                "# Charts\n\n> **Status**: ✅ Accepted | **Date**: 2026-02-02 | **Foo**: x\n\n"
                "## Context\n\nx\n"
            ),
            (
                "# Timber: `oak` | elm\n\n> **Status**: Proposed | **Date**: 2026-03-10\n"
                "> **Supersedes**: [0002](0002-a.md)\n\n"
            ),
        ),
        (
            (
                "# 4 Charts\n\n| Field      | Value      |\n|------------|------------|\n"
                "| **Status** | Accepted   |\n| **Date**   | 2026-02-02 |\n"
                "| **Owner**  | Ada  |\n\n"
                "## Context\n\nx\n"
            ),
            (
                "# 5 Timber: `oak` | elm\n\n"
                "| Field      | Value      |\n|------------|------------|\n"
                "| **Status** | Proposed   |\n| **Date**   | 2026-03-10 |\n| **Owner**  | Wren |\n"
                "| **Supersedes** | [0002](0002-a.md) |\n\n"
            ),
        ),
        (
            (
                "---\nid: 4\ntitle: 'ADR-004: Charts'\nstatus: accepted\ndate: 2026-02-02\n"
                "deciders:\n  - Ada\n---\n\n## Context\n\nx\n"
            ),
            (
                "---\ntitle: 'ADR-005: Timber: `oak` | elm'\nstatus: proposed\ndate: 2026-03-10\n"
                'deciders: TBD\nsupersedes: "0002"\n---\n\n'
            ),
        ),
        (
            "ADR 4: Charts\n=============\n\nStatus: Accepted\n\n## Context\n\nx\n",
            (
                "ADR 5: Timber: `oak` | elm\n==========================\n\nStatus: Proposed\n"
                "Supersedes: [0002](0002-a.md)\n\n"
            ),
        ),
    ],
)
def test_the_head_follows_the_model(model: str, after: str) -> None:
    assert head_after(model) == after


def test_what_was_said_of_the_other_goes() -> None:
    model = (
        "# ADR 0004: Charts\n\n**Status**: Accepted\n**Supersedes**: [0001](0001-a.md)\n"
        "**Related ADRs**: 0003\nand more\n\nSome words.\n\n## Context\n\nx\n"
    )
    assert head_after(model, PLAIN) == "# ADR 0005: Timber: `oak` | elm\n\n**Status**: Proposed\n\n"
    assert "**Supersedes**: [0002](0002-a.md)\n" in head_after(model)


def test_sections_keep_their_names_and_gaps() -> None:
    model = (
        "# ADR 4: Charts\r\n\r\nStatus: Accepted\r\n\r\n"
        "### Context and Problem Statement\r\nx\r\n\r\n### Decision Outcome\r\ny\r\n"
    )
    text = write_adr(PLAIN, [neighbour(model)]).text.decode()
    assert text == (
        "# ADR 5: Timber: `oak` | elm\n\nStatus: Proposed\n\n"
        "### Context and Problem Statement\n"
        "<!-- trueplan: what is true today and calls for a decision; facts before judgement -->\n\n"
        "### Decision Outcome\n"
        "<!-- trueplan: what is done from now on, and what else was weighed -->\n\n"
        "### Consequences\n"
        "<!-- trueplan: what gets easier and what harder, and what has to be watched -->\n"
    ).replace("\n", "\r\n")


def test_the_last_one_that_can_be_read_is_the_model() -> None:
    files = [
        neighbour("# ADR 3: A\n\nStatus: Proposed\n\n## Context\n", "adr/0003-a.md"),
        neighbour("# 4. B\n\nStatus: **ACCEPTED**\n\n## Context\n", "adr/0004-b.md"),
        neighbour("# Of no known state\n\nStatus: whatever\n", "adr/0005-c.md"),
    ]
    head = "# 5. Timber: `oak` | elm\n\nStatus: **PROPOSED**\n\n"
    assert write_adr(PLAIN, files).text.decode() == head + BODY


def test_a_state_is_said_as_a_neighbour_says_it() -> None:
    files = [
        neighbour("# ADR 3: A\n\nStatus: 📝 Draft\n\n## Context\n", "adr/0003-a.md"),
        neighbour("# ADR 4: B\n\nStatus: ✅ Accepted\n\n## Context\n", "adr/0004-b.md"),
    ]
    assert b"\nStatus: \xf0\x9f\x93\x9d Draft\n" in write_adr(PLAIN, files).text


def test_signs_at_the_end_of_a_title() -> None:
    draft = PLAIN._replace(title="Compile C #")
    assert write_adr(draft, []).text.startswith(b"# 5. Compile C \\#\n")

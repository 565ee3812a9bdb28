"""Templates of people's own: what they lack, and what is filled in."""

from __future__ import annotations

import pytest

from trueplan.edit.own_template import fill_template, find_flaws

GOOD = "# [Feature Name]\n\n**Status**: Planned\n\n- [ ] Begin\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (GOOD, []),
        (GOOD.replace("Planned", "[Planned | In Progress]"), []),
        (GOOD.replace("Planned", "Draft"), []),
        (GOOD.replace("- [ ] Begin", "## Phases"), []),
        (GOOD.replace("- [ ] Begin", "### Phase 1: [Phase Name]"), []),
        (GOOD + "[a\nb](c.md) `[d` \\[e\n", []),
        (GOOD.replace("# [Feature Name]\n", ""), [1]),
        (GOOD.replace("[Feature Name]", "Winter storage"), [1]),
        (GOOD.replace("**Status**: Planned\n\n", ""), [1]),
        (GOOD.replace("Planned", "Completed"), [3]),
        (GOOD.replace("- [ ] Begin", "Words."), [5]),
        (GOOD + "\n{{owner\n", [7]),
        ("", [1, 1, 1]),
    ],
)
def test_flaws(text: str, lines: list[int]) -> None:
    found = [one.line for one in find_flaws(text.encode())]
    assert found == sorted(lines)


def test_what_is_filled_in() -> None:
    text = (
        "# {{ title }}\n\n**Status**: [Planned | Completed]\n**Created**: YYYY-MM-DD\n"
        "**Author**: [CTO/Team member]\n**Deadline**: YYYY-MM-DD\n"
        "**Related ADRs**: [Links to relevant ADRs]\n**Related Backlog Items**: [Links or IDs]\n\n"
        "- [ ] Tell {{owner}} by {{target}} about [Feature Name], {{else}} and `{{title}}`\n"
        "- **YYYY-MM-DD**: begun\n"
    )
    known = {"owner": "Ines", "target": "2026-05-01", "backlog": "HAR-001"}
    assert fill_template(text.encode(), "Bell", "2026-03-10", known).decode() == (
        "# Bell\n\n**Status**: Planned\n**Created**: 2026-03-10\n"
        "**Author**: Ines\n**Deadline**: 2026-05-01\n"
        "**Related ADRs**: None\n**Related Backlog Items**: HAR-001\n\n"
        "- [ ] Tell Ines by 2026-05-01 about [Feature Name], {{else}} and `{{title}}`\n"
        "- **YYYY-MM-DD**: begun\n"
    )

"""TP107, placeholder-left: the template's words where the template has them, nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages

HEAD = "# Lights\n\n**Status**: Planned\n\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Created**: YYYY-MM-DD\n", "YYYY-MM-DD"),
        ("## Notes\n\n- **YYYY-MM-DD**: Learned that...\n", "YYYY-MM-DD"),
        ("- [x] Phase 1 - Completed YYYY-MM-DD\n", "YYYY-MM-DD"),
        ("[j](../dev-journals/YYYY-MM-DD-topic.md)\n", "YYYY-MM-DD"),
        ("### Phase 1: [Phase Name]\n\n- [ ] Order\n", "[Phase Name]"),
        ("### Phase 1: Masts\n\n- [ ] Task 1\n", "Task 1"),
        ("- [NEEDS CLARIFICATION: which masts]\n", "[NEEDS CLARIFICATION"),
    ],
)
def test_what_is_left(text: str, words: str, make_repository: Make) -> None:
    """Each is marked where it stands."""
    source = HEAD + text + "\n- [ ] Order masts\n"
    (finding,) = find(make_repository, "TP107", source)
    assert finding.span.slice(source.encode()) == words.encode()
    assert finding.seen == words


@pytest.mark.parametrize(
    "text",
    [
        "- [ ] Name the files YYYY-MM-DD-mast.md\n",
        "- [ ] (YYYY-MM-DD HH:MMZ) Order masts\n",
        "| Added | Date added | YYYY-MM-DD |\n|---|---|---|\n| a | b | YYYY-MM-DD |\n",
        "**Date format**: YYYY-MM-DD\n",
        "- [x] No [NEEDS CLARIFICATION] markers remain\n",
        "### [FEATURE] Lights on the quay\n",
        "Files go to specs/<feature-name>/plan.md\n",
        "Likelihood is one of High/Med/Low.\n",
        "Write `[Phase Name]` in the heading.\n",
        "```md\n### Phase 1: [Phase Name]\n```\n",
        "1. Copy this:\n\n   ```md\n   **Owner**: [CTO/Team member]\n   ```\n",
        "### Task 1: Masts\n\n- [ ] Order\n\n### Task 2: Cable\n\n- [ ] Task 1\n",
    ],
)
def test_what_somebody_meant(text: str, make_repository: Make) -> None:
    """Formats, tags, checklists, code, and references to a task that is there."""
    source = HEAD + text + "\n- [ ] Order masts\n"
    assert messages(find(make_repository, "TP107", source)) == []


def test_many_are_reported_together(make_repository: Make) -> None:
    """Above five the plan is hardly begun; three more places are shown."""
    lines = "".join(f"\n### Phase {n}: [Phase Name]\n\n- [ ] Order {n}\n" for n in range(1, 7))
    (finding,) = find(make_repository, "TP107", HEAD + lines)
    assert finding.message == (
        "6 pieces of the template were not replaced, the first is “[Phase Name]”"
    )
    assert [label.line for label in finding.labels] == [10, 14, 18]


def test_the_template_itself_is_left_alone(make_repository: Make) -> None:
    """By its name, also when it is named on the command line."""
    source = HEAD + "**Created**: YYYY-MM-DD\n\n- [ ] Order masts\n"
    for name in ("plan-template.md", "TEMPLATE.md", "template_plan.md"):
        path = Path("docs/plans") / name
        assert find(make_repository, "TP107", source, path=path.as_posix()) == []

"""TP006, file-too-large: the limit and its message."""

from __future__ import annotations

from tests.conftest import Make
from tests.lint.finding import find, messages

PLAN = "# Lights\n\n**Status**: Planned\n\n- [ ] Order masts\n"


def test_over_the_limit(make_repository: Make) -> None:
    """Nothing else is said about a file that was not read."""
    limit = "[check]\nlargest-file = 0.001\n"
    text = PLAN + "x" * 1000
    assert messages(find(make_repository, "TP006", text, configuration=limit)) == [
        "1: the file has 0.00105 MB, more than the 0.001 MB that are read"
    ]
    assert find(make_repository, "TP006", PLAN, configuration=limit) == []
    assert find(make_repository, "TP006", text) == []


def test_companions_have_the_same_limit(make_repository: Make) -> None:
    """An ADR that is too large is named too."""
    limit = "[check]\nlargest-file = 0.001\n"
    files = {"docs/adr/0001-lights.md": "# ADR\n" + "x" * 1000}
    (finding,) = find(make_repository, "TP006", PLAN, files=files, configuration=limit)
    assert finding.path == "docs/adr/0001-lights.md"

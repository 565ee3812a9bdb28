"""TP108, duplicate-phase-number: within one series, not between two."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.conftest import Make
from tests.lint.finding import find, messages


def _phases(numbers: Iterable[str], level: str = "###") -> str:
    return "".join(f"\n{level} Phase {one}: Mast {one}\n\n- [ ] Raise it\n" for one in numbers)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("1 2 2 3", ["11: two phases have the number 2: “Mast 2” and “Mast 2”"]),
        ("1 1 2", ["7: two phases have the number 1: “Mast 1” and “Mast 1”"]),
        ("1 2 3 2 4", ["15: two phases have the number 2: “Mast 2” and “Mast 2”"]),
        ("1 2 3 1", ["15: two phases have the number 1: “Mast 1” and “Mast 1”"]),
        ("1 2a 2A", ["11: two phases have the number 2A: “Mast 2a” and “Mast 2A”"]),
        ("0 1 2 2a 3 3.1", []),
        ("1 2 1 2", []),
        ("3 2 1", []),
    ],
)
def test_numbers_in_one_section(numbers: str, expected: list[str], make_repository: Make) -> None:
    """A number again is a duplicate, the whole count again is a second series."""
    text = "# Lights\n" + _phases(numbers.split())
    assert messages(find(make_repository, "TP108", text)) == expected


def test_another_section_counts_for_itself(make_repository: Make) -> None:
    """Phases of the quay and phases of the pier."""
    text = "# Lights\n\n## Quay\n" + _phases("12") + "\n## Pier\n" + _phases("12")
    assert messages(find(make_repository, "TP108", text)) == []


def test_the_first_of_the_two_is_shown(make_repository: Make) -> None:
    """Both places are named; a phase that is called off frees its number."""
    text = "# Lights\n" + _phases("122")
    (finding,) = find(make_repository, "TP108", text)
    assert [(label.line, label.text) for label in finding.labels] == [(7, "### Phase 2: Mast 2")]
    off = text.replace("Phase 2: Mast 2", "Phase 2: Mast 2 (CANCELLED)", 1)
    assert find(make_repository, "TP108", off) == []


def test_rows_of_a_table_share_a_phase(make_repository: Make) -> None:
    """Several rows about one phase are no series."""
    rows = "".join(f"| Phase {n} | x | done |\n" for n in (1, 1, 2))
    text = "# Lights\n\n| Phase | Task | Status |\n|---|---|---|\n" + rows
    assert find(make_repository, "TP108", text) == []

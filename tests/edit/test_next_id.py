"""The next ID of a prefix."""

from __future__ import annotations

import pytest

from trueplan.edit.next_id import find_next_id


@pytest.mark.parametrize(
    ("sources", "name"),
    [
        ([b"| GEO-001 | GEO-007 |"], "GEO-008"),
        ([b"| GEO-001 |", b"GEO-0099 is in the archive"], "GEO-0100"),
        ([b"| GEO-9 |"], "GEO-10"),
        ([b"| GEO-999 |"], "GEO-1000"),
        ([b"| PIT-0001 |"], "GEO-0001"),
        ([b"| PIT-7 |"], "GEO-1"),
        ([b""], "GEO-001"),
        ([b"MYGEO-007 GEO-0X7 a/GEO-009"], "GEO-001"),
    ],
)
def test_the_next_id(sources: list[bytes], name: str) -> None:
    """Behind the highest that is mentioned, as wide as the others."""
    assert find_next_id("GEO", sources) == name

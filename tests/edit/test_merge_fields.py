"""Lines that hold several fields: each is merged for itself."""

from __future__ import annotations

import pytest

from tests.edit.merged import conflict, disputed, merged

FIELDS = "**Status:** Planned{0}**Owner:** Wren{0}**Due:** 2026-03-20"


@pytest.mark.parametrize("lead", ["", "> ", "- "])
@pytest.mark.parametrize("between", [" | ", " · ", "  •  "])
def test_each_side_changes_another_field(lead: str, between: str) -> None:
    base = f"# Quay\n\n{lead}{FIELDS.format(between)}\n\nEnd.\n"
    ours, theirs = base.replace("Planned", "Paused"), base.replace("Wren", "Ada")
    assert merged(base, ours, theirs) == ours.replace("Wren", "Ada")
    assert merged(base, theirs, ours) == ours.replace("Wren", "Ada")


def test_one_field_that_both_changed() -> None:
    line = FIELDS.format(" | ")
    base = f"# Quay\n\n{line}\n"
    ours, theirs = line.replace("Wren", "Tom"), line.replace("Wren", "Ada")
    assert disputed(base, base.replace("Wren", "Tom"), base.replace("Wren", "Ada")) == (
        "# Quay\n\n" + conflict(f"{ours}\n", f"{theirs}\n")
    )


def test_a_field_that_one_side_added() -> None:
    base = f"# Quay\n\n{FIELDS.format(' | ')}\n"
    ours = base.replace("03-20", "03-20 | **Approver:** Ada")
    disputed(base, ours, base.replace("Planned", "Paused"))


def test_the_later_day_beside_other_fields() -> None:
    base = "# Quay\n\n**Status**: Planned | **Last Updated**: 2026-02-01\n"
    ours = base.replace("Planned", "Paused").replace("02-01", "03-02")
    theirs = base.replace("02-01", "03-04")
    assert merged(base, ours, theirs) == ours.replace("03-02", "03-04")

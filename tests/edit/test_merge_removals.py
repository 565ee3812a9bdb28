"""What one side took out and the other changed."""

from __future__ import annotations

from tests.edit.merged import conflict, disputed, merged

HEAD = "# Plan: Quay\n\n## Tasks\n\n"


def test_a_subtask_is_shown_with_the_parent_that_went_with_it() -> None:
    """Alone it would become a subtask of the task before."""
    base = f"{HEAD}- [ ] Sort\n- [ ] Drive\n  - [ ] West\n  - [ ] East\n- [ ] Lay\n"
    ours = f"{HEAD}- [ ] Sort\n- [ ] Lay\n"
    theirs = base.replace("[ ] West", "[x] West")
    block = "- [ ] Drive\n  - [x] West\n  - [ ] East\n"
    before, behind = f"{HEAD}- [ ] Sort\n", "- [ ] Lay\n"
    assert disputed(base, ours, theirs) == before + conflict("", block) + behind
    assert disputed(base, theirs, ours) == before + conflict(block, "") + behind


def test_a_task_is_shown_with_the_heading_that_went_with_it() -> None:
    base = f"{HEAD}- [ ] Sort\n\n## Rails\n\n- [ ] Set\n- [ ] Oil\n\n## Notes\n\nNone.\n"
    ours = f"{HEAD}- [ ] Sort\n\n## Notes\n\nNone.\n"
    section = "## Rails\n\n- [ ] Set\n- [x] Oil\n\n"
    assert disputed(base, ours, base.replace("[ ] Oil", "[x] Oil")) == (
        f"{HEAD}- [ ] Sort\n\n" + conflict("", section) + "## Notes\n\nNone.\n"
    )


def test_a_row_is_shown_with_the_table_that_went_with_it() -> None:
    table = "| Risk | Impact |\n|---|---|\n| Storm | High |\n| Fog | Low |\n"
    base = f"# Quay\n\nOne.\n\n{table}\nTwo.\n"
    changed = table.replace("Low", "High")
    assert disputed(base, "# Quay\n\nOne.\n\nTwo.\n", base.replace("Low", "High")) == (
        "# Quay\n\nOne.\n\n" + conflict("", f"{changed}\n") + "Two.\n"
    )


def test_a_neighbour_that_went_is_not_shown() -> None:
    base = f"{HEAD}- [ ] Sort\n- [ ] Drive\n- [ ] Lay\n- [ ] Tar\n"
    ours, theirs = f"{HEAD}- [ ] Sort\n- [ ] Tar\n", base.replace("[ ] Lay", "[x] Lay")
    assert disputed(base, ours, theirs) == (
        f"{HEAD}- [ ] Sort\n" + conflict("", "- [x] Lay\n") + "- [ ] Tar\n"
    )


def test_both_took_it_out() -> None:
    base = f"{HEAD}- [ ] Sort\n- [ ] Drive\n- [ ] Lay\n"
    ours = f"{HEAD}- [x] Sort\n- [ ] Lay\n"
    theirs = f"{HEAD}- [ ] Sort\n- [x] Lay\n"
    assert merged(base, ours, theirs) == f"{HEAD}- [x] Sort\n- [x] Lay\n"


def test_blank_lines_beside_what_went() -> None:
    base = f"{HEAD}- [ ] Sort\nThat is all.\nEnd.\n"
    ours, theirs = base.replace("all.\n", "all.\n\n\n"), base.replace("That is all.\n", "")
    disputed(base, ours, theirs)

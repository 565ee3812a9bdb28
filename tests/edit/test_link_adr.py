"""A decision named in the header of a plan."""

from __future__ import annotations

import pytest

from tests.edit.changed import changed
from trueplan.edit.adr_label import Label, Named
from trueplan.edit.document import read_document
from trueplan.edit.link_adr import link_adr

NAMED = Named(5, "Timber", "../adr/0005-timber.md")
LABEL = Label("", 4, "", words=False)
LINK = "[0005](../adr/0005-timber.md)"


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("**Related ADRs**: None", f"**Related ADRs**: {LINK}"),
        ("**Related ADRs**: None (a small thing)", f"**Related ADRs**: {LINK}"),
        ("**Related ADRs:** TBD  ", f"**Related ADRs:** {LINK}  "),
        ("**Related ADRs**:", f"**Related ADRs**: {LINK}"),
        ("**Related ADRs**: [Links to relevant ADRs]", f"**Related ADRs**: {LINK}"),
        (
            "**Related ADRs**: [ADR 0001: A](../adr/0001-a.md)",
            (
                "**Related ADRs**: [ADR 0001: A](../adr/0001-a.md), "
                "[ADR 0005: Timber](../adr/0005-timber.md)"
            ),
        ),
        ("**ADRs**: ADR-0001, ADR-0002", "**ADRs**: ADR-0001, ADR-0002, ADR-0005"),
        ("**ADRs**: adr:1; adr:2", "**ADRs**: adr:1; adr:2; adr:5"),
        ("| ADRs | None |\n|---|---|", f"| ADRs | {LINK} |\n|---|---|"),
        ("**ADRs**:\n- [1](../adr/0001-a.md)", None),
    ],
)
def test_the_form_of_the_field(line: str, after: str | None) -> None:
    source = f"# Plan: Quay\n\n**Status**: Planned\n\n{line}\n\n## Overview\n\nWords.\n"
    lines = changed(source, link_adr(read_document(source.encode()), NAMED, LABEL))
    if after is None:
        assert lines == ["+- [5](../adr/0005-timber.md)"]
    else:
        assert lines == [f"-{line}".split("\n")[0], f"+{after}".split("\n")[0]]


def test_a_plan_without_the_field() -> None:
    source = "# Plan: Quay\n\n**Status**: Planned\n**Owner**: Wren\n\n- [ ] a\n"
    lines = changed(source, link_adr(read_document(source.encode()), NAMED, LABEL))
    assert lines == [f"+**Related ADRs**: {LINK}"]


@pytest.mark.parametrize(
    ("line", "after"),
    [("adrs: []", "adrs: [0005]"), ("adrs: [0001, 0002]", "adrs: [0001, 0002, 0005]")],
)
def test_front_matter(line: str, after: str) -> None:
    source = f"---\nstatus: planned\n{line}\n---\n\n# Quay\n\n- [ ] a\n"
    lines = changed(source, link_adr(read_document(source.encode()), NAMED, LABEL))
    assert lines == [f"-{line}", f"+{after}"]

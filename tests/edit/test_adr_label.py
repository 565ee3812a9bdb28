"""What decisions are called."""

from __future__ import annotations

import pytest

from trueplan.edit.adr_label import Label, Named, call_like, read_label, write_label

NEW = Named(12, "Steel masts", "0012-steel-masts.md")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("ADR 0004: Vector charts", "ADR 0012: Steel masts"),
        ("4. Vector charts", "12. Steel masts"),
        ("ADR-004 - Vector charts", "ADR-012 - Steel masts"),
        ("Architecture Decision Record 4: A", "Architecture Decision Record 12: Steel masts"),
        ("[ADR-004] Vector charts", "[ADR-012] Steel masts"),
        ("ADR-0004", "ADR-0012"),
        ("ADR: Vector charts", "ADR: Steel masts"),
    ],
)
def test_the_form_stays(text: str, after: str) -> None:
    label = read_label(text, 4)
    assert label is not None
    assert write_label(label, 12, "Steel masts") == after


@pytest.mark.parametrize("text", ["Use 4 masts", "Vector charts", "4.5 metres", "4th mast"])
def test_a_number_in_a_title_is_not_that_of_the_decision(text: str) -> None:
    assert read_label(text, 4) is None


@pytest.mark.parametrize(
    ("raw", "after"),
    [
        ("[0004](0004-a.md)", "[0012](0012-steel-masts.md)"),
        ("[4. Charts](./0004-a.md)", "[12. Steel masts](./0012-steel-masts.md)"),
        ("ADR-4: [Charts](0004-a.md)", "ADR-12: [Steel masts](0012-steel-masts.md)"),
        ("**[Charts](0004-a.md)**", "**[Steel masts](0012-steel-masts.md)**"),
        ("[ADR 0004](0004-a.md), in May", "[ADR 0012](0012-steel-masts.md)"),
        ("0004", "0012"),
        ("Charts", None),
        ("9: [Charts](0004-a.md)", None),
    ],
)
def test_one_is_called_as_another(raw: str, after: str | None) -> None:
    assert call_like(raw, 4, NEW) == after


def test_the_number_is_as_wide_as_in_the_file() -> None:
    named = Named(12, "Steel masts", "012-steel-masts.md")
    assert call_like("[0004](0004-a.md)", 4, named) == "[012](012-steel-masts.md)"
    assert call_like("[4](0004-a.md)", 4, named) == "[12](012-steel-masts.md)"


@pytest.mark.parametrize(
    ("title", "words"),
    [("a [b] c", "a [b] c"), ("a ] b [", "a \\] b \\["), ("[a](b)", "\\[a\\](b)")],
)
def test_brackets_in_a_title(title: str, words: str) -> None:
    named = Named(12, title, "12.md")
    assert call_like("[Charts](4.md)", 4, named) == f"[{words}](12.md)"


def test_a_label_without_a_number() -> None:
    assert write_label(Label("", 0, "", words=True), 12, "Steel masts") == "Steel masts"

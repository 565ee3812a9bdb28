"""The file name of a decision, in the style of those beside it."""

from __future__ import annotations

import pytest

from trueplan.edit.adr_name import is_dated, read_adr_name, write_adr_name


@pytest.mark.parametrize(
    ("names", "name"),
    [
        ((), "0012-steel-masts.md"),
        (("0011-a.md", "README.md"), "0012-steel-masts.md"),
        (("ADR-011-a-b.md",), "ADR-012-steel-masts.md"),
        (("adr_5_two_words.md",), "adr_12_steel_masts.md"),
        (("0001-old.md", "011-new.md"), "012-steel-masts.md"),
        (("11.md",), "12-steel-masts.md"),
        (("0011 Two words.markdown",), "0012 steel masts.markdown"),
        (("011-Two-Words.md",), "012-Steel-Masts.md"),
        (("ADR-011-TWO-WORDS.md",), "ADR-012-STEEL-MASTS.md"),
        (("9-a.md",), "12-steel-masts.md"),
    ],
)
def test_the_name_follows_the_last_one(names: tuple[str, ...], name: str) -> None:
    assert write_adr_name(12, "steel-masts", names) == name


def test_a_day_is_no_number() -> None:
    assert read_adr_name("2026-03-10-masts.md") is None
    assert is_dated("2026-03-10-masts.md")
    assert not is_dated("0012-masts.md")

"""Names of files from titles."""

from __future__ import annotations

import pytest

from trueplan.workspace.slug import slug_of


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Open Graph: og:locale!", "open-graph-og-locale"),
        ("Über uns, ñandú & Straße", "uber-uns-nandu-strasse"),
        ("İstanbul", "istanbul"),
        ("Don’t stop", "dont-stop"),
        ("日本語 計画", "日本語-計画"),
        ("가나다 계획", "가나다-계획"),
        ("ガギグ", "ガギグ"),
        ("हिन्दी योजना", "हिन्दी-योजना"),
        ("../../etc/passwd", "etc-passwd"),
        ("🎉 …", ""),
        ("x" * 300, "x" * 60),
        ("one two " * 20, "one-two-" * 7 + "one"),
    ],
)
def test_slugs(title: str, slug: str) -> None:
    assert slug_of(title) == slug


def test_no_name_is_too_long_for_a_disk() -> None:
    assert len(slug_of("漢" * 300).encode()) <= 180

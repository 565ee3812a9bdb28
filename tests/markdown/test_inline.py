"""Words without their markup."""

from __future__ import annotations

import pytest

from trueplan.markdown import plain_text


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("**bold** and *slanted* and _too_", "bold and slanted and too"),
        ("`code` stays", "code stays"),
        ("a [link](to/there.md) in it", "a link in it"),
        ('[titled](there.md "title")', "titled"),
        ("[by][reference]", "by"),
        ("![picture](p.png)", "picture"),
        ("~~gone~~ back", "gone back"),
        ("seen<!-- unseen --> again", "seen again"),
        ("snake_case_name stays", "snake_case_name stays"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("[brackets] alone", "[brackets] alone"),
        ("[a [nested] one](x)", "a [nested] one"),
        ("[wiki](a_(b).md)", "wiki"),
    ],
)
def test_plain_text(markdown: str, words: str) -> None:
    """Markup goes, the words that a reader sees stay."""
    assert plain_text(markdown) == words

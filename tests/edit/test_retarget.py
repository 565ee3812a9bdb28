"""Links to a heading follow it when it is worded anew."""

from __future__ import annotations

import pytest

from tests.edit.changed import changed
from trueplan.edit.document import read_document
from trueplan.edit.retarget import retarget
from trueplan.markdown import parse

TEXT = (
    "# P\n\n[a](#one) [b][l] [c](#two) [d](other.md#one) `#one`\n\n[l]: #one\n\n## One\n\n## Two\n"
)


@pytest.mark.parametrize(
    ("text", "after", "changes"),
    [
        (
            TEXT,
            TEXT.replace("## One", "## Three, at last"),
            [
                "-[a](#one) [b][l] [c](#two) [d](other.md#one) `#one`",
                "+[a](#three-at-last) [b][l] [c](#two) [d](other.md#one) `#one`",
                "-[l]: #one",
                "+[l]: #three-at-last",
            ],
        ),
        (TEXT, TEXT.replace("## One", "## ONE!"), []),
        (TEXT.replace("Two", "One"), TEXT.replace("## One", "## Three").replace("Two", "One"), []),
        (TEXT, TEXT + "\n## More\n", []),
    ],
)
def test_links_follow(text: str, after: str, changes: list[str]) -> None:
    """Those in the text and in definitions; not where the anchor stays, or is that of several."""
    assert changed(text, retarget(read_document(text.encode()), parse(after.encode()))) == changes

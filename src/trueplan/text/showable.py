"""What of a text can be shown without disturbing what is around it."""

from __future__ import annotations

# What would move the cursor, or turn the direction of what follows it.
UNSHOWABLE = frozenset(
    [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F))]
    + [chr(code) for code in (*range(0x2066, 0x206A), 0x2028, 0x2029, 0xFEFF)]
) - {"\t"}


def showable(text: str) -> str:
    """`text` with a sign in place of all that would be obeyed and not shown."""
    if text.isprintable():
        return text
    return "".join("\ufffd" if sign in UNSHOWABLE else sign for sign in text)


def showable_line(text: str) -> str:
    """`text` on one line, and showable; line ends and repeated blanks become one blank."""
    return showable(" ".join(text.split()))

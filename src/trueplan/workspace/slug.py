"""The name of a file, from the words of a title."""

from __future__ import annotations

_LONGEST = 60  # letters; a name is typed
_MOST_BYTES = 180  # with day and suffix below what file systems hold


def slug_of(title: str) -> str:
    """The words of a title in lower case with hyphens between: "Über uns" is "uber-uns".

    Latin letters lose their accents; letters of other scripts stay as they are. "" where the title
    has neither letters nor digits.
    """
    from unicodedata import normalize

    folded = normalize("NFC", normalize("NFKC", title.replace("'", "").replace("’", "")).lower())
    written = ""
    for sign in folded:
        written += _letters(sign, written[-1:])
    words = written.split()
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word
        if len(longer) > _LONGEST or len(longer.encode()) > _MOST_BYTES:
            break
        slug = longer
    return slug or _cut(words[0] if words else "")


def _letters(sign: str, before: str) -> str:
    """What a sign of the title is in the name: itself, its base, or a gap between words."""
    from unicodedata import category, normalize

    if category(sign).startswith("M"):  # an accent, or a vowel of another script
        return "" if not before or before.isascii() else sign
    if not sign.isalnum():
        return " "
    if sign == "ß":
        return "ss"
    base = normalize("NFD", sign)[0]
    return base if base.isascii() else sign


def _cut(word: str) -> str:
    word = word[:_LONGEST]
    while len(word.encode()) > _MOST_BYTES:
        word = word[:-1]
    return word

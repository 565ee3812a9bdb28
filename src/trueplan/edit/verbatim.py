"""Words of others as Markdown shows them: nothing in them is markup."""

from __future__ import annotations

import re
from collections.abc import Callable

from trueplan.markdown import plain_text
from trueplan.text.pattern import Pattern

# An underscore between letters opens no emphasis; signs at the end would close a heading.
_MARKUP = Pattern(r"[\\`*\[\]<|]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])|~~|(?<=\s)#+$")
# What would open a block if it stood behind the bullet of an item.
_BLOCK = Pattern(r"^(?P<number>\d{0,9})(?P<sign>#|>|=+$|-{3,}$|[-+.)](?=\s|$))")
_CODE = Pattern(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_TICKS = Pattern(r"`+")
_OPENS = "\ue000"  # private letters: nobody's words have them
_CLOSES = "\ue001"
_KEPT = re.compile(f"{_OPENS}(\\d+){_CLOSES}")


def as_words(text: str) -> str:
    """`text` on one line, with a backslash before every sign that would mean something."""
    return _escaped(one_line(text))


def as_code(text: str) -> str:
    """`text` as code: between more backticks than it has in a row."""
    words = one_line(text)
    longest = max((len(ticks[0]) for ticks in _TICKS.finditer(words)), default=0)
    fence = "`" * (longest + 1)
    gap = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{gap}{words}{gap}{fence}"


def as_prose(text: str) -> str:
    """The same as `as_words`, but what stands between backticks is code."""
    return _around_code(text, _escaped)


def as_told(text: str) -> str:
    """Markdown from elsewhere, without links and emphasis; what is code in it stays code.

    A link would lead astray from another folder, an emphasis that is left open goes on.
    """
    return _around_code(text, lambda words: _escaped(plain_text(words)))


def one_line(text: str) -> str:
    """`text` with every run of blanks and signs that do not print as one space."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _around_code(text: str, write: Callable[[str], str]) -> str:
    """`text` on one line, its code as it is and the rest as `write` has it."""
    code: list[str] = []

    def keep(found: re.Match[str]) -> str:
        code.append(as_code(found[2].strip()))
        return f"{_OPENS}{len(code) - 1}{_CLOSES}"

    words = write(_CODE.sub(keep, one_line(text)))  # the private letters do not print
    return _KEPT.sub(lambda found: code[int(found[1])], words)


def _escaped(words: str) -> str:
    inside = _MARKUP.sub(lambda found: "".join(f"\\{sign}" for sign in found[0]), words)
    return _BLOCK.sub(r"\g<number>\\\g<sign>", inside)

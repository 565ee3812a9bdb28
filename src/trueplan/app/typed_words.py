"""Words that a person types, before they go into a document."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.errors import UsageError
from trueplan.markdown import plain_text

_BLANKS = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"


def read_words(words: str, what: str) -> str:
    """`words` on one line. Raises UsageError where nothing of them is seen, or a sign controls.

    `what` says in the message what they are for: "a task".
    """
    folded = " ".join(words.split())
    control = next((sign for sign in words if not sign.isprintable() and sign not in _BLANKS), "")
    if control and ord(control) < 0xA0:
        raise UsageError(
            f"{what} holds the control character U+{ord(control):04X}", help="leave it out"
        )
    if not folded:
        raise UsageError(f"{what} needs words", help="say what it is")
    if not plain_text(folded).strip():
        raise UsageError(f"“{folded}” would not be seen in a document", help="use words")
    return folded


def read_all(words: Iterable[str], what: str) -> tuple[str, ...]:
    """Several words, each as `read_words` has it."""
    return tuple(read_words(one, what) for one in words)

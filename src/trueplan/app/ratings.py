"""How likely and how bad: the words that a risk may be rated with."""

from __future__ import annotations

from trueplan.errors import UsageError
from trueplan.reader.vocabulary import RATINGS


def ensure_rating(word: str) -> None:
    """Raise UsageError for a word that is no rating."""
    if word.strip().lower() not in RATINGS:
        raise UsageError(f"“{word}” is no rating", help="High, Med or Low")

"""The phases that words name by their numbers."""

from __future__ import annotations

import re

from trueplan.text.pattern import Pattern

_NAMED = Pattern(
    r"\b(?:phases?|stages?|milestones?)[ #_-]{0,2}(\d+(?:\.\d+)*[a-z]?"
    r"(?:(?:\s*(?:,|&|/|–|-|\band\b|\bto\b)[\s-]*)+(?:phase[ _-]?)?\d{1,2}(?:\.\d+)*[a-z]?\b)*)",
    re.IGNORECASE,
)
_PIECE = Pattern(r"(\d+(?:\.\d+)*[a-z]?)|(-|–|\bto\b)", re.IGNORECASE)


def phases_named(text: str) -> set[str]:
    """The numbers of the phases that `text` names: "phases 1-3 and 5" are four."""
    numbers: set[str] = set()
    for match in _NAMED.finditer(text):
        last, through = "", False
        for piece in _PIECE.finditer(match[1]):
            number, dash = piece[1], piece[2]
            if dash:
                through = True
                continue
            if through and last.isdigit() and number.isdigit() and int(number) - int(last) < 50:
                numbers.update(str(one) for one in range(int(last), int(number)))
            numbers.add(number.lower())
            last, through = number, False
    return numbers

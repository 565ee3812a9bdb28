"""What a line says, without what people hang on to it as work goes on."""

from __future__ import annotations

import re
from functools import lru_cache

from trueplan.text.pattern import Pattern

_MARKS = dict.fromkeys(map(ord, "✅✔☑✓❌✗✘🚧🔄⏳🟡🟢🔴⬜🔲*_`~"), None)
_NUMBER = Pattern(
    r"(?:task|step|story|sub-?task|t)?[ #:-]*\d+(?:\.\d+)*[a-z]?[.):]?\s+", re.IGNORECASE
)
_LABEL = Pattern(r"(?:sub-?task|task|step|todo|done|wip)\s*:\s*", re.IGNORECASE)
# When it was done, in brackets in front: (2026-02-11 00:00Z).
_STAMP = Pattern(r"[(\[]\s*\d{4}-\d\d-\d\d[^)\]]{0,16}[)\]]\s*[:–—-]?\s*")
# A commit, a pull request, a day or a word for a state at the end of a line.
_TAIL = Pattern(
    r"[\s,;:–—-]*(?:"
    r"[(\[]?(?:commit|checkpoint|sha|pr|see|done|completed?|finished|merged|in|on|at)?[\s:#]*"
    r"(?:(?=[0-9a-f]*\d)[0-9a-f]{7,40}|#\d+|\d{4}-\d\d-\d\d)[)\]]?"
    r"|[(\[](?:done|completed?|finished|in progress|wip|pending|skipped|deferred)[)\]]"
    r")\s*$",
    re.IGNORECASE,
)

_ENDINGS = tuple("0123456789abcdef)]")
_LONGEST = 80  # letters that such an ending may have


@lru_cache(maxsize=100_000)  # most lines of a revision stood in the one before
def wording(text: str) -> str:
    """The words by which a line is known again.

    Case, marks and emphasis are left out, a time or a number in front, and the commit, day or word
    for a state that is put behind a line when it is done.
    """
    words = " ".join(text.translate(_MARKS).casefold().split())
    whole = words
    while words[-1:] in _ENDINGS and (tail := _TAIL.search(words, max(0, len(words) - _LONGEST))):
        words = words[: tail.start()]
    for opening in (_STAMP, _LABEL, _NUMBER):
        found = opening.match(words)
        if found is not None:
            words = words[found.end() :]
    return words.strip(" .:;-–—") or whole

"""Dependencies in prose: what a phase waits for."""

from __future__ import annotations

import re

from trueplan.model.located import Located
from trueplan.model.phase import Dependency
from trueplan.reader.vocabulary import NOTHING, PHASE_WORDS
from trueplan.reader.words import normalise
from trueplan.text.pattern import Pattern

_ID = r"-?\d{1,6}(?:\.\d{1,6})*(?:[a-z](?![a-z0-9_]))?(?![a-z0-9_])|[A-Z](?![\w])"
_WORD = r"[^\W\d_]+(?: story)?"
_JOIN = r"(?:-|–|—|to|through|~|and|or|,|&|\+|/|和|と)"
_REFERENCE = Pattern(
    rf"(?P<word>{_WORD})\s*#?(?P<first>{_ID})"
    rf"(?P<rest>(?:\s*{_JOIN}+\s*(?:and\s+)?(?:{_WORD}\s*)?(?:{_ID})"
    r"(?!\s*(?:hours?|days?|weeks?|%)))*)",
    re.IGNORECASE,
)
_STEP = Pattern(
    rf"\s*(?P<join>{_JOIN})[^\d\w]*(?:and\s+)?(?:{_WORD}\s*)?(?P<number>{_ID})", re.IGNORECASE
)
_NUMBER_FIRST = Pattern(r"第?\s*(\d+)\s*(단계|阶段|階段|フェーズ|段階)")
_RANGE = ("-", "–", "—", "to", "through", "~")
_NEGATED = Pattern(r"\b(?:no dependenc\w+|not depend\w*|independent of|none|nothing)\b", re.I)
_ELSEWHERE = Pattern(
    r"\bplans?\b|\bspecs?\b|\.md\b|\]\(|\b(?:other|previous|parent) (?:project|epic|roadmap)\b",
    re.IGNORECASE,
)
_LINK = Pattern(r"\]\(([^)\s]+)")
_DONE = frozenset(("must", "be", "is", "complete", "completed", "completion", "done", "finished"))
_TAIL = Pattern(
    r"\s*(?:(?:must|should|needs? to) be |is )?(?:completion|completed?|done|finished)?"
    r"\s*(?:\(.*\))?[.;]?",
    re.IGNORECASE,
)


def read_dependencies(value: Located, raw: str, word: str) -> tuple[Dependency, ...]:
    """What the words of a dependencies field name. `word` is what this plan calls its phases.

    "None", "Nothing (first phase)" and "no dependency on Phase 1" name nothing.
    """
    simple = _simple_number(value.value, word) if value.value == raw else None
    if simple is not None:
        return (Dependency(value.value, value.span, (simple,), certain=True),)
    text = value.value if value.value.isascii() else _NUMBER_FIRST.sub(r"\2\1", value.value)
    opening = normalise(text.split("(")[0])
    if opening in NOTHING:
        return ()
    if _NEGATED.match(text.lstrip()) and "except" not in text:
        return ()
    elsewhere = _ELSEWHERE.search(raw) is not None
    link = _LINK.search(raw)
    numbers: list[str] = []
    own_word = False
    references = _spoken([m for m in _REFERENCE.finditer(text) if _keyword(m["word"])], text)
    for match in references:
        if _NEGATED.search(text[max(0, match.start() - 24) : match.start()]):
            continue
        if word and _keyword(match["word"]) not in (word, "phase"):
            continue
        own_word = True
        numbers.extend(number for number in _expand(match) if number not in numbers)
    certain = own_word and not elsewhere and _is_all(references, text)
    return (
        Dependency(text, value.span, tuple(numbers), elsewhere, link[1] if link else None, certain),
    )


def _simple_number(text: str, word: str) -> str | None:
    """The number in "Phase 1" or "Phase 1 must be complete", the commonest forms by far."""
    words = text.lower().rstrip(".").split()
    if 2 <= len(words) <= 5 and words[0] in (word, "phase") and words[1].isdecimal():
        if len(words[1]) > 6:
            return None
        return words[1] if _DONE.issuperset(words[2:]) else None
    return None


def _keyword(word: str) -> str | None:
    """The word for a phase that `word` is, or ends with where words are not set apart."""
    lowered = word.lower()
    for one in (lowered, lowered.removesuffix("s")):
        if one in PHASE_WORDS:
            return one
    if lowered.isascii():
        return None
    return next((one for one in PHASE_WORDS if not one.isascii() and lowered.endswith(one)), None)


def _is_all(references: list[re.Match[str]], text: str) -> bool:
    """Whether the words name phases and nothing else: "Phase 1 must be complete"."""
    if len(references) != 1:
        return False
    opening = text[: references[0].start()].strip().lower()
    return opening in ("", "after") and _TAIL.fullmatch(text, references[0].end()) is not None


def _spoken(matches: list[re.Match[str]], text: str) -> list[re.Match[str]]:
    """The references outside of brackets: those in them are remarks, unless there is no other."""
    if len(matches) < 2 or "(" not in text:
        return matches
    outside = [
        match
        for match in matches
        if text.count("(", 0, match.start()) <= text.count(")", 0, match.start())
    ]
    return outside or matches


def _expand(match: re.Match[str]) -> list[str]:
    """The numbers of "Phases 1-3, 5 and 7"."""
    numbers = [match["first"]]
    for step in _STEP.finditer(match["rest"]) if match["rest"] else ():
        last, number = numbers[-1], step["number"]
        if step["join"].lower() in _RANGE and last.isdigit() and number.isdigit():
            if 0 < int(number) - int(last) < 50:
                numbers.extend(str(one) for one in range(int(last) + 1, int(number) + 1))
        else:
            numbers.append(number)
    return numbers

"""Dependencies in prose: what a phase waits for."""

from __future__ import annotations

import re

from trueplan.model.located import Located
from trueplan.model.phase import Dependency
from trueplan.reader.vocabulary import NOTHING, PHASE_WORDS
from trueplan.reader.words import normalise

_ID = r"-?\d+(?:\.\d+)*(?:[a-z](?![a-z0-9_]))?(?![a-z0-9_])|[A-Z](?![\w])"
_WORDS = "|".join(sorted(PHASE_WORDS, key=len, reverse=True))
_REFERENCE = re.compile(
    rf"(?:\b|(?<=[^\x00-\x7f]))(?P<word>{_WORDS})s?\s*[#]?(?P<first>{_ID})"
    rf"(?P<rest>(?:\s*(?:-|–|—|to|through|and|or|,|&|\+|/|和|と|~)+\s*(?:and\s+)?"
    rf"(?:(?:{_WORDS})s?\s*)?(?:{_ID})(?!\s*(?:hours?|days?|weeks?|%)))*)",
    re.IGNORECASE,
)
_STEP = re.compile(
    rf"\s*(?P<join>-|–|—|to|through|~|and|or|,|&|\+|/|和|と)[^\d\w]*(?:and\s+)?"
    rf"(?:(?P<word>{_WORDS})s?\s*)?(?P<number>{_ID})",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(r"第?\s*(\d+)\s*(단계|阶段|階段|フェーズ|段階)")
_RANGE = ("-", "–", "—", "to", "through", "~")
_NEGATED = re.compile(r"\b(?:no dependenc\w+|not depend\w*|independent of|none|nothing)\b", re.I)
_ELSEWHERE = re.compile(
    r"\bplans?\b|\bspecs?\b|\.md\b|\]\(|\b(?:other|previous|parent) (?:project|epic|roadmap)\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"\]\(([^)\s]+)")
_ONLY = re.compile(
    rf"^(?:after\s+)?(?:{_WORDS})s?\s*[#]?(?:{_ID})(?:[\s,&–-]|and|(?:{_ID})|(?:{_WORDS})s?)*"
    r"\s*(?:(?:must|should|needs? to) be |is )?(?:completion|complete[d]?|done|finished)?"
    r"\s*(?:\(.*\))?[.;]?$",
    re.IGNORECASE,
)


def read_dependencies(value: Located, raw: str, word: str) -> tuple[Dependency, ...]:
    """What the words of a dependencies field name. `word` is what this plan calls its phases.

    "None", "Nothing (first phase)" and "no dependency on Phase 1" name nothing.
    """
    text = value.value if value.value.isascii() else _NUMBER_FIRST.sub(r"\2\1", value.value)
    opening = normalise(text.split("(")[0])
    if opening in NOTHING or (_NEGATED.match(text.lstrip()) and "except" not in text):
        return ()
    elsewhere = _ELSEWHERE.search(raw) is not None
    link = _LINK.search(raw)
    numbers: list[str] = []
    own_word = False
    for match in _spoken(list(_REFERENCE.finditer(text)), text):
        if _NEGATED.search(text[max(0, match.start() - 24) : match.start()]):
            continue
        named = match["word"].lower()
        if word and named not in (word, "phase", "phases") and named.rstrip("s") != word:
            continue
        own_word = True
        numbers.extend(number for number in _expand(match) if number not in numbers)
    certain = own_word and not elsewhere and _ONLY.match(text) is not None
    return (
        Dependency(text, value.span, tuple(numbers), elsewhere, link[1] if link else None, certain),
    )


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
    for step in _STEP.finditer(match["rest"]):
        last, number = numbers[-1], step["number"]
        if step["join"].lower() in _RANGE and last.isdigit() and number.isdigit():
            if 0 < int(number) - int(last) < 50:
                numbers.extend(str(one) for one in range(int(last) + 1, int(number) + 1))
        else:
            numbers.append(number)
    return numbers

"""What a status means."""

from __future__ import annotations

from trueplan.model.status import PlanState
from trueplan.reader.vocabulary import (
    STATUS_ABOUT_DOCUMENT,
    STATUS_ABOUT_PART,
    STATUS_SIGNS,
    STATUS_WORDS,
)
from trueplan.text.pattern import Pattern

_WORDS: dict[str, str] = {
    phrase: meaning for meaning, phrases in STATUS_WORDS.items() for phrase in phrases
}
_CJK = {phrase: meaning for phrase, meaning in _WORDS.items() if not phrase.isascii()}
_PERCENT = Pattern(r"(\d{1,3})(?:\.\d+)?\s*%")
_PART = Pattern(
    r"\b("
    + "|".join(word for word in STATUS_ABOUT_PART if word.isascii())
    + r")s?\s*#?\d|(?:阶段|フェーズ|단계)\s*\d"
)
_UNFINISHED = frozenset(
    ("in progress", "in-progress", "remaining", "ongoing", "underway", "pending", "wip")
)
_SHARE = Pattern(r"\b(\d+)\s*(?:of|/)\s*(\d+)\b")
_DONE_WORDS = r"(?:completed?|done|finished|implemented|shipped|merged|delivered|released)\b"
_DONE_STEMS = ("complet", "done", "finish", "implement", "ship", "merge", "deliver", "release")
_AHEAD = Pattern(rf"\b(?:to|will) be {_DONE_WORDS}|\b(?:nothing|none) (?:is )?{_DONE_WORDS}")
_NOT_YET = Pattern(rf"\b(?:not(?: yet| fully| entirely| quite)?|half|partly) {_DONE_WORDS}")
_WAS = Pattern(r"\([^()]*\b(?:was|were|formerly|previously)\b[^()]*\)")
_CJK_UNFINISHED = ("未完", "部分完成", "미완", "未完了", "未完成")
_LONGEST = 4


def read_state(raw: str, label: str = "") -> PlanState | None:
    """The state that the words of a status mean, or None where they tell of none.

    Words win over signs, definite words over vague ones ("approved (implemented)"), what is
    said first over what is said later, and a part being done is not the whole being done.
    """
    text = raw.lower().replace("_", " ").replace("*", "").replace("`", "").strip()
    if "(" in text:
        text = _WAS.sub("", text)
    claimed = any(stem in text for stem in _DONE_STEMS)
    if claimed and (" be " in text or "nothing" in text or "none" in text) and _AHEAD.search(text):
        return "planned"
    if _is_unfinished(text, claimed):
        return "in_progress"
    found = _meanings(text)
    if label in STATUS_ABOUT_DOCUMENT and "completed" in dict(found).values():
        return "planned"
    if _is_ready(found):
        return "planned"
    definite = [pair for pair in found if pair[1] not in ("planned", "planned_weak")]
    if definite:
        return _of_definite(text, definite)
    return _of_vague(raw, text, bool(found))


def _is_unfinished(text: str, claimed: bool) -> bool:
    """Whether a word for done is taken back: "not yet complete", "未完成"."""
    negated = "not" in text or "half" in text or "partly" in text
    if claimed and negated and _NOT_YET.search(text) and "not yet implemented" not in text:
        return True
    return any(words in text for words in _CJK_UNFINISHED)


def _is_ready(found: list[tuple[str, str]]) -> bool:
    """Whether work is yet to start: "ready to implement", but not "done, ready for review"."""
    meanings = [meaning for _, meaning in found]
    if "planned" not in meanings:
        return False
    ready = next(phrase for phrase, meaning in found if meaning == "planned")
    return not ("review" in ready and "completed" in meanings)


def _of_vague(raw: str, text: str, planned: bool) -> PlanState | None:
    """The state by a percentage, a vague word, a part that is named, or a sign, in this order."""
    percent = _PERCENT.search(text) if "%" in text else None
    if percent:
        return "completed" if int(percent[1]) >= 100 else "in_progress"
    if planned:
        return "planned"
    if _PART.search(text):
        return "in_progress"
    for sign, state in STATUS_SIGNS.items():
        if sign in raw:
            return state  # type: ignore[return-value]
    return None


def _of_definite(text: str, definite: list[tuple[str, str]]) -> PlanState:
    meaning = definite[0][1]
    if meaning == "completed":
        later = {phrase for phrase, _ in _meanings(text.split(". ", maxsplit=1)[0])}
        percent = _PERCENT.search(text) if "%" in text else None
        partly = percent is not None and int(percent[1]) < 100
        share = _SHARE.search(text) if "/" in text or " of " in text else None
        partly = partly or (share is not None and int(share[1]) < int(share[2]))
        about_part = _PART.search(text) is not None and "all " not in text
        if partly or about_part or later & _UNFINISHED:
            return "in_progress"
    return meaning  # type: ignore[return-value]


def _meanings(text: str) -> list[tuple[str, str]]:
    """The known phrases in `text` with what they mean, in order; the longest at each place."""
    tokens = "".join(sign if sign.isalnum() or sign in "_'-" else " " for sign in text).split()
    found: list[tuple[str, str]] = []
    index = 0
    while index < len(tokens):
        for length in range(min(_LONGEST, len(tokens) - index), 0, -1):
            phrase = " ".join(tokens[index : index + length])
            meaning = _WORDS.get(phrase)
            if meaning is not None:
                found.append((phrase, meaning))
                index += length
                break
        else:
            index += 1
    if not found and not text.isascii():
        places = sorted(
            (text.find(phrase), -len(phrase), phrase) for phrase in _CJK if phrase in text
        )
        found = [(phrase, _CJK[phrase]) for _, _, phrase in places]
    return found

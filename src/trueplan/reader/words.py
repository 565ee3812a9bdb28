"""Labels and values as words: what is left when decoration is taken off."""

from __future__ import annotations

from trueplan.reader.shapes import Label
from trueplan.text.pattern import Pattern

_NUMBERING = Pattern(r"^(?:\d+(?:\.\d+)*[.)]?|[A-Z][.)])\s+(?=\S)")
_FURTHEST = 90  # a label that is longer is a sentence

_LONGEST, _LONGEST_PLAIN = 60, 41
_NO_DECORATION = " \t*_`[(|#<"


def _trim(text: str, opening: str, closing: str) -> str:
    """`text` between its first and last letter, digit or one of the given signs."""
    if text and text[0].isalnum() and text[-1].isalnum():
        return text
    start, end = 0, len(text)
    while start < end and not (text[start].isalnum() or text[start] in opening):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in closing):
        end -= 1
    return text[start:end]


def normalise(text: str) -> str:
    """`text` in lower case, without signs and emoji around it and without a final colon."""
    return _trim(text, "([_", ")]?%+_").lower()


def heading_words(text: str) -> str:
    """A heading in lower case, without emoji, numbering, remarks in parentheses or a colon."""
    if text[:1].isalpha() and text[-1].isalnum() and text[1:2] not in (".", ")"):
        return text.lower()
    words = _trim(text, "([", ")]?")
    if words[:1].isdigit() or words[1:2] in (".", ")"):
        words = _NUMBERING.sub("", words, 1)
    if words.endswith((")", "）")):
        at = max(words.rfind("("), words.rfind("（"))
        words = _trim(words[:at], "([", ")]?") if at > 0 else words
    return words.lower()


def split_label(line: str) -> Label | None:
    """The label that `line` starts with (`**Owner**: x`, `**Owner:** x`, `> Owner: x`), if any."""
    if line.find(":", 0, _FURTHEST) < 0 and line.find("：", 0, _FURTHEST) < 0:
        return None
    start = 0 if line.startswith("**") else _behind_marks(line)
    if line.startswith(("**", "__"), start):
        return _bold_label(line, start)
    if line.startswith("*", start):
        start += 1
    return _plain_label(line, start)


def _behind_marks(line: str) -> int:
    """Where words start: behind quote signs, a list marker, a box, signs and emoji."""
    position = len(line) - len(line.lstrip(" \t>"))
    mark = line[position : position + 1]
    if mark in ("-", "*", "+") and line[position + 1 : position + 2] in (" ", "\t"):
        position += 2
    elif mark.isdecimal():
        end = position
        while line[end : end + 1].isdecimal():
            end += 1
        if line[end : end + 1] in (".", ")") and line[end + 1 : end + 2] in (" ", "\t"):
            position = end + 2
    position = _behind_blanks(line, position)
    if line[position : position + 4] in ("[ ] ", "[x] ", "[X] "):
        position += 4
    length = len(line)
    while position < length and not (line[position].isalnum() or line[position] in _NO_DECORATION):
        position += 1
    return _behind_blanks(line, position)


def _behind_blanks(line: str, position: int) -> int:
    while line[position : position + 1] in (" ", "\t"):
        position += 1
    return position


def _bold_label(line: str, start: int) -> Label | None:
    marks = line[start : start + 2]
    end = line.find(marks, start + 2)
    words = line[start + 2 : end]
    if end < 0 or not 0 < len(words) <= _LONGEST or "*" in words:
        return None
    behind = end + 2
    if words[-1] not in ":：":
        behind = _behind_blanks(line, behind)
        if line[behind : behind + 1] not in (":", "："):
            return None
        behind += 1
    return Label(words.rstrip(":：").strip(), True, _behind_blanks(line, behind))


def _plain_label(line: str, start: int) -> Label | None:
    for position in range(start, min(len(line), start + _LONGEST_PLAIN + 1)):
        sign = line[position]
        if sign in ":：":
            break
        if not (sign.isalnum() or sign in "_ /&-"):
            return None
    else:
        return None
    words = line[start:position]
    if not words[:1].isalpha():
        return None
    behind = position + 1
    if sign == ":" and line[behind : behind + 1] not in ("", " ", "\t", "\r", "\n", "*"):
        return None
    return Label(words.strip(), False, _behind_blanks(line, behind))

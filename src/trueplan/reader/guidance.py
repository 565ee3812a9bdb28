"""Guidance: comments of a new plan that say what belongs where they stand.

`<!-- trueplan: what will be possible afterwards -->` holds its place until something stands
beside it: behind the same label, or below the same heading. What is written only once the work
goes on or is over (progress, references, notes, retrospective) is not waited for.
"""

from __future__ import annotations

import re
from functools import cache

from trueplan.model.plan import Placeholder
from trueplan.reader.shapes import Node
from trueplan.reader.source import Source
from trueplan.reader.words import split_label
from trueplan.text import Span
from trueplan.text.pattern import Pattern

_ANY_COMMENT = Pattern(r"<!--.*?-->", re.DOTALL)
_LATER = frozenset(("progress", "completed-phases", "journals", "references", "notes"))
_LAST = frozenset(("retrospective", "well", "improve", "lessons", "repeat"))
_NO_WORDS = " \t\r-*_+#>:|"
_BOXES = ("[ ]", "[]")


@cache
def _comment() -> re.Pattern[bytes]:
    return re.compile(rb"<!--\s*trueplan:(?!\s*ignore\b)\s*(?P<words>.*?)\s*-->", re.DOTALL)


def is_guidance(piece: bytes) -> bool:
    """Whether `piece` is one comment that says what belongs in its place."""
    match = _comment().fullmatch(piece.strip())
    return match is not None and b"-->" not in match["words"]


def find_guidance(nodes: list[Node], source: Source) -> list[Placeholder]:
    """The guidance beside which nothing is written yet, where that is waited for."""
    if b"trueplan:" not in source.bytes:
        return []
    found: list[Placeholder] = []
    for piece in source.markdown.html:
        match = _comment().match(source.bytes, piece.start, piece.end)
        if match is None:
            continue
        node = next(one for one in reversed(nodes) if one.start <= piece.start)
        if not _comes_later(node, nodes) and _is_alone(match.span(), node, source):
            words = " ".join(match["words"].decode("utf-8", "replace").split())
            found.append(Placeholder(words, Span(*match.span()), guidance=True))
    return found


def _comes_later(node: Node, nodes: list[Node]) -> bool:
    """Whether a section, or one that it stands in, is written during the work or after it."""
    while node.parent >= 0:
        if node.element in _LATER or node.element in _LAST:
            return True
        node = nodes[node.parent]
    return False


def _is_alone(span: tuple[int, int], node: Node, source: Source) -> bool:
    """Whether no words stand between the label above a comment and the one below.

    In the heading of a phase, whether that has no title; behind the label of an item, whether
    the item says nothing.
    """
    if node.heading is not None and span[0] < node.heading.end:
        return node.opening is not None and not node.opening.title
    start = node.heading.end if node.heading is not None else node.start
    own = source.bytes.rfind(b"\n", 0, span[0]) + 1
    above = source.text(min(start, own), own).split("\n")
    line_end = source.bytes.find(b"\n", span[1], node.own_end)
    line_end = node.own_end if line_end < 0 else line_end
    lines = [source.text(own, line_end)]
    if _is_item(lines[0]):
        return not _says_something(lines)
    if not _is_label(lines[0]):
        at = next((at for at in reversed(range(len(above))) if _is_label(above[at])), 0)
        lines = above[at:] + lines
    for line in source.text(line_end, node.own_end).split("\n"):
        if _is_label(line):
            break
        lines.append(line)
    return not _says_something(lines)


def _is_label(line: str) -> bool:
    return line.startswith("**") and (split_label(line) is not None or line.rstrip()[-2:] == "**")


def _is_item(line: str) -> bool:
    """Whether a line is an item with a label of its own."""
    return line.lstrip()[:2] in ("- ", "* ", "+ ") and split_label(line) is not None


def _says_something(lines: list[str]) -> bool:
    """Whether words are left without comments, a label, rules, empty boxes and a table's head."""
    rows = 0
    for number, line in enumerate(_ANY_COMMENT.sub("", "\n".join(lines)).split("\n")):
        label = split_label(line) if number == 0 or _is_label(line) else None
        if label is None and _is_label(line):
            continue
        words = (line[label.value_start :] if label else line).strip(_NO_WORDS)
        if words in _BOXES or not words:
            rows += line.lstrip().startswith("|")
            continue
        rows += line.lstrip().startswith("|")
        if not line.lstrip().startswith("|") or rows > 2:
            return True
    return False

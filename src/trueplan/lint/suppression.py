"""Findings silenced in place: `<!-- trueplan: ignore TP203 waiting for launch -->`."""

from __future__ import annotations

import re

from trueplan.lint.finding import Found
from trueplan.lint.registry import RULES
from trueplan.lint.rule import Rule
from trueplan.markdown import Markdown
from trueplan.record import Record
from trueplan.text import Span

_COMMENT = re.compile(
    rb"<!--\s*trueplan:\s*(?P<what>ignore(?:-file)?)\s+(?P<codes>[\w-]+(?:\s*,\s*[\w-]+)*)"
    rb"(?P<reason>[^>]*?)\s*-->"
)
UNUSED = "TP008"


class Comment(Record):
    """A comment that silences rules over a range of bytes."""

    words: tuple[str, ...]
    reason: str
    span: Span
    covers: Span


class Suppressions(Record):
    """The comments of a document."""

    comments: tuple[Comment, ...] = ()

    def covering(self, rule: Rule, span: Span) -> int | None:
        """The index of the first comment that silences `rule` at `span`."""
        for index, comment in enumerate(self.comments):
            if comment.covers.start <= span.start <= comment.covers.end and any(
                _names(word, rule) for word in comment.words
            ):
                return index if comment.reason else None
        return None

    def complaints(
        self, used: set[tuple[int, str]], rules: dict[str, Rule], ignored: frozenset[str]
    ) -> list[tuple[Rule, Found]]:
        """What is wrong with the comments: no reason, or nothing to silence.

        `used` are the comments that silenced something, by their index, with the rule's code.
        """
        rule = rules.get(UNUSED)
        if rule is None or UNUSED in ignored:
            return []
        running = {code: one for code, one in rules.items() if code not in ignored}
        found: list[tuple[Rule, Found]] = []
        for index, comment in enumerate(self.comments):
            words = ", ".join(comment.words)
            unknown = [word for word in comment.words if not _is_rule(word, RULES)]
            if unknown:
                message = f"the comment names {', '.join(unknown)}, which is no rule"
                help = "give the code or the name of a rule, as `trueplan check` prints them"
            elif not comment.reason:
                message = f"the comment silences {words} without a reason, so it silences nothing"
                help = f"write why: <!-- trueplan: ignore {words} because … -->"
            elif idle := _idle(index, comment, used, running):
                message = f"the comment silences {', '.join(idle)}, but nothing is found here"
                all_idle = len(idle) == len(comment.words)
                help = "remove the comment" if all_idle else "take it out of the comment"
            else:
                continue
            found.append((rule, Found(comment.span, message, help)))
        return found


def _idle(
    index: int, comment: Comment, used: set[tuple[int, str]], running: dict[str, Rule]
) -> list[str]:
    """The words of a comment that name a rule which runs and found nothing to silence."""
    return [
        word
        for word in comment.words
        if _is_rule(word, running)
        and not any((index, code) in used for code, rule in running.items() if _names(word, rule))
    ]


def _names(word: str, rule: Rule) -> bool:
    return rule.code == word.upper() or rule.name == word.lower()


def _is_rule(word: str, rules: dict[str, Rule]) -> bool:
    return word.upper() in rules or any(_names(word, rule) for rule in rules.values())


def read_suppressions(markdown: Markdown) -> Suppressions:
    """The comments that silence rules.

    On a line with other text a comment covers that line; alone on its line, the block of lines
    below it up to the next blank one; as `ignore-file`, the whole file.
    """
    source = markdown.source
    if b"trueplan:" not in source:
        return Suppressions()
    comments: list[Comment] = []
    for piece in markdown.html:
        for match in _COMMENT.finditer(source, piece.start, piece.end):
            words = tuple(word.strip().decode() for word in match["codes"].split(b","))
            reason = match["reason"].decode("utf-8", "replace").strip(" -:—–")
            span = Span(*match.span())
            if match["what"] == b"ignore-file":
                covers = Span(0, len(source))
            else:
                covers = _covered(source, span)
            comments.append(Comment(words, reason, span, covers))
    return Suppressions(tuple(comments))


def _covered(source: bytes, span: Span) -> Span:
    line_start = source.rfind(b"\n", 0, span.start) + 1
    line_end = source.find(b"\n", span.end)
    line_end = len(source) if line_end < 0 else line_end
    alone = not source[line_start : span.start].strip() and not source[span.end : line_end].strip()
    if not alone:
        return Span(line_start, line_end)
    position = line_end + 1
    while position < len(source):  # past blank lines
        end = source.find(b"\n", position)
        end = len(source) if end < 0 else end
        if source[position:end].strip():
            break
        position = end + 1
    end = position
    while end < len(source):  # to the next blank line
        stop = source.find(b"\n", end)
        stop = len(source) if stop < 0 else stop
        if not source[end:stop].strip():
            break
        end = stop + 1
    return Span(line_start, max(end - 1, line_end))

"""TP005: a code fence that is never closed."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found, Label
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.markdown import Block, find_blocks
from trueplan.text import Span

_LONGEST_SEEN = 80
_CODE_INDENT = 4


def check(subject: Subject) -> Iterator[Found]:
    """Report each fence that only the end of the file, or of what holds it, closes."""
    if subject.markdown.closed:
        return
    source = subject.source
    fences: list[Block] = find_blocks(subject.markdown.blocks, "code")
    for index, fence in enumerate(fences):
        if fence.closed or _is_indented(fence, subject):
            continue
        line = _line(source, fence.start)
        signs = _signs(line.slice(source))
        below = source.count(b"\n", line.end, fence.end) - (source[fence.end - 1 :][:1] == b"\n")
        swallowed = _swallowed(below)
        yield Found(
            line,
            f"the fence is never closed{swallowed}",
            help=f"close it with {signs}, or take it away if it was meant to close a block",
            mark="opens here",
            labels=_opened_inside(fences[:index], source),
            seen=source[line.start : line.start + _LONGEST_SEEN].decode("utf-8", "replace"),
        )


def _swallowed(lines: int) -> str:
    if lines < 1:
        return ""
    return f": the {lines} lines below it are code" if lines > 1 else ": the line below it is code"


def _is_indented(code: Block, subject: Subject) -> bool:
    """Whether signs of a fence only begin a block of indented code, outside of any list."""
    source = subject.source
    before = source[source.rfind(b"\n", 0, code.start) + 1 : code.start].expandtabs(4)
    return len(before) >= _CODE_INDENT and not before.strip() and code in subject.markdown.blocks


def _line(source: bytes, start: int) -> Span:
    """From `start` to the end of its line."""
    end = source.find(b"\n", start)
    end = len(source) if end < 0 else end
    return Span(start, start + len(source[start:end].rstrip()))


def _signs(line: bytes) -> str:
    length = len(line) - len(line.lstrip(line[:1]))
    return line[:length].decode()


def _opened_inside(before: list[Block], source: bytes) -> tuple[Label, ...]:
    """A fence with a language inside an earlier block: the usual reason why the count is odd."""
    for block in reversed(before):
        signs = source[block.start : block.start + 3]
        position = source.find(b"\n", block.start, block.end)
        while position >= 0:
            line = _line(source, position + 1)
            words = line.slice(source).lstrip(b" \t>")
            if words.startswith(signs) and words.strip(signs[:1]):
                start = line.end - len(words)
                return (Label(Span(start, line.end), "inside another block: close that one above"),)
            position = source.find(b"\n", position + 1, block.end)
    return ()


RULE = Rule(
    code="TP005",
    name="fence-never-closed",
    severity="warning",
    scope="document",
    summary="A code fence is never closed.",
    what=(
        "Reports a code block that starts with a fence and that only the end of the file, list "
        "item or quote ends. A fence inside an earlier block that may have caused it is pointed at."
    ),
    why=(
        "Everything below the fence is code: headings, tasks and criteria there are neither shown "
        "nor counted, here and wherever the file is rendered."
    ),
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned

```sh
lights --test mast-1

## Phases

### Phase 1: Masts

- [ ] Order the masts
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned

```sh
lights --test mast-1
```

## Phases

### Phase 1: Masts

- [ ] Order the masts
""",
    check=check,
)

"""TP402: a link leads to a heading that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.markdown.anchors import all_anchors
from trueplan.text.pattern import Pattern

# Lines of a file (`#L10-L20`), a piece of text, a footnote, the top of the page.
_ELSEWHERE = Pattern(r"L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$|:~:|fn(?:ref)?-|top$", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Found]:
    """Report each link whose anchor no heading of its target has."""
    own: frozenset[str] | None = None
    for link in subject.links:
        _, sign, fragment = link.target.partition("#")
        if not sign or link.image:
            continue
        fragment = unquote(fragment).removeprefix("user-content-")
        if not fragment or _ELSEWHERE.match(fragment):
            continue
        if link.target.startswith("#"):
            if own is None:
                own = all_anchors(subject.markdown)
            anchors: frozenset[str] | None = own
            place = "this file"
        else:
            path = subject.resolve(link.target)
            if path is None or path.startswith(".."):
                continue
            anchors = subject.files.anchors(path)
            place = path
        if anchors is None or _has(anchors, fragment):
            continue
        yield Found(
            link.span,
            f"no heading of {place} has the anchor #{fragment}",
            help=_help(fragment, anchors),
            mark="no such heading",
            seen=link.target,
        )


def _has(anchors: frozenset[str], fragment: str) -> bool:
    """Whether an anchor is there; GitHub finds it in any case."""
    lowered = fragment.lower()
    return (
        fragment in anchors or lowered in anchors or any(lowered == one.lower() for one in anchors)
    )


def _help(fragment: str, anchors: frozenset[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(fragment.lower(), sorted(anchors), n=1, cutoff=0.6)
    return f"did you mean #{close[0]}?" if close else "correct the anchor, or remove it"


RULE = Rule(
    code="TP402",
    name="dead-anchor",
    severity="warning",
    scope="document",
    summary="A link leads to a heading that its target does not have.",
    what=(
        "Reports links to `#a-heading` of the same file, or of another Markdown file in the "
        "repository, where no heading gives that anchor and no HTML sets it. Anchors are made as "
        "GitHub makes them: lower case, punctuation and emoji dropped, each blank a hyphen, and "
        "`-1`, `-2` behind repeated ones. A heading that starts with an emoji and a blank "
        "therefore has an anchor that starts with a hyphen."
    ),
    why="The link opens the file at its top, and the reader has to search for what was meant.",
    limits=(
        "Lines of code (`#L10`), footnotes and addresses with a scheme are not looked at. Upper "
        "and lower case count as the same, as they do on GitHub."
    ),
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned

The order is explained [below](#phase-1-the-masts).

## Phases

### Phase 1: Masts

- [ ] Order the masts
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned

The order is explained [below](#phase-1-masts).

## Phases

### Phase 1: Masts

- [ ] Order the masts
""",
    check=check,
)

"""TP009: the markers of a merge that nobody has settled."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.edit.unsettled import find_unsettled
from trueplan.lint.finding import Found, Label
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.text import Span


def check(subject: Subject) -> Iterator[Found]:
    """Report each conflict that git, or the merge driver, has marked in the file."""
    for one in find_unsettled(subject.markdown):
        lines = Span(one.ours.start, one.theirs.end)
        yield Found(
            Span(one.ours.start, one.ours.start + len(one.ours.slice(subject.source).rstrip())),
            "a merge left two versions here, and nobody has chosen",
            help="keep what is right, and take the three marker lines out",
            mark="one version",
            labels=(Label(one.middle, "the other version"), Label(one.theirs, "to here")),
            seen=lines.slice(subject.source).decode("utf-8", "replace"),
        )


RULE = Rule(
    code="TP009",
    name="unsettled-merge",
    severity="error",
    scope="document",
    summary="A conflict of a merge was never settled.",
    what=(
        "Reports the lines `<<<<<<<`, `=======` and `>>>>>>>` between which a merge leaves two "
        "versions of the same lines. In a block of code they are taken for an example."
    ),
    why=(
        "Both versions are read and counted, and the numbers of all tasks below are others than "
        "on either side. No command changes a file while they stand."
    ),
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned

### Phase 1: Masts

<<<<<<< ours
- [ ] Order three masts
=======
- [ ] Order two masts
>>>>>>> theirs
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned

### Phase 1: Masts

- [ ] Order two masts
""",
    check=check,
)

"""TP401: a relative link leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject


def check(subject: Subject) -> Iterator[Found]:
    """Report each relative link to a file or folder that is not there."""
    rows = subject.index.rows if subject.index is not None else ()
    listed = {row.link_span for row in rows}
    for link in subject.links:
        if link.span in listed:
            continue  # TP409 looks at the rows of an index
        path = subject.resolve(link.target)
        if path is None or path.startswith("..") or subject.files.exists(path):
            continue
        if "<" in path or "{" in path or "YYYY" in path or path.isspace():
            continue  # a piece of a template, which TP107 names
        kind = "picture" if link.image else "link"
        yield Found(
            link.span,
            f"the {kind} leads to {path}, which does not exist",
            help="correct the path, or remove the link",
            mark="no such file",
            seen=link.target,
        )


RULE = Rule(
    code="TP401",
    name="dead-link",
    severity="error",
    scope="document",
    summary="A relative link leads to a file that does not exist.",
    what=(
        "Reports relative links and pictures in plans, ADRs, journals, backlog and index whose "
        "target is not in the repository. A leading slash starts at the root. Addresses with a "
        "scheme, and paths that leave the repository, are not looked at."
    ),
    why="A reader who follows it loses the decision, the journal or the code it stood for.",
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned

See [the survey](../surveys/2026-masts.md).
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned

See [the survey](../surveys/2026-lights.md).
""",
    files=(("docs/surveys/2026-lights.md", "# Survey\n"),),
    check=check,
)

"""TP006: a file is too large to be read. Raised where files are read."""

from __future__ import annotations

from trueplan.lint.rule import Rule

RULE = Rule(
    code="TP006",
    name="file-too-large",
    severity="error",
    scope="file",
    summary="The file is larger than the limit, and was not read.",
    what=(
        "Reports a plan, ADR, journal, backlog or index of more than 10 MB. It is not read, so "
        "nothing else is said about it. The limit is `check.largest-file`, in megabytes."
    ),
    why=(
        "A Markdown file of that size is nearly always something else: a log, a dump, a picture "
        "pasted as text. Reading it would hold everything else up."
    ),
)

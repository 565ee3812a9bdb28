"""TP007: a file or folder cannot be read. Raised where files are read."""

from __future__ import annotations

from trueplan.lint.rule import Rule

RULE = Rule(
    code="TP007",
    name="file-unreadable",
    severity="error",
    scope="file",
    summary="The file or folder could not be read.",
    what=(
        "Reports a plan, ADR, journal, backlog or index that cannot be read: no permission, gone "
        "since the folder was listed, a broken link, a link that leads out of the repository; and "
        "a folder that cannot be listed. The message says which."
    ),
    why="What is not read is not checked. Without this finding it would look clean.",
)

"""TP008: a comment silences nothing. Raised where comments are matched with findings."""

from __future__ import annotations

from trueplan.lint.rule import Rule

RULE = Rule(
    code="TP008",
    name="unused-suppression",
    severity="warning",
    scope="file",
    summary="A comment that silences a rule has nothing to silence, or gives no reason.",
    what=(
        "Reports a comment `<!-- trueplan: ignore … -->` that silences no finding, that names "
        "something that is no rule, or that gives no reason; without a reason it silences nothing. "
        "Comments that name only rules which are switched off are left alone."
    ),
    why=(
        "A comment that outlives its finding hides the next one in the same place, and a reader "
        "takes it for something that is still wrong."
    ),
    limits="Of a comment that names several rules it is enough that one of them is found.",
    bad="""\
# Implementation Plan: Harbour lights

<!-- trueplan: ignore TP203 waiting for the launch -->
**Status**: In Progress

- [x] Order the masts
- [x] Put them up
- [ ] Wire them
""",
    good="""\
# Implementation Plan: Harbour lights

<!-- trueplan: ignore TP203 waiting for the launch -->
**Status**: In Progress

- [x] Order the masts
- [x] Put them up
- [x] Wire them
""",
)

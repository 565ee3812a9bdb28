"""TP501: a risk is named, and nothing is said about how it is met."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.model.plan import Risk

_OVER = ("closed", "resolved", "retired", "no longer", "~~")


def check(subject: Subject) -> Iterator[Found]:
    """Report each risk whose mitigation is empty or holds its place, where others have one."""
    plan = subject.plan
    assert plan is not None
    bare = [risk for risk in plan.risks if risk.mitigation is None]
    if not bare:
        return
    tables = [block for block in subject.markdown.blocks if block.kind == "table"]
    met = len(plan.risks) - len(bare)
    for risk in bare:
        in_table = any(block.start <= risk.span.start < block.end for block in tables)
        if in_table and not risk.has_mitigation_column:
            continue
        if not in_table and (met < len(bare) or _says_more(risk, subject)):
            continue  # a list in which few tell of a mitigation is a list of something else
        words = risk.span.slice(subject.source).decode("utf-8", "replace").lower()
        if any(sign in words for sign in _OVER):
            continue
        yield Found(
            risk.text.span,
            "nothing is said about how this risk is met",
            help="say how it is prevented or handled, or that it is accepted",
            ref=subject.ref,
            mark="no mitigation",
            seen=risk.text.value,
        )


def _says_more(risk: Risk, subject: Subject) -> bool:
    """Whether something stands below a risk's own words, which may well be the mitigation."""
    behind = subject.source[risk.text.span.end : risk.span.end]
    return bool(behind.strip(b" \t\r\n*_:-"))


RULE = Rule(
    code="TP501",
    name="risk-without-mitigation",
    severity="warning",
    scope="plan",
    summary="A risk has no mitigation.",
    what=(
        "Reports risks whose cell for the mitigation is empty, or says only TBD, None or the like. "
        "In lists and under sub-headings a risk is reported where most of the others have a "
        "mitigation. Risks that are closed, resolved or struck through are not reported."
    ),
    why="A risk that was seen and not answered will be answered in a hurry.",
    limits=(
        "A table without a column for the mitigation is not reported: it may be told elsewhere. "
        "“Accepted” is an answer."
    ),
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned

- [ ] Order the masts

## Risks & Mitigation

| Risk | Likelihood | Impact | Mitigation |
|------|------------|--------|------------|
| A gale while the masts go up | Medium | High | TBD |
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned

- [ ] Order the masts

## Risks & Mitigation

| Risk | Likelihood | Impact | Mitigation |
|------|------------|--------|------------|
| A gale while the masts go up | Medium | High | Raise them before October |
""",
    check=check,
)

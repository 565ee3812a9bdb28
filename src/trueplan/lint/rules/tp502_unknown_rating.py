"""TP502: a likelihood or an impact that no scale knows."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject
from trueplan.model.located import Located
from trueplan.reader.points import says_nothing
from trueplan.reader.vocabulary import RATINGS
from trueplan.text.pattern import Pattern

_REMARK = Pattern(r"[(（][^()（）]*[)）]|\[[^\[\]]*\]|[-–—:;,.]\s.*")
_NUMBER = Pattern(r"[<>≤≥~≈]?\s*\d+(?:\.\d+)?\s*%?(?:\s*(?:[-–/]|to|of)\s*\d+(?:\.\d+)?\s*%?)?")
_BETWEEN = Pattern(r"\s*(?:/|-|–|—|→|~|\bto\b|\bor\b)\s*")
_LEVEL = Pattern(r"(?:sev(?:erity)?|level|tier|class|s|p|l)[ -]?\d|v[hl]|[lm]-?[mh]")
_COLOURS = frozenset(("red", "amber", "orange", "yellow", "green"))
_COLOUR_SIGNS = "🔴🟠🟡🟢🟥🟧🟨🟩⬆⬇"
_MOST_WORDS = 3


def check(subject: Subject) -> Iterator[Found]:
    """Report each rating that is none, in columns that otherwise hold ratings."""
    plan = subject.plan
    assert plan is not None
    if not plan.risks:
        return
    likelihoods = [risk.likelihood for risk in plan.risks if risk.likelihood is not None]
    impacts = [risk.impact for risk in plan.risks if risk.impact is not None]
    for word, cells in (("likelihood", likelihoods), ("impact", impacts)):
        yield from _unknown(word, cells, subject)


def _unknown(word: str, cells: list[Located], subject: Subject) -> Iterator[Found]:
    unknown = [cell for cell in cells if not is_rating(cell.value)]
    if not unknown:
        return
    rated = len(cells) - len(unknown)
    for cell in unknown:
        meant = _meant(cell.value)
        short = len(cell.value.split()) <= _MOST_WORDS
        if not short or (meant is None and rated < 2 * len(unknown)):
            continue  # a column of sentences is none of ratings
        yield Found(
            cell.span,
            f"“{cell.value}” is no {word} that is known",
            help=f"did you mean {meant}?"
            if meant
            else "write Low, Medium or High, 1 to 5, or a percentage",
            ref=subject.ref,
            mark="no known rating",
            seen=f"{word} {cell.value}",
        )


def is_rating(text: str) -> bool:
    """Whether words rate something, whatever remark stands beside them."""
    if says_nothing(text) or any(sign in text for sign in _COLOUR_SIGNS):
        return True
    bare = _REMARK.sub("", text.lower()).strip("*_` \t!?.️‍")
    bare = "".join(sign for sign in bare if sign.isalnum() or sign in " -–—→/~<>≤≥≈%.+").strip(" +")
    if not bare or bare in RATINGS or bare in _COLOURS:
        return True
    if _NUMBER.fullmatch(bare) or _LEVEL.fullmatch(bare):
        return True
    parts = [part for part in _BETWEEN.split(bare) if part]
    if parts and all(part in RATINGS or part in _COLOURS for part in parts):
        return True
    words = bare.split()
    return any(" ".join(words[:count]) in RATINGS for count in (1, 2))


def _meant(text: str) -> str | None:
    from difflib import get_close_matches

    words = [one for one in RATINGS if len(one) > 2 and one.isascii() and one != "none"]
    close = get_close_matches(text.lower(), words, n=1, cutoff=0.72)
    return close[0].capitalize() if close else None


RULE = Rule(
    code="TP502",
    name="unknown-rating",
    severity="note",
    scope="plan",
    summary="A likelihood or impact is not on any known scale.",
    what=(
        "Reports ratings of risks that are neither words of a known scale (Low, Medium, High and "
        "their kin), nor numbers, percentages or colours. Remarks behind a rating, such as "
        "`High (8/10)`, are fine."
    ),
    why="Risks are sorted by their ratings; one that cannot be read falls out of sight.",
    limits=(
        "Cells of more than three words, and columns in which most cells are no ratings, are "
        "taken for descriptions and not reported, unless a rating is only misspelled."
    ),
    bad="""\
# Implementation Plan: Harbour lights

**Status**: Planned

- [ ] Order the masts

## Risks & Mitigation

| Risk | Likelihood | Impact | Mitigation |
|------|------------|--------|------------|
| A gale while the masts go up | Medum | High | Raise them before October |
""",
    good="""\
# Implementation Plan: Harbour lights

**Status**: Planned

- [ ] Order the masts

## Risks & Mitigation

| Risk | Likelihood | Impact | Mitigation |
|------|------------|--------|------------|
| A gale while the masts go up | Medium (2 of 5 autumns) | **High** | Raise them before October |
""",
    check=check,
    confidence="likely",
)

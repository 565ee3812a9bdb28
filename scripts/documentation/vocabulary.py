"""The page about the words that are understood, out of the tables that the reader uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from documentation.markdown import code, join, table
from documentation.pages import NOTICE, Pages
from trueplan.model.outline import SECTIONS as OUTLINE
from trueplan.model.status import STATE_NAMES
from trueplan.reader import leftovers, vocabulary

_PAGE = "docs/vocabulary.md"


def vocabulary_page() -> Pages:
    """The page."""
    return {
        _PAGE: join(
            "# Vocabulary",
            NOTICE,
            "The words that Trueplan understands, and what they mean to it. Case does not matter, "
            "nor do emphasis, emoji and a colon around them. How they are used is told in "
            "[How plans are read](guide/reading.md). A word that is missing can be added to the "
            "tables in `src/trueplan/reader/vocabulary.py`.",
            *_states(),
            *_phases(),
            f"## Fields\n\n{_meanings('Field', vocabulary.FIELD_WORDS)}",
            f"## Groups of items in a phase\n\n{_meanings('Group', vocabulary.GROUP_WORDS)}",
            f"## Sections\n\n{_meanings('Section', vocabulary.SECTION_WORDS, _headings())}",
            f"## Columns of tables\n\n{_meanings('Column', vocabulary.COLUMN_WORDS)}",
            *_values(),
        )
    }


def _states() -> Iterable[str]:
    names: dict[str, str] = dict(STATE_NAMES.items())
    names["planned_weak"] = "Planned, where nothing more definite is said"
    rows = [(names[meaning], _codes(words)) for meaning, words in vocabulary.STATUS_WORDS.items()]
    yield "## Statuses\n\n" + table(("State", "Words"), rows)
    signs: dict[str, list[str]] = {}
    for sign, state in vocabulary.STATUS_SIGNS.items():
        signs.setdefault(state, []).append(sign)
    rows = [(STATE_NAMES[state], " ".join(signs[state])) for state in STATE_NAMES if state in signs]
    yield "A sign tells the state where no word does:\n\n" + table(("State", "Signs"), rows)


def _phases() -> Iterable[str]:
    weights: dict[int, list[str]] = {}
    for word, weight in vocabulary.PHASE_WORDS.items():
        weights.setdefault(weight, []).append(word)
    rows = [(str(weight), _codes(weights[weight])) for weight in sorted(weights, reverse=True)]
    yield (
        "## Phases\n\nWhat a phase may be called. The weight decides between two series of "
        "headings that carry the same number of boxes.\n\n" + table(("Weight", "Words"), rows)
    )
    letters = _codes(f"{letter}1" for letter in vocabulary.PHASE_LETTERS)
    yield f"A letter right before its number is a phase too: {letters}."


def _values() -> Iterable[str]:
    ratings: dict[str, list[str]] = {}
    for word, rating in vocabulary.RATINGS.items():
        ratings.setdefault(rating, []).append(word)
    rows = [(rating, _codes(words)) for rating, words in ratings.items()]
    yield "## Ratings of risks\n\n" + table(("Rating", "Words"), rows)
    nothing = _codes(sorted(word for word in vocabulary.NOTHING if word))
    yield f"## Nothing\n\nAn empty value, and a value of these words, says nothing: {nothing}."
    yield (
        "## Placeholders\n\nLeft over from a template ([TP107](rules/TP107.md)) wherever they "
        f"stand outside of code: {_codes(leftovers.PLACEHOLDERS)}."
    )
    yield (
        "Left over where they are a whole item, cell or value: "
        f"{_codes(sorted(leftovers.PLACEHOLDER_ITEMS))}."
    )


def _headings() -> dict[str, str]:
    return {entry.element: entry.heading for entry in OUTLINE}


def _meanings(
    head: str, words: Mapping[str, Iterable[str]], names: Mapping[str, str] | None = None
) -> str:
    rows = [((names or {}).get(meaning, meaning), _codes(said)) for meaning, said in words.items()]
    return table((head, "Words"), rows)


def _codes(words: Iterable[str]) -> str:
    return ", ".join(code(word) for word in words)

"""The file name of a decision: its number, its words, in the style of those beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from trueplan.record import Record

_NAME = re.compile(
    r"(?P<lead>adr[-_ ]?)?(?P<digits>\d{1,4})"
    r"(?:(?P<gap>[-_. ]+)(?P<words>[^/]*?))?(?P<suffix>\.md|\.markdown)",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{4}[-_]?\d{2}[-_]?\d{2}(?!\d)")


class AdrName(Record):
    """A file name in its parts: `ADR-`, `0005`, `-`, `steel-masts`, `.md`."""

    lead: str
    digits: str
    gap: str
    words: str
    suffix: str

    @property
    def number(self) -> int:
        """The number of the decision."""
        return int(self.digits)


def read_adr_name(name: str) -> AdrName | None:
    """A file name in its parts; None where it has no number, or a day in its place."""
    found = _NAME.fullmatch(name)
    if found is None or _DAY.match(name):
        return None
    return AdrName(
        found["lead"] or "", found["digits"], found["gap"] or "", found["words"] or "",
        found["suffix"],
    )  # fmt: skip


def is_dated(name: str) -> bool:
    """Whether a file name begins with a day."""
    return _DAY.match(name) is not None


def write_adr_name(number: int, slug: str, names: Iterable[str]) -> str:
    """The name of decision `number`, written as the one of `names` with the highest number is.

    `slug` has hyphens between its words. Without a model: `0005-steel-masts.md`.
    """
    read = [one for name in names if (one := read_adr_name(name)) is not None]
    if not read:
        return f"{number:04d}-{slug}.md"
    model = max(read, key=lambda one: one.number)
    digits = str(number).zfill(len(model.digits))
    return f"{model.lead}{digits}{model.gap or '-'}{_joined(slug, model)}{model.suffix}"


def _joined(slug: str, model: AdrName) -> str:
    """The words with the sign between them that the model has; where it has one word, its gap."""
    sign = next((one for one in "-_ ." if one in model.words), model.gap or "-")
    words = slug.split("-")
    if model.words.isupper():
        words = [word.upper() for word in words]
    elif all(
        word[:1].isupper() for word in re.split(r"[-_ .]+", model.words) if word[:1].isalpha()
    ):
        words = [word[:1].upper() + word[1:] for word in words] if model.words else words
    return (sign if sign in ("-", "_", " ") else "-").join(words)

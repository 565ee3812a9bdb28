"""Open boxes that nobody owes: what was put off, dropped or never asked for."""

from __future__ import annotations

import re

from trueplan.model.item import Item, walk
from trueplan.model.plan import Plan
from trueplan.text.pattern import Pattern

_LATER = (
    r"future (?:work|enhancements?|improvements?|considerations?|features?|ideas|phases?|plans?"
    r"|scope|extensions?|optimi[sz]ations?)|follow[- ]?ups?|out[- ]of[- ]scope|non[- ]?goals?"
    r"|stretch(?: goals?)?|nice[- ]to[- ]haves?|deferred|postponed|optional|superseded|won'?t do"
)
# At the start of a heading, behind the number of a phase, or as a remark in brackets.
_PLACE = Pattern(
    rf"^[^\w(]*(?:\d+[.)]\s*)?(?:{_LATER}|future|backlog|next steps?|parking lot|ideas)\b"
    rf"|\d\w?\s*[:.–—-]\s*(?:{_LATER})\b|[(\[]\s*(?:{_LATER})\b",
    re.IGNORECASE,
)
_PUT_OFF = (
    r"deferred|postponed|optional|superseded|skipped|dropped|obsolete|descoped|cancell?ed"
    r"|stretch goal|follow-?up|not applicable|n/a|won'?t (?:do|fix)|not needed"
)
_REMARK = Pattern(
    rf"[(\[–—-]\W*(?:{_PUT_OFF})\b|^\W*(?:{_PUT_OFF})\s*[:)\]–—]"
    r"|\b(?:no longer needed|out of scope|(?:deferred|moved|postponed) to)\b",
    re.IGNORECASE,
)


class Owed:
    """Which open boxes of a plan are work that is still owed.

    Not owed: boxes below a heading such as "Future work", and boxes whose own words say that
    they are optional, put off or superseded.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._places: list[tuple[int, int]] | None = None

    def open(self, items: tuple[Item, ...]) -> list[Item]:
        """The open ones among `items` and what is nested in them that are still owed."""
        return [
            item
            for item in walk(items)
            if item.state in ("open", "in_progress") and not self._excused(item)
        ]

    def _excused(self, item: Item) -> bool:
        if _REMARK.search(item.text) is not None:
            return True
        if self._places is None:
            self._places = [
                section.span for section in self._plan.sections if _PLACE.search(section.title)
            ]
        return any(start <= item.span.start < end for start, end in self._places)

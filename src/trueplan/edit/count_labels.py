"""What a count in a backlog counts, by the words beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trueplan.model.companions import BacklogItem, BacklogState
from trueplan.reader.companions import read_backlog_state
from trueplan.reader.vocabulary import STATUS_WORDS
from trueplan.record import Record
from trueplan.text.pattern import Pattern

OPEN: tuple[BacklogState, ...] = ("backlog", "in_progress", "blocked", "unknown")
_CLOSED: tuple[BacklogState, ...] = ("done", "cancelled")
_NOISE = frozenset(
    (
        "a", "all", "and", "by", "count", "counts", "entries", "entry", "estimate",
        "features", "item", "items", "number", "of", "or", "overall", "per", "priorities",
        "priority", "status", "stories", "sum", "tasks", "the", "tickets", "total", "value",
        "effort", "size", "current", "currently",
    )
)  # fmt: skip
_SPECIAL: dict[str, tuple[tuple[BacklogState, ...], ...]] = {
    "open": (OPEN, ("backlog",)),
    "remaining": (OPEN,),
    "outstanding": (OPEN,),
    "unfinished": (OPEN,),
    "not done": (OPEN,),
    "active": (OPEN, ("in_progress",)),
    "closed": (_CLOSED, ("done",)),
    "not started": (("backlog",),),
}
_IN_PARENTHESES = Pattern(r"\([^()]*\)")
_RANGE = Pattern(r"\bp(\d)\s*(?:-|–|to)\s*p?(\d)\b")
_WORD = Pattern(r"[^\W_]+(?:['’][^\W_]+)?")
_PHRASES = frozenset(phrase for phrases in STATUS_WORDS.values() for phrase in phrases)


class Meaning(Record):
    """The items that a count takes: those in all of the groups that it names."""

    states: tuple[BacklogState, ...] = ()
    priorities: tuple[str, ...] = ()
    estimates: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()

    def count(self, items: Sequence[BacklogItem]) -> int:
        """How many of the items are meant."""
        return sum(self._takes(item) for item in items)

    def _takes(self, item: BacklogItem) -> bool:
        return (
            (not self.states or item.state in self.states)
            and (not self.priorities or item.priority.lower() in self.priorities)
            and (not self.estimates or item.estimate.lower() in self.estimates)
            and (not self.prefixes or item.id.partition("-")[0].lower() in self.prefixes)
        )


EVERYTHING = Meaning()


def intersect(one: Meaning, other: Meaning) -> Meaning | None:
    """What both take; None where they name groups of the same kind."""
    if any(left and right for left, right in zip(one, other, strict=True)):
        return None
    return Meaning(
        one.states or other.states,
        one.priorities or other.priorities,
        one.estimates or other.estimates,
        one.prefixes or other.prefixes,
    )


def read_label(words: str, items: Sequence[BacklogItem]) -> tuple[Meaning, ...]:
    """What a label may mean, the likeliest first; none where it is not understood."""
    plain = _RANGE.sub(_spelled_out, _IN_PARENTHESES.sub(" ", words.lower()))
    tokens = [word for word in _WORD.findall(plain) if word not in _NOISE]
    groups = [
        {item.priority.lower() for item in items} | {f"p{number}" for number in range(10)},
        {item.estimate.lower() for item in items} | {"xs", "s", "m", "l", "xl", "xxl"},
        {item.id.partition("-")[0].lower() for item in items},
    ]
    found: list[list[str]] = [[], [], []]
    rest: list[str] = []
    for token in tokens:
        kind = next((at for at, group in enumerate(groups) if token in group), None)
        (rest if kind is None else found[kind]).append(token)
    named = Meaning((), tuple(found[0]), tuple(found[1]), tuple(found[2]))
    if rest:
        return tuple(named._replace(states=states) for states in _states(" ".join(rest)))
    if not _WORD.search(plain):
        return ()
    return (named, named._replace(states=OPEN))


def _states(words: str) -> tuple[tuple[BacklogState, ...], ...]:
    special = _SPECIAL.get(words)
    if special is not None:
        return special
    if words not in _PHRASES and words.replace(" ", "-") not in _PHRASES:
        return ()
    state = read_backlog_state(words)
    return () if state == "unknown" else ((state,),)


def _spelled_out(match: re.Match[str]) -> str:
    """A range of priorities, each by its name: "P1-P3" is "p1 p2 p3"."""
    return " ".join(f"p{number}" for number in range(int(match[1]), int(match[2]) + 1))

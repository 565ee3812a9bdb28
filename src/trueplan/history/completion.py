"""What changed of a plan after it was completed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from trueplan.history.comparison import Changed, compare
from trueplan.history.likeness import likeness, print_of
from trueplan.history.snapshot import Snapshot
from trueplan.history.state import state_of
from trueplan.history.tracked import track_first, track_next
from trueplan.history.wording import wording
from trueplan.record import Record

# What changes a plan after its end. Ticks and notes do not, they complete what is said of it; nor
# does the order of things.
_SUBSTANCE = (
    "added",
    "removed",
    "reworded",
    "unticked",
    "phase added",
    "phase removed",
    "phase retitled",
    "phase reopened",
)
_SAME = 0.75  # the likeness from which other words are a correction


class Afterwards(Record):
    """The position of the revision since which a plan is completed, and the changes by kind."""

    since: int
    changes: tuple[tuple[str, int], ...]


def tell_afterwards(revisions: Sequence[Snapshot | None]) -> Afterwards | None:
    """What changed since a plan is completed by its status; None where its last revision is not."""
    since = len(revisions)
    while since and _is_completed(revisions[since - 1]):
        since -= 1
    if since == len(revisions):
        return None
    first, last = revisions[since], revisions[-1]
    assert first is not None
    assert last is not None
    return Afterwards(since, () if first is last else _count_changes(first, last))


def _is_completed(revision: Snapshot | None) -> bool:
    return revision is not None and revision.state == "completed" and revision.told


def _count_changes(first: Snapshot, last: Snapshot) -> tuple[tuple[str, int], ...]:
    keys = iter(range(1, 1 << 40))
    before = track_first(first, keys)
    after = track_next([before], last, keys)
    counts: Counter[str] = Counter(
        one.kind
        for one in compare(state_of(before), state_of(after))
        if one.kind in _SUBSTANCE and not _corrects(one)
    )
    if counts["added"] or counts["unticked"]:
        del counts["phase reopened"]  # it is so for that
    return tuple((kind, counts[kind]) for kind in _SUBSTANCE if counts[kind])


def _corrects(change: Changed) -> bool:
    """Whether other words say the same: nearly all letters, and every number, are as they were."""
    if change.kind not in ("reworded", "phase retitled"):
        return False
    before, after = wording(change.before or ""), wording(change.after or "")
    same_numbers = re.findall(r"\d+", before) == re.findall(r"\d+", after)
    return same_numbers and likeness(print_of(before), print_of(after)) >= _SAME

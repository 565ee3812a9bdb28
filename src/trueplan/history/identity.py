"""Which item of a revision is which of the one before, whatever was reworded, moved, renumbered."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from trueplan.history.likeness import Print, likeness, print_of
from trueplan.history.snapshot import SeenItem, SeenPhase, SeenRisk
from trueplan.record import Record

NEW = -1
_SAME = 0.56  # likeness from which two wordings are one, wherever they stand
_SAME_PLACE = 0.36  # the same, between neighbours that are known
_SAME_RUN = 0.3  # the same, on the average of as many in a row as there were
_LEAST_IN_RUN = 0.15
_SURE = 0.75  # likeness from which something done may have become something open
_WIDEST = 250_000  # pairs that are compared one by one; beyond, only equal wordings are matched


class Thing(Record):
    """What is matched: its wording, the group in which it stands, and what it may be matched with.

    `group` is a number that both revisions share where they share the group; `sort` keeps apart
    what is hardly ever the same thing. Work that is `done` is not written anew as work to do.
    """

    words: str
    group: int
    sort: str = ""
    done: bool = False


def match_phases(old: Sequence[SeenPhase], new: Sequence[SeenPhase]) -> list[int]:
    """For each new phase the position of the old one that it is, or NEW."""
    if len(old) == len(new) and all(
        one.words == other.words for one, other in zip(old, new, strict=True)
    ):
        return list(range(len(new)))
    found = match(
        [Thing(one.words, 0) for one in old],
        [Thing(one.words, 0) for one in new],
    )
    taken = set(found)
    left = {one.place: at for at, one in enumerate(old) if at not in taken}
    rest = [at for at, before in enumerate(found) if before == NEW]
    for at in rest:  # a title may be written anew, its number still names the phase
        before = left.get(new[at].place)
        if before is not None and len(left) == len(rest):
            found[at] = before
    return found


def match_items(
    old: Sequence[SeenItem], new: Sequence[SeenItem], phases: Sequence[int]
) -> list[int]:
    """For each new item the position of the old one that it is, or NEW.

    `phases` tells for each new phase which old one it is, as `match_phases` does.
    """
    if len(old) == len(new) and all(
        one.words == other.words and one.phase == _group(other.phase, phases)
        for one, other in zip(old, new, strict=True)
    ):
        return list(range(len(new)))  # most revisions only tick
    return match(
        [_thing(one, one.phase) for one in old],
        [_thing(one, _group(one.phase, phases)) for one in new],
    )


def _thing(item: SeenItem, group: int) -> Thing:
    return Thing(item.words, group, _sort(item), item.state == "done")


def _group(phase: int, phases: Sequence[int]) -> int:
    """The old phase that a new one is; for one that is new a number that no old one has."""
    if phase < 0 or phases[phase] != NEW:
        return phases[phase] if phase >= 0 else phase
    return -2 - phase


def match_risks(old: Sequence[SeenRisk], new: Sequence[SeenRisk]) -> list[int]:
    """For each new risk the position of the old one that it is, or NEW."""
    return match([Thing(one.words, 0) for one in old], [Thing(one.words, 0) for one in new])


def match(old: Sequence[Thing], new: Sequence[Thing]) -> list[int]:
    """For each of `new` the position in `old` of what it is, or NEW; none is taken twice.

    Equal wordings are matched first: in their group, then anywhere, the k-th with the k-th. What
    is left is matched by likeness, the likest first; between two neighbours that are known to be
    neighbours, less likeness will do, and less still where as many stand in a row as did before.
    """
    matching = _Matching(old, new)
    if len(old) == len(new) and all(
        one.words == other.words and one.group == other.group
        for one, other in zip(old, new, strict=True)
    ):
        return list(range(len(new)))
    matching.by_key(lambda one: (one.sort, one.group, one.words))
    matching.by_key(lambda one: (one.sort, one.words))
    matching.by_key(lambda one: one.words)
    matching.by_likeness()
    matching.by_order()
    return matching.found


def _sort(item: SeenItem) -> str:
    return "work" if item.kind in ("task", "other", "deliverable") else "proof"


class _Matching:
    """One use, one pair of revisions."""

    def __init__(self, old: Sequence[Thing], new: Sequence[Thing]) -> None:
        self.old, self.new = old, new
        self.found = [NEW] * len(new)
        self.taken = [False] * len(old)

    def by_key(self, key: Callable[[Thing], Hashable]) -> None:
        """Match what has the same key, in the order of the documents."""
        waiting: dict[Hashable, list[int]] = {}
        for at in range(len(self.old) - 1, -1, -1):
            if not self.taken[at]:
                waiting.setdefault(key(self.old[at]), []).append(at)
        for at, one in enumerate(self.new):
            if self.found[at] == NEW and (rest := waiting.get(key(one))):
                self._take(at, rest.pop())

    def by_likeness(self) -> None:
        """Match what is left, the likest first."""
        gone = [at for at, taken in enumerate(self.taken) if not taken]
        come = [at for at, before in enumerate(self.found) if before == NEW]
        if not gone or not come or len(gone) * len(come) > _WIDEST:
            return
        old_prints = {at: print_of(self.old[at].words) for at in gone}
        new_prints = {at: print_of(self.new[at].words) for at in come}
        scored = [
            (score, before, at)
            for at in come
            for before in gone
            if (score := self._score(before, at, old_prints[before], new_prints[at])) > 0
        ]
        scored.sort(key=lambda one: (-one[0], one[1], one[2]))
        for _, before, at in scored:
            if self.found[at] == NEW and not self.taken[before]:
                self._take(at, before)

    def by_order(self) -> None:
        """Match runs that are left between the same neighbours, where as many came as went."""
        for gone, come in self._runs():
            if len(gone) != len(come):
                continue
            pairs = list(zip(gone, come, strict=True))
            alike = [self._likeness(before, at) for before, at in pairs]
            if min(alike) >= _LEAST_IN_RUN and sum(alike) >= _SAME_RUN * len(alike):
                for before, at in pairs:
                    self._take(at, before)

    def _runs(self) -> list[tuple[list[int], list[int]]]:
        """What is left, in runs of several that stand together on both sides."""
        runs: list[tuple[list[int], list[int]]] = []
        at = 0
        while at < len(self.new):
            end = at
            while end < len(self.new) and self.found[end] == NEW and self._together(at, end):
                end += 1
            if end - at > 1:
                before = self._run_before(at)
                if before:
                    runs.append((before, list(range(at, end))))
            at = max(end, at + 1)
        return runs

    def _together(self, at: int, end: int) -> bool:
        return self.new[at].group == self.new[end].group

    def _run_before(self, at: int) -> list[int]:
        """The old things that stand where a run of new ones begins, as long as none is taken."""
        group = self.new[at].group
        if at and self.new[at - 1].group == group:
            start = self.found[at - 1] + 1
        else:
            start = next((n for n, one in enumerate(self.old) if one.group == group), -1)
        run = []
        while 0 <= start < len(self.old) and not self.taken[start]:
            if self.old[start].group != group:
                break
            run.append(start)
            start += 1
        return run

    def _likeness(self, before: int, at: int) -> float:
        old, new = self.old[before], self.new[at]
        if old.sort != new.sort or (old.done and not new.done):
            return 0.0
        return likeness(print_of(old.words), print_of(new.words))

    def _score(self, before: int, at: int, one: Print, other: Print) -> float:
        alike = likeness(one, other)
        old, new = self.old[before], self.new[at]
        if old.done and not new.done and alike < _SURE:
            return 0.0
        if old.sort != new.sort:
            return alike if alike >= 0.8 else 0.0
        if old.group != new.group:
            return alike if alike >= _SAME + 0.08 else 0.0
        if alike >= _SAME:
            return alike + 0.1
        if alike >= _SAME_PLACE and self._between_neighbours(before, at):
            return alike + 0.1
        return 0.0

    def _between_neighbours(self, before: int, at: int) -> bool:
        """Whether what stands before and behind the two in their group is matched as well."""
        return self._neighbour(before, at, -1) and self._neighbour(before, at, 1)

    def _neighbour(self, before: int, at: int, step: int) -> bool:
        old, new = before + step, at + step
        at_edge = not 0 <= old < len(self.old) or self.old[old].group != self.old[before].group
        new_edge = not 0 <= new < len(self.new) or self.new[new].group != self.new[at].group
        if at_edge or new_edge:
            return at_edge and new_edge
        return self.found[new] == old

    def _take(self, at: int, before: int) -> None:
        self.found[at] = before
        self.taken[before] = True

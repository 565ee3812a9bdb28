"""A revision whose things have keys, so that they can be followed through all revisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trueplan.history.identity import NEW, match_items, match_phases, match_risks
from trueplan.history.snapshot import SeenItem, SeenPhase, SeenRisk, Snapshot
from trueplan.record import Record


class Tracked(Record):
    """A revision, and the key of each of its phases, items and risks, in their order."""

    snapshot: Snapshot
    phases: tuple[int, ...]
    items: tuple[int, ...]
    risks: tuple[int, ...]

    def phase_key(self, item: SeenItem) -> int:
        """The key of the phase that an item stands in, or NEW."""
        return self.phases[item.phase] if item.phase >= 0 else NEW

    def keyed_items(self) -> dict[int, SeenItem]:
        """The items by their keys."""
        return dict(zip(self.items, self.snapshot.items, strict=True))

    def keyed_phases(self) -> dict[int, SeenPhase]:
        """The phases by their keys."""
        return dict(zip(self.phases, self.snapshot.phases, strict=True))

    def keyed_risks(self) -> dict[int, SeenRisk]:
        """The risks by their keys."""
        return dict(zip(self.risks, self.snapshot.risks, strict=True))


def track_first(snapshot: Snapshot, keys: Iterator[int]) -> Tracked:
    """Give everything in a first revision a new key."""
    return Tracked(
        snapshot,
        tuple(next(keys) for _ in snapshot.phases),
        tuple(next(keys) for _ in snapshot.items),
        tuple(next(keys) for _ in snapshot.risks),
    )


def track_next(parents: Sequence[Tracked], snapshot: Snapshot, keys: Iterator[int]) -> Tracked:
    """Give everything in a revision the key that it had in its parents, or a new one.

    Of two parents that know a thing by different keys the first one is right.
    """
    matched = [_match(parent, snapshot) for parent in parents]
    return Tracked(
        snapshot,
        _choose([one[0] for one in matched], keys),
        _choose([one[1] for one in matched], keys),
        _choose([one[2] for one in matched], keys),
    )


_Keys = tuple[int, ...]


def _match(parent: Tracked, snapshot: Snapshot) -> tuple[_Keys, _Keys, _Keys]:
    """The keys in one parent of what a revision holds."""
    old = parent.snapshot
    phases = match_phases(old.phases, snapshot.phases)
    items = match_items(old.items, snapshot.items, phases)
    risks = match_risks(old.risks, snapshot.risks)
    return (
        _keys(parent.phases, phases),
        _keys(parent.items, items),
        _keys(parent.risks, risks),
    )


def _keys(keys: _Keys, matched: list[int]) -> _Keys:
    return tuple(keys[before] if before != NEW else NEW for before in matched)


def _choose(known: list[_Keys], keys: Iterator[int]) -> _Keys:
    """For each thing the first key that is known and not yet given away, or a new one."""
    chosen = list(known[0])
    used = set(chosen)
    for more in known[1:]:
        for at, key in enumerate(more):
            if chosen[at] == NEW and key not in used:
                chosen[at] = key
                used.add(key)
    return tuple(next(keys) if key == NEW else key for key in chosen)

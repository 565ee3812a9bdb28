"""How well the matching of items does on revisions that people labelled by reading them.

`identity_sample.json` tells how the sample was made. A figure is right where a pair that was
matched is one that was labelled the same, wrong where it is not, missed where a labelled pair was
not matched. What nobody was sure of is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.histories.importing import REPOSITORIES
from trueplan.git.revisions import read_blobs
from trueplan.history.identity import NEW, match_items, match_phases
from trueplan.history.snapshot import take_snapshot
from trueplan.model.item import Item
from trueplan.model.plan import Plan
from trueplan.model.references import refer, walk_referred
from trueplan.reader.plan import read_plan

SAMPLE = Path(__file__).with_name("identity_sample.json")

TUNED, HELD_OUT, ALL = "tuned on", "held out", "all"

Pair = tuple[int, int]
# What is hung on a line when work is done: when, and by which commit.
_HUNG_ON = re.compile(
    r"[(\[]\s*\d{4}-\d\d-\d\d[^)\]]*[)\]]|[\[(`]*(?:checkpoint:?\s*)?\b[0-9a-f]{7,40}\b[\])`]*"
)


class Tally(NamedTuple):
    """Pairs of items: matched and the same, matched and not, the same and not matched."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def plus(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(*(one + more for one, more in zip(self, other, strict=True)))

    @property
    def precision(self) -> float | None:
        """The share of what was matched that is the same; None where nothing was."""
        matched = self.right + self.wrong
        return self.right / matched if matched else None

    @property
    def recall(self) -> float | None:
        """The share of what is the same that was matched; None where nothing is."""
        same = self.right + self.missed
        return self.right / same if same else None


class Measured(NamedTuple):
    """A part of the sample: how many pairs of revisions, and the tallies of their items.

    `reworded` are those items alone that say something else, not only when or where it was done.
    """

    revisions: int
    items: Tally
    reworded: Tally


def measure(folders: Mapping[str, Path]) -> dict[str, Measured]:
    """The parts of the sample, by repository and by half, and all of it."""
    parts: dict[str, Measured] = {}
    sample: Sequence[Mapping[str, Any]] = json.loads(SAMPLE.read_text(encoding="utf-8"))["pairs"]
    for position, pair in enumerate(sample):
        items, reworded = _measure_pair(folders[pair["repository"]], pair)
        half = HELD_OUT if position % 2 else TUNED
        for part in (pair["repository"], half, ALL):
            known = parts.get(part, Measured(0, Tally(), Tally()))
            parts[part] = Measured(
                known.revisions + 1, known.items.plus(items), known.reworded.plus(reworded)
            )
    return {part: parts[part] for part in (*REPOSITORIES, TUNED, HELD_OUT, ALL)}


def _measure_pair(folder: Path, pair: Mapping[str, Any]) -> tuple[Tally, Tally]:
    texts = read_blobs(folder, [pair["old"], pair["new"]])
    old, new = texts[pair["old"]], texts[pair["new"]]
    matched = _match(old, new)
    doubtful_old = {one for one, _ in pair["unsure"] if one}
    doubtful_new = {other for _, other in pair["unsure"] if other}
    labelled_old = {one for one, _ in pair["same"]} | set(pair["gone"])
    labelled_new = {other for _, other in pair["same"]} | set(pair["added"])
    found = {
        (one, other)
        for one, other in matched
        if one not in doubtful_old
        and other not in doubtful_new
        and (one in labelled_old or other in labelled_new)
    }
    same = {(one, other) for one, other in pair["same"]}
    lines = old.split(b"\n"), new.split(b"\n")

    def says_else(one: Pair) -> bool:
        return _bare(lines[0][one[0] - 1]) != _bare(lines[1][one[1] - 1])

    return _tally(found, same), _tally(filter(says_else, found), filter(says_else, same))


def _match(old: bytes, new: bytes) -> list[Pair]:
    """The lines of the items that are matched."""
    plans = read_plan(old), read_plan(new)
    one, other = (take_snapshot(plan) for plan in plans)
    old_lines, new_lines = (
        _lines(source, plan) for source, plan in zip((old, new), plans, strict=True)
    )
    found = match_items(one.items, other.items, match_phases(one.phases, other.phases))
    return [
        (old_lines[one.items[before].place], new_lines[item.place])
        for item, before in zip(other.items, found, strict=True)
        if before != NEW
    ]


def _lines(source: bytes, plan: Plan) -> dict[str, int]:
    """The line of each item by its place."""
    references = refer(plan)
    groups = [one.items for one in references.phases] + list(references[1:-1])
    return {one.place: _line(source, one.item) for group in groups for one in walk_referred(group)}


def _line(source: bytes, item: Item) -> int:
    return source.count(b"\n", 0, item.span.start) + 1


def _tally(found: Iterable[Pair], same: Iterable[Pair]) -> Tally:
    matched, wanted = set(found), set(same)
    return Tally(len(matched & wanted), len(matched - wanted), len(wanted - matched))


def _bare(line: bytes) -> str:
    """The letters of a line without its box and what was hung on it."""
    text = re.sub(r"^[\s>]*(?:[-*+]|\d+[.)])\s+\[.\]", "", line.decode("utf-8", "replace"))
    return "".join(filter(str.isalpha, _HUNG_ON.sub(" ", text.casefold())))

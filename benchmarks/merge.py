"""Question 8: how many conflicts the merge driver saves, beside git's own merge.

Two people change the same file: both sides of each pair are made with the edits that the commands
make, from a plan of the example or a public one. The same three versions go to git and to the
driver; where neither side contradicts the other, what both wrote has to be in the result.
"""

from __future__ import annotations

import random
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench import FULL, Bench
from data import corpus_files
from merge_pairs import AT_ODDS, KINDS, Maker, contradictions, make_pair
from peers import ROOT
from report import Section, Table, Verdict
from trueplan.app.merge import Labels, merge_files
from trueplan.edit.document import Document, read_document
from trueplan.text import apply_edits

TITLE = "Merges"
EXAMPLE = ROOT / "examples" / "harbour"
_METHOD = (
    "Two sides change one file, as two branches do, with the edits that the commands make: {files} "
    "files of the example and the corpus, {pairs} pairs for each kind, in files that have a place "
    "for it, chosen with a fixed seed. The same three versions are merged by `git merge-file` and "
    "by `trueplan merge-driver`. “Whole” counts merges without a conflict that hold every line "
    "that either side wrote, or for the last kind none."
)
_SEED = 1870


class Count(NamedTuple):
    """What became of the pairs of one kind."""

    kind: str
    pairs: int
    git: int
    trueplan: int
    whole: int
    left: int


def count_kind(
    kind: str, maker: Maker, documents: Sequence[Document], wanted: int, scratch: Path
) -> Count:
    """Merge `wanted` pairs of a kind with both, and count what came out."""
    chance = random.Random(f"{_SEED} {kind}")
    pairs = by_git = by_trueplan = whole = left = misses = 0
    while pairs < wanted and misses < 20 * wanted:
        document = chance.choice(documents)
        made = make_pair(maker, document, chance)
        sources = [apply_edits(document.source, side) for side in made or ()]
        if len(set(sources)) < 2:
            misses += 1
            continue
        base, ours, theirs = _write(scratch, document.source, *sources)
        pairs += 1
        by_git += _merge_by_git(base, ours, theirs)
        outcome = merge_files(str(base), str(ours), str(theirs), Labels())
        left += bool(outcome.doubt)
        by_trueplan += bool(outcome.conflicts)
        whole += not outcome.conflicts and _holds(ours.read_bytes(), document.source, sources)
    return Count(kind, pairs, by_git, by_trueplan, whole, left)


def _write(scratch: Path, *sources: bytes) -> list[Path]:
    paths = [scratch / name for name in ("base.md", "ours.md", "theirs.md")]
    for path, source in zip(paths, sources, strict=True):
        path.write_bytes(source)
    return paths


def _merge_by_git(base: Path, ours: Path, theirs: Path) -> bool:
    """Whether git's own merge has a conflict."""
    words = ["git", "merge-file", "-p", "-q", *map(str, (ours, base, theirs))]
    done = subprocess.run(words, cwd=ours.parent, capture_output=True, check=False)
    return done.returncode != 0


def _holds(merged: bytes, base: bytes, sides: Sequence[bytes]) -> bool:
    """Whether the words of all lines that a side wrote are there, and their boxes."""
    there = set(merged.split())
    old = set(base.split(b"\n"))
    return all(
        set(line.replace(b"[ ]", b"").split()) <= there
        for side in sides
        for line in side.split(b"\n")
        if line not in old
    )


def measure(bench: Bench) -> Section:
    """Merge pairs over the example and the corpus."""
    wanted = 200 if bench.scale == FULL else 25
    paths = [*sorted((EXAMPLE / "docs" / "plans").glob("*.md")), *corpus_files()]
    documents = [read_document(path.read_bytes()) for path in paths]
    with bench.folder("merge") as folder:
        found = [
            count_kind(kind, maker, documents, wanted, folder) for kind, maker in KINDS.items()
        ]
        at_odds = count_kind(AT_ODDS, contradictions, documents, wanted, folder)
    git, own = (sum(getattr(one, name) for one in found) for name in ("git", "trueplan"))
    verdicts = [
        Verdict(
            "Edits that do not contradict",
            "merged without a conflict, nothing lost",
            f"{sum(one.whole for one in found):,} of {sum(one.pairs for one in found):,}; "
            f"conflicts {own:,}, with git {git:,}",
            all(one.whole == one.pairs for one in found),
        ),
        Verdict(
            "Edits that contradict",
            "a conflict each",
            f"{at_odds.trueplan:,} of {at_odds.pairs:,}",
            at_odds.trueplan == at_odds.pairs,
        ),
    ]
    method = _METHOD.format(files=len(paths), pairs=wanted)
    return Section(TITLE, verdicts, [method, tabulate([*found, at_odds])])


def tabulate(found: Sequence[Count]) -> Table:
    """A row for each kind."""
    head = (
        "two sides",
        "pairs",
        "git: conflicts",
        "Trueplan: conflicts",
        "saved",
        "whole",
        "left to git",
    )
    return Table(
        head,
        [
            [
                one.kind,
                f"{one.pairs:,}",
                f"{one.git:,}",
                f"{one.trueplan:,}",
                f"{one.git - one.trueplan:,}",
                f"{one.whole:,}",
                f"{one.left:,}",
            ]
            for one in found
        ],
    )

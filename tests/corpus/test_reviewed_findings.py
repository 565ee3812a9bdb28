"""Every error and warning on real plans was judged by eye, and nearly all of them are right.

`reviewed_findings.json` holds the judgements. A finding that is not in it has to be looked at; one
that is no longer found has to be taken out, so that the share stays honest.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SHARED, replay
from tests.corpus.findings import Keys, collect, collect_apart

_LEAST = 0.95
_REVIEW: dict[str, Any] = json.loads(
    Path(__file__).with_name("reviewed_findings.json").read_text(encoding="utf-8")
)
_SOURCES = ("corpus", "clubs", "anon-identity", "seva", "parrotink")
_VERDICTS = ("right", "arguable", "wrong")


def _keys(entries: Iterable[dict[str, Any]]) -> Keys:
    keys: Keys = Counter()
    for one in entries:
        keys[one["file"], one["code"], one["line"]] += one.get("times", 1)
    return keys


def _share(entries: Iterable[dict[str, Any]]) -> tuple[int, int]:
    """How many were judged right, and how many were judged."""
    tally: Counter[str] = Counter()
    for one in entries:
        tally[one["verdict"]] += one.get("times", 1)
    return tally["right"], tally.total()


def test_findings_on_the_corpus_were_reviewed(corpus: list[Path], tmp_path: Path) -> None:
    """Those that only the files' own repositories could tell about are listed apart."""
    expected = _keys(_REVIEW["corpus"]) + _keys(_REVIEW["outside"])
    assert collect_apart(corpus, tmp_path) == expected


def test_only_dead_links_are_left_to_other_repositories() -> None:
    """No other finding can be put aside in this way."""
    assert {one["code"] for one in _REVIEW["outside"]} == {"TP401"}


def test_findings_in_clubs_were_reviewed(clubs: Path) -> None:
    """A repository with two projects, their indexes and companions."""
    assert collect(clubs) == _keys(_REVIEW["clubs"])


@pytest.mark.parametrize("name", ["anon-identity", "seva", "parrotink"])
def test_findings_in_a_history_were_reviewed(name: str, tmp_path: Path) -> None:
    """The last commit of a real repository."""
    stream = SHARED / "histories" / f"{name}.fi.gz"
    if not stream.is_file():
        pytest.skip("the folder shared/histories is not beside the project")
    assert collect(replay(stream, tmp_path)) == _keys(_REVIEW[name])


def test_nearly_all_are_right() -> None:
    """The share of the right ones, over all sources; what is arguable does not count as right."""
    entries = [one for source in _SOURCES for one in _REVIEW[source]]
    assert {one["verdict"] for one in entries} <= set(_VERDICTS)
    assert all(one["reason"] for one in entries)
    right, judged = _share(entries)
    for code in sorted({one["code"] for one in entries}):
        of_rule = [one for one in entries if one["code"] == code]
        print(f"{code}: %d of %d" % _share(of_rule))
    print(f"all: {right} of {judged}, {right / judged:.1%}")
    assert right >= _LEAST * judged

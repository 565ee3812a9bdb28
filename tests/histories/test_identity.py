"""How well items are known again, on a sample that was labelled by hand."""

from __future__ import annotations

import json
from pathlib import Path

from tests.histories.identity import SAMPLE, Measured, Tally, measure


def test_figures(histories: dict[str, Path]) -> None:
    """What was matched is the same; of what is the same some is missed."""
    assert measure(histories) == {
        "parrotink": Measured(32, Tally(56, 0, 2), Tally(8, 0, 2)),
        "seva": Measured(32, Tally(65, 0, 12), Tally(42, 0, 12)),
        "anon-identity": Measured(11, Tally(0, 0, 1), Tally(0, 0, 1)),
        "clubs": Measured(1, Tally(0, 0, 1), Tally(0, 0, 1)),
        "tuned on": Measured(38, Tally(60, 0, 3), Tally(18, 0, 3)),
        "held out": Measured(38, Tally(61, 0, 13), Tally(32, 0, 13)),
        "all": Measured(76, Tally(121, 0, 16), Tally(50, 0, 16)),
    }


def test_shares() -> None:
    tally = Tally(3, 1, 2)
    assert (tally.precision, tally.recall) == (0.75, 0.6)
    assert (Tally().precision, Tally().recall) == (None, None)


def test_the_sample_holds_no_text() -> None:
    """Names, hashes and numbers of lines; every line once."""
    sample = json.loads(SAMPLE.read_text(encoding="utf-8"))
    assert list(sample) == ["note", "pairs"]
    for pair in sample["pairs"]:
        assert {len(pair[key]) for key in ("commit", "old", "new")} == {40}
        for side, rest in ((0, "gone"), (1, "added")):
            lines = [one[side] for one in pair["same"] + pair["unsure"] if one[side]] + pair[rest]
            assert len(set(lines)) == len(lines)

"""Accepted findings survive the way to disk and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from trueplan.errors import ConfigurationError
from trueplan.workspace.accepted import PLACE, Acceptance, add_accepted, load_accepted

_PLAIN = Acceptance(
    "TP201", "docs/plans/a.md", "3 open", "works all the same", "16e6004", "2026-01-02"
)
_NASTY = Acceptance(
    "TP401",
    'docs/"plans"/ä \\ 🚀.md',
    "a\nb\tc\x7f\x00\x1b",
    "''' \"\"\" # = [x]",
    "",
    "2026-01-03",
)


def test_nothing_was_accepted_yet(tmp_path: Path) -> None:
    """Without the file there is nothing."""
    assert load_accepted(tmp_path) == ()


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Quotes, line ends, control characters and other scripts come back as they were."""
    add_accepted(tmp_path, [_PLAIN])
    add_accepted(tmp_path, [_NASTY, _PLAIN])
    assert load_accepted(tmp_path) == (_PLAIN, _NASTY, _PLAIN)


def test_what_stands_in_the_file_stays(tmp_path: Path) -> None:
    """Comments and order of a hand stay, byte by byte, and nothing else is left in the folder."""
    before = "# ours\n\n[[accepted]]\nrule='TP1'   # odd\nplan = 'a'\n"
    path = tmp_path / PLACE
    path.parent.mkdir()
    path.write_text(before)
    add_accepted(tmp_path, [_PLAIN])
    assert path.read_text().startswith(before)
    assert [one.rule for one in load_accepted(tmp_path)] == ["TP1", "TP201"]
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    "data",
    [
        b"[[accepted",
        b"accepted = 3",
        b"accepted = [1]",
        b"accepted = 'x'",
        b"\xff",
        b"[accepted]\nrule = 1",
        b"accepted = " + b"[" * 5000,
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, data: bytes) -> None:
    """It is named, and nothing of it is taken."""
    path = tmp_path / PLACE
    path.parent.mkdir()
    path.write_bytes(data)
    with pytest.raises(ConfigurationError, match=r"\.trueplan/accepted\.toml cannot be read"):
        load_accepted(tmp_path)


def test_a_name_that_toml_cannot_hold(tmp_path: Path) -> None:
    """Nothing is written, not even the folder."""
    with pytest.raises(ConfigurationError, match="not UTF-8"):
        add_accepted(tmp_path, [_PLAIN._replace(plan="docs/plans/\udcff.md")])
    assert list(tmp_path.iterdir()) == []

"""The name of a content is the one that git gives it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.git.committing import Committing
from trueplan.git.blob import name_blob


@pytest.mark.parametrize("source", [b"", b"a\n", b"\x00\xff\r\n" * 100])
def test_as_git_says(tmp_path: Path, source: bytes) -> None:
    work = Committing(tmp_path / "r")
    assert name_blob(source) == work.git("hash-object", "--stdin", feed=source)
    assert len(name_blob(source, "0" * 64)) == 64

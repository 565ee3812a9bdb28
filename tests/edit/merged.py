"""Merge texts, and see what comes out."""

from __future__ import annotations

from trueplan.edit.merge import merge


def merged(base: str, ours: str, theirs: str) -> str:
    """What becomes of three versions that do not contradict."""
    result = merge(base.encode(), ours.encode(), theirs.encode())
    assert result.conflicts == 0, result.source.decode()
    assert b"<<<<<<<" not in result.source
    return result.source.decode()


def disputed(base: str, ours: str, theirs: str, count: int = 1) -> str:
    """What becomes of three versions that contradict, markers and all."""
    result = merge(base.encode(), ours.encode(), theirs.encode())
    assert result.conflicts == count, result.source.decode()
    return result.source.decode()


def conflict(ours: str, theirs: str) -> str:
    """A conflict as it is written; each side is its lines, or ""."""
    return f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n"

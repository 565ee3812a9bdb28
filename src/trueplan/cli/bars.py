"""Progress as a thin bar."""

from __future__ import annotations

_EIGHTHS = " ▏▎▍▌▋▊▉"


def draw_bar(done: float, total: float, width: int) -> str:
    """A bar of `width` columns between its ends, as full as `done` of `total`.

    It is full only when all is done, and not empty once something is.
    """
    share = min(done / total, 1.0) if total else 0.0
    eighths = int(share * width * 8)
    if done and total and not eighths:
        eighths = 1
    full, part = divmod(eighths, 8)
    inner = "█" * full + (_EIGHTHS[part] if part else "")
    return f"▕{inner:{width}}▏"

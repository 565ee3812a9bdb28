"""Times as git tells them, and clocks that were wrong."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.history.life import Revision


def count_backward(revisions: Sequence[Revision]) -> int:
    """How many revisions of the main line are dated before the one that they build on."""
    from datetime import datetime

    count = 0
    before: datetime | None = None
    for one in revisions:
        if one.main:
            try:
                at = datetime.fromisoformat(one.at)
            except ValueError:
                continue  # a year that no calendar has
            count += before is not None and at < before
            before = at
    return count

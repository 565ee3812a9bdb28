"""Which finishes of phases have to be kept while trials pass through the network."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.errors import UsageError
from trueplan.forecast.work import Remaining


def last_uses(phases: Sequence[Remaining]) -> list[int]:
    """For each phase the position of the last one that waits for it; its own if none does.

    Raises UsageError where a phase waits for one that does not stand before it.
    """
    last = list(range(len(phases)))
    for position, phase in enumerate(phases):
        for before in phase.after:
            if not 0 <= before < position:
                raise UsageError(
                    f"{phase.ref} waits for position {before}, which does not stand before it",
                    help="give the phases in the order of their dependencies",
                )
            last[before] = position
    return last

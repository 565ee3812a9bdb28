"""What a piece of work really took, as far as its past tells."""

from __future__ import annotations

from trueplan.record import Record


class Actual(Record):
    """When work on a phase began and ended, as ISO days, and how many sessions went into it.

    `finished` is None while it goes on. `sessions` counts what was spent up to now, and `source`
    says how that is known: "from 2 journals", "days with a commit to the plan".
    """

    started: str | None = None
    finished: str | None = None
    sessions: float | None = None
    source: str = ""

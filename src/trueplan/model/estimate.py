"""How much work something is thought to be."""

from __future__ import annotations

from trueplan.record import Record
from trueplan.text import Span


class Estimate(Record):
    """An estimate as written (`raw`, at `span`).

    `low` and `high` are sessions, the same without a range; both None for units that no rate
    converts (points, t-shirt sizes): `unit` then names them.
    """

    raw: str
    span: Span
    low: float | None
    high: float | None
    unit: str

    @property
    def sessions(self) -> float | None:
        """The middle of the range, in sessions."""
        if self.low is None or self.high is None:
            return None
        return (self.low + self.high) / 2


class Rates(Record):
    """What units of time are worth, in hours."""

    session: float = 3.0
    day: float = 8.0
    week: float = 40.0
    sprint: float = 80.0
    month: float = 160.0

"""When people work: how much in a week, on which days, and which are off."""

from __future__ import annotations

from trueplan.record import Record


class Calendar(Record):
    """How much is worked and when.

    `weekdays` counts from Monday, 0; `days_off` are spans of ISO days, first and last. `told` says
    that somebody said how much: else it is what is assumed.
    """

    sessions_per_week: float = 5.0
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    days_off: tuple[tuple[str, str], ...] = ()
    told: bool = False


class Calendars(Record):
    """The calendar of everybody, and those of roles that have their own, by their names."""

    everybody: Calendar = Calendar()
    roles: tuple[tuple[str, Calendar], ...] = ()

    def of(self, owner: str) -> Calendar:
        """The calendar of an owner; letters may be of either case."""
        wanted = owner.strip().casefold()
        found = (calendar for role, calendar in self.roles if role.casefold() == wanted)
        return next(found, self.everybody)

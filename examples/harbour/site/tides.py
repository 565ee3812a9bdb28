"""Tide heights between two turns of the tide, by the rule of twelfths."""

RISEN_TWELFTHS = (0, 1, 3, 6, 9, 11, 12)


def height_after(hours: int, start: float, end: float) -> float:
    """Return the height in metres, whole hours after the turn at height `start`.

    Raises ValueError for hours outside 0 to 6: the tide has turned by then.
    """
    if not 0 <= hours <= 6:
        raise ValueError(f"hours must be 0 to 6, not {hours}")
    return start + (end - start) * RISEN_TWELFTHS[hours] / 12


def dry_hours(low: float, high: float, sill: float) -> list[int]:
    """Return the hours after low water at which the sill, in metres, is not covered."""
    return [hour for hour in range(7) if height_after(hour, low, high) < sill]

"""Seasons of the berth price list."""

from datetime import date

SUMMER_MONTHS = range(5, 10)


def season_of(day: date) -> str:
    """Return "summer" from May to September, "winter" otherwise."""
    return "summer" if day.month in SUMMER_MONTHS else "winter"


def nights_by_season(nights: list[date]) -> dict[str, int]:
    """Count the nights of a stay in each season that it touches."""
    counts: dict[str, int] = {}
    for night in nights:
        season = season_of(night)
        counts[season] = counts.get(season, 0) + 1
    return counts

"""Days as people say them."""

from __future__ import annotations

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def say_day(day: str, today: str) -> str:
    """`Mar 27` for an ISO day, with its year where that is not this year's."""
    year, month, number = day.split("-")
    said = f"{_MONTHS[int(month) - 1]} {int(number)}"
    return said if year == today[:4] else f"{said}, {year}"


def say_distance(days: int) -> str:
    """How far a day is: `17 days left`, `today`, `11 days ago`."""
    if days == 0:
        return "today"
    unit = "day" if abs(days) == 1 else "days"
    return f"{days} {unit} left" if days > 0 else f"{-days} {unit} ago"

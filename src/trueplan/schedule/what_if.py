"""What if: a phase is left out, an owner has more or less time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isfinite

from trueplan.errors import UnknownReference, UsageError
from trueplan.schedule.activity import Activity
from trueplan.schedule.calendar import Calendars


def leave_out(activities: Iterable[Activity], refs: Iterable[str]) -> tuple[Activity, ...]:
    """Take activities out, by reference or by that of their plan.

    What waited for one of them waits for what that waited for. Raises UnknownReference.
    """
    activities = tuple(activities)
    gone: dict[str, Activity] = {}
    for ref in refs:
        found = [one for one in activities if ref.lower() in (one.ref.lower(), one.plan.lower())]
        if not found:
            raise _unknown(ref, activities)
        gone |= {one.ref: one for one in found}
    if not gone:
        return activities
    return tuple(
        one._replace(after=_inherit(one, gone)) if any(ref in gone for ref in one.after) else one
        for one in activities
        if one.ref not in gone
    )


def _inherit(activity: Activity, gone: dict[str, Activity]) -> tuple[str, ...]:
    """What an activity waits for, with what was taken out replaced, over any number of steps."""
    found: dict[str, None] = {}
    met: set[str] = set()
    open_refs = list(reversed(activity.after))
    while open_refs:
        ref = open_refs.pop()
        if ref in met:
            continue
        met.add(ref)
        if ref in gone:
            open_refs.extend(reversed(gone[ref].after))
        elif ref != activity.ref:
            found[ref] = None
    return tuple(found)


def _unknown(ref: str, activities: Sequence[Activity]) -> UnknownReference:
    from difflib import get_close_matches

    close = get_close_matches(ref, [one.ref for one in activities], n=3, cutoff=0.5)
    return UnknownReference(
        f"{ref} is not in the schedule",
        help=f"did you mean {' or '.join(close)}?"
        if close
        else "`trueplan schedule` shows what is",
    )


def read_pace(word: str) -> tuple[str, float]:
    """The role and its sessions a week in `CTO=3/week`. Raises UsageError."""
    role, equals, pace = word.rpartition("=")
    number = pace.lower().replace(" ", "").removesuffix("/week")
    try:
        sessions = float(number)
    except ValueError:
        sessions = 0.0
    if not equals or not role.strip() or not isfinite(sessions) or sessions <= 0:
        raise UsageError(
            f"--owner takes a role and its sessions a week, not {word}",
            help="for example --owner CTO=3/week",
        )
    return role.strip(), sessions


def set_pace(
    calendars: Calendars, paces: Iterable[tuple[str, float]], activities: Iterable[Activity]
) -> Calendars:
    """Give roles other sessions a week. Raises UsageError for a role that owns nothing."""
    owners = list(dict.fromkeys(one.owner for one in activities if one.owner))
    roles = dict(calendars.roles)
    for role, sessions in paces:
        if role.casefold() not in (one.casefold() for one in owners):
            raise UsageError(
                f"nothing in the schedule is owned by {role}",
                help=f"owners are {', '.join(owners)}" if owners else "its plans name no owner",
            )
        calendar = calendars.of(role)._replace(sessions_per_week=sessions, told=True)
        roles = {name: one for name, one in roles.items() if name.casefold() != role.casefold()}
        roles[role] = calendar
    return calendars._replace(roles=tuple(roles.items()))

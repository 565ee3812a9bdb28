"""`trueplan burnup --format json` and `--format csv`."""

from __future__ import annotations

import msgspec

from trueplan.app.burnup import BurnUp


class DayShape(msgspec.Struct, frozen=True):
    """The boxes at the end of a day on which they changed.

    `scope` is what counts, done and open together; `added` and `removed` count since the first
    revision what came into the plan and what left it.
    """

    day: str
    done: int
    open: int
    scope: int
    cancelled: int
    added: int
    removed: int


class SlipShape(msgspec.Struct, frozen=True):
    """A move of the target; `days` is null where one of the two is no day."""

    day: str
    before: str
    after: str
    days: int | None


class PhaseShape(msgspec.Struct, frozen=True):
    """A phase: the days of its first sign of work and of its end, null where not seen."""

    ref: str
    title: str
    state: str
    started: str | None
    finished: str | None


class BurnupAnswer(msgspec.Struct, frozen=True, tag_field="schema", tag="trueplan.burnup/1"):
    """The boxes of a plan through time; `unit` says what is counted.

    `begun_with` is the scope of the first revision.
    """

    ref: str
    path: str
    title: str
    unit: str
    days: list[DayShape]
    begun_with: int
    target: str | None
    slips: list[SlipShape]
    phases: list[PhaseShape]
    today: str
    uncommitted: int
    remarks: list[str]


def burnup_answer(found: BurnUp) -> BurnupAnswer:
    """The days as JSON will have them."""
    return BurnupAnswer(
        found.ref,
        found.path,
        found.title,
        found.unit,
        [
            DayShape(one.day, one.done, one.open, one.scope, one.cancelled, one.added, one.removed)
            for one in found.days
        ],
        found.begun_with,
        found.target,
        [SlipShape(*one) for one in found.slips],
        [
            PhaseShape(f"{found.ref}#{one.place}", one.title, one.state, one.started, one.finished)
            for one in found.phases
        ],
        found.today,
        found.uncommitted,
        list(found.remarks),
    )


def burnup_table(found: BurnUp) -> bytes:
    """The days as CSV (RFC 4180, lines that end as Unix has them)."""
    lines = ["day,done,open,scope,cancelled,added,removed"]
    lines += [
        f"{one.day},{one.done},{one.open},{one.scope},{one.cancelled},{one.added},{one.removed}"
        for one in found.days
    ]
    return ("\n".join(lines) + "\n").encode()

"""The moves between states, as one table: guards, help texts and the diagram come from it."""

from __future__ import annotations

from trueplan.errors import Refused
from trueplan.model.status import STATE_NAMES, PlanState
from trueplan.record import Literal, Record

GuardName = Literal[
    "dependencies done",
    "tasks done",
    "acceptance met",
    "phases completed",
    "criteria met",
    "retrospective written",
]


class Move(Record):
    """A move of a plan or of a phase.

    `before` are the states that it starts from, `after` is the one it leads to; `guards` must
    hold, unless it is forced; `reason` says whether one has to be given.
    """

    name: str
    of: Literal["plan", "phase"]
    before: tuple[PlanState, ...]
    after: PlanState
    guards: tuple[GuardName, ...]
    reason: bool
    done: str
    meaning: str


_OPEN: tuple[PlanState, ...] = ("planned", "in_progress", "paused")
_CLOSED: tuple[PlanState, ...] = ("completed", "cancelled")

MOVES: tuple[Move, ...] = (
    Move("start", "plan", ("planned",), "in_progress", (), False, "started", "work begins"),
    Move("pause", "plan", ("in_progress",), "paused", (), True, "paused", "work rests"),
    Move("resume", "plan", ("paused",), "in_progress", (), False, "resumed", "work goes on"),
    Move(
        "complete",
        "plan",
        ("in_progress",),
        "completed",
        ("tasks done", "phases completed", "criteria met", "retrospective written"),
        False,
        "completed",
        "all of it is done and told",
    ),
    Move("cancel", "plan", _OPEN, "cancelled", (), True, "cancelled", "it will not be done"),
    Move("reopen", "plan", _CLOSED, "in_progress", (), True, "reopened", "it was not over"),
    Move("start", "phase", ("planned",), "in_progress", (), False, "started", "work begins"),
    Move("pause", "phase", ("in_progress",), "paused", (), True, "paused", "work rests"),
    Move("resume", "phase", ("paused",), "in_progress", (), False, "resumed", "work goes on"),
    Move(
        "complete",
        "phase",
        ("planned", "in_progress"),
        "completed",
        ("dependencies done", "tasks done", "acceptance met"),
        False,
        "completed",
        "its tasks are done, its criteria met",
    ),
    Move("cancel", "phase", _OPEN, "cancelled", (), True, "cancelled", "it will not be done"),
    Move("reopen", "phase", _CLOSED, "in_progress", (), True, "reopened", "it was not over"),
)


def find_move(name: str, of: str) -> Move:
    """The move called `name` of a plan or a phase."""
    return next(move for move in MOVES if move.name == name and move.of == of)


def ensure_possible(move: Move, state: PlanState, ref: str) -> None:
    """Raise Refused where a move does not start from `state`; the help says what does."""
    if state in move.before:
        return
    possible = [one for one in MOVES if one.of == move.of and state in one.before]
    ways = " or ".join(
        f"`trueplan {one.name} {ref}{' --because …' if one.reason else ''}`" for one in possible
    )
    if state == move.after:
        raise Refused(f"{ref} is {said(state, move.of)} already", help="nothing was written")
    raise Refused(
        f"{ref} is {said(state, move.of)}, and can only be {move.done} when it is "
        f"{_either([said(one, move.of) for one in move.before])}",
        help=f"possible now: {ways}",
    )


def _either(words: list[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def said(state: PlanState, of: str) -> str:
    """A state as a message has it; a phase is "not started" where a plan is "planned"."""
    if state == "planned" and of == "phase":
        return "not started"
    return STATE_NAMES[state].lower()


def draw_states(of: str) -> list[str]:
    """The states of plans or phases against each other, with the move between, as Markdown."""
    states = list(STATE_NAMES)
    ends = [state for state in states if any(m.of == of and m.after == state for m in MOVES)]
    lines = [
        f"| from \\ to | {' | '.join(said(state, of) for state in ends)} |",
        f"|---|{'---|' * len(ends)}",
    ]
    for state in states:
        cells = []
        for end in ends:
            names = [m.name for m in MOVES if m.of == of and state in m.before and m.after == end]
            cells.append(", ".join(f"`{name}`" for name in names))
        lines.append(f"| **{said(state, of)}** | {' | '.join(cells)} |")
    return lines


def draw_moves(of: str) -> list[str]:
    """The table of the moves of plans or phases as lines of Markdown."""
    lines = [
        "| move | from | to | what must hold | reason |",
        "|------|------|----|----------------|--------|",
    ]
    for move in MOVES:
        if move.of == of:
            before = ", ".join(said(one, of) for one in move.before)
            guards = ", ".join(move.guards) or "-"
            reason = "`--because`" if move.reason else "-"
            lines.append(
                f"| `{move.name}` | {before} | {said(move.after, of)} | {guards} | {reason} |"
            )
    return lines

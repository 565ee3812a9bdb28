"""The phases of a plan as a table, with their items on request."""

from __future__ import annotations

from trueplan.app.show import Shown
from trueplan.cli.bars import draw_bar
from trueplan.cli.item_text import item_lines
from trueplan.cli.layout import Side, align, cut, pad, width_of
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import one_line, say_state
from trueplan.model.item import Count, count
from trueplan.model.phase import Phase
from trueplan.model.references import ReferredPhase
from trueplan.model.standing import PhaseStanding, work_items

_LONGEST_TITLE = 40  # longer ones are cut before estimates move to a line of their own
_LONGEST_ESTIMATE = 16


def phase_lines(shown: Shown, terminal: Terminal, *, everything: bool) -> list[str]:
    """A line for each phase: place, title, progress, counts, state, estimate, dependencies.

    Where that is too wide, estimate and dependencies stand on a line below.
    """
    phases = shown.references.phases
    counts = _counts(phases)
    places = max(len(one.place) for one in phases) + 1
    tails = [_tail(phase, state) for phase, state in _pairs(shown)]
    longest = max(width_of(one_line(one.phase.title)) for one in phases)
    tail_width = max(width_of(tail) for tail in tails) + 2
    for bar in (10, 5):
        middle = _middle(shown, counts, bar, terminal)
        widest = max(width_of(one) for one in middle)
        room = terminal.width - places - widest - 4
        beside = room - tail_width >= min(longest, _LONGEST_TITLE)
        if beside:
            break
    title = min(longest, max(room - tail_width if beside else room, 12))
    lines = [f"{'':{places}}  {'':{title}}  {middle[0]}"] if counts else []
    for (phase, state), cells, tail in zip(_pairs(shown), middle[1:], tails, strict=True):
        lines.append(_line(phase, state, cells, (places, title, widest), terminal))
        if tail and beside:
            lines[-1] = f"{pad(lines[-1], places + title + widest + 4)}  {terminal.dim(tail)}"
        elif tail:
            lines.append(f"{'':{places}}  {terminal.dim(tail)}")
        if everything:
            lines += item_lines(phase.items, terminal, indent=places + 2)
    return [line.rstrip() for line in lines]


def _middle(shown: Shown, counts: list[str], bar: int, terminal: Terminal) -> list[str]:
    """Progress, counts and state of each phase below their heads, aligned."""
    sides: list[Side] = ["left"]
    sides += ["right"] * len(counts)
    heads = ["", *(terminal.dim(head) for head in counts)]
    rows = [_cells(phase, state, counts, bar, terminal) for phase, state in _pairs(shown)]
    return align([heads, *rows], sides)


def _pairs(shown: Shown) -> list[tuple[ReferredPhase, PhaseStanding]]:
    return list(zip(shown.references.phases, shown.standing.phases, strict=True))


def _line(
    phase: ReferredPhase,
    state: PhaseStanding,
    cells: str,
    widths: tuple[int, int, int],
    terminal: Terminal,
) -> str:
    places, title, _ = widths
    text = pad(cut(one_line(phase.phase.title), title, terminal.ellipsis), title)
    if state.state in ("in_progress", "ready"):
        text = terminal.bold(text)
    elif state.state in ("done", "cancelled"):
        text = terminal.dim(text)
    return f"{terminal.dim(f'#{phase.place}'.ljust(places))}  {text}  {cells}"


def _counts(phases: tuple[ReferredPhase, ...]) -> list[str]:
    """The kinds of boxes that any phase has, as heads of columns."""
    kinds = [
        name
        for name in ("tasks", "outputs", "acceptance")
        if any(_count(one.phase, name).total for one in phases)
    ]
    return ["accept." if kind == "acceptance" else kind for kind in kinds]


def _count(phase: Phase, kind: str) -> Count:
    if kind == "tasks":
        return count(phase.tasks)
    if kind == "outputs":
        return count(phase.deliverables + phase.others)
    return count(phase.acceptance)


def _cells(
    phase: ReferredPhase,
    state: PhaseStanding,
    counts: list[str],
    bar: int,
    terminal: Terminal,
) -> list[str]:
    work = count(work_items(phase.phase))
    cells = []
    if counts:
        cells = [draw_bar(work.done, work.total, bar) if work.total else ""]
    for kind in counts:
        number = _count(phase.phase, kind)
        cells.append(f"{number.done}/{number.total}" if number.total else "-")
    words = say_state(state.state)
    if state.state == "blocked":
        words = terminal.accent(words)
    elif state.state in ("done", "cancelled", "not_started"):
        words = terminal.dim(words)
    return [*cells, words]


def _tail(phase: ReferredPhase, state: PhaseStanding) -> str:
    parts = []
    if phase.phase.estimate is not None:
        parts.append(cut(one_line(phase.phase.estimate.raw), _LONGEST_ESTIMATE))
    if state.depends_on:
        parts.append("after " + ", ".join(one.removeprefix("#") for one in state.depends_on))
    return ", ".join(parts)

"""The overview as text."""

from __future__ import annotations

from trueplan.app.next_tasks import Task
from trueplan.app.overview import Glance, Overview, Untrue
from trueplan.cli.bars import draw_bar
from trueplan.cli.days import say_day, say_distance
from trueplan.cli.layout import align, counted, cut, pad, width_of, wrap
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import cut_path, say_count, say_state
from trueplan.model.standing import name_blockers
from trueplan.text.day import days_between

_HANDFUL = 5
_ORDER = ("in_progress", "paused", "planned", "completed", "cancelled")
_LONGEST_NAME = 34
_LIST, _FORECAST = "the plans, one a line", "when it will be done"


def print_overview(overview: Overview, today: str, terminal: Terminal) -> None:
    """Print counts, plans in progress, what is untrue, and what to type next."""
    terminal.print(_counts(overview))
    terminal.print()
    for line in _plans(overview.in_progress, today, terminal):
        terminal.print(line)
    if overview.next is not None:
        if overview.in_progress:
            terminal.print()
        for line in _next_up(overview, overview.next, terminal):
            terminal.print(line)
    if overview.in_progress or overview.next is not None:
        terminal.print()
    if overview.untrue:
        for line in _untrue(overview, terminal):
            terminal.print(line)
        terminal.print()
    second = ("check", "what is untrue, with places") if overview.untrue else ("list", _LIST)
    for command, what in (("next", "what can be done now"), second, ("forecast", _FORECAST)):
        terminal.print(f"trueplan {command:8}  {terminal.dim(what)}")


def _counts(overview: Overview) -> str:
    counts = dict(overview.states)
    parts = [
        f"{number} {say_state(state)}"
        for state in _ORDER
        if (number := counts.get(state))  # type: ignore[call-overload]
    ]
    line = f"{say_count(overview.plans, 'plan')}: {', '.join(parts)}."
    if overview.untrue_plans:
        verb = "is" if overview.untrue_plans == 1 else "are"
        return f"{line} {overview.untrue_plans} {verb} untrue."
    return line if overview.untrue else f"{line} Nothing is untrue."


def _plans(glances: tuple[Glance, ...], today: str, terminal: Terminal) -> list[str]:
    if not glances:
        return []
    widest = max(width_of(one.ref) for one in glances)
    name = min(widest, _LONGEST_NAME, terminal.width // 3)
    wide = terminal.width >= 80
    bar = 16 if terminal.width >= 96 else 10 if wide else 6
    rows = [
        (
            terminal.bold(pad(cut(one.ref, name, terminal.ellipsis), name)),
            _phase(one),
            draw_bar(one.tasks.done, one.tasks.total, bar) if one.tasks.total else "",
            f"{one.tasks.done}/{one.tasks.total} tasks" if one.tasks.total else "no boxes",
            _target(one, today, terminal) if wide else "",
        )
        for one in glances
    ]
    lines: list[str] = []
    for one, line in zip(
        glances, align(rows, ("left", "left", "left", "right", "left")), strict=True
    ):
        lines.append(line)
        more = [] if wide else [_target(one, today, terminal)]
        indent = " " * (name + 2 if name <= 20 and wide else 2)
        lines += [indent + text for text in (*more, *_below(one, len(indent), terminal))]
    return lines


def _phase(one: Glance) -> str:
    if one.phase is not None:
        return f"phase {one.phase} of {one.phases}"
    if one.logged:
        return counted(one.phases, "phase")
    return f"{one.phases} phases done" if one.phases else "no phases"


def _target(one: Glance, today: str, terminal: Terminal) -> str:
    if one.target is None:
        return "no target"
    days = days_between(today, one.target)
    said = f"target {say_day(one.target, today)}, {say_distance(days)}"
    return terminal.accent(said) if days < 0 else said


def _below(one: Glance, indent: int, terminal: Terminal) -> list[str]:
    """What comes next in a plan, and what it waits for."""
    lines = []
    if one.next is not None:
        place = one.next.ref.removeprefix(one.ref)
        text = cut(one.next.text, terminal.width - indent - 7 - len(place), terminal.ellipsis)
        lines.append(f"next {terminal.dim(place)}  {text}")
    if one.blockers:
        said = cut(name_blockers(one.blockers), terminal.width - indent - 11, terminal.ellipsis)
        lines.append(f"{terminal.accent('blocked by')} {said}")
    elif one.next is None:
        lines.append("every task is done")
    return lines


def _next_up(overview: Overview, task: Task, terminal: Terminal) -> list[str]:
    lead = [] if overview.in_progress else ["nothing is in progress"]
    room = terminal.width - len("next up  ") - 2 - len(task.ref)
    if room < 20:
        text = cut(task.text, terminal.width - 2, terminal.ellipsis)
        return [*lead, f"next up  {terminal.bold(task.ref)}", f"  {text}"]
    text = cut(task.text, room, terminal.ellipsis)
    return [*lead, f"next up  {terminal.bold(task.ref)}  {text}"]


def _untrue(overview: Overview, terminal: Terminal) -> list[str]:
    shown = overview.untrue[:_HANDFUL]
    longest = min(_LONGEST_NAME, terminal.width // 3)
    names = [_name(one, longest, terminal) for one in shown]
    name = max(width_of(one) for one in names)
    room = terminal.width - name - 9
    lines = ["untrue"]
    for one, said in zip(shown, names, strict=True):
        first, *more = wrap(one.worst.message, room)
        name_cell = terminal.bold(pad(said, name))
        message = pad(cut(first, room, terminal.ellipsis), room)
        lines.append(f"{name_cell}  {message}  {terminal.dim(one.worst.code)}")
        if more:
            lines.append(" " * (name + 2) + cut(" ".join(more), room, terminal.ellipsis))
    return [*lines, _rest(overview, len(shown), terminal)]


def _name(one: Untrue, width: int, terminal: Terminal) -> str:
    if one.name == one.worst.path:
        return cut_path(one.name, width, terminal.ellipsis)
    return cut(one.name, width, terminal.ellipsis)


def _rest(overview: Overview, shown: int, terminal: Terminal) -> str:
    """What the rows above are the worst of."""
    documents = len(overview.untrue)
    counts = [
        said
        for number, said in (
            (overview.errors, say_count(overview.errors, "error")),
            (overview.warnings, say_count(overview.warnings, "warning")),
        )
        if number
    ]
    line = f"{' and '.join(counts)} in {say_count(documents, 'document')}"
    if documents > shown:
        line += f", {documents - shown} of them not shown"
    if overview.accepted:
        line += f"; {overview.accepted} accepted"
    return terminal.dim(line)

"""What is next, as text."""

from __future__ import annotations

from trueplan.app.next_tasks import Blocked, Next, Task
from trueplan.cli.layout import cut, pad, width_of, wrap
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import cut_path, say_count
from trueplan.model.standing import name_blockers

_MOST_BLOCKED = 8


def print_next(found: Next, limit: int, terminal: Terminal) -> None:
    """Print the tasks by plan and phase, then what is blocked."""
    shown = found.tasks[:limit]
    if not shown:
        terminal.print("no task is ready")
    group: tuple[str, str | None] | None = None
    width = max((len(_place(one)) for one in shown), default=0)
    lines = max((len(str(one.line)) + 1 for one in shown), default=0)
    for one in shown:
        if group != (one.plan, one.phase):
            if group is not None:
                terminal.print()
            group = (one.plan, one.phase)
            _print_head(one, terminal)
        _print_task(one, width, lines, terminal)
    rest = len(found.tasks) - len(shown)
    if rest:
        more = (
            f"{rest} more, in {say_count(len({one.plan for one in found.tasks[limit:]}), 'plan')}"
        )
        terminal.print()
        terminal.print(terminal.dim(f"{more}: trueplan next --limit 0"))
    _print_blocked(found, terminal)


def _print_head(task: Task, terminal: Terminal) -> None:
    room = terminal.width - width_of(task.plan) - 2
    if task.heading is None:
        terminal.print(terminal.bold(task.plan))
    elif room >= 24:
        heading = cut(task.heading, room, terminal.ellipsis)
        terminal.print(f"{terminal.bold(task.plan)}  {heading}")
    else:
        terminal.print(terminal.bold(task.plan))
        terminal.print("  " + cut(task.heading, terminal.width - 2, terminal.ellipsis))
    why = _short_why(task)
    path = cut_path(task.path, terminal.width - 2, terminal.ellipsis)
    both = f"{path} · {why}"
    for line in [both] if width_of(both) + 2 <= terminal.width else [path, why]:
        terminal.print("  " + terminal.dim(line))


def _short_why(task: Task) -> str:
    """Why a task can be done, without the name of its phase, which stands above."""
    name = (task.heading or "").partition(",")[0]
    return task.why.removeprefix(f"{name} is ")


def _print_task(task: Task, width: int, lines: int, terminal: Terminal) -> None:
    line = f":{task.line}"
    first, *more = wrap(task.text, terminal.width - width - lines - 6)
    head = f"{terminal.accent(pad(_place(task), width))} {terminal.dim(pad(line, lines))}"
    terminal.print(f"  {head}  {first}")
    for text in more:
        terminal.print(f"  {'':{width + lines + 1}}  {text}")


def _place(task: Task) -> str:
    return task.ref.removeprefix(task.plan)


def _print_blocked(found: Next, terminal: Terminal) -> None:
    """Phases that wait for something outside their plan one by one, the others in one line."""
    outside = [
        one for one in found.blocked if any(by.ref.partition("#")[0] != one.plan for by in one.by)
    ]
    inside = len(found.blocked) - len(outside)
    if not found.blocked:
        return
    terminal.print()
    terminal.print("blocked")
    for line in _blocked_rows(outside[:_MOST_BLOCKED], terminal):
        terminal.print("  " + line)
    if len(outside) > _MOST_BLOCKED:
        terminal.print("  " + terminal.dim(f"{len(outside) - _MOST_BLOCKED} more"))
    if inside:
        other = "more " if outside else ""
        verb = "waits" if inside == 1 else "wait"
        said = f"{say_count(inside, f'{other}phase')} {verb} for earlier phases of the same plan"
        terminal.print("  " + terminal.dim(said))


def _blocked_rows(phases: list[Blocked], terminal: Terminal) -> list[str]:
    """Reference, title and reason on one line where all fit, else the reason below."""
    if not phases:
        return []
    name = min(max(width_of(one.ref) for one in phases), terminal.width // 2)
    reason = max(width_of(name_blockers(one.by)) for one in phases) + 3
    room = terminal.width - name - reason - 6
    title = min(max(width_of(one.text) for one in phases), max(room, 12))
    lines = []
    for one in phases:
        ref = pad(cut(one.ref, name, terminal.ellipsis), name)
        by = f"{terminal.accent('by')} {name_blockers(one.by)}"
        if room >= 12:
            text = pad(cut(one.text, title, terminal.ellipsis), title)
            lines.append(f"{ref}  {text}  {by}")
        else:
            lines.append(f"{ref}  {cut(one.text, terminal.width - name - 4, terminal.ellipsis)}")
            lines.append(f"{'':{name}}  {by}")
    return lines

"""The schedule as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trueplan.app.scheduled import PlanEnd, Row, Scheduled
from trueplan.cli.days import say_day
from trueplan.cli.layout import wrap
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import one_line, say_count, say_cycle, say_state
from trueplan.text.columns import cut, pad, width_of
from trueplan.text.day import days_between

_MOST_BARS = 60
_MOST_NOTES = 8
_LONGEST_TITLE = 44
_LEAST_TITLE = 20  # narrower ones cost columns their place
_HEAD = ("left", "from", "to", "start", "finish", "latest", "slack")
_OPTIONAL = (("from", "to"), ("latest",))  # what gives way first
_LONG_CHAIN = 12


def print_schedule(scheduled: Scheduled, terminal: Terminal) -> None:
    """Print the phases by plan, the critical path, a chart, and what was assumed."""
    terminal.print(_summary(scheduled))
    if scheduled.rows:
        terminal.print()
        for line in _table(scheduled, terminal):
            terminal.print(line)
    for line in _below(scheduled, terminal):
        terminal.print(line)
    dated = sum(row.last_day is not None for row in scheduled.rows)
    if dated:
        terminal.print()
    if dated > _MOST_BARS:
        terminal.print(terminal.dim(f"no chart: it would have {dated} bars; name a plan for one"))
    elif dated:
        _print_chart(scheduled, terminal)
    _print_notes(scheduled, terminal)


def _summary(scheduled: Scheduled) -> str:
    open_rows = [row for row in scheduled.rows if row.earliest is not None]
    if not open_rows:
        return "nothing is open"
    phases = say_count(len(open_rows), "phase")
    plans = say_count(len({row.plan for row in open_rows}), "plan")
    end = say_day(scheduled.finish or "", scheduled.today)
    left = _sessions(scheduled.remaining)
    return f"{phases} of {plans}, {left} left, done by {end}"


def _sessions(number: float) -> str:
    return f"{_number(number)} {'session' if number == 1 else 'sessions'}"


def _number(value: float) -> str:
    """At most two digits behind the point, and no zeros at the end."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _table(scheduled: Scheduled, terminal: Terminal) -> Iterator[str]:
    cells = {row.ref: _cells(row, scheduled.today) for row in scheduled.rows}
    places = {row.ref: row.ref.removeprefix(row.plan) for row in scheduled.rows}
    place = min(max(map(width_of, places.values())), terminal.width // 5)
    widths = [
        max(width_of(head), *(width_of(row[at]) for row in cells.values()))
        for at, head in enumerate(_HEAD)
    ]
    shown = list(range(len(_HEAD)))
    for dropped in (*_OPTIONAL, ()):
        room = terminal.width - place - 4 - sum(widths[at] + 2 for at in shown)
        if room >= _LEAST_TITLE:
            break
        shown = [at for at in shown if _HEAD[at] not in dropped]
    longest = max(width_of(_title(row)) for row in scheduled.rows)
    title = max(min(longest, _LONGEST_TITLE, room), 8)
    heads = "  ".join(pad(_HEAD[at], widths[at], "right") for at in shown)
    yield terminal.dim(f"  {'':{place}}  {'':{title}}  {heads}")
    for plan, rows in scheduled.by_plan():
        if not rows:
            continue
        yield from _plan_head(plan, scheduled.today, terminal)
        for row in rows:
            head = pad(cut(places[row.ref], place, terminal.ellipsis), place)
            name = pad(cut(_title(row), title, terminal.ellipsis), title)
            values = [
                _styled(pad(cells[row.ref][at], widths[at], "right"), at, row, terminal)
                for at in shown
            ]
            yield f"  {head}  {name}  {'  '.join(values)}".rstrip()


def _title(row: Row) -> str:
    return one_line(row.title) if row.ref != row.plan else "the whole plan"


def _styled(cell: str, at: int, row: Row, terminal: Terminal) -> str:
    if row.earliest is None:
        return terminal.dim(cell)
    return terminal.accent(cell) if _HEAD[at] == "slack" and row.critical else cell


def _cells(row: Row, today: str) -> tuple[str, ...]:
    """What stands in the columns of `_HEAD`; an assumed estimate has a `~` before it."""
    first, last = row.first_day, row.last_day
    days = (
        say_day(first, today) if first is not None else "-",
        say_day(last, today) if last is not None else "-",
    )
    if row.earliest is None or row.latest is None or row.slack is None:
        return (say_state(row.state), "", "", *days, "", "")
    return (
        f"{'~' if row.assumed else ''}{_number(row.remaining)}",
        _number(row.earliest.start),
        _number(row.earliest.finish),
        *days,
        say_day(row.latest.last_day, today),
        "critical" if row.critical else _number(row.slack),
    )


def _plan_head(plan: PlanEnd, today: str, terminal: Terminal) -> Iterator[str]:
    """The plan, whose it is, and how its end lies to its target."""
    parts = [plan.owner] if plan.owner else []
    if plan.target is not None and plan.finish is not None:
        parts.append(_distance(plan, plan.target, today))
    elif plan.target is None:
        parts.append("no target")
    said = ", ".join(parts)
    late = plan.overdue or (plan.days_to_spare or 0) < 0
    name = cut(plan.ref, terminal.width, terminal.ellipsis)
    style = terminal.accent if late else terminal.dim
    if width_of(name) + 2 + width_of(said) <= terminal.width:
        yield f"{terminal.bold(name)}  {style(said)}"
    else:
        yield terminal.bold(name)
        yield "  " + style(cut(said, terminal.width - 2, terminal.ellipsis))


def _distance(plan: PlanEnd, target: str, today: str) -> str:
    spare = plan.days_to_spare or 0
    day = say_day(target, today)
    days = say_count(abs(spare), "day")
    if plan.overdue:
        passed = say_count(days_between(target, today), "day")
        return f"target {day} passed {passed} ago, {days} late"
    if not spare:
        return f"done on its target, {day}"
    return f"{days} {'before' if spare > 0 else 'after'} its target, {day}"


def _below(scheduled: Scheduled, terminal: Terminal) -> Iterator[str]:
    """The critical path and what was proved of it."""
    if scheduled.critical_path:
        yield ""
        yield f"critical path, {_sessions(scheduled.length)}"
        for line in wrap(_chain(scheduled), terminal.width - 2):
            yield f"  {line}"
    best = scheduled.optimum
    if best is not None:
        yield ""
        found = f"{_number(best.objective)} working days, {_number(best.by_rule)} by the rule"
        proof = (
            "no earlier end is possible"
            if best.proved
            else f"none under {_number(best.bound)} is possible, a gap of {best.gap:.1%}"
        )
        yield from wrap(f"{found}; {proof}", terminal.width)
    for cycle in scheduled.cycles:
        yield ""
        for line in wrap(say_cycle(cycle.refs, cycle.left_out), terminal.width):
            yield terminal.accent(line)


def _chain(scheduled: Scheduled) -> str:
    """References, those of the plan before without its name; who is waited for because of work."""
    busy = {row.ref: row.owner for row in scheduled.rows if row.owner_busy_with is not None}
    after = {row.ref: row.owner_busy_with for row in scheduled.rows}
    plan, said = "", []
    path: Sequence[str] = scheduled.critical_path
    for at, ref in enumerate(path):
        if len(path) > _LONG_CHAIN and at == _LONG_CHAIN // 2:
            said.append(f"… {len(path) - _LONG_CHAIN + 2} more …")
        if len(path) > _LONG_CHAIN and _LONG_CHAIN // 2 <= at < len(path) - _LONG_CHAIN // 2 + 2:
            continue
        name, mark, place = ref.partition("#")
        word = f"{mark}{place}" if mark and name == plan else ref
        plan = name
        if at and after.get(ref) == path[at - 1] and busy.get(ref):
            word += f" ({busy[ref]})"
        said.append(word)
    return " → ".join(said)


def _print_chart(scheduled: Scheduled, terminal: Terminal) -> None:
    from trueplan.chart.gantt_lines import gantt_lines
    from trueplan.cli.schedule_chart import chart_of

    for line in gantt_lines(chart_of(scheduled), terminal.width, terminal.unicode):
        terminal.print(
            "".join(
                terminal.style(piece.text, piece.style) if piece.style else piece.text
                for piece in line
            )
        )


def _print_notes(scheduled: Scheduled, terminal: Terminal) -> None:
    left_out = [f"{ref} is left out: {why}" for ref, why in scheduled.left_out]
    notes = [*left_out, *scheduled.assumptions]
    if notes:
        terminal.print()
    if len(notes) > _MOST_NOTES:
        more = len(notes) - _MOST_NOTES + 1
        notes = [*notes[: _MOST_NOTES - 1], f"{more} more: --format json has all"]
    for note in notes:
        for line in wrap(note, terminal.width):
            terminal.print(terminal.dim(line))

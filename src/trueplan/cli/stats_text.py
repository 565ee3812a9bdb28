"""The figures of all plans, as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from trueplan.app.finished_phases import PhaseRecord
from trueplan.app.stats import STALLED, PlanRecord, Statistics
from trueplan.app.target_record import TargetRecord
from trueplan.chart.sparkline import sparkline
from trueplan.cli.layout import Side, align, cut, width_of, wrap
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import say_count, say_state

_ORDER = ("in_progress", "paused", "planned", "completed", "cancelled")
_SIDES: tuple[Side, ...] = ("left", "left", "right", "right", "right", "right", "right")
_SOURCES = {"days with commits": "by days with commits", "from journals": "from journals"}
_MOST = 12  # rows of a table; JSON has all


def print_statistics(found: Statistics, terminal: Terminal) -> None:
    """Print throughput, estimates against actuals, plans and where they stall."""
    states = Counter(one.state for one in found.plans)
    parts = [f"{states[one]} {say_state(one).lower()}" for one in _ORDER if states[one]]
    terminal.print(f"{terminal.bold(say_count(len(found.plans), 'plan'))}: {', '.join(parts)}")
    _print_throughput(found, terminal)
    _print_estimates(found, terminal)
    _print_targets(found.targets, terminal)
    _print_plans(found, terminal)
    _print_stalls(found, terminal)
    for remark in found.remarks:
        terminal.print()
        for line in wrap(remark, terminal.width):
            terminal.print(terminal.dim(line))


def _print_throughput(found: Statistics, terminal: Terminal) -> None:
    weeks = found.weeks
    line = sparkline(weeks[-40:], terminal.unicode)
    mean = sum(weeks) / len(weeks)
    last = sum(weeks[-4:]) / len(weeks[-4:])
    terminal.print()
    terminal.print(terminal.bold("throughput") + terminal.dim("  boxes of work ticked a week"))
    terminal.print(f"  {line}")
    said = f"{_number(mean)} a week over {say_count(len(weeks), 'week')}"
    if len(weeks) > 4:
        said += f", {_number(last)} over the last 4"
    terminal.print(f"  {said}")
    completed = sum(found.completed_by_week)
    terminal.print(f"  {say_count(completed, 'plan')} completed in this time")
    for line in _cycle_times(found):
        terminal.print(f"  {line}")


def _cycle_times(found: Statistics) -> list[str]:
    """How long things took, from when they came or began."""
    said = []
    ticked, phases = found.median_days_to_tick, found.median_days_of_phases
    if ticked is not None:
        number = len(found.days_to_tick)
        waited = f"had waited {_days(ticked, number)}" if ticked else "came on the same day"
        said.append(f"{_half(number)}{say_count(number, 'ticked box', 'ticked boxes')} {waited}")
    if phases is not None:
        number = len(found.days_of_phases)
        lasted = f"lasted {_days(phases, number)}"
        said.append(f"{_half(number)}{say_count(number, 'finished phase')} {lasted}")
    return said


def _half(number: int) -> str:
    return "half of " if number > 1 else ""


def _days(days: float, number: int) -> str:
    said = "a day" if days == 1 else f"{days:g} days"
    return f"{said} or less" if number > 1 else said


def _print_estimates(found: Statistics, terminal: Terminal) -> None:
    terminal.print()
    head = terminal.bold("estimate against actual")
    if not found.phases:
        terminal.print(head)
        terminal.print("  no finished phase has both an estimate and a known effort")
        return
    terminal.print(head + terminal.dim(f"  {say_count(len(found.phases), 'finished phase')}"))
    assert found.median_ratio is not None
    said = f"half took {_number(found.median_ratio)} of their estimate or less"
    if found.geometric_mean is not None:
        said += f", the mean is {_number(found.geometric_mean)}"
    terminal.print(f"  {said}")
    shown = found.phases[-_MOST:]
    rows = [_phase_row(one, terminal) for one in shown]
    heads = ("phase", "", "estimate", "actual", "ratio")
    _print_table([tuple(map(terminal.dim, heads)), *rows], terminal)
    if len(found.phases) > len(shown):
        rest = len(found.phases) - len(shown)
        terminal.print(terminal.dim(f"  and {rest} before these; JSON has all"))
    sources = Counter(one.source for one in found.phases)
    told = ", ".join(f"{count} {_SOURCES[source]}" for source, count in sources.most_common())
    terminal.print(terminal.dim(f"  in sessions; known {told}"))


def _phase_row(one: PhaseRecord, terminal: Terminal) -> tuple[str, ...]:
    return (
        one.ref,
        cut(one.title, 32, terminal.ellipsis),
        _number(one.estimate),
        _number(one.actual),
        _number(one.ratio),
    )


def _print_targets(record: TargetRecord, terminal: Terminal) -> None:
    if not record.due:
        return
    terminal.print()
    said = f"  {say_count(record.due, 'plan')} that {'was' if record.due == 1 else 'were'} due"
    terminal.print(terminal.bold("targets") + terminal.dim(said))
    counts = (
        (record.met, "done by the first target"),
        (record.late, "done later"),
        (record.behind, "still open"),
        (record.given_up, "called off"),
    )
    terminal.print("  " + ", ".join(f"{count} {what}" for count, what in counts if count))
    if record.on_time is None or record.soon is None or record.open is None:
        return
    said = (
        f"of a next one: {100 * record.on_time:.0f} % by its target, {100 * record.soon:.0f} %"
        f" within four weeks of it, {100 * record.open:.0f} % not within twelve"
    )
    for line in wrap(said, terminal.width - 2):
        terminal.print(f"  {line}")


def _print_plans(found: Statistics, terminal: Terminal) -> None:
    terminal.print()
    terminal.print(terminal.bold("plans") + terminal.dim("  the last to move first"))
    ordered = sorted(found.plans, key=lambda one: (one.quiet, one.ref))
    heads = ("plan", "status", "done", "grown", "days", "slips", "quiet")
    table = [tuple(map(terminal.dim, heads))]
    table += [_plan_row(one) for one in ordered[:_MOST]]
    _print_table(table, terminal)
    if len(ordered) > _MOST:
        terminal.print(terminal.dim(f"  and {len(ordered) - _MOST} more; JSON has all"))
    said = "grown: boxes added since the first revision; days: with work; quiet: days without"
    for line in wrap(said, terminal.width - 2):
        terminal.print(terminal.dim(f"  {line}"))


def _plan_row(one: PlanRecord) -> tuple[str, ...]:
    return (
        one.ref,
        say_state(one.state),
        f"{one.done}/{one.scope}" if one.scope else "-",
        f"{one.grown:+d}" if one.grown else "-",
        str(one.days_of_work),
        str(len(one.slips)) if one.slips else "-",
        str(one.quiet),
    )


def _print_stalls(found: Statistics, terminal: Terminal) -> None:
    stalled = sorted(
        (one for one in found.plans if one.stalled_at is not None), key=lambda one: -one.quiet
    )
    if not stalled:
        return
    terminal.print()
    head = f"  in progress, and {STALLED} days or more without a sign of work"
    terminal.print(terminal.bold("stalled") + terminal.dim(head))
    table = [(_stalled_at(one), _share(one), f"{one.quiet} days") for one in stalled[:_MOST]]
    _print_table(table, terminal)


def _stalled_at(one: PlanRecord) -> str:
    return f"{one.ref}#{one.stalled_at}" if one.stalled_at else one.ref


def _share(one: PlanRecord) -> str:
    """How far into its phases a plan is where it rests."""
    if not one.stalled_at:
        return f"{one.done} of {one.scope} done"
    if not one.stalled_share:
        return "at its first phase"
    return f"behind {round(100 * one.stalled_share)} % of its phases"


def _print_table(rows: Sequence[tuple[str, ...]], terminal: Terminal) -> None:
    """Print rows, their first column cut so that they fit."""
    rest = sum(2 + max(width_of(row[column]) for row in rows) for column in range(1, len(rows[0])))
    room = max(terminal.width - 2 - rest, 12)
    cells = [[_fit(row[0], room, terminal), *row[1:]] for row in rows]
    for line in align(cells, _SIDES[: len(rows[0])]):
        terminal.print(f"  {line}".rstrip())


def _fit(text: str, room: int, terminal: Terminal) -> str:
    return text if width_of(text) <= room else cut(text, room, terminal.ellipsis)


def _number(value: float) -> str:
    return f"{value:.2g}" if value < 10 else f"{value:.0f}"

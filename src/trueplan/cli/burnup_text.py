"""A plan's boxes through time, as a chart in the terminal."""

from __future__ import annotations

from trueplan.app.burnup import BurnUp
from trueplan.chart.burnup import Burnup, Point
from trueplan.chart.burnup_lines import burnup_lines
from trueplan.chart.gantt import Mark
from trueplan.cli.layout import wrap
from trueplan.cli.picture import print_lines
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import say_count


def print_burnup(found: BurnUp, height: int, terminal: Terminal) -> None:
    """Print the chart, and below it what the figures come to."""
    print_lines(burnup_lines(as_chart(found), terminal.width, height, terminal.unicode), terminal)
    terminal.print()
    for line in _facts(found):
        for part in wrap(line, terminal.width):
            terminal.print(part)
    for remark in found.remarks:
        for part in wrap(remark, terminal.width):
            terminal.print(terminal.dim(part))


def as_chart(found: BurnUp) -> Burnup:
    """The burn-up as the pictures take it."""
    return Burnup(
        found.title,
        found.today,
        tuple(Point(one.day, one.done, one.scope, one.cancelled) for one in found.days),
        found.target,
        marks=tuple(
            Mark(one.finished, f"#{one.place}", "milestone")
            for one in found.phases
            if one.finished is not None
        ),
    )


def _facts(found: BurnUp) -> list[str]:
    first, last = found.days[0], found.days[-1]
    facts = [f"{last.done} of {last.scope} {found.unit} done, {last.open} open"]
    grown = last.scope - found.begun_with
    if last.added or last.removed:
        moved = f"{last.added} added, {last.removed} removed since {first.day}"
        facts.append(f"scope {found.begun_with} → {last.scope} ({grown:+d}): {moved}")
    if last.cancelled:
        facts.append(f"{last.cancelled} cancelled")
    if found.slips:
        path = " → ".join([found.slips[0].before, *(one.after for one in found.slips)])
        facts.append(f"target moved {_times(len(found.slips))}: {path}")
    if found.uncommitted:
        facts.append(f"{say_count(found.uncommitted, 'change')} not committed yet")
    return facts


def _times(count: int) -> str:
    return ("once", "twice")[count - 1] if count < 3 else f"{count} times"

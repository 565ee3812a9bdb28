"""When plans will be done, as text."""

from __future__ import annotations

from trueplan.app.forecast import LEVELS, Calibration, Forecasted, PlanDates
from trueplan.chart.day import day_number, say_day
from trueplan.chart.histogram import Histogram
from trueplan.chart.histogram_lines import histogram_lines
from trueplan.cli.layout import Side, align, cut, width_of, wrap
from trueplan.cli.picture import print_lines
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import say_count

_MOST_DRIVERS = 3
_LEFT: Side = "left"
_RIGHT: Side = "right"


def print_forecasts(found: Forecasted, terminal: Terminal, *, detailed: bool) -> None:
    """Print one line a plan, or where plans were named all that is known of each."""
    if not found.plans:
        terminal.print("nothing is open, so there is nothing to forecast")
    elif detailed:
        for number, one in enumerate(found.plans):
            if number:
                terminal.print()
            _print_plan(one, found, terminal)
    else:
        _print_table(found, terminal)
    _print_calibration(found, terminal)
    for said in (*(f"{ref} is left out: {why}" for ref, why in found.left_out), *found.assumptions):
        for line in wrap(said, terminal.width):
            terminal.print(terminal.dim(line))


def _print_table(found: Forecasted, terminal: Terminal) -> None:
    heads = ["plan", *(f"{level} %" for level in LEVELS), "target", "chance"]
    rows = [[terminal.dim(head) for head in heads]]
    for one in found.plans:
        dates = [_say(day, found.today) for _, day in one.dates]
        target = _say(one.target, found.today) if one.target else "-"
        rows.append([terminal.bold(one.ref), *dates, target, _chance(one, terminal)])
    rest = sum(2 + max(width_of(row[column]) for row in rows) for column in range(1, len(heads)))
    room = max(terminal.width - rest, 12)
    for one, row in zip(found.plans, rows[1:], strict=True):
        row[0] = terminal.bold(cut(one.ref, room, terminal.ellipsis))
    sides = [_LEFT] + [_RIGHT] * (len(heads) - 1)
    for line in align(rows, sides):
        terminal.print(line)
    terminal.print()
    by_method: dict[str, list[str]] = {}
    for one in found.plans:
        by_method.setdefault(one.method, []).append(one.ref)
    for method, refs in by_method.items():
        said = f"by {method}" if len(by_method) == 1 else f"{', '.join(refs)}: by {method}"
        for line in wrap(said, terminal.width):
            terminal.print(terminal.dim(line))


def _print_plan(one: PlanDates, found: Forecasted, terminal: Terminal) -> None:
    days = dict(one.dates)
    head = f"85 % by {_say(days[85], found.today)}" if days[85] else "no day for 85 %"
    if one.target:
        chance = f": {_percent(one.chance)}" if one.chance is not None else ""
        head += f", target {_say(one.target, found.today)}{chance}"
    terminal.print(f"{terminal.bold(one.ref)}  {head}")
    terminal.print()
    if one.bins:
        levels = tuple((level, day) for level, day in one.dates if day is not None)
        picture = Histogram(one.title, found.today, one.bins, levels, one.target)
        print_lines(histogram_lines(picture, terminal.width, terminal.unicode), terminal)
        terminal.print()
    _print_phases(one, found, terminal)
    if one.drivers:
        drivers = [
            f"{driver.ref.removeprefix(one.ref)} {_percent(driver.share)}"
            for driver in one.drivers[:_MOST_DRIVERS]
        ]
        terminal.print(f"the spread comes from {', '.join(drivers)}")
    for line in wrap(f"by {one.method}", terminal.width):
        terminal.print(terminal.dim(line))


def _print_phases(one: PlanDates, found: Forecasted, terminal: Terminal) -> None:
    heads = ["", "", *(f"{level} %" for level in LEVELS)]
    rows = [[terminal.dim(head) for head in heads]]
    for phase in one.phases:
        dates = [_say(day, found.today) for _, day in phase.dates]
        rows.append([phase.ref.removeprefix(one.ref) or phase.ref, phase.title, *dates])
    whole = [_say(day, found.today) for _, day in one.dates]
    rows.append(["", terminal.bold("the plan"), *map(terminal.bold, whole)])
    rest = sum(2 + max(width_of(row[column]) for row in rows) for column in range(2, len(heads)))
    room = max(terminal.width - rest - 2 - max(width_of(row[0]) for row in rows), 12)
    for row in rows[1:-1]:
        row[1] = cut(row[1], room, terminal.ellipsis)
    sides = [_LEFT, _LEFT] + [_RIGHT] * len(LEVELS)
    for line in align(rows, sides):
        terminal.print(line.rstrip())


def _print_calibration(found: Forecasted, terminal: Terminal) -> None:
    """Print what the labels of this repository achieved, where that excludes what they say."""
    wrong = [one for one in found.calibration if not one.holds]
    for one in wrong:
        terminal.print(terminal.accent(_say_wrong(one)))
    if found.calibration and not wrong:
        said = f"the labels held in {say_count(found.cases, 'forecast')} of finished phases"
        terminal.print(terminal.dim(said))
    elif not found.calibration:
        said = f"{say_count(found.cases, 'finished phase')} to judge the labels by: too few"
        terminal.print(terminal.dim(said))


def _say_wrong(one: Calibration) -> str:
    achieved = _percent(one.achieved or 0.0)
    return f"what is called {one.level} % came true in {achieved} of {say_count(one.n, 'forecast')}"


def _chance(one: PlanDates, terminal: Terminal) -> str:
    if one.chance is None:
        return "-"
    said = _percent(one.chance)
    return terminal.accent(said) if one.chance < 0.5 else said


def _percent(share: float) -> str:
    percent = 100 * share
    if 0 < percent < 1:
        return "<1 %"
    if 99 < percent < 100:
        return ">99 %"
    return f"{percent:.0f} %"


def _say(day: str | None, today: str) -> str:
    return "-" if day is None else say_day(day_number(day), day_number(today))

"""When plans will be done, as text."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.app.forecasted import LEVELS, Forecasted, PlanDates
from trueplan.chart.day import say_day
from trueplan.chart.histogram import Histogram
from trueplan.chart.histogram_lines import histogram_lines
from trueplan.cli.layout import Side, align, cut, width_of, wrap
from trueplan.cli.picture import print_lines
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import say_count
from trueplan.text.day import day_number

_LEAST_NAME = 12  # columns
_FAR = 180  # days ahead
_MOST_DRIVERS = 3
_LEAST_DRIVER = 0.05  # of the spread
_MOST_PHASES = 100  # of more, the shares of single ones are noise
_FEW = 3  # plans to be named
_LEFT: Side = "left"
_RIGHT: Side = "right"


def print_forecasts(found: Forecasted, terminal: Terminal, *, detailed: bool) -> None:
    """Print one line a plan, or where plans were named all that is known of each."""
    if not found.plans:
        terminal.print("no open work, so there is nothing to forecast")
        _print_remarks(found, terminal)
        return
    if detailed:
        for number, one in enumerate(found.plans):
            if number:
                terminal.print()
            _print_plan(one, found, terminal)
    else:
        _print_table(found, terminal)
    _print_calibration(found, terminal)
    _print_remarks(found, terminal)


def _print_remarks(found: Forecasted, terminal: Terminal) -> None:
    for said in (*(f"{ref} is left out: {why}" for ref, why in found.left_out), *found.assumptions):
        for line in wrap(said, terminal.width):
            terminal.print(terminal.dim(line))


def _print_table(found: Forecasted, terminal: Terminal) -> None:
    heads = ["plan", *(f"{level} %" for level in LEVELS), "target", "chance"]
    rows = [[terminal.dim(head) for head in heads]]
    for one in found.plans:
        dates = [_say_short(day, found.today) for _, day in one.dates]
        target = _say_short(one.target, found.today)
        rows.append([terminal.bold(one.ref), *dates, target, _chance(one, found, terminal)])
    if not any(one.target for one in found.plans):
        rows = [row[:-2] for row in rows]
    elif _room(rows, 1, terminal) < _LEAST_NAME:
        rows = [[*row[:-2], row[-1]] for row in rows]  # `show` tells the target as well
    room = max(_room(rows, 1, terminal), _LEAST_NAME)
    for one, row in zip(found.plans, rows[1:], strict=True):
        row[0] = terminal.bold(cut(one.ref, room, terminal.ellipsis))
    sides = [_LEFT] + [_RIGHT] * (len(rows[0]) - 1)
    for line in align(rows, sides):
        terminal.print(line)
    terminal.print()
    for said in _say_methods(found.plans):
        for line in wrap(said, terminal.width):
            terminal.print(terminal.dim(line))


def _room(rows: Sequence[Sequence[str]], first: int, terminal: Terminal) -> int:
    """The columns that the ones from `first` on leave."""
    columns = range(first, len(rows[0]))
    return terminal.width - sum(2 + max(width_of(row[one]) for row in rows) for one in columns)


def _say_methods(plans: Sequence[PlanDates]) -> list[str]:
    """What the figures rest on; what most plans have in common comes last and names none."""
    by_method: dict[str, list[str]] = {}
    for one in plans:
        by_method.setdefault(one.method, []).append(one.ref)
    ordered = sorted(by_method.items(), key=lambda item: len(item[1]))
    said = [f"{', '.join(refs)}: by {method}" for method, refs in ordered]
    if len(ordered) == 1:
        return [f"by {ordered[0][0]}"]
    if len(ordered[-1][1]) > _FEW:
        said[-1] = f"all others: by {ordered[-1][0]}"
    return said


def _print_plan(one: PlanDates, found: Forecasted, terminal: Terminal) -> None:
    days = dict(one.dates)
    head = f"85 % by {_say(days[85], found.today)}" if days[85] else "no day for 85 %"
    if one.target:
        chance = _chance(one, found, terminal)
        said = (
            f"chance {chance}" if one.target >= found.start and one.chance is not None else chance
        )
        head += f"; target {_say(one.target, found.today)}, {said}"
    terminal.print(f"{terminal.bold(one.ref)}  {head}")
    terminal.print()
    if one.bins:
        levels = tuple((level, day) for level, day in one.dates if day is not None)
        picture = Histogram(one.title, found.today, one.bins, levels, one.target)
        print_lines(histogram_lines(picture, terminal.width, terminal.unicode), terminal)
        terminal.print()
    _print_phases(one, found, terminal)
    drivers = [
        f"{driver.ref.removeprefix(one.ref)} {_percent(driver.share)}"
        for driver in one.drivers[:_MOST_DRIVERS]
        if driver.share >= _LEAST_DRIVER
    ]
    if drivers and 1 < len(one.phases) <= _MOST_PHASES:
        terminal.print(f"the spread comes from {', '.join(drivers)}")
    for line in wrap(f"by {one.method}", terminal.width):
        terminal.print(terminal.dim(line))


def _print_phases(one: PlanDates, found: Forecasted, terminal: Terminal) -> None:
    heads = ["", "", *(f"{level} %" for level in LEVELS)]
    rows = [[terminal.dim(head) for head in heads]]
    for phase in one.phases:
        dates = [_say_short(day, found.today) for _, day in phase.dates]
        rows.append([phase.ref.removeprefix(one.ref) or phase.ref, phase.title, *dates])
    whole = [_say_short(day, found.today) for _, day in one.dates]
    rows.append(["", terminal.bold("the plan"), *map(terminal.bold, whole)])
    room = _room(rows, 2, terminal) - 2 - max(width_of(row[0]) for row in rows)
    for row in rows[1:-1]:
        row[1] = cut(row[1], max(room, _LEAST_NAME), terminal.ellipsis)
    sides = [_LEFT, _LEFT] + [_RIGHT] * len(LEVELS)
    for line in align(rows, sides):
        terminal.print(line.rstrip())


def _print_calibration(found: Forecasted, terminal: Terminal) -> None:
    """Print what the labels of this repository achieved, where that excludes what they say."""
    if not any(one.unit != "weeks" for one in found.plans):
        return  # the record is one of phases
    wrong = [one for one in found.calibration if not one.holds]
    if wrong:
        achieved = [f"{one.level} % came true in {_percent(one.achieved or 0)}" for one in wrong]
        said = f"what did not hold for the last {wrong[0].n} finished phases, counted in sessions"
        for line in wrap(f"{said}: {', '.join(achieved)}", terminal.width):
            terminal.print(terminal.accent(line))
        return
    if found.calibration:
        said = f"the labels held for the last {found.cases} finished phases, counted in sessions"
    else:
        known = say_count(found.cases, "finished phase") if found.cases else "no finished phase"
        said = f"not checked against the past: {known} with an estimate, {found.fewest} are needed"
    for line in wrap(said, terminal.width):
        terminal.print(terminal.dim(line))


def _chance(one: PlanDates, found: Forecasted, terminal: Terminal) -> str:
    """The chance to meet the target; that no trial did is no proof that it cannot be."""
    if one.target is not None and one.target < found.start:
        return terminal.accent("passed")
    if one.chance is None:
        return "-"
    said = "<1 %" if one.chance < 0.01 else ">99 %" if one.chance > 0.99 else _percent(one.chance)
    return terminal.accent(said) if one.chance < 0.5 else said


def _percent(share: float) -> str:
    percent = 100 * share
    if 0 < percent < 1:
        return "<1 %"
    if 99 < percent < 100:
        return ">99 %"
    return f"{percent:.0f} %"


def _say_short(day: str | None, today: str) -> str:
    """A day in a table: of one far ahead in another year, the month is all that it can tell."""
    said = _say(day, today)
    if day is None or "," not in said or day_number(day) - day_number(today) < _FAR:
        return said
    month, _, year = said.partition(", ")
    return f"{month.split()[0]} {year}"


def _say(day: str | None, today: str) -> str:
    return "-" if day is None else say_day(day_number(day), day_number(today))

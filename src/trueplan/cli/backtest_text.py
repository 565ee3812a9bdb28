"""How right forecasts would have been, as text."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.app.backtest import LEVELS, Backtested, Calibration, Score
from trueplan.cli.layout import Side, align, wrap
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import say_count

_LEFT: Side = "left"
_RIGHT: Side = "right"
_FEW = 8
_READING = (
    "The shares are of phases that took no more than was forecast with that level; in the long run"
    " they lie between the limits shown, and a label outside of these does not hold. The loss is"
    " the mean pinball loss over the levels, CRPS the continuous ranked probability score, both in"
    " the unit of their table: less is better."
)
_METHODS = (
    "In sessions that is what a phase took, in days the time from its first to its last. There the"
    " forecast draws ratio and pace as they were known on the day; as planned is the estimate at 5"
    " sessions a week, and the mean ratio goes with the mean pace."
)


def print_backtest(found: Backtested, terminal: Terminal) -> None:
    """Print for each method what its labels achieved, and what it lost."""
    cases = found.scores[0].n
    if not cases:
        _print_wrapped(
            "no finished phase has both an estimate and a known effort, so that there is nothing to"
            " judge forecasts by",
            terminal,
        )
    else:
        few = "; of so few this says little" if cases < _FEW else ""
        said = f"{say_count(cases, 'finished phase')}, each forecast on the day it began{few}"
        _print_wrapped(said, terminal)
        terminal.print()
        _print_scores("in sessions", found.scores, terminal)
        _print_scores("in days", found.days, terminal)
        _print_wrapped(_READING, terminal, dim=True)
        _print_wrapped(_METHODS, terminal, dim=True)
    if found.left_out:
        said = f"{say_count(len(found.left_out), 'finished phase')} left out: no estimate, or none"
        _print_wrapped(f"{said} of the effort known", terminal, dim=True)
    if found.running:
        verb = "goes" if found.running == 1 else "go"
        said = f"{say_count(found.running, 'phase')} {verb} on"
        _print_wrapped(f"{said}, known to take at least what was spent", terminal, dim=True)
    for remark in found.remarks:
        _print_wrapped(remark, terminal, dim=True)


def _print_wrapped(said: str, terminal: Terminal, *, dim: bool = False) -> None:
    for line in wrap(said, terminal.width):
        terminal.print(terminal.dim(line) if dim else line)


def _print_scores(title: str, scores: Sequence[Score], terminal: Terminal) -> None:
    heads = (title, *(f"{level} %" for level in LEVELS), "loss", "CRPS")
    rows = [[terminal.bold(heads[0]), *map(terminal.dim, heads[1:])]]
    rows += [_row(one, terminal) for one in scores]
    sides = [_LEFT] + [_RIGHT] * (len(heads) - 1)
    for line in align(rows, sides):
        terminal.print(line.rstrip())
    terminal.print()
    for label in scores[0].calibration:
        for number, line in enumerate(wrap(_judge(label), terminal.width - 2)):
            indented = "  " * (1 + bool(number)) + line
            terminal.print(indented if label.holds else terminal.accent(indented))
    terminal.print()


def _row(one: Score, terminal: Terminal) -> list[str]:
    shares = [
        "-" if label.achieved is None else _percent(label.achieved) for label in one.calibration
    ]
    losses = [loss for loss in one.pinball if loss is not None]
    loss = f"{sum(losses) / len(losses):.2f}" if losses else "-"
    crps = "-" if one.crps is None else f"{one.crps:.2f}"
    name = f"  {one.method.removesuffix(' and pace')}"
    return [terminal.bold(name) if one.method == "forecast" else name, *shares, loss, crps]


def _judge(label: Calibration) -> str:
    if label.achieved is None:
        return f"{label.level} %: no such label could be told"
    between = f"{_percent(label.low)} to {_percent(label.high)}"
    said = f"{label.level} %: came true in {_percent(label.achieved)}, {between} in the long run"
    return said if label.holds else f"{said}; the label does not hold"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"

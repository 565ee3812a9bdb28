"""How right forecasts would have been, as text."""

from __future__ import annotations

from trueplan.app.backtest import LEVELS, Backtested, Calibration, Score
from trueplan.cli.layout import Side, align, wrap
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import say_count

_LEFT: Side = "left"
_RIGHT: Side = "right"


def print_backtest(found: Backtested, terminal: Terminal) -> None:
    """Print for each method what its labels achieved, and what it lost."""
    cases = found.scores[0].n if found.scores else 0
    if not cases:
        terminal.print("no finished phase has both an estimate and a known effort, so that there")
        terminal.print("is nothing to judge forecasts by")
    else:
        said = f"{say_count(cases, 'finished phase')}, each forecast on the day it began"
        terminal.print(said)
        terminal.print()
        _print_scores(found, terminal)
    if found.left_out:
        said = f"{say_count(len(found.left_out), 'finished phase')} left out: no estimate, or none"
        terminal.print(terminal.dim(f"{said} of the effort known"))
    if found.running:
        verb = "goes" if found.running == 1 else "go"
        terminal.print(terminal.dim(f"{say_count(found.running, 'phase')} {verb} on"))
    for remark in found.remarks:
        for line in wrap(remark, terminal.width):
            terminal.print(terminal.dim(line))


def _print_scores(found: Backtested, terminal: Terminal) -> None:
    heads = ("", *(f"{level} %" for level in LEVELS), "loss", "CRPS")
    rows = [[terminal.dim(head) for head in heads]]
    rows += [_row(one, terminal) for one in found.scores]
    sides = [_LEFT] + [_RIGHT] * (len(heads) - 1)
    for line in align(rows, sides):
        terminal.print(line.rstrip())
    terminal.print()
    own = found.scores[0]
    for label in own.calibration:
        terminal.print(_judge(label, terminal))
    said = (
        "The shares are of phases that took no more than was forecast with that level. The loss is"
        " the mean pinball loss over the levels, CRPS the continuous ranked probability score, both"
        " in sessions: less is better."
    )
    for line in wrap(said, terminal.width):
        terminal.print(terminal.dim(line))


def _row(one: Score, terminal: Terminal) -> list[str]:
    shares = [
        "-" if label.achieved is None else _percent(label.achieved) for label in one.calibration
    ]
    losses = [loss for loss in one.pinball if loss is not None]
    loss = f"{sum(losses) / len(losses):.2f}" if losses else "-"
    crps = "-" if one.crps is None else f"{one.crps:.2f}"
    name = terminal.bold(one.method) if one.method == "forecast" else one.method
    return [name, *shares, loss, crps]


def _judge(label: Calibration, terminal: Terminal) -> str:
    if label.achieved is None:
        return f"{label.level} %: no such label could be told"
    between = f"{_percent(label.low)} to {_percent(label.high)}"
    said = f"{label.level} %: came true in {_percent(label.achieved)}, {between} in the long run"
    if label.holds:
        return f"{said}; the label holds"
    return terminal.accent(f"{said}; the label does not hold")


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"

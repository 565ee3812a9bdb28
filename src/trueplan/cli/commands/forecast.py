"""`trueplan forecast`: when plans will be done, and how far to trust that."""

from __future__ import annotations

import argparse

from trueplan.cli.options import add_today, read_day, read_folder, read_today
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import say_unreadable
from trueplan.errors import UsageError

DESCRIPTION = (
    "The days by which plans and phases will be done with 50, 80, 85 and 95 %, from what finished\n"
    "phases took beside their estimates, or from the boxes of the weeks where there are none;\n"
    "each trial is a run through the schedule. With --backtest, how right such forecasts of this\n"
    "repository would have been."
)
EXAMPLES = (
    ("trueplan forecast", "every open plan, one a line"),
    ("trueplan forecast berth-pricing", "one plan: phases, spread, chance"),
    ("trueplan forecast --owner 'Orla Penrose=3/week'", "with less time for it"),
    ("trueplan forecast --backtest", "how right it would have been"),
)
_TRIALS, _MOST_TRIALS = 10_000, 1_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take plans, what-ifs, a seed."""
    parser.add_argument("plans", metavar="PLAN", nargs="*", help="plans by name or file")
    parser.add_argument(
        "--backtest", action="store_true", help="replay the past with what was known then"
    )
    parser.add_argument("--start", metavar="DATE", help="as if work went on that day")
    parser.add_argument(
        "--without", metavar="PHASE", action="append", default=[], help="leave out a phase"
    )
    parser.add_argument(
        "--owner",
        metavar="OWNER=N/week",
        action="append",
        default=[],
        help="as if an owner had N sessions a week",
    )
    parser.add_argument(
        "--seed", metavar="N", type=int, default=1, help="of the random numbers (default: 1)"
    )
    parser.add_argument(
        "--trials",
        metavar="N",
        type=int,
        default=_TRIALS,
        help=f"how many trials to make (default: {_TRIALS:,})",
    )
    add_today(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Forecast and print."""
    if not 1 <= arguments.trials <= _MOST_TRIALS:
        raise UsageError(f"--trials takes 1 to {_MOST_TRIALS:,}")
    if arguments.seed < 0:
        raise UsageError("--seed takes 0 or more")
    if arguments.backtest:
        return _run_backtest(arguments, terminal)
    from trueplan.app.forecast import forecast_plans
    from trueplan.app.forecasted import Inquiry

    inquiry = Inquiry(
        tuple(arguments.plans),
        read_day(arguments.start, "--start") if arguments.start else None,
        tuple(arguments.without),
        tuple(arguments.owner),
        arguments.seed,
        arguments.trials,
    )
    with terminal.progress("reading revisions") as progress:
        found = forecast_plans(read_folder(arguments), inquiry, read_today(arguments), progress)
    for line in say_unreadable(found.unreadable):
        terminal.say(line)
    if arguments.format == "json":
        from trueplan.wire.encoding import encode
        from trueplan.wire.forecast import forecast_answer

        terminal.write_bytes(encode(forecast_answer(found)))
        return 0
    from trueplan.cli.forecast_text import print_forecasts

    print_forecasts(found, terminal, detailed=bool(arguments.plans))
    return 0


def _run_backtest(arguments: argparse.Namespace, terminal: Terminal) -> int:
    if arguments.plans or arguments.start or arguments.without or arguments.owner:
        raise UsageError(
            "--backtest replays the past of all plans, as it was",
            help="leave out plans, --start, --without and --owner",
        )
    from trueplan.app.backtest import backtest_repository

    with terminal.progress("reading revisions") as progress:
        found = backtest_repository(
            read_folder(arguments), read_today(arguments), arguments.seed, progress
        )
    if arguments.format == "json":
        from trueplan.wire.backtest import backtest_answer
        from trueplan.wire.encoding import encode

        terminal.write_bytes(encode(backtest_answer(found)))
        return 0
    from trueplan.cli.backtest_text import print_backtest

    print_backtest(found, terminal)
    return 0

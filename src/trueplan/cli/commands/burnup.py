"""`trueplan burnup`: what was done, of how much, day by day."""

from __future__ import annotations

import argparse

from trueplan.cli.options import add_today, one_of, read_folder, read_today
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "The boxes of a plan through its history: what was done, and apart from it how much there was\n"
    "to do, so that growth is seen as growth. Tasks are counted, or what the plan has in their\n"
    "place; acceptance criteria, requirements and gates with --of proof."
)
EXAMPLES = (
    ("trueplan burnup berth-pricing", "a chart in the terminal"),
    ("trueplan burnup berth-pricing --svg", "as a picture"),
    ("trueplan burnup berth-pricing --of proof", "criteria and gates instead of tasks"),
    ("trueplan burnup berth-pricing --format csv", "the figures, a day a line"),
)
FORMATS = ("text", "json", "csv", "svg")
_HEIGHT = 14


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a plan, and what to count."""
    parser.add_argument("plan", metavar="PLAN", help="a plan's name or file")
    parser.add_argument(
        "--of",
        metavar="work|proof|all",
        type=one_of("work", "proof", "all"),
        default="work",
        help="which boxes to count (default: work)",
    )
    parser.add_argument("--svg", action="store_true", help="the same as --format svg")
    add_today(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Follow the boxes and print them."""
    from trueplan.app.burnup import follow_plan

    found = follow_plan(arguments.plan, read_folder(arguments), read_today(arguments), arguments.of)
    form = "svg" if arguments.svg else arguments.format
    if form == "json":
        from trueplan.wire.burnup import burnup_answer
        from trueplan.wire.encoding import encode

        terminal.write_bytes(encode(burnup_answer(found)))
    elif form == "csv":
        from trueplan.wire.burnup import burnup_table

        terminal.write_bytes(burnup_table(found))
    elif form == "svg":
        from trueplan.chart.burnup_svg import draw_burnup
        from trueplan.cli.burnup_text import as_chart

        terminal.write_bytes(draw_burnup(as_chart(found)).encode())
    else:
        from trueplan.cli.burnup_text import print_burnup

        print_burnup(found, _HEIGHT, terminal)
    return 0

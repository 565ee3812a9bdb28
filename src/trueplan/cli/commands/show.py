"""`trueplan show`: one plan, its phases, how far each is."""

from __future__ import annotations

import argparse

from trueplan.cli.options import add_today, read_folder, read_today
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "Counts are done/total and kept apart: tasks, outputs, acceptance and success criteria. What\n"
    "was cancelled is in neither number. Any Markdown file can be shown by its path."
)
EXAMPLES = (
    ("trueplan show berth-pricing", "a plan by its name"),
    ("trueplan show docs/plans/2026-01-26-berth-pricing.md", "by its file"),
    ("trueplan show berth-pricing#2", "one phase with all its items"),
    ("trueplan show berth-pricing --all", "every item, with its reference"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a reference."""
    parser.add_argument(
        "plan", metavar="PLAN", help="a plan's name or file; with #PHASE or #PHASE.ITEM a part"
    )
    parser.add_argument("--all", action="store_true", help="show every item")
    add_today(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Read the plan and print it."""
    from trueplan.app.show import show_plan

    shown = show_plan(arguments.plan, read_folder(arguments))
    if arguments.format == "json":
        from trueplan.wire.encoding import encode
        from trueplan.wire.plan import plan_answer

        terminal.write_bytes(encode(plan_answer(shown)))
        return 0
    from trueplan.cli.plan_text import print_shown

    print_shown(shown, read_today(arguments), terminal, everything=arguments.all)
    return 0

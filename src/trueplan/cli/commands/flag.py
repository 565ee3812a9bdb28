"""`trueplan flag`: how far a flag is rolled out."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import add_today, read_folder, read_today
from trueplan.cli.terminal import Terminal
from trueplan.errors import UsageError

DESCRIPTION = (
    "Only the number changes. The name may be left out where the plan has one flag. With\n"
    "--because, the notes say what changed and why."
)
EXAMPLES = (
    ("trueplan flag link-previews rollout 50", "the only flag of a plan"),
    (
        'trueplan flag link-previews preview_tags rollout 10 --because "a bad week"',
        "by its name",
    ),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a plan, a flag and a percentage."""
    parser.add_argument("plan", metavar="PLAN", help="a plan's name or file")
    parser.add_argument(
        "words", metavar="[NAME] rollout PERCENT", nargs="+", help="the flag, and its new share"
    )
    parser.add_argument(
        "--because", metavar="REASON", default="", help="why; it goes into the notes"
    )
    add_today(parser)
    add_change_options(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Set it, and say what changed."""
    from trueplan.app.set_flag import AskedRollout, set_flag

    *name, field, percentage = ("", "", *arguments.words)[-3:]
    if field != "rollout" or len(arguments.words) > 3:
        raise UsageError(
            f"`{' '.join(arguments.words)}` says nothing of a flag",
            help=f"as in: trueplan flag {arguments.plan} rollout 25",
        )
    asked = AskedRollout(name[0], percentage, read_today(arguments), arguments.because)
    repository, carried = set_flag(
        arguments.plan, read_folder(arguments), asked, read_terms(arguments)
    )
    return print_change(repository, carried, arguments, terminal)

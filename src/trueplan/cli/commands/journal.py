"""`trueplan journal`: a dev journal, begun from what is known."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import add_create_section, add_today, read_folder, read_today
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "Makes a journal where the others are, with what the plan and git tell: the tasks that were\n"
    "ticked and the commits that were made since the last journal, and what is left to do. It is\n"
    "linked from the plan, from the row of its phase if that is completed, and from an index of\n"
    "journals. Comments say what a person has to write.\n"
    "\n"
    "Without a phase it is about the only one in progress, or about another one if tasks were\n"
    "ticked only there since the last journal; else about the whole plan, with every phase in\n"
    "which something was ticked. Without a plan it is about the only one in progress."
)
EXAMPLES = (
    ("trueplan journal", "of what is in progress"),
    ('trueplan journal berth-pricing#1 --took "2 hours"', "of this phase, and how long it took"),
    ('trueplan journal berth-pricing --title "The regatta season"', "under a title of its own"),
    ("trueplan journal offline-charts --create-section --dry-run", "a first one; look first"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a plan or a phase, and what nobody but a person knows."""
    parser.add_argument(
        "plan",
        metavar="PLAN[#PHASE]",
        nargs="?",
        default="",
        help="a plan or a phase (default: what is in progress)",
    )
    parser.add_argument(
        "--title", metavar="WORDS", default="", help="the title, which also names the file"
    )
    parser.add_argument(
        "--took", metavar="TIME", default="", help="how long the session took: “1 session”"
    )
    add_create_section(parser, "the plan's section for journal entries")
    add_today(parser)
    add_change_options(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Make the journal, and say where it is and what it holds."""
    from trueplan.app.journal import AskedJournal, journal

    asked = AskedJournal(
        read_today(arguments), arguments.title, arguments.took, arguments.create_section
    )
    repository, carried = journal(
        arguments.plan, read_folder(arguments), asked, read_terms(arguments)
    )
    return print_change(repository, carried, arguments, terminal)

"""`trueplan add phase`: a phase behind the last one."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import add_create_section, read_folder
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "It gets the next number, and the heading, labels and lists of the last phase. In a plan that\n"
    "was made by `trueplan new`, comments say what belongs where nothing was said. Its row in the\n"
    "list of phases and the count in the index follow."
)
EXAMPLES = (
    ('trueplan add phase berth-pricing "Invoices"', "just a title"),
    (
        (
            'trueplan add phase berth-pricing "Invoices" --task "Draw one" --task "Send one" '
            '--estimate "1 session" --depends-on "Phase 3"'
        ),
        "with what is known",
    ),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a plan, a title, and what is known of the phase."""
    parser.add_argument("plan", metavar="PLAN", help="a plan's name or file")
    parser.add_argument("title", metavar="TITLE", help="what the phase is called")
    parser.add_argument("--goal", metavar="WORDS", default="", help="what is true when it is over")
    for name, what in (
        ("task", "a task of it (several times)"),
        ("deliverable", "what it leaves behind (several times)"),
        ("criterion", "what must hold for it to be done (several times)"),
    ):
        parser.add_argument(f"--{name}", metavar="WORDS", action="append", default=[], help=what)
    parser.add_argument("--estimate", metavar="AMOUNT", default="", help="as in: 2 sessions")
    parser.add_argument(
        "--depends-on", metavar="WORDS", default="", help="what must be over before: Phase 3"
    )
    add_create_section(parser)
    add_change_options(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Add it, and say under which number."""
    from trueplan.app.add_phase import AskedPhase, add_phase

    asked = AskedPhase(
        arguments.title,
        arguments.goal,
        tuple(arguments.task),
        tuple(arguments.deliverable),
        tuple(arguments.criterion),
        arguments.estimate,
        arguments.depends_on,
    )
    repository, carried = add_phase(
        arguments.plan,
        read_folder(arguments),
        asked,
        read_terms(arguments),
        create=arguments.create_section,
    )
    return print_change(repository, carried, arguments, terminal)

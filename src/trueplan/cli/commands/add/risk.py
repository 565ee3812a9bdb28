"""`trueplan add risk`: a risk, with an answer to it."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import add_create_section, read_folder
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "A row of the table of risks, whatever its columns, or an item of their list. Ratings are\n"
    "spelt as the others are."
)
EXAMPLES = (
    ('trueplan add risk berth-pricing "The till is replaced"', "a risk"),
    (
        (
            'trueplan add risk berth-pricing "The till is replaced" --likelihood low --impact high '
            '--mitigation "Ask before phase 3"'
        ),
        "with all that is known",
    ),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a plan, the risk, and what is known of it."""
    parser.add_argument("plan", metavar="PLAN", help="a plan's name or file")
    parser.add_argument("risk", metavar="WORDS", help="what could go wrong")
    parser.add_argument("--likelihood", metavar="High|Med|Low", default="", help="how likely")
    parser.add_argument("--impact", metavar="High|Med|Low", default="", help="how bad")
    parser.add_argument("--mitigation", metavar="WORDS", default="", help="what is done about it")
    add_create_section(parser)
    add_change_options(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Add it, and say under which reference."""
    from trueplan.app.add_risk import NewRisk, add_risk

    risk = NewRisk(arguments.risk, arguments.likelihood, arguments.impact, arguments.mitigation)
    repository, carried = add_risk(
        arguments.plan,
        read_folder(arguments),
        risk,
        read_terms(arguments),
        create=arguments.create_section,
    )
    return print_change(repository, carried, arguments, terminal)

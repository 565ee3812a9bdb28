"""`trueplan add flag`: a feature flag."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import add_create_section, read_folder
from trueplan.cli.terminal import Terminal

DESCRIPTION = "A row of the table of flags, or an item of their list."
EXAMPLES = (
    (
        (
            'trueplan add flag berth-pricing new-tariff --purpose "charge by season" --rollout 0 '
            '--rollback "switch it off in the till"'
        ),
        "a flag that nobody sees yet",
    ),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a plan, a name, and what is known of the flag."""
    parser.add_argument("plan", metavar="PLAN", help="a plan's name or file")
    parser.add_argument("name", metavar="NAME", help="what the flag is called in the code")
    parser.add_argument("--purpose", metavar="WORDS", default="", help="what it switches")
    parser.add_argument("--rollout", metavar="PERCENT", default="", help="for what share of users")
    parser.add_argument("--rollback", metavar="WORDS", default="", help="how it is switched back")
    add_create_section(parser)
    add_change_options(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Add it, and say so."""
    from trueplan.app.add_flag import NewFlag, add_flag

    flag = NewFlag(arguments.name, arguments.purpose, arguments.rollout, arguments.rollback)
    repository, carried = add_flag(
        arguments.plan,
        read_folder(arguments),
        flag,
        read_terms(arguments),
        create=arguments.create_section,
    )
    return print_change(repository, carried, arguments, terminal)

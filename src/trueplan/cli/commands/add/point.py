"""`trueplan add point`: a point of any other section."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import add_create_section, read_folder
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "SECTION is architecture, technologies, patterns, database, unit, integration, manual,\n"
    "user-acceptance, steps, migration, references, or a part of the retrospective: well,\n"
    "improve, lessons, repeat. What only holds the place gives way."
)
EXAMPLES = (
    ('trueplan add point berth-pricing technologies "No new library"', "a point"),
    ('trueplan add point berth-pricing steps "Deploy at night" "Tell the till"', "two steps"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a plan, a section and words."""
    parser.add_argument("plan", metavar="PLAN", help="a plan's name or file")
    parser.add_argument("section", metavar="SECTION", help="the section, by its name")
    parser.add_argument("words", metavar="WORDS", nargs="+", help="what it says; several are added")
    add_create_section(parser)
    add_change_options(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Add them, and say so."""
    from trueplan.app.add_point import NewPoints, add_points

    asked = NewPoints(arguments.section, tuple(arguments.words), arguments.create_section)
    repository, carried = add_points(
        arguments.plan, read_folder(arguments), asked, read_terms(arguments)
    )
    return print_change(repository, carried, arguments, terminal)

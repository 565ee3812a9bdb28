"""`trueplan note`: a note of the day."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import add_create_section, add_today, read_folder, read_today
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "It goes into the plan's notes with its day, as the notes there are written, the newest first\n"
    "where they stand so. With #PLACE the note begins with that."
)
EXAMPLES = (
    ('trueplan note berth-pricing "The till rounds to five pence"', "what was learnt"),
    ('trueplan note berth-pricing#2 "Two seasons are enough" --commit', "about a phase"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a plan and words."""
    parser.add_argument("ref", metavar="PLAN", help="a plan, or with #PLACE a part of it")
    parser.add_argument("words", metavar="WORDS", help="what was learnt, decided or found")
    add_create_section(parser, "the section for notes")
    add_today(parser)
    add_change_options(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Note it, and say so."""
    from trueplan.app.note import note

    repository, carried = note(
        arguments.ref,
        read_folder(arguments),
        arguments.words,
        read_today(arguments),
        read_terms(arguments),
        create=arguments.create_section,
    )
    return print_change(repository, carried, arguments, terminal)

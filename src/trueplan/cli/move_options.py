"""What the commands that move plans and phases have in common."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import add_create_section, add_today, read_folder, read_today
from trueplan.cli.terminal import Terminal


def add_move_arguments(
    parser: argparse.ArgumentParser, *, reason: bool = False, guarded: bool = False
) -> None:
    """Take what is moved; `reason` says that one is owed, `guarded` that guards may say no."""
    parser.add_argument("ref", metavar="PLAN", help="a plan, or with #PHASE a phase of it")
    parser.add_argument(
        "--because",
        metavar="REASON",
        default="",
        help=f"why; it goes into the notes{' (required)' if reason else ''}",
    )
    if guarded:
        parser.add_argument(
            "--tick",
            metavar="REF",
            action="append",
            default=[],
            help="tick this as well, in the same change (several times)",
        )
        parser.add_argument(
            "--force",
            action="store_true",
            help="whatever is missing; with --because, and the notes will say so",
        )
    add_create_section(parser, "the section for notes, or the list of completed phases,")
    add_today(parser)
    add_change_options(parser)


def run_move(name: str, arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Make the move called `name`, and say what changed."""
    from trueplan.app.move import Asked, move

    asked = Asked(
        name,
        read_today(arguments),
        arguments.because,
        getattr(arguments, "force", False),
        tuple(getattr(arguments, "tick", ())),
        arguments.create_section,
    )
    repository, carried = move(arguments.ref, read_folder(arguments), asked, read_terms(arguments))
    return print_change(repository, carried, arguments, terminal)

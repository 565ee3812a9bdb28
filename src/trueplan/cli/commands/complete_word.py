"""`trueplan __complete`: what may stand next, for the completion scripts. Not for people."""

from __future__ import annotations

import argparse

from trueplan.cli.candidates import find_candidates
from trueplan.cli.terminal import Terminal
from trueplan.errors import TrueplanError

FORMATS = ("text",)
EXAMPLES = (("trueplan __complete -- check --se", "--select"),)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the words behind `trueplan` up to the one that is completed."""
    parser.add_argument("words", metavar="WORD", nargs="*", help="what was typed")


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the candidates; what is wrong is not for the prompt."""
    try:
        for candidate, about in find_candidates(arguments.words):
            terminal.print(f"{candidate}\t{about}" if about else candidate)
    except (TrueplanError, OSError):
        return 0
    return 0

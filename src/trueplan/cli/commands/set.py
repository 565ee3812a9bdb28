"""`trueplan set`: owner, target, goal, estimate …."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import add_create_section, add_today, read_folder, read_today
from trueplan.cli.terminal import Terminal
from trueplan.errors import UsageError

DESCRIPTION = (
    "Of a plan: owner, target, created, adrs, backlog, and any other field that its header has;\n"
    "the points of its objective: problem, users, impact, metrics; and, where nothing is written\n"
    "yet, the sections of words: summary, architecture, technologies, patterns, database, unit,\n"
    "integration, manual, user-acceptance, steps, flags, migration, references, well, improve,\n"
    "lessons, repeat. Of a phase: title, goal, estimate, depends. The index follows."
)
EXAMPLES = (
    ("trueplan set berth-pricing target 2026-04-30", "a new target"),
    ('trueplan set berth-pricing owner CTO target 2026-04-30 --because "Wren is away"', "noted"),
    ('trueplan set berth-pricing#3 estimate "2 sessions" goal "Invoices go out"', "of a phase"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a plan or a phase, and fields with their values."""
    parser.add_argument("ref", metavar="PLAN", help="a plan, or with #PHASE a phase of it")
    parser.add_argument(
        "pairs", metavar="FIELD VALUE", nargs="+", help="a field and what it shall say; several"
    )
    parser.add_argument(
        "--because", metavar="REASON", default="", help="why; it goes into the notes"
    )
    add_create_section(parser)
    add_today(parser)
    add_change_options(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Set them, and say what changed."""
    from trueplan.app.set_fields import AskedFields, set_fields

    asked = AskedFields(
        _pairs(arguments.pairs),
        read_today(arguments),
        arguments.because,
        arguments.create_section,
    )
    repository, carried = set_fields(
        arguments.ref, read_folder(arguments), asked, read_terms(arguments)
    )
    return print_change(repository, carried, arguments, terminal)


def _pairs(words: list[str]) -> tuple[tuple[str, str], ...]:
    if len(words) % 2:
        raise UsageError(
            f"{words[-1]} has no value behind it", help="as in: trueplan set PLAN owner CTO"
        )
    return tuple(zip(words[::2], words[1::2], strict=True))

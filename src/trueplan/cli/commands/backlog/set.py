"""`trueplan backlog set`: a cell of items, by the column's name."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import add_today, read_folder, read_today
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "FIELD is priority, estimate, feature, notes or status, or the head of any other column. A\n"
    "status is written in the table's own words; a priority or an estimate has to be known."
)
EXAMPLES = (
    ("trueplan backlog set HAR-009 priority P1", "more urgent than it was"),
    ("trueplan backlog set HAR-008 HAR-009 estimate M", "two at once"),
    ('trueplan backlog set HAR-008 notes "the carrier has signed"', "other notes"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take items, a field and its value."""
    parser.add_argument("items", metavar="ITEM", nargs="+", help="the ID of an item: GEO-001")
    parser.add_argument(
        "field",
        metavar="FIELD",
        help="priority, estimate, feature, notes, status or the head of a column",
    )
    parser.add_argument("value", metavar="VALUE", help="what it shall say")
    add_today(parser)
    add_change_options(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Set it, and say what changed."""
    from trueplan.app.backlog_set import Setting, set_field

    setting = Setting(arguments.field, arguments.value, read_today(arguments))
    repository, carried = set_field(
        arguments.items, read_folder(arguments), setting, read_terms(arguments)
    )
    return print_change(repository, carried, arguments, terminal)

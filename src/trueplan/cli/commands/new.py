"""`trueplan new`: a plan from the template."""

from __future__ import annotations

import argparse

from trueplan.cli.change_options import add_change_options, print_change, read_terms
from trueplan.cli.options import add_today, read_folder, read_today
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "Makes a file with the headings of the template, where the other plans are, and its row in\n"
    "the index. Comments say what belongs where; they count as unwritten until something stands\n"
    "there. A template of one's own is used where there is one: `template` in the configuration,\n"
    "or TEMPLATE.md in the folder of plans."
)
EXAMPLES = (
    ('trueplan new "Gale warnings"', "three phases, to be named"),
    ('trueplan new "Gale warnings" --phases Masts --phases Sirens', "two that have names"),
    ("trueplan new --backlog HAR-009 --owner CTO", "what an item of the backlog wants"),
    ("trueplan new --from README.md --dry-run", "from a spec or an issue; look first"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a topic."""
    parser.add_argument("topic", metavar="TOPIC", nargs="?", default="", help="what it is about")
    parser.add_argument(
        "--phases",
        metavar="N|TITLE",
        action="append",
        default=[],
        help="how many phases (default: 3), or the title of one; may be given again",
    )
    parser.add_argument(
        "--backlog",
        metavar="ID",
        action="append",
        default=[],
        help="the item that it is for; the topic is its feature unless one is given",
    )
    parser.add_argument(
        "--from",
        dest="origin",
        metavar="PATH",
        default="",
        help="take over all that a Markdown file says, its phases and tasks among it",
    )
    parser.add_argument(
        "--owner", metavar="NAME", default="", help="default: `owner` of the configuration, or git"
    )
    parser.add_argument("--target", metavar="DATE", default="", help="when it should be done")
    parser.add_argument(
        "--in", dest="place", metavar="PATH", default="", help="the folder that it goes into"
    )
    parser.add_argument(
        "--template", metavar="PATH", default="", help="a template, or `built-in` for ours"
    )
    add_today(parser)
    add_change_options(parser, digest=False)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Make the plan, and say where it is."""
    from trueplan.app.asked_plan import AskedPlan
    from trueplan.app.new_plan import make_new

    asked = AskedPlan(
        read_today(arguments),
        arguments.topic,
        tuple(arguments.phases),
        tuple(arguments.backlog),
        arguments.origin,
        arguments.owner,
        arguments.target,
        arguments.place,
        arguments.template,
    )
    repository, carried = make_new(read_folder(arguments), asked, read_terms(arguments))
    return print_change(repository, carried, arguments, terminal)

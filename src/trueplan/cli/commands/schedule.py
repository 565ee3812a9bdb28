"""`trueplan schedule`: when each phase can be done."""

from __future__ import annotations

import argparse

from trueplan.app.schedule import Question, schedule_plans
from trueplan.app.scheduled import Scheduled
from trueplan.cli.options import add_today, one_of, read_day, read_folder, read_today
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import say_unreadable

DESCRIPTION = (
    "Puts what is open in order and on the calendar: an owner does one phase at a time, five\n"
    "sessions a week unless the configuration says otherwise. Slack is how many sessions a phase\n"
    "can slip before all of it ends later; without any it is critical. Paused plans are left out\n"
    "unless they are named or waited for. What is assumed is said."
)
EXAMPLES = (
    ("trueplan schedule", "all plans that are planned or in progress"),
    ("trueplan schedule berth-pricing", "one plan, and what it waits for"),
    ("trueplan schedule --without winter-storage#3", "as if that phase were not there"),
    ('trueplan schedule --owner "Orla Penrose=3/week"', "with less time for an owner"),
    ("trueplan schedule --level none", "as if everybody could do all at once"),
    ("trueplan schedule --format ics", "as a calendar to subscribe to"),
)
FORMATS = ("text", "json", "mermaid", "svg", "ics", "msproject")
_NAME = "Plans"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take plans and what is to be assumed."""
    parser.add_argument("plans", metavar="PLAN", nargs="*", help="a plan's name or file")
    parser.add_argument("--start", metavar="DATE", help="nothing begins before it (default: today)")
    parser.add_argument(
        "--without",
        metavar="PHASE",
        action="append",
        default=[],
        help="leave a phase out; what waits for it waits for what it waited for",
    )
    parser.add_argument(
        "--owner",
        metavar="ROLE=N/week",
        action="append",
        default=[],
        help="how many sessions a week a role does",
    )
    parser.add_argument(
        "--level",
        metavar="rule|optimal|none",
        type=one_of("rule", "optimal", "none"),
        default="rule",
        help=(
            "give owners one phase at a time by a rule; or so that the end is the earliest one "
            "(needs OR-tools); or not at all (default: rule)"
        ),
    )
    add_today(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Make the schedule and print it."""
    question = Question(
        tuple(arguments.plans),
        read_day(arguments.start, "--start") if arguments.start is not None else None,
        tuple(arguments.without),
        tuple(arguments.owner),
        arguments.level,
    )
    with terminal.progress("reading plans") as progress:
        scheduled = schedule_plans(
            read_folder(arguments), question, read_today(arguments), progress=progress
        )
    for line in say_unreadable(scheduled.unreadable):
        terminal.say(line)
    if arguments.format != "text":
        terminal.write_bytes(_encode(scheduled, arguments.format))
        return 0
    from trueplan.cli.schedule_text import print_schedule

    print_schedule(scheduled, terminal)
    return 0


def _encode(scheduled: Scheduled, form: str) -> bytes:
    if form == "json":
        from trueplan.wire.encoding import encode
        from trueplan.wire.schedule import schedule_answer

        return encode(schedule_answer(scheduled))
    if form == "ics":
        from trueplan.wire.icalendar import icalendar

        return icalendar(scheduled, _NAME)
    if form == "msproject":
        from trueplan.wire.project_xml import project_xml

        return project_xml(scheduled, _NAME)
    if form == "mermaid":
        from trueplan.wire.mermaid import gantt

        return gantt(scheduled, _NAME).encode()
    from trueplan.chart.gantt_svg import draw_gantt
    from trueplan.cli.schedule_chart import chart_of

    return draw_gantt(chart_of(scheduled)).encode("utf-8", "replace")

"""`trueplan accept`: keep a finding quiet until what it saw changes."""

from __future__ import annotations

import argparse

from trueplan.app.accept import accept_findings
from trueplan.app.places import shown_path
from trueplan.app.repository import open_repository
from trueplan.cli.layout import counted, wrap
from trueplan.cli.options import add_today, read_folder, read_today
from trueplan.cli.snippet import showable
from trueplan.cli.terminal import Terminal

DESCRIPTION = """\
Writes what the rule finds there now, with the reason, the commit and the day, into
.trueplan/accepted.toml. As soon as the rule sees something else, it speaks again."""
EXAMPLES = (
    ('trueplan accept TP201 tide-tables --because "the rest is in HAR-005"', "a plan"),
    ('trueplan accept dead-link docs/plans/2026-01-26-berth-pricing.md --because "gone"', "a file"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a rule, a document and a reason."""
    parser.add_argument("rule", metavar="CODE", help="the code or the name of a rule")
    parser.add_argument("document", metavar="PLAN", help="a plan, or the path of any document")
    parser.add_argument("--because", metavar="REASON", default="", help="why (required)")
    add_today(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Accept, and say what."""
    folder = read_folder(arguments)
    repository = open_repository(folder)
    accepted = accept_findings(
        repository,
        arguments.rule,
        arguments.document,
        arguments.because,
        read_today(arguments),
        folder,
    )
    if arguments.format == "json":
        from trueplan.wire.accepted import encode_accepted

        terminal.write_bytes(encode_accepted(accepted))
        return 0
    first = accepted.findings[0]
    path = showable(shown_path(repository.root, first.path, folder))
    number = counted(len(accepted.findings), "finding")
    terminal.print(
        f"accepted {number} of {terminal.bold(first.code)} {first.name} in {terminal.bold(path)}"
    )
    for finding in accepted.findings:
        for number_of_line, line in enumerate(wrap(showable(finding.message), terminal.width - 9)):
            label = f"{finding.place.line:>6}" if not number_of_line else ""
            terminal.print(f"{label:6}   {line}")
    terminal.print(terminal.dim(f"written to {accepted.place}"))
    return 0

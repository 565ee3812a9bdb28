"""`trueplan check`: what is untrue, with places."""

from __future__ import annotations

import argparse
import os

from trueplan.app.check import check_repository, ensure_found
from trueplan.app.places import open_places
from trueplan.app.rules import select_rules
from trueplan.cli.check_answer import Checked, write_answer
from trueplan.cli.findings_text import sum_up
from trueplan.cli.layout import counted
from trueplan.cli.options import add_today, one_of, read_folder, read_today, words_of
from trueplan.cli.terminal import Terminal, terminal_for_file
from trueplan.errors import UsageError

FORMATS = ("text", "json", "sarif", "junit", "github")
DESCRIPTION = """\
Checks plans against themselves, their companions and each other. Without PATH, everything in the
repository; a Markdown file that is named is checked wherever it stands. Exits with 1 where there
is a finding at or above --fail-on."""
EXAMPLES = (
    ("trueplan check", "everything"),
    ("trueplan check docs/plans --fail-on warning", "one folder, more strictly"),
    ("trueplan check --select TP2,dead-link", "some rules only"),
    ("trueplan check --diff", "what --fix would change"),
    ("trueplan check --format sarif --output plans.sarif", "for a code scanning service"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take paths, which rules run, what is done with what they find."""
    parser.add_argument("paths", metavar="PATH", nargs="*", help="a file, a folder or a plan")
    choice = parser.add_argument_group("which rules, what fails")
    choice.add_argument(
        "--select",
        metavar="CODES",
        type=words_of,
        default=(),
        help="only these rules: TP2,dead-link",
    )
    choice.add_argument(
        "--ignore", metavar="CODES", type=words_of, default=(), help="not these rules"
    )
    choice.add_argument(
        "--fail-on",
        metavar="SEVERITY",
        type=one_of("error", "warning", "note", "never"),
        help="exit with 1 from this severity on: error, warning, note, never (default: error)",
    )
    add_today(choice)
    fixes = parser.add_argument_group("fixes")
    fixes.add_argument("--fix", action="store_true", help="apply the fixes that are safe")
    fixes.add_argument("--unsafe-fixes", action="store_true", help="apply the others too")
    fixes.add_argument("--diff", action="store_true", help="show what they change, write nothing")
    answer = parser.add_argument_group("the answer")
    answer.add_argument("--statistics", action="store_true", help="counts by rule, no places")
    answer.add_argument("--accepted", action="store_true", help="show accepted findings too")
    answer.add_argument("--output", metavar="FILE", help="write the answer to FILE")


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Check, fix where asked, print, and say by the exit code whether all is well."""
    _ensure_consistent(arguments)
    checked = _check(arguments, terminal)
    if arguments.diff:
        return checked.exit_code
    if arguments.output is None:
        write_answer(checked, arguments, terminal)
    else:
        place = os.path.join(checked.folder, arguments.output)
        with open(place, "w", encoding="utf-8", newline="\n") as file:
            write_answer(checked, arguments, terminal_for_file(file, terminal))
        terminal.print(f"{arguments.output}: {sum_up(checked.report, len(checked.fixed or ()))}")
    if not checked.repository.in_git and arguments.format == "text":
        terminal.say("not in git: ignored files are checked too, and rules TP7xx have no past")
    if checked.report.remark:
        terminal.say(f"TP7xx cannot see the past: {checked.report.remark}")
    return checked.exit_code


def _ensure_consistent(arguments: argparse.Namespace) -> None:
    if arguments.diff and (arguments.format != "text" or arguments.output is not None):
        raise UsageError(
            "--diff prints a diff and takes neither --format nor --output",
            help="in the json format every finding comes with the edits of its fix",
        )


def _check(arguments: argparse.Namespace, terminal: Terminal) -> Checked:
    """Check, and fix or show what fixes would change."""
    folder = read_folder(arguments)
    today = read_today(arguments)
    repository, paths = open_places(folder, arguments.paths)
    fail_on = arguments.fail_on or repository.configuration.fail_on
    selection = select_rules(repository.configuration, arguments.select, arguments.ignore)
    if not (arguments.fix or arguments.unsafe_fixes or arguments.diff):
        with terminal.progress("checked") as progress:
            report = check_repository(repository, today, paths, selection, progress)
        ensure_found(report, repository, folder, arguments.paths)
        return Checked(repository, folder, report, fail_on)
    from trueplan.app.fix import plan_fixes, write_fixes

    with terminal.progress("checked") as progress:
        fixing = plan_fixes(
            repository, today, paths, selection, unsafe=arguments.unsafe_fixes, progress=progress
        )
    ensure_found(fixing.before, repository, folder, arguments.paths)
    fixed = tuple(finding for change in fixing.changes for finding in change.fixed)
    if not fixing.settled:
        terminal.say("ten rounds of fixes left something to fix; run the command again")
    if arguments.diff:
        from trueplan.cli.diff import print_diff

        for change in fixing.changes:
            print_diff(change.path, change.before, change.after, terminal)
        terminal.say(f"{counted(len(fixed), 'fix')} in {counted(len(fixing.changes), 'file')}")
        return Checked(repository, folder, fixing.before, fail_on)
    write_fixes(repository, fixing)
    return Checked(repository, folder, fixing.left, fail_on, fixed)

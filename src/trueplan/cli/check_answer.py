"""What `trueplan check` answers, in each of its forms."""

from __future__ import annotations

import argparse

from trueplan.app.accept import read_reasons
from trueplan.app.check import Report
from trueplan.app.findings import Finding, failing_severities
from trueplan.app.places import prefix_in_git, shown_path
from trueplan.app.repository import Repository
from trueplan.app.rules import list_rules
from trueplan.cli.findings_text import print_findings, print_fixed, print_statistics, sum_up
from trueplan.cli.layout import counted
from trueplan.cli.snippet import showable
from trueplan.cli.terminal import Terminal
from trueplan.record import Record


class Checked(Record):
    """What there is to say. `fixed` is None where nothing was to be fixed."""

    repository: Repository
    folder: str
    report: Report
    fail_on: str
    fixed: tuple[Finding, ...] | None = None

    @property
    def exit_code(self) -> int:
        """1 where a finding is at or above what fails, else 0."""
        failing = failing_severities(self.fail_on)
        return int(any(finding.severity in failing for finding in self.report.findings))


def write_answer(checked: Checked, arguments: argparse.Namespace, terminal: Terminal) -> None:
    """Write the report in the form that was asked for."""
    if arguments.format == "text":
        _print_text(checked, arguments, terminal)
    else:
        terminal.write_bytes(_encode(checked, arguments))


def _print_text(checked: Checked, arguments: argparse.Namespace, terminal: Terminal) -> None:
    report, root = checked.report, checked.repository.root
    accepted = report.accepted if arguments.accepted else ()

    def show(path: str) -> str:
        return shown_path(root, path, checked.folder)

    print_fixed(checked.fixed or (), terminal, show)
    if arguments.statistics:
        print_statistics((*report.findings, *accepted), terminal)
    else:
        findings = sorted((*report.findings, *accepted), key=lambda one: one.sort_key)
        print_findings(findings, terminal, show, frozenset(accepted))
    terminal.print(sum_up(report, len(checked.fixed or ())))
    for one in report.stale:
        terminal.print(
            terminal.dim(
                f"{one.rule} of {showable(show(one.plan))} is accepted but found no more: "
                "delete its entry in .trueplan/accepted.toml"
            )
        )
    for path, why in report.named_anyway:
        terminal.print(terminal.dim(f"{showable(path)} is hardly a plan: {why}"))
    if report.passed_over:
        files = counted(len(report.passed_over), "file")
        terminal.print(
            terminal.dim(f"{files} in the place of plans passed over: `trueplan list --why`")
        )


def _encode(checked: Checked, arguments: argparse.Namespace) -> bytes:
    """The report in a form for programs; paths there are from the root of the repository."""
    report, repository = checked.report, checked.repository
    if arguments.format == "json":
        from trueplan.wire.findings import encode_findings

        return encode_findings(
            report,
            with_accepted=arguments.accepted,
            statistics=arguments.statistics,
            fixed=checked.fixed,
        )
    if arguments.format == "github":
        from trueplan.wire.github import encode_annotations

        return encode_annotations(report.findings, prefix_in_git(repository.root))
    if arguments.format == "junit":
        from trueplan.wire.junit import encode_junit

        return encode_junit(report, checked.fail_on, read_reasons(repository))
    from trueplan.wire.sarif import encode_sarif

    def read(path: str) -> bytes | None:
        source = repository.read(path)
        return source if isinstance(source, bytes) else None

    return encode_sarif(
        report, list_rules(), read_reasons(repository), read, prefix_in_git(repository.root)
    )

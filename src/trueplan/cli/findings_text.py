"""Findings as text: the fact, the place, what to do; then one line that sums up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from trueplan.app.check import Report
from trueplan.app.findings import Finding
from trueplan.app.statistics import count_by_rule
from trueplan.cli.layout import Side, align, counted, wrap
from trueplan.cli.snippet import render_snippet, showable
from trueplan.cli.terminal import Style, Terminal

_STYLES: dict[str, tuple[Style, ...]] = {
    "error": ("bad", "bold"),
    "warning": ("accent",),
    "note": ("dim",),
}
ShowPath = Callable[[str], str]


def print_findings(
    findings: Iterable[Finding],
    terminal: Terminal,
    show: ShowPath,
    accepted: frozenset[Finding] = frozenset(),
) -> None:
    """Print each finding with its source; `show` turns a path into what is typed here."""
    for finding in findings:
        _print_finding(finding, terminal, show(finding.path), finding in accepted)


def _print_finding(finding: Finding, terminal: Terminal, path: str, accepted: bool) -> None:
    place = finding.place
    severity = terminal.style(finding.severity, *_STYLES[finding.severity])
    head = f"{terminal.bold(f'{showable(path)}:{place.line}:{place.column}')}: {severity} "
    terminal.print(
        f"{head}{terminal.bold(finding.code)} {finding.name}"
        + (terminal.dim(" (accepted)") if accepted else "")
    )
    for line in wrap(showable(finding.message), terminal.width - 2):
        terminal.print(f"  {line}")
    terminal.print()
    snippet = render_snippet(place, finding.labels, terminal)
    for line in snippet:
        terminal.print(line)
    if finding.help:
        _print_remark("help", finding.help, terminal)
    if finding.fix is not None:
        option = "--fix" if finding.fix.safe else "--unsafe-fixes"
        _print_remark("fix", f"{finding.fix.title} (`{option}`)", terminal)
    terminal.print()


def _print_remark(word: str, text: str, terminal: Terminal) -> None:
    first, *rest = wrap(showable(text.replace("\n", " ")), terminal.width - 8)
    label = f"{word}:"
    terminal.print(f"{terminal.dim(f'{label:>7}')} {first}")
    for line in rest:
        terminal.print(f"{'':8}{line}")


def print_fixed(fixed: Sequence[Finding], terminal: Terminal, show: ShowPath) -> None:
    """Print what was fixed, one fix a line."""
    rows = [
        ["fixed", f"{showable(show(one.path))}:{one.place.line}", one.code, showable(one.fix.title)]
        for one in fixed
        if one.fix is not None
    ]
    for line in align(rows):
        terminal.print(line)
    if rows:
        terminal.print()


def print_statistics(findings: Iterable[Finding], terminal: Terminal) -> None:
    """Print how often each rule found something, the most frequent first."""
    rows = [
        [
            str(one.findings),
            one.code,
            one.name,
            terminal.style(one.severity, *_STYLES[one.severity]),
            f"{one.fixable} fixable" if one.fixable else "",
        ]
        for one in count_by_rule(findings)
    ]
    sides: tuple[Side, ...] = ("right",)
    for line in align(rows, sides):
        terminal.print(line)
    if rows:
        terminal.print()


def sum_up(report: Report, fixed: int = 0) -> str:
    """One line: counts that are not zero, what was silenced, what can be fixed."""
    plans = {card.path for card in report.plans}
    touched = {one.path for one in report.findings}
    counts = [
        counted(report.count(severity), severity)
        for severity in ("error", "warning", "note")
        if report.count(severity)
    ]
    others = report.documents - len(plans)
    if counts:
        where = f" in {_where(len(touched & plans), len(plans), len(touched - plans))}"
        head = ", ".join(counts) + where
    else:
        beside = f" and {counted(others, 'other document')}" if others else ""
        head = f"nothing untrue in {counted(len(plans), 'plan')}{beside}"
    quiet = [
        f"{number} {word}"
        for number, word in ((len(report.accepted), "accepted"), (report.suppressed, "silenced"))
        if number
    ]
    parts = [f"{fixed} fixed"] * bool(fixed) + [head] + [", ".join(quiet)] * bool(quiet)
    return "; ".join(parts) + "." + _fixable(report.findings)


def _where(touched: int, plans: int, others: int) -> str:
    parts = []
    if touched:
        parts.append(f"{touched} of {counted(plans, 'plan')}")
    if others:
        parts.append(counted(others, "other document" if touched else "document"))
    return " and ".join(parts)


def _fixable(findings: Iterable[Finding]) -> str:
    fixes = [one.fix for one in findings if one.fix is not None]
    safe = sum(1 for fix in fixes if fix.safe)
    unsafe = len(fixes) - safe
    if safe and unsafe:
        return (
            f" {safe} can be fixed with `trueplan check --fix`, "
            f"{unsafe} more with `--unsafe-fixes`."
        )
    if safe:
        return f" {safe} can be fixed with `trueplan check --fix`."
    if unsafe:
        return f" {unsafe} can be fixed with `trueplan check --unsafe-fixes`."
    return ""

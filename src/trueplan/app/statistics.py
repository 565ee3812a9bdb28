"""How often each rule found something."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.lint.finding import Finding
from trueplan.lint.settings import Severity
from trueplan.record import Record


class RuleCount(Record):
    """A rule at one severity: how many findings, and how many of them have a fix."""

    code: str
    name: str
    severity: Severity
    findings: int
    fixable: int


def count_by_rule(findings: Iterable[Finding]) -> tuple[RuleCount, ...]:
    """Counts by rule, the most frequent first."""
    groups: dict[tuple[str, str, Severity], list[Finding]] = {}
    for one in findings:
        groups.setdefault((one.code, one.name, one.severity), []).append(one)
    counts = [
        RuleCount(*key, len(group), sum(1 for one in group if one.fix is not None))
        for key, group in groups.items()
    ]
    return tuple(sorted(counts, key=lambda one: (-one.findings, one.code)))

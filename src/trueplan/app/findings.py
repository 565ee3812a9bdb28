"""What a face may know of findings and their rules."""

from __future__ import annotations

from trueplan.lint.finding import Finding, Fix, Place
from trueplan.lint.rule import Rule
from trueplan.lint.settings import SEVERITIES, Severity

__all__ = ["Finding", "Fix", "Place", "Rule", "Severity", "failing_severities"]


def failing_severities(fail_on: str) -> tuple[Severity, ...]:
    """The severities at or above `fail_on`; none for "never"."""
    for number, severity in enumerate(SEVERITIES, 1):
        if severity == fail_on:
            return SEVERITIES[:number]
    return ()

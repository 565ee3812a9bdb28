"""Findings as JUnit XML, which most build servers show."""

from __future__ import annotations

from collections.abc import Mapping

from trueplan.app.check import Report
from trueplan.app.findings import Finding, failing_severities

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}


def encode_junit(
    report: Report, fail_on: str, reasons: Mapping[tuple[str, str, str], str]
) -> bytes:
    """A test case for each finding, failed at or above `fail_on`, and one for each clean plan.

    Accepted findings are skipped tests, with the reason that `reasons` has for them.
    """
    failing = failing_severities(fail_on)
    suites: dict[str, list[str]] = {card.path: [] for card in report.plans}
    failures: dict[str, int] = dict.fromkeys(suites, 0)
    skipped: dict[str, int] = dict.fromkeys(suites, 0)
    for finding in report.findings:
        fails = finding.severity in failing
        suites.setdefault(finding.path, []).append(_case(finding, fails))
        failures[finding.path] = failures.get(finding.path, 0) + fails
    for finding in report.accepted:
        reason = reasons.get((finding.code, finding.path, finding.seen), "")
        suites.setdefault(finding.path, []).append(_skipped(finding, reason))
        skipped[finding.path] = skipped.get(finding.path, 0) + 1
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    counts = f'tests="{sum(max(len(cases), 1) for cases in suites.values())}"'
    lines.append(f'<testsuites name="trueplan" {counts} failures="{sum(failures.values())}">')
    for path in sorted(suites):
        cases = suites[path] or [f'    <testcase classname="{_text(path)}" name="no findings"/>']
        lines.append(
            f'  <testsuite name="{_text(path)}" tests="{len(cases)}" '
            f'failures="{failures.get(path, 0)}" errors="0" skipped="{skipped.get(path, 0)}">'
        )
        lines += [*cases, "  </testsuite>"]
    lines.append("</testsuites>")
    return ("\n".join(lines) + "\n").encode()


def _case(finding: Finding, fails: bool) -> str:
    place = f"{finding.path}:{finding.place.line}:{finding.place.column}"
    body = _text(f"{place}: {finding.message}\n{finding.help}".rstrip())
    if fails:
        inner = (
            f'<failure type="{finding.severity}" message="{_text(finding.message)}">{body}'
            "</failure>"
        )
    else:
        inner = f"<system-out>{finding.severity}: {body}</system-out>"
    return f"{_open(finding)}{inner}</testcase>"


def _skipped(finding: Finding, reason: str) -> str:
    return f'{_open(finding)}<skipped message="{_text(f"accepted: {reason}")}"/></testcase>'


def _open(finding: Finding) -> str:
    name = f"{finding.code} {finding.name}, line {finding.place.line}"
    return f'    <testcase classname="{_text(finding.path)}" name="{_text(name)}">'


def _text(text: str) -> str:
    """Text for an attribute or an element; what XML cannot hold is replaced."""
    return "".join(
        _ENTITIES.get(sign) or (sign if _is_allowed(sign) else "\ufffd") for sign in text
    )


def _is_allowed(sign: str) -> bool:
    code = ord(sign)
    return code >= 0x20 and not 0xD800 <= code <= 0xDFFF and code not in (0xFFFE, 0xFFFF)

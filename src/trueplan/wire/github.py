"""Findings as workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.app.findings import Finding
from trueplan.wire.encoding import encodable

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def encode_annotations(findings: Iterable[Finding], prefix: str = "") -> bytes:
    """One command a line; `prefix` leads from the top of the git repository to the root."""
    return encodable("".join(_annotation(one, prefix) + "\n" for one in findings)).encode()


def _annotation(finding: Finding, prefix: str) -> str:
    place = finding.place
    properties = {
        "title": f"{finding.code} {finding.name}",
        "file": prefix + finding.path,
        "line": str(place.line),
        "endLine": str(place.end_line),
    }
    if place.line == place.end_line:  # GitHub takes columns within one line only
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = f"{finding.message}\nhelp: {finding.help}" if finding.help else finding.message
    return f"::{_COMMANDS[finding.severity]} {written}::{_data(text)}"


def _data(text: str) -> str:
    # The percent sign first, for the other escapes are made of it.
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

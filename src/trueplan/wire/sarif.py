"""Findings as SARIF 2.1.0, which code scanning services and editors read."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from trueplan import __version__
from trueplan.app.check import Report
from trueplan.app.findings import Finding, Place, Rule
from trueplan.text import LineIndex
from trueplan.wire.encoding import encodable

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "note": "note"}
Read = Callable[[str], bytes | None]


def encode_sarif(
    report: Report,
    rules: Sequence[Rule],
    reasons: Mapping[tuple[str, str, str], str],
    read: Read,
    prefix: str = "",
) -> bytes:
    """A log with one run. Accepted findings are suppressed results, with their `reasons`.

    `read` gives the bytes of a file, in which the places of edits are looked up; `prefix` leads
    from the top of the git repository to the root.
    """
    indexes = {rule.code: number for number, rule in enumerate(rules)}
    lines = _Lines(read)
    results = [_result(one, indexes, prefix, lines) for one in report.findings]
    for one in report.accepted:
        result = _result(one, indexes, prefix, lines)
        reason = reasons.get((one.code, one.path, one.seen), "")
        result["suppressions"] = [{"kind": "external", "justification": reason}]
        results.append(result)
    driver = {
        "name": "trueplan",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "the top of the repository"}}},
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return (encodable(json.dumps(log, indent=2, ensure_ascii=False)) + "\n").encode()


class _Lines:
    """Line indexes of files, each made once."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._known: dict[str, LineIndex | None] = {}

    def region(self, path: str, start: int, end: int) -> dict[str, int] | None:
        """The region of a range of bytes; None where the file cannot be read."""
        if path not in self._known:
            source = self._read(path)
            self._known[path] = None if source is None else LineIndex(source)
        index = self._known[path]
        if index is None:
            return None
        first, last = index.position(start), index.position(end)
        return {
            "startLine": first.line,
            "startColumn": first.column,
            "endLine": last.line,
            "endColumn": last.column,
        }


def _rule(rule: Rule) -> dict[str, Any]:
    words = {"text": f"{rule.what}\n\n{rule.why}", "markdown": _page(rule)}
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.what},
        "help": words,
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.name],
            "precision": "very-high" if rule.confidence == "certain" else "high",
        },
    }


def _page(rule: Rule) -> str:
    parts = [rule.what, rule.why]
    if rule.limits:
        parts.append(rule.limits)
    if rule.fix:
        parts.append(f"**Fix**: {rule.fix}")
    return "\n\n".join(parts)


def _result(
    finding: Finding, indexes: Mapping[str, int], prefix: str, lines: _Lines
) -> dict[str, Any]:
    artifact = {
        "uri": quote(prefix + finding.path, errors="surrogateescape"),
        "uriBaseId": "SRCROOT",
    }
    text = f"{finding.message}\n{finding.help}" if finding.help else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": indexes[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [_location(finding.place, artifact)],
        "partialFingerprints": {"trueplan/1": f"{finding.code}:{finding.path}:{finding.seen}"},
    }
    if finding.labels:
        result["relatedLocations"] = [
            {"id": number, **_location(label, artifact), "message": {"text": label.note}}
            for number, label in enumerate(finding.labels, 1)
        ]
    fix = _fix(finding, artifact, lines)
    if fix is not None:
        result["fixes"] = [fix]
    return result


def _location(place: Place, artifact: Mapping[str, str]) -> dict[str, Any]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _fix(finding: Finding, artifact: Mapping[str, str], lines: _Lines) -> dict[str, Any] | None:
    """The fix by lines and columns: viewers read byte offsets in more than one way."""
    if finding.fix is None:
        return None
    replacements = []
    for edit in finding.fix.edits:
        region = lines.region(finding.path, edit.start, edit.end)
        if region is None:
            return None
        replacements.append({"deletedRegion": region, "insertedContent": {"text": edit.text}})
    change = {"artifactLocation": artifact, "replacements": replacements}
    return {"description": {"text": finding.fix.title}, "artifactChanges": [change]}

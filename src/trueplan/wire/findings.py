"""What `trueplan check` found, as JSON."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from trueplan.app.check import Report
from trueplan.app.findings import Finding, Fix, Place
from trueplan.app.statistics import count_by_rule
from trueplan.wire.encoding import encode


class EditShape(msgspec.Struct, frozen=True):
    """Replace the bytes `start` to `end` (half-open) of the file at `path` by `text`."""

    path: str
    start: int
    end: int
    text: str


class FixShape(msgspec.Struct, frozen=True):
    """What settles a finding. A safe one can be applied unread."""

    title: str
    safe: bool
    edits: list[EditShape]


class LabelShape(msgspec.Struct, frozen=True):
    """A second place that belongs to a finding, in the same file."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class FindingShape(msgspec.Struct, frozen=True):
    """A finding. Lines and columns are from 1, columns count characters, the end is exclusive.

    `path` is from the root of the repository; `seen` is what an acceptance holds on to.
    """

    code: str
    name: str
    severity: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    help: str
    ref: str | None
    fix: FixShape | None
    confidence: str
    seen: str
    labels: list[LabelShape]
    accepted: bool


class SummaryShape(msgspec.Struct, frozen=True):
    """Counts. `documents` are all files that were read, plans among them.

    `stale` are acceptances that match nothing any more.
    """

    plans: int
    documents: int
    errors: int
    warnings: int
    notes: int
    accepted: int
    suppressed: int
    stale: int


class StatisticShape(msgspec.Struct, frozen=True):
    """How often a rule found something, and how many of these can be fixed."""

    code: str
    name: str
    severity: str
    count: int
    fixable: int


class FixedShape(msgspec.Struct, frozen=True):
    """A fix that was applied."""

    code: str
    name: str
    path: str
    title: str
    safe: bool


class PassedOver(msgspec.Struct, frozen=True):
    """A file in the place of a plan that is none, and why."""

    path: str
    why: str


class Findings(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="schema", tag="trueplan.findings/1"
):
    """The findings, in the order of path and place.

    `statistics` is there with --statistics, `fixed` with --fix.
    """

    findings: list[FindingShape]
    summary: SummaryShape
    passed_over: list[PassedOver]
    statistics: list[StatisticShape] | msgspec.UnsetType = msgspec.UNSET
    fixed: list[FixedShape] | msgspec.UnsetType = msgspec.UNSET


def shape_findings(
    report: Report,
    *,
    with_accepted: bool = False,
    statistics: bool = False,
    fixed: Iterable[Finding] | None = None,
) -> Findings:
    """The shape of a report; `fixed` are the findings that were just settled."""
    findings = [shape_finding(one) for one in report.findings]
    if with_accepted:
        findings += [shape_finding(one, accepted=True) for one in report.accepted]
        findings.sort(key=lambda one: (one.path, one.line, one.column, one.code))
    return Findings(
        findings=findings,
        summary=SummaryShape(
            plans=len(report.plans),
            documents=report.documents,
            errors=report.count("error"),
            warnings=report.count("warning"),
            notes=report.count("note"),
            accepted=len(report.accepted),
            suppressed=report.suppressed,
            stale=len(report.stale),
        ),
        passed_over=[PassedOver(path, why) for path, why in report.passed_over],
        statistics=_statistics(report.findings) if statistics else msgspec.UNSET,
        fixed=msgspec.UNSET if fixed is None else [_fixed(one) for one in fixed],
    )


def encode_findings(
    report: Report,
    *,
    with_accepted: bool = False,
    statistics: bool = False,
    fixed: Iterable[Finding] | None = None,
) -> bytes:
    """A report as JSON; the arguments are those of `shape_findings`."""
    return encode(
        shape_findings(report, with_accepted=with_accepted, statistics=statistics, fixed=fixed)
    )


def shape_finding(finding: Finding, *, accepted: bool = False) -> FindingShape:
    """The shape of one finding."""
    place = finding.place
    return FindingShape(
        code=finding.code,
        name=finding.name,
        severity=finding.severity,
        path=finding.path,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
        message=finding.message,
        help=finding.help,
        ref=finding.ref,
        fix=_fix(finding.fix, finding.path) if finding.fix else None,
        confidence=finding.confidence,
        seen=finding.seen,
        labels=[_label(label) for label in finding.labels],
        accepted=accepted,
    )


def _statistics(findings: Iterable[Finding]) -> list[StatisticShape]:
    return [StatisticShape(*one) for one in count_by_rule(findings)]


def _fix(fix: Fix, path: str) -> FixShape:
    edits = [EditShape(path, edit.start, edit.end, edit.text) for edit in fix.edits]
    return FixShape(fix.title, fix.safe, edits)


def _label(place: Place) -> LabelShape:
    return LabelShape(place.line, place.column, place.end_line, place.end_column, place.note)


def _fixed(finding: Finding) -> FixedShape:
    assert finding.fix is not None
    return FixedShape(finding.code, finding.name, finding.path, finding.fix.title, finding.fix.safe)

"""Accept a finding: it stays quiet until what it saw changes."""

from __future__ import annotations

import os

from trueplan.app.check import check_repository
from trueplan.app.places import find_place
from trueplan.app.repository import Repository
from trueplan.app.rules import find_rule, select_rules
from trueplan.errors import UsageError
from trueplan.git import head_commit
from trueplan.lint.finding import Finding
from trueplan.record import AnyPath, Record
from trueplan.workspace.accepted import PLACE, Acceptance, add_accepted, load_accepted


class Accepted(Record):
    """The findings that are accepted now, with the reason, and where that is written."""

    findings: tuple[Finding, ...]
    because: str
    commit: str
    date: str
    place: str = PLACE


def accept_findings(
    repository: Repository, rule: str, document: str, because: str, today: str, folder: AnyPath
) -> Accepted:
    """Accept what `rule` (code or name) finds in `document` (see `find_place`).

    Raises UsageError where it finds nothing there.
    """
    found_rule = find_rule(rule)
    if not because.strip():
        raise UsageError("an acceptance needs a reason", help='say why: --because "…"')
    path, line = find_place(repository, document, folder)
    if not os.path.isfile(os.path.join(repository.root, path)):
        raise UsageError(f"{document} is no file", help="name a plan, or a file beside the plans")
    report = check_repository(repository, today, (path,), select_rules(repository.configuration))

    def is_meant(finding: Finding) -> bool:
        return (finding.code, finding.path) == (found_rule.code, path) and (
            line is None or finding.place.line == line
        )

    findings = tuple(filter(is_meant, report.findings))
    if not findings:
        place = path if line is None else f"{path}:{line}"
        here = [one for one in report.findings if one.path == path]
        raise _nothing(found_rule.code, place, here, any(map(is_meant, report.accepted)))
    commit = head_commit(repository.root) or ""
    add_accepted(
        repository.root,
        [Acceptance(one.code, path, one.seen, because.strip(), commit, today) for one in findings],
    )
    return Accepted(findings, because.strip(), commit, today)


def read_reasons(repository: Repository) -> dict[tuple[str, str, str], str]:
    """Why findings were accepted, by their code, path and what they saw."""
    return {(one.rule, one.plan, one.seen): one.because for one in load_accepted(repository.root)}


def _nothing(code: str, place: str, here: list[Finding], already: bool) -> UsageError:
    if already:
        return UsageError(
            f"{code} in {place} is accepted already", help=f"its reason stands in {PLACE}"
        )
    found = ", ".join(f"{one.code} in line {one.place.line}" for one in here)
    return UsageError(
        f"{code} finds nothing in {place}",
        help=f"found in the file: {found}" if found else "nothing is found in the file at all",
    )

"""Apply the fixes of findings, round after round, until there is nothing left to fix."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trueplan.app.check import Report, check_repository
from trueplan.app.repository import Repository
from trueplan.lint.engine import Selection
from trueplan.lint.finding import Finding
from trueplan.record import Record
from trueplan.text import Edit, apply_edits
from trueplan.workspace.disk import Unreadable
from trueplan.workspace.writing import FileChange, write_files

_MOST_ROUNDS = 10


class Change(Record):
    """A file before and after its fixes, and the findings that they settled, in order."""

    path: str
    before: bytes
    after: bytes
    fixed: tuple[Finding, ...]


class Fixing(Record):
    """What fixes come to. `before` and `left` are the reports without and with them.

    `settled` is false where the last round still had something to fix.
    """

    changes: tuple[Change, ...]
    before: Report
    left: Report
    settled: bool


def plan_fixes(
    repository: Repository,
    today: str,
    paths: Sequence[str] = (),
    selection: Selection | None = None,
    *,
    unsafe: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Fixing:
    """Work out what the safe fixes, or all of them, make of the files. Writes nothing.

    Fixes whose edits overlap wait for the next round, which sees the files as the fixes before
    have left them.
    """
    first = report = check_repository(repository, today, paths, selection, progress)
    texts: dict[str, bytes] = {}
    originals: dict[str, bytes] = {}
    fixed: dict[str, list[Finding]] = {}
    for _ in range(_MOST_ROUNDS):
        fresh = _read_files(repository, report, unsafe, originals)
        if fresh:  # the bytes that are edited have to be those that were checked
            texts.update(fresh)
            report = check_repository(
                repository._replace(unsaved=texts), today, paths, selection, progress
            )
        settled = _fixable(report, unsafe)
        if not settled:
            break
        for path, findings in settled.items():
            if path in texts:
                chosen, edits = _choose(findings)
                texts[path] = apply_edits(texts[path], edits)
                fixed.setdefault(path, []).extend(chosen)
        report = check_repository(
            repository._replace(unsaved=texts), today, paths, selection, progress
        )
    changes = tuple(
        Change(path, originals[path], texts[path], tuple(fixed[path])) for path in sorted(fixed)
    )
    return Fixing(changes, first, report, not _fixable(report, unsafe))


def write_fixes(repository: Repository, fixing: Fixing) -> None:
    """Write the changed files, all or none. Raises what `write_files` does."""
    write_files(
        repository.root,
        [FileChange(change.path, change.before, change.after) for change in fixing.changes],
    )


def is_fixable(finding: Finding, unsafe: bool) -> bool:
    """Whether a finding has a fix that may be applied."""
    return finding.fix is not None and (unsafe or finding.fix.safe)


def _fixable(report: Report, unsafe: bool) -> dict[str, list[Finding]]:
    findings: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if is_fixable(finding, unsafe):
            findings.setdefault(finding.path, []).append(finding)
    return findings


def _read_files(
    repository: Repository, report: Report, unsafe: bool, originals: dict[str, bytes]
) -> dict[str, bytes]:
    """The bytes of files with something to fix that were not read yet, also into `originals`."""
    fresh: dict[str, bytes] = {}
    for path in _fixable(report, unsafe):
        if path not in originals:
            source = repository.read(path)
            if not isinstance(source, Unreadable):
                fresh[path] = originals[path] = source
    return fresh


def _choose(findings: list[Finding]) -> tuple[list[Finding], list[Edit]]:
    """Fixes that can be applied together; the others wait. The first one comes first."""
    chosen: list[Finding] = []
    edits: list[Edit] = []
    owners: list[str] = []
    for finding in findings:
        assert finding.fix is not None
        if any(
            _collide(edit, other, finding.code == owner)
            for edit in finding.fix.edits
            for other, owner in zip(edits, owners, strict=True)
        ):
            continue
        chosen.append(finding)
        edits += finding.fix.edits
        owners += [finding.code] * len(finding.fix.edits)
    return chosen, edits


def _collide(one: Edit, other: Edit, same_rule: bool) -> bool:
    """Whether two edits touch; one rule may insert several things at one place."""
    if one.start == one.end == other.start == other.end:
        return not same_rule
    return one.start <= other.end and other.start <= one.end

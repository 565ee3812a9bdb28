"""The errors and warnings that real plans get, counted as the review of them counts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from trueplan.app.check import check_repository
from trueplan.app.repository import open_repository

TODAY = "2026-03-10"
_PLANS = "docs/plans/"

# The file, the rule, the line. Counted, since one line may have two dead links.
Keys = Counter[tuple[str, str, int]]


def collect(root: Path) -> Keys:
    """The errors and warnings in a repository; notes are not reviewed."""
    report = check_repository(open_repository(root), TODAY)
    return Counter(
        (finding.path, finding.code, finding.place.line)
        for finding in report.findings
        if finding.severity != "note"
    )


def collect_apart(files: list[Path], folder: Path) -> Keys:
    """The same for files that are laid side by side into a repository; by their names."""
    plans = folder / _PLANS
    plans.mkdir(parents=True)
    (folder / ".git").mkdir()
    for path in files:
        (plans / path.name).write_bytes(path.read_bytes())
    return Counter(
        {
            (path.removeprefix(_PLANS), code, line): times
            for (path, code, line), times in collect(folder).items()
        }
    )

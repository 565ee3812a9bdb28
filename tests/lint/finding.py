"""Findings of one rule on one document, and what its fix makes of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence

from documentation.commits import commit_all
from tests.conftest import Make
from trueplan.app.check import check_repository
from trueplan.app.repository import open_repository
from trueplan.lint.finding import Finding
from trueplan.lint.registry import RULES
from trueplan.lint.rule import Committed
from trueplan.text import apply_edits

PATH = "docs/plans/2026-03-02-harbour-lights.md"
TODAY = "2026-03-10"


def find(
    make_repository: Make,
    code: str,
    text: str | bytes,
    *,
    path: str = PATH,
    files: Mapping[str, str | bytes] | None = None,
    configuration: str = "",
    today: str = TODAY,
    past: Sequence[Committed] = (),
) -> list[Finding]:
    """The findings of the rule `code` on `text` at `path`, with other `files` around it.

    `past` are commits that come before, in which "PLAN" is the path and None is the text.

    Template rules are applied to every plan; `configuration` is a `trueplan.toml` instead.
    """
    if not configuration and RULES[code].template:
        configuration = "[check]\ntemplate = 'always'\n"
    root = make_repository({**(files or {}), path: text, "trueplan.toml": configuration})
    if past:
        shutil.rmtree(root / ".git")
        commit_all(root, past, path, text if isinstance(text, str) else text.decode())
    report = check_repository(open_repository(root), today)
    return [finding for finding in report.findings if finding.code == code]


def fixed(text: str | bytes, findings: Iterable[Finding]) -> bytes:
    """`text` after the fixes of `findings`, all at once."""
    source = text if isinstance(text, bytes) else text.encode()
    edits = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
    return apply_edits(source, edits)


def messages(findings: Iterable[Finding]) -> list[str]:
    """What the findings say, each with its line."""
    return [f"{finding.place.line}: {finding.message}" for finding in findings]

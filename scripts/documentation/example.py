"""A rule's bad example, checked for real in a repository of its own."""

from __future__ import annotations

import difflib
import io
import tempfile
from pathlib import Path
from typing import NamedTuple

from documentation.commits import commit_all
from trueplan.app.check import check_repository
from trueplan.app.findings import Finding
from trueplan.app.repository import open_repository
from trueplan.cli.findings_text import print_findings
from trueplan.cli.terminal import Terminal
from trueplan.lint.rule import Rule
from trueplan.text import apply_edits

WIDTH = 80


class Shown(NamedTuple):
    """What `check` says about a bad example, and what the fixes of it would change.

    `setting` describes the example of a rule that has no text for one; `safe` tells for each
    finding with a fix whether that is safe.
    """

    output: str
    difference: str
    safe: tuple[bool, ...]
    setting: str = ""


def show_example(rule: Rule) -> Shown:
    """Check the bad example of `rule`. Raises ValueError where the rule finds nothing in it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        setting = _lay_out(rule, root)
        report = check_repository(open_repository(root), rule.today)
        findings = [one for one in report.findings if one.code == rule.code]
        if not findings:
            raise ValueError(f"{rule.code} finds nothing in its bad example")
        fixable = [one for one in findings if one.fix is not None]
        return Shown(
            _print(findings),
            "\n".join(_difference(root, one) for one in fixable[:1]),
            tuple(one.fix.safe for one in fixable if one.fix is not None),
            setting,
        )


def _lay_out(rule: Rule, root: Path) -> str:
    """Write the example's files; returns what there is to say of one that is made here."""
    if rule.past:
        commit_all(root, rule.past, rule.bad_path, rule.bad)
    else:
        (root / ".git").mkdir()
    if rule.template:
        (root / "trueplan.toml").write_text('[check]\ntemplate = "always"\n', encoding="utf-8")
    plan = root / rule.bad_path
    plan.parent.mkdir(parents=True, exist_ok=True)
    if rule.code == "TP006":
        (root / "trueplan.toml").write_text("[check]\nlargest-file = 0.2\n", encoding="utf-8")
        plan.write_bytes(b"x" * 300_000)
        return f"With `largest-file = 0.2` under `[check]`, and 300 kB in `{rule.bad_path}`."
    if rule.code == "TP007":
        plan.symlink_to("harbour-lights.md")
        return f"`{rule.bad_path}` is a link to a file that is not there."
    for path, text in (*rule.files, (rule.bad_path, rule.bad)):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        encoding = rule.bad_encoding if path == rule.bad_path else "utf-8"
        (root / path).write_bytes(text.encode(encoding))
    return ""


def _print(findings: list[Finding]) -> str:
    out = io.StringIO()
    terminal = Terminal(out, out, "never")
    terminal.width = WIDTH
    print_findings(findings, terminal, str)
    return out.getvalue()


def _difference(root: Path, finding: Finding) -> str:
    assert finding.fix is not None
    before = (root / finding.path).read_bytes()
    after = apply_edits(before, finding.fix.edits)
    lines = difflib.unified_diff(
        before.decode("utf-8", "replace").split("\n"),
        after.decode("utf-8", "replace").split("\n"),
        f"a/{finding.path}",
        f"b/{finding.path}",
        n=1,
        lineterm="",
    )
    return "\n".join(line.rstrip() for line in lines)

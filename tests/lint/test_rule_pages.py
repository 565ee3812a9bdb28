"""Every rule's own examples: the bad one has the finding, the good one has none, fixes settle."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from documentation.commits import commit_all
from tests.conftest import Make
from trueplan.app.check import check_repository
from trueplan.app.repository import open_repository
from trueplan.lint.finding import Finding
from trueplan.lint.registry import RULES
from trueplan.lint.rule import Committed, Rule
from trueplan.text import apply_edits

TESTED = [rule for rule in RULES.values() if rule.check is not None or rule.bad]


def find(root: Path, rule: Rule) -> list[Finding]:
    """The findings of one rule, template rules applied to every plan where it is one."""
    (root / "trueplan.toml").write_text(
        "[check]\ntemplate = 'always'\n" if rule.template else "", encoding="utf-8"
    )
    report = check_repository(open_repository(root), rule.today)
    return [finding for finding in report.findings if finding.code == rule.code]


def commit_past(root: Path, rule: Rule, past: Sequence[Committed], text: str) -> None:
    """Make the example's commits, where it has some."""
    if past:
        (root / ".git").rmdir()
        commit_all(root, past, rule.bad_path, text)


@pytest.mark.parametrize("rule", TESTED, ids=lambda rule: rule.code)
def test_bad_example_has_the_finding(rule: Rule, make_repository: Make) -> None:
    """The page does not lie about what is reported."""
    root = make_repository({**dict(rule.files), rule.bad_path: rule.bad.encode(rule.bad_encoding)})
    commit_past(root, rule, rule.past, rule.bad)
    assert find(root, rule)


@pytest.mark.parametrize("rule", TESTED, ids=lambda rule: rule.code)
def test_good_example_has_none(rule: Rule, make_repository: Make) -> None:
    """The page does not lie about what is fine."""
    files = rule.files if rule.good_files is None else rule.good_files
    root = make_repository({**dict(files), rule.bad_path: rule.good})
    commit_past(root, rule, rule.past if rule.good_past is None else rule.good_past, rule.good)
    assert find(root, rule) == []


@pytest.mark.parametrize("rule", [rule for rule in TESTED if rule.fix], ids=lambda rule: rule.code)
def test_fix_settles_the_finding_and_nothing_else_changes(
    rule: Rule, make_repository: Make
) -> None:
    """After the fix the finding is gone, and a second round has nothing to do."""
    root = make_repository({**dict(rule.files), rule.bad_path: rule.bad.encode(rule.bad_encoding)})
    fixable = [finding for finding in find(root, rule) if finding.fix is not None]
    assert fixable
    for finding in fixable:
        assert finding.fix is not None
        path = root / finding.path
        before = path.read_bytes()
        path.write_bytes(apply_edits(before, finding.fix.edits))
        again = [one for one in find(root, rule) if one.seen == finding.seen]
        assert again == []
        path.write_bytes(before)


def test_every_rule_has_a_page() -> None:
    """What, why and examples are owed by each rule."""
    for rule in RULES.values():
        assert rule.what, rule.code
        assert rule.why, rule.code
        assert (rule.bad and rule.good) or rule.check is None, rule.code

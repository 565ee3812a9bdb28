"""The table of rules holds every rule, under its own code."""

from __future__ import annotations

from pathlib import Path

from trueplan.lint import rules
from trueplan.lint.registry import RULES


def test_every_file_of_a_rule_is_in_the_table() -> None:
    """A rule that nobody registered would never run."""
    files = Path(rules.__path__[0]).glob("tp*.py")
    assert sorted(RULES) == sorted(path.stem[:5].upper() for path in files)


def test_each_rule_stands_under_its_code() -> None:
    """Its file is called after code and name."""
    for code, rule in RULES.items():
        name = rule.name.replace("-", "_")
        assert (rule.code, Path(rules.__path__[0], f"{code.lower()}_{name}.py").is_file()) == (
            code,
            True,
        )

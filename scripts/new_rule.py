"""Scaffold a rule: its file with a page to fill, its test, its line in the registry.

Usage: python scripts/new_rule.py TP999 name-of-the-rule
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "src" / "trueplan" / "lint" / "rules"

RULE = '''"""{code}: say in a few words what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.lint.finding import Found
from trueplan.lint.rule import Rule
from trueplan.lint.subject import Subject


def check(subject: Subject) -> Iterator[Found]:
    """Report …"""
    plan = subject.plan
    assert plan is not None
    yield from ()


RULE = Rule(
    code="{code}",
    name="{name}",
    severity="warning",
    scope="plan",
    summary="…",
    what="…",
    why="…",
    bad="""\\
# Implementation Plan: Harbour lights

**Status**: Planned
""",
    good="""\\
# Implementation Plan: Harbour lights

**Status**: Planned
""",
    check=check,
)
'''

TEST = '''"""{code}: the borders of {name}."""

from __future__ import annotations

from tests.conftest import Make
from tests.lint.finding import find


def test_near_miss(make_repository: Make) -> None:
    """Say what looks like it and is not."""
    root = make_repository({{"docs/plans/2026-03-02-lights.md": "# Plan\\n\\n- [ ] a\\n"}})
    assert find(root, "{code}") == []
'''


def main(words: list[str]) -> int:
    """Write the files; 2 for words that are not a code and a name."""
    if len(words) != 2 or not re.fullmatch(r"TP\d{3}", words[0]):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    code, name = words
    module = f"{code.lower()}_{name.replace('-', '_')}"
    rule, test = RULES / f"{module}.py", ROOT / f"tests/lint/rules/test_{code.lower()}.py"
    if any(RULES.glob(f"{code.lower()}_*.py")):
        sys.stderr.write(f"error: {code} exists\n")
        return 2
    rule.write_text(RULE.format(code=code, name=name), encoding="utf-8")
    test.write_text(TEST.format(code=code, name=name), encoding="utf-8")
    write_registry()
    sys.stdout.write(f"{rule.relative_to(ROOT)}\n{test.relative_to(ROOT)}\n")
    return 0


def write_registry() -> None:
    """Write the literal table of all rules in the order of their codes."""
    modules = sorted(path.stem for path in RULES.glob("tp*.py"))
    imports = "".join(f"    {module},\n" for module in modules)
    table = "".join(f'    "{module[:5].upper()}": {module}.RULE,\n' for module in modules)
    (RULES.parent / "registry.py").write_text(
        '"""Every rule by its code: a literal table, in the order of the codes."""\n\n'
        "from __future__ import annotations\n\n"
        "from trueplan.lint.rule import Rule\n"
        f"from trueplan.lint.rules import (\n{imports})\n\n"
        f"RULES: dict[str, Rule] = {{\n{table}}}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

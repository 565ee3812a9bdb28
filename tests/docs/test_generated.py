"""Generated pages are up to date, and nothing is left out of them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT
from trueplan.cli.registry import visible_commands
from trueplan.lint.registry import RULES
from trueplan.wire.schemas import THINGS
from trueplan.workspace.configuration import OPTIONS


def read(path: str) -> str:
    return (ROOT / "docs" / path).read_text(encoding="utf-8")


def test_no_page_is_stale() -> None:
    """The generator would change nothing. It names what is stale."""
    done = subprocess.run(
        [sys.executable, "scripts/generate_docs.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert not done.stdout + done.stderr
    assert done.returncode == 0


@pytest.mark.parametrize("code", RULES)
def test_every_rule_has_a_page_and_a_row(code: str) -> None:
    """The page shows a finding of the rule, the index has it by name."""
    rule = RULES[code]
    assert f"# {code} {rule.name}" in read(f"rules/{code}.md")
    assert f"{rule.severity} {code} {rule.name}" in read(f"rules/{code}.md")
    assert f"| [{code}]({code}.md) | {rule.name} |" in read("rules/index.md")


@pytest.mark.parametrize("name", ["", *(one.name for one in visible_commands())])
def test_every_command_has_a_page(name: str) -> None:
    """The list of commands leads to it."""
    title = f"trueplan {name}".rstrip()
    file = f"{name or 'trueplan'}.md"
    assert f"# {title}\n" in read(f"commands/{file}")
    assert f"[{title}]({file})" in read("commands/README.md")


def test_every_key_of_the_configuration_is_documented() -> None:
    """With the value that it has by default, and in the order of the table."""
    rows = [line.split("|") for line in read("configuration.md").split("\n") if line[:3] == "| `"]
    documented = [(row[1].strip().strip("`"), row[3].strip()) for row in rows]
    expected = [
        (
            f"{one.table}.{one.key}".lstrip(".")
            .replace("roles.*", "roles.NAME")
            .replace(".*", '."PATTERN"'),
            one.default,
        )
        for one in OPTIONS
    ]
    assert expected == documented


@pytest.mark.parametrize("thing", THINGS)
def test_every_answer_is_documented(thing: str) -> None:
    """Its shape has a heading of its own."""
    assert f"\n### {thing}\n" in read("json.md")

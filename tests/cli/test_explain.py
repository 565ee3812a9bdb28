"""`trueplan explain`."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import RunCli
from trueplan.lint.registry import RULES


def test_list_has_every_rule_under_its_group(run_cli: RunCli) -> None:
    ran = run_cli("explain", env={"COLUMNS": "120"})
    assert ran.code == 0
    listed = [line.split()[0] for line in ran.out.split("\n") if line.startswith("  TP")]
    assert listed == sorted(RULES)
    groups = [line for line in ran.out.split("\n") if line and line[0] not in " `"]
    assert groups[:3] == ["reading", "structure", "a plan against itself"]


@pytest.mark.parametrize("code", sorted(RULES))
def test_page_says_all_there_is(code: str, run_cli: RunCli) -> None:
    """What, why, examples, and how to silence it; the same by code and by name."""
    rule = RULES[code]
    ran = run_cli("explain", code.lower())
    assert ran == run_cli("explain", rule.name)
    assert ran.out.startswith(f"{code} {rule.name}  {rule.severity}")
    flat = " ".join(ran.out.split())
    for text in (rule.summary, rule.what, rule.why, rule.fix, rule.limits):
        assert " ".join(text.split()) in flat
    for line in [line for text in (rule.bad, rule.good) if text for line in text.split("\n")]:
        assert f"  │ {line}".rstrip() in ran.out
    assert ran.out.endswith(
        f'keep quiet until it changes: trueplan accept {code} PLAN --because "…"\n'
    )


def test_page_in_full(run_cli: RunCli) -> None:
    """The form of a page; its words are those of the rule."""
    rule = RULES["TP401"]
    lines = run_cli("explain", "dead-link").out.split("\n")
    titles = [line for line in lines if line and line[0] not in " "]
    assert titles[:2] == [f"TP401 dead-link  {rule.severity}", rule.summary]
    wanted = [
        "What it finds",
        "Why",
        *(["Fix"] * bool(rule.fix)),
        *(["Limits"] * bool(rule.limits)),
    ]
    assert titles[2:-2] == [*wanted, "Untrue", "True"]


def test_narrow(run_cli: RunCli) -> None:
    ran = run_cli("explain", env={"COLUMNS": "60"})
    assert max(len(line) for line in ran.out.split("\n")[:-2]) <= 60


def test_unknown_rule(run_cli: RunCli) -> None:
    assert run_cli("explain", "dead-lnk") == (
        2,
        "",
        "error: there is no rule dead-lnk\nhelp: did you mean dead-link?\n",
    )


def test_json(run_cli: RunCli) -> None:
    rules = json.loads(run_cli("explain", "--format", "json").out)["rules"]
    assert [rule["code"] for rule in rules] == sorted(RULES)
    (one,) = json.loads(run_cli("explain", "TP401", "--format", "json").out)["rules"]
    assert one["why"] == RULES["TP401"].why

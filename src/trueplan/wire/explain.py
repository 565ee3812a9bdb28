"""The rules and their pages, as JSON."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from trueplan.app.findings import Rule
from trueplan.app.rules import group_of
from trueplan.wire.encoding import encode


class RuleShape(msgspec.Struct, frozen=True):
    """A rule with its page. `template` says that it applies to plans in the template only.

    `fix`, `limits`, `bad` and `good` are empty where there is nothing to say.
    """

    code: str
    name: str
    severity: str
    group: str
    confidence: str
    template: bool
    summary: str
    what: str
    why: str
    fix: str
    limits: str
    bad: str
    good: str


class ExplainAnswer(msgspec.Struct, frozen=True, tag_field="schema", tag="trueplan.explain/1"):
    """The rule that was asked for, or all of them, in the order of the codes."""

    rules: list[RuleShape]


def encode_rules(rules: Iterable[Rule]) -> bytes:
    """Rules as JSON."""
    return encode(ExplainAnswer([_shape(rule) for rule in rules]))


def _shape(rule: Rule) -> RuleShape:
    return RuleShape(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        group=group_of(rule),
        confidence=rule.confidence,
        template=rule.template,
        summary=rule.summary,
        what=rule.what,
        why=rule.why,
        fix=rule.fix,
        limits=rule.limits,
        bad=rule.bad,
        good=rule.good,
    )

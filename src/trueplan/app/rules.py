"""The rules: all of them, one by its code or name, those that a person selects."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.errors import UsageError
from trueplan.lint.engine import Selection
from trueplan.lint.registry import RULES
from trueplan.lint.rule import Rule
from trueplan.workspace.configuration import Configuration
from trueplan.workspace.table import did_you_mean

# What the first digit of a code stands for.
GROUPS: dict[str, str] = {
    "0": "reading",
    "1": "structure",
    "2": "a plan against itself",
    "3": "order and dates",
    "4": "companions and links",
    "5": "risk and rollout",
    "6": "evidence",
    "7": "plan against repository",
}


def list_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the codes."""
    return tuple(RULES[code] for code in sorted(RULES))


def group_of(rule: Rule) -> str:
    """What kind of thing the rule looks at."""
    return GROUPS[rule.code[2]]


def find_rule(word: str) -> Rule:
    """The rule with the code or name `word`. Raises UsageError with a guess at what was meant."""
    for rule in RULES.values():
        if rule.code == word.upper() or rule.name == word.lower():
            return rule
    raise UsageError(f"there is no rule {word}", help=_guess(word))


def select_rules(
    configuration: Configuration, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> Selection:
    """The rules that run: `select` replaces what is configured, `ignore` adds to it.

    Raises UsageError for a word that means no rule.
    """
    source = configuration.source
    for words, where in (
        (select, "--select"),
        (ignore, "--ignore"),
        (configuration.lint.select, f"{source}: check.select"),
        (configuration.lint.ignore, f"{source}: check.ignore"),
        *(
            (words, f"{source}: check.per-file-ignores.{pattern}")
            for pattern, words in configuration.lint.per_file_ignores
        ),
    ):
        for word in words:
            _ensure_known(word, where)
    settings = configuration.lint
    return Selection(
        settings._replace(
            select=tuple(select) or settings.select, ignore=(*settings.ignore, *ignore)
        )
    )


def _ensure_known(word: str, where: str) -> None:
    if word and any(
        rule.code.startswith(word.upper()) or rule.name == word.lower() for rule in RULES.values()
    ):
        return
    raise UsageError(f"{where}: no rule is meant by {word}", help=_guess(word))


def _guess(word: str) -> str:
    names = [rule.name for rule in RULES.values()]
    guess = did_you_mean(word.lower(), names) or did_you_mean(word.upper(), RULES)
    return guess or "`trueplan explain` lists the rules"

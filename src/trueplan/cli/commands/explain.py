"""`trueplan explain`: what a rule means, or which rules there are."""

from __future__ import annotations

import argparse
from itertools import groupby

from trueplan.app.findings import Rule
from trueplan.app.rules import find_rule, group_of, list_rules
from trueplan.cli.layout import wrap
from trueplan.cli.terminal import Terminal

_FEWEST = 30  # columns for a summary beside the name of its rule
_WIDEST = 88  # of prose; longer lines are hard to follow
DESCRIPTION = "Without CODE, all rules by group."
EXAMPLES = (
    ("trueplan explain TP201", "one rule, with examples"),
    ("trueplan explain dead-link", "the same by name"),
    ("trueplan explain", "all rules"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the rule."""
    parser.add_argument("rule", metavar="CODE", nargs="?", help="the code or the name of a rule")


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print a page, or the list."""
    rules = (find_rule(arguments.rule),) if arguments.rule else list_rules()
    if arguments.format == "json":
        from trueplan.wire.explain import encode_rules

        terminal.write_bytes(encode_rules(rules))
    elif arguments.rule:
        _print_page(rules[0], terminal)
    else:
        _print_list(rules, terminal)
    return 0


def _print_list(rules: tuple[Rule, ...], terminal: Terminal) -> None:
    longest = max(len(rule.name) for rule in rules)
    room = terminal.width - longest - 20
    for group, members in groupby(rules, group_of):
        terminal.print(terminal.bold(group))
        for rule in members:
            head = f"  {rule.code}  {rule.name:{longest}}  {rule.severity:7}"
            if room < _FEWEST:
                terminal.print(head.rstrip())
                head = " " * 6
            for line in wrap(rule.summary, room if room >= _FEWEST else terminal.width - 8):
                terminal.print(f"{head}  {terminal.dim(line)}")
                head = " " * len(head)
        terminal.print()
    terminal.print("`trueplan explain CODE` shows what a rule means, with examples.")


def _print_page(rule: Rule, terminal: Terminal) -> None:
    terminal.print(f"{terminal.bold(f'{rule.code} {rule.name}')}  {_traits(rule)}")
    terminal.print(rule.summary)
    for title, text in (
        ("What it finds", rule.what),
        ("Why", rule.why),
        ("Fix", rule.fix),
        ("Limits", rule.limits),
    ):
        if text:
            terminal.print()
            terminal.print(terminal.bold(title))
            for line in wrap(text, min(terminal.width - 2, _WIDEST)):
                terminal.print(f"  {line}".rstrip())
    _print_example("Untrue", rule.bad, rule.files, terminal)
    good_files = rule.files if rule.good_files is None else rule.good_files
    _print_example("True", rule.good, good_files, terminal)
    terminal.print()
    terminal.print(
        terminal.dim(f"silence in place: <!-- trueplan: ignore {rule.code} because … -->")
    )
    terminal.print(
        terminal.dim(f'keep quiet until it changes: trueplan accept {rule.code} PLAN --because "…"')
    )


def _traits(rule: Rule) -> str:
    traits: list[str] = [rule.severity]
    if rule.confidence == "likely":
        traits.append("likely rather than certain")
    if rule.template:
        traits.append("for plans in the template")
    return ", ".join(traits)


def _print_example(
    title: str, text: str, files: tuple[tuple[str, str], ...], terminal: Terminal
) -> None:
    if not text:
        return
    terminal.print()
    terminal.print(terminal.bold(title))
    _print_lines(text, terminal)
    for path, content in files:
        terminal.print(f"  {terminal.dim(f'with {path}:')}")
        _print_lines(content, terminal)


def _print_lines(text: str, terminal: Terminal) -> None:
    for line in text.rstrip("\n").split("\n"):
        terminal.print(f"  {terminal.dim('│')} {line}".rstrip())

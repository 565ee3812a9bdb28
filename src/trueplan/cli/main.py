"""Find the command, read its arguments, run it, turn what went wrong into an exit code."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

from trueplan.cli.failure import report_failure
from trueplan.cli.options import HelpForm, Parser, add_common_options, did_you_mean
from trueplan.cli.registry import (
    OVERVIEW,
    Command,
    load,
    parts_of,
    split_command,
    visible_commands,
)
from trueplan.cli.terminal import open_terminal
from trueplan.errors import UsageError

# Options with a value that may stand before the command, as in `trueplan -C DIR check`.
_LEADING = ("-C", "--directory", "--format", "--color", "--today")


def run(words: Sequence[str]) -> int:
    """Run the command that `words` ask for; returns its exit code."""
    terminal = open_terminal(_color(words))
    try:
        try:
            code = _run(words)
        except SystemExit as done:  # argparse, after --help
            code = done.code if isinstance(done.code, int) else 0
        terminal.flush()
    except BaseException as error:
        code = report_failure(error, terminal, _wants_json(words))
    return code


def _run(words: Sequence[str]) -> int:
    before, rest = split_leading(words)
    if rest and rest[0] in ("-h", "--help", "help") and not (rest[0] == "help" and rest[1:]):
        print(help_text())
        return 0
    if rest[:1] == ["help"]:
        rest = [*rest[1:], "--help"]
    command = OVERVIEW
    if rest and not rest[0].startswith("-"):
        command, rest = _find(rest)
    module = load(command)
    arguments = build_parser(command, module).read([*before, *rest])
    terminal = open_terminal(arguments.color)
    code: int = module.run(arguments, terminal)
    terminal.flush()
    return code


def build_parser(command: Command, module: ModuleType) -> Parser:
    """The parser of one command, its help included."""
    parser = Parser(
        prog=f"trueplan {command.name}".rstrip(),
        description=_description(command, module),
        epilog=_examples(module.EXAMPLES),
        formatter_class=HelpForm,
        allow_abbrev=False,
        add_help=False,
    )
    parser._positionals.title = "arguments"
    module.add_arguments(parser)
    add_common_options(parser, getattr(module, "FORMATS", ("text", "json")))
    return parser


def help_text() -> str:
    """What `trueplan --help` prints: every command, by group."""
    lines = ["usage: trueplan [COMMAND] [OPTIONS]", ""]
    lines += ["Keeps the implementation plans in a git repository true.", ""]
    shown = (OVERVIEW, *visible_commands())
    column = max(len(command.name) for command in shown)
    for group in dict.fromkeys(command.group for command in shown):
        lines.append(group)
        lines += [
            f"  trueplan {command.name:{column}}  {command.summary}"
            for command in shown
            if command.group == group
        ]
        lines.append("")
    lines.append("`trueplan COMMAND --help` shows what a command takes, with examples.")
    lines.append("`trueplan --version` shows the version.")
    return "\n".join(lines)


def _description(command: Command, module: ModuleType) -> str:
    more = getattr(module, "DESCRIPTION", "")
    if parts := parts_of(command.name):
        column = max(len(part.name) for part in parts)
        lines = (f"  trueplan {part.name:{column}}  {part.summary}" for part in parts)
        more = "\n".join([more, "", *lines])
    first = command.summary[:1].upper() + command.summary[1:] + "."
    return f"{first}\n\n{more}".rstrip()


def _examples(examples: Sequence[tuple[str, str]]) -> str:
    column = max((len(line) for line, _ in examples), default=0)
    return "\n".join(["examples:", *(f"  {line:{column}}  {what}" for line, what in examples)])


def split_leading(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The options that stand before the command, and the rest."""
    position = 0
    while position < len(words):
        name, equals, _ = words[position].partition("=")
        if name not in _LEADING:
            break
        position += 1 if equals else 2
    return list(words[:position]), list(words[position:])


def _find(words: list[str]) -> tuple[Command, list[str]]:
    name = words[0]
    command, rest = split_command(words)
    if command is None:
        raise UsageError(
            f"there is no command {name}",
            help=did_you_mean(name, [one.name for one in visible_commands()])
            or "`trueplan --help` lists the commands",
        )
    parts = [part.name for part in parts_of(command.name)]
    if parts and rest and not rest[0].startswith("-"):
        meant = f"{command.name} {rest[0]}"
        raise UsageError(
            f"there is no command {meant}",
            help=did_you_mean(meant, parts) or f"`trueplan {command.name} --help` lists them",
        )
    return command, rest


def _wants_json(words: Sequence[str]) -> bool:
    """Whether JSON was asked for, also where the words could not be parsed."""
    return _value(words, "--format") == "json"


def _color(words: Sequence[str]) -> str:
    value = _value(words, "--color")
    return value if value in ("always", "never") else "auto"


def _value(words: Sequence[str], option: str) -> str | None:
    for word, following in zip(words, (*words[1:], ""), strict=False):
        if word == option:
            return following
        if word.startswith(option + "="):
            return word.partition("=")[2]
    return None

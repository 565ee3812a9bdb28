"""The page of each command, out of its parser, and the list of them."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from documentation.markdown import code, fence, join, quote_options, table
from documentation.pages import NOTICE, Pages
from documentation.session import TODAY, console, harbour
from trueplan.cli.main import build_parser
from trueplan.cli.registry import OVERVIEW, Command, parts_of, visible_commands

WIDTH = 80
# What is shown of each command on the example; none for those whose answer depends on the place.
SAMPLES: dict[str, str] = {
    "": f"trueplan --today {TODAY}",
    "list": "trueplan list",
    "show": f"trueplan show berth-pricing --today {TODAY}",
    "next": "trueplan next --limit 3",
    "history": f"trueplan history berth-pricing --today {TODAY}",
    "burnup": f"trueplan burnup tide-tables --today {TODAY}",
    "stats": f"trueplan stats --today {TODAY}",
    "backlog": "trueplan backlog --state open",
    "check": f"trueplan check docs/plans/2026-01-26-berth-pricing.md --today {TODAY}",
    "explain": "trueplan explain TP501",
    "schema": "trueplan schema",
}


def command_pages(root: Path) -> Pages:
    """All pages below docs/commands."""
    commands = tuple(
        part for one in (OVERVIEW, *visible_commands()) for part in (one, *_parts(one))
    )
    with harbour(root) as folder:
        pages = {f"docs/commands/{_file(one)}.md": _page(one, folder) for one in commands}
    pages["docs/commands/README.md"] = _index(commands)  # index.md is that of a command
    return pages


def _file(command: Command) -> str:
    return command.name.replace(" ", "-") or "trueplan"


def _parts(command: Command) -> tuple[Command, ...]:
    return parts_of(command.name) if command.name else ()


def _title(command: Command) -> str:
    return f"trueplan {command.name}".rstrip()


def _page(command: Command, folder: Path) -> str:
    module = import_module(command.module)
    parser = build_parser(command, module)
    rows = [(code(line), quote_options(what)) for line, what in module.EXAMPLES]
    examples = table(("Example", "What it does"), rows)
    return join(
        f"# {_title(command)}",
        NOTICE,
        quote_options(parser.description or ""),
        fence(_usage(parser), "text"),
        *_groups(parser),
        f"## Examples\n\n{examples}",
        _sample(command, folder),
    )


def _usage(parser: argparse.ArgumentParser) -> str:
    words = [parser.prog]
    for action in _actions(parser._actions):
        if not action.option_strings:
            name = str(action.metavar or action.dest)
            forms = {"*": f"[{name} …]", "?": f"[{name}]", "+": f"{name} …"}
            words.append(forms.get(str(action.nargs), name))
        elif action.required:
            words.append(_spelling(action))
    return " ".join([*words, "[OPTIONS]"])


def _groups(parser: argparse.ArgumentParser) -> Iterable[str]:
    for group in parser._action_groups:
        rows = [
            (code(_spelling(action)), _help(action)) for action in _actions(group._group_actions)
        ]
        if rows:
            title = {"positional arguments": "arguments"}.get(str(group.title), str(group.title))
            head = "Argument" if title == "arguments" else "Option"
            yield f"## {title[:1].upper()}{title[1:]}\n\n{table((head, 'What it does'), rows)}"


def _actions(actions: Iterable[argparse.Action]) -> Iterable[argparse.Action]:
    return (action for action in actions if action.help != argparse.SUPPRESS)


def _spelling(action: argparse.Action) -> str:
    metavar = str(action.metavar or action.dest)
    if not action.option_strings:
        return metavar
    names = ", ".join(action.option_strings)
    return names if action.nargs == 0 else f"{names} {metavar}"


def _help(action: argparse.Action) -> str:
    words = (action.help or "").replace("%%", "%")
    return quote_options(words[:1].upper() + words[1:] + ".")


def _sample(command: Command, folder: Path) -> str:
    line = SAMPLES.get(command.name)
    if line is None:
        return ""
    output = console(line, folder, WIDTH)
    shown = fence(f"$ {line}\n{output}", "console")
    return f"In the example, `examples/harbour`:\n\n{shown}"


def _index(commands: Iterable[Command]) -> str:
    rows = [
        (f"[{_title(one)}]({_file(one)}.md)", f"{one.summary[:1].upper()}{one.summary[1:]}.")
        for one in commands
    ]
    pages = "\n".join(_file(one) for one in commands)
    return join(
        "# Commands",
        NOTICE,
        table(("Command", "What it shows or does"), rows),
        "`trueplan COMMAND --help` prints the options in the terminal. Every command runs anywhere "
        "inside a repository, and works without git. [Exit codes](../guide/checking.md#exit-codes) "
        "and the [JSON](../json.md) of each answer have pages of their own.",
        fence(f"---\nhidden:\n---\n\n{pages}", "{toctree}"),
    )

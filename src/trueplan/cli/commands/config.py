"""`trueplan config`: the configuration in force, and where each value comes from."""

from __future__ import annotations

import argparse

from trueplan.app.repository import open_repository
from trueplan.app.settings import Setting, list_settings
from trueplan.cli.layout import align, cut
from trueplan.cli.options import read_folder
from trueplan.cli.terminal import Terminal

DESCRIPTION = """\
It is read from trueplan.toml at the root of the repository, or from [tool.trueplan] in
pyproject.toml. None is needed."""
EXAMPLES = (
    ("trueplan config", "each value and where it comes from"),
    ("trueplan config --format json", "with the meaning of each"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the settings."""
    repository = open_repository(read_folder(arguments))
    settings = list_settings(repository)
    source = repository.configuration.source
    if arguments.format == "json":
        from trueplan.wire.config import encode_settings

        terminal.write_bytes(encode_settings(str(repository.root), source, settings))
        return 0
    if source is None:
        terminal.print(f"no configuration at {repository.root}, so all is at its default")
    else:
        terminal.print(f"{terminal.bold(source)} at {repository.root}")
    terminal.print()
    room = terminal.width - max(len(one.key) for one in settings) - len("pyproject.toml") - 4
    rows = [
        [one.key, cut(_value(one), room, terminal.ellipsis), _source(one, terminal)]
        for one in settings
    ]
    for line in align(rows):
        terminal.print(line)
    return 0


def _source(setting: Setting, terminal: Terminal) -> str:
    return terminal.dim("default") if setting.source == "default" else setting.source


def _value(setting: Setting) -> str:
    """The value as TOML has it; in words where it is the default."""
    if setting.source == "default":
        return setting.default
    return _toml(setting.value)


def _toml(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_toml(one) for one in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_toml(key)} = {_toml(one)}' for key, one in value.items())}}}"
    if isinstance(value, float):
        return f"{value:g}"
    return f'"{value}"'

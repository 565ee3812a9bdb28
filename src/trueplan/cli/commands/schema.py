"""`trueplan schema`: the JSON Schemas of the answers."""

from __future__ import annotations

import argparse

from trueplan.cli.options import did_you_mean
from trueplan.cli.terminal import Terminal
from trueplan.errors import UsageError

DESCRIPTION = "Prints a JSON Schema (draft 2020-12); without a name, the names there are."
EXAMPLES = (
    ("trueplan schema", "the names"),
    ("trueplan schema findings", "what `trueplan check --format json` answers with"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the name of an answer."""
    parser.add_argument("thing", metavar="NAME", nargs="?", help="the name of an answer")


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the schema, or the names."""
    from trueplan.wire.schemas import THINGS, encode_names, encode_schema

    if arguments.thing is None:
        if arguments.format == "json":
            terminal.write_bytes(encode_names())
        else:
            for name in THINGS:
                terminal.print(name)
        return 0
    name = arguments.thing.removeprefix("trueplan.").removesuffix("/1")
    if name not in THINGS:
        raise UsageError(
            f"there is no schema called {arguments.thing}",
            help=did_you_mean(name, list(THINGS)) or f"there are {', '.join(THINGS)}",
        )
    terminal.write_bytes(encode_schema(name))
    return 0

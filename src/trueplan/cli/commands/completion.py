"""`trueplan completion`: a completion script for a shell."""

from __future__ import annotations

import argparse

from trueplan.cli.options import one_of
from trueplan.cli.shells import SCRIPTS
from trueplan.cli.terminal import Terminal

FORMATS = ("text",)
DESCRIPTION = """\
The script completes commands, options, plans and rules. Put its output where your shell looks for
completions, or evaluate it when the shell starts."""
EXAMPLES = (
    ("trueplan completion bash", 'in ~/.bashrc: eval "$(trueplan completion bash)"'),
    ("trueplan completion zsh", 'in ~/.zshrc, behind compinit: eval "$(trueplan completion zsh)"'),
    ("trueplan completion fish", "in config.fish: trueplan completion fish | source"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the shell."""
    parser.add_argument("shell", metavar="|".join(SCRIPTS), type=one_of(*SCRIPTS), help="the shell")


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the script."""
    terminal.write_bytes(SCRIPTS[arguments.shell]().rstrip("\n").encode() + b"\n")
    return 0

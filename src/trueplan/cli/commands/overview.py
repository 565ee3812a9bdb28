"""`trueplan`: the state of all plans at a glance."""

from __future__ import annotations

import argparse

from trueplan.cli.options import add_today, read_folder, read_today
from trueplan.cli.terminal import Terminal

DESCRIPTION = (
    "Shows what is in progress and how far, what blocks it, what comes next, and what is\n"
    "untrue. It exits with 0, whatever is untrue; `trueplan check` is for that."
)
EXAMPLES = (
    ("trueplan", "the plans of the repository around this folder"),
    ("trueplan -C ../other", "those of another one"),
    ("trueplan --today 2026-03-10", "as of that day"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the day."""
    add_today(parser)


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Look over the plans and print what was seen."""
    from trueplan.app.overview import look_over

    folder, today = read_folder(arguments), read_today(arguments)
    with terminal.progress("checking plans") as progress:
        overview = look_over(folder, today, progress)
    if arguments.format == "json":
        from trueplan.wire.encoding import encode
        from trueplan.wire.overview import overview_answer

        terminal.write_bytes(encode(overview_answer(overview)))
        return 0
    from trueplan.cli.overview_text import print_overview

    print_overview(overview, today, terminal)
    return 0

"""The options of every command that changes files, and how its answer is printed."""

from __future__ import annotations

import argparse

from trueplan.app.change import Carried, Terms
from trueplan.app.repository import Repository
from trueplan.cli.terminal import Terminal


def add_change_options(
    parser: argparse.ArgumentParser, *, item: bool = False, digest: bool = True
) -> None:
    """Add the options; `item` adds the one about the words of a single item.

    `digest` is false for a command that is about no plan that is there already.
    """
    group = parser.add_argument_group("the change")
    group.add_argument("--dry-run", action="store_true", help="show the diff, write nothing")
    group.add_argument("--diff", action="store_true", help="show the diff of what was written")
    group.add_argument(
        "--commit", action="store_true", help="commit just these files; all of it, or nothing"
    )
    if digest:
        group.add_argument(
            "--digest",
            metavar="SHA256",
            help="refuse (exit 3) unless the plan's bytes have this digest, as JSON answers tell",
        )
    if item:
        group.add_argument(
            "--text",
            metavar="WORDS",
            help="refuse (exit 3) unless the item says just this",
        )


def read_terms(arguments: argparse.Namespace) -> Terms:
    """The terms that the options set."""
    return Terms(
        arguments.dry_run,
        arguments.commit,
        getattr(arguments, "digest", None),
        getattr(arguments, "text", None),
    )


def print_change(
    repository: Repository, carried: Carried, arguments: argparse.Namespace, terminal: Terminal
) -> int:
    """Print what was changed, or would be, in the form that was asked for; returns 0."""
    if arguments.format == "json":
        from trueplan.app.plan_state import state_after
        from trueplan.wire.change import change_answer
        from trueplan.wire.encoding import encode

        answer = change_answer(carried, state_after(repository, carried))
        terminal.write_bytes(encode(answer))
        return 0
    from trueplan.cli.change_text import print_carried

    print_carried(carried, terminal, diff=arguments.diff or arguments.dry_run)
    return 0

"""What every command takes: arguments, their errors, the options that are the same everywhere."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from trueplan.cli.terminal import columns
from trueplan.errors import UsageError
from trueplan.record import Any, NoReturn

_WIDEST_HELP = 100


class HelpForm(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal, up to what reads well.

    The width is given because argparse imports shutil to ask for it, with every parser.
    """

    def __init__(self, prog: str, **more: Any) -> None:
        more["width"] = min(columns(sys.stdout), _WIDEST_HELP) - 2
        super().__init__(prog, **more)


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are ours."""

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print."""
        said = message.removeprefix("argument ").removeprefix("the following arguments are ")
        raise UsageError(said, help=f"`{self.prog} --help` shows what it takes")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print help; unlike argparse, do not pass over in silence that it could not be."""
        stream = file or sys.stdout
        if stream is not None:  # it is where the process was started with it closed
            stream.write(message)

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """Parse `words`; an option that is not known comes with a guess at what was meant."""
        arguments, rest = self.parse_known_args(list(words))
        if rest:
            self._refuse(rest[0])
        return arguments

    def _refuse(self, word: str) -> NoReturn:
        known = [name for action in self._actions for name in action.option_strings]
        kind = "option" if word.startswith("-") else "argument"
        raise UsageError(
            f"{self.prog} takes no {kind} {word}",
            help=did_you_mean(word.partition("=")[0], known)
            or f"`{self.prog} --help` shows what it takes",
        )


def did_you_mean(word: str, names: Sequence[str]) -> str | None:
    """A guess at what was meant by `word`, as a question."""
    from difflib import get_close_matches

    close = get_close_matches(word, names, n=1)
    return f"did you mean {close[0]}?" if close else None


def one_of(*known: str) -> Callable[[str], str]:
    """A type for arguments that take one of a few words."""

    def read(word: str) -> str:
        if word not in known:
            guess = did_you_mean(word, known)
            listed = f"{', '.join(known[:-1])} or {known[-1]}".removeprefix(" or ")
            raise argparse.ArgumentTypeError(
                f"takes {listed}, not {word}" + (f"; {guess}" if guess else "")
            )
        return word

    return read


def words_of(text: str) -> tuple[str, ...]:
    """A type for arguments that take several words with commas between them."""
    words = tuple(word.strip() for word in text.split(",") if word.strip())
    if not words:
        raise argparse.ArgumentTypeError("takes codes or names with commas between them")
    return words


def add_common_options(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    """Add the options of every command; `formats` are those that it can print."""
    group = parser.add_argument_group("options of every command")
    group.add_argument(
        "--format",
        metavar="|".join(formats),
        type=one_of(*formats),
        default="text",
        help="the form of the answer (default: text)",
    )
    group.add_argument(
        "--color",
        metavar="auto|always|never",
        type=one_of("auto", "always", "never"),
        default="auto",
        help="colour the text (default: on a terminal, unless NO_COLOR is set)",
    )
    group.add_argument(
        "-C",
        "--directory",
        metavar="DIR",
        default=".",
        help="run as if started in DIR",
    )
    group.add_argument("-h", "--help", action="help", help="show this text")


def add_create_section(parser: argparse._ActionsContainer, what: str = "the section") -> None:
    """Add `--create-section`; `what` is made where there is none."""
    parser.add_argument(
        "--create-section", action="store_true", help=f"make {what} if there is none"
    )


def add_today(parser: argparse._ActionsContainer) -> None:
    """Add `--today`; `read_today` reads it."""
    parser.add_argument(
        "--today",
        metavar="DATE",
        help="the day it is, YYYY-MM-DD (default: TRUEPLAN_TODAY, else the clock)",
    )


def read_today(arguments: Any) -> str:
    """The day it is, in ISO form: by `--today`, else by TRUEPLAN_TODAY, else by the clock."""
    said, where = arguments.today, "--today"
    if said is None:
        said, where = os.environ.get("TRUEPLAN_TODAY") or None, "TRUEPLAN_TODAY"
    if said is None:
        import time

        return time.strftime("%Y-%m-%d")
    return read_day(said, where)


def read_day(said: str, option: str) -> str:
    """A day that an option was given, in ISO form. Raises UsageError."""
    from datetime import date

    try:
        return date.fromisoformat(said).isoformat()
    except ValueError:
        raise UsageError(f"{option} takes a day like 2026-03-10, not {said}") from None


def check_words(option: str, words: Sequence[str], known: Sequence[str]) -> None:
    """Raise UsageError for the first of `words` that an option does not know."""
    for word in words:
        if word not in known:
            raise UsageError(
                f"{option} knows no {word}",
                help=did_you_mean(word, known) or f"it takes {', '.join(known)}",
            )


def read_folder(arguments: Any) -> str:
    """The folder that the command runs in, with its links resolved."""
    folder: str = arguments.directory
    if not os.path.isdir(folder):
        raise UsageError(f"there is no folder {arguments.directory}", help="--directory takes one")
    try:
        return os.path.realpath(folder)
    except FileNotFoundError:
        raise UsageError("the folder that the command runs in is gone", help="cd to one") from None

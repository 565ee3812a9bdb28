"""What may stand at a place on the command line."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from itertools import pairwise

from trueplan.cli.main import build_parser, split_leading
from trueplan.cli.registry import OVERVIEW, load, parts_of, split_command, visible_commands

Candidate = tuple[str, str]


def find_candidates(words: Sequence[str]) -> list[Candidate]:
    """What the last of `words`, those typed behind `trueplan`, may become; with a word about it.

    None where a file may stand, which shells complete themselves.
    """
    *before, last = words or [""]
    before, last, stem = _around_equals(before, last)
    leading, rest = split_leading(before)
    command, behind = split_command(rest)
    if rest and command is None:
        return []
    if not rest:
        command = OVERVIEW
        if not leading or not _is_open(leading):
            names = [(one.name, one.summary) for one in visible_commands()]
            if not last.startswith("-"):
                return _starting(names, last, stem)
    assert command is not None
    parser = build_parser(command, load(command))
    typed = [*leading, *behind]
    parts = parts_of(command.name) if not behind and not last.startswith("-") else ()
    if parts:
        names = [(part.name.rpartition(" ")[2], part.summary) for part in parts]
        return _starting(names, last, stem)
    option = _option(parser, typed[-1]) if typed else None
    if option is not None and option.nargs != 0:
        return _starting(_values(option, last, _folder(words)), last, stem)
    if last.startswith("-"):
        options = [
            (name, (action.help or "").replace("\n", " "))
            for action in parser._actions
            for name in action.option_strings
            if name.startswith("--") or name == last
        ]
        return _starting(options, last, stem)
    positional = _positional(parser, typed)
    if positional is None:
        return []
    return _starting(_values(positional, last, _folder(words)), last, stem)


def _around_equals(before: list[str], last: str) -> tuple[list[str], str, str]:
    """`--format=js` as option and value, and what is to be kept of it before a candidate.

    Bash breaks words at the sign, the others do not.
    """
    if last == "=" and before:
        return before, "", ""
    if before and before[-1] == "=":
        return before[:-1], last, ""
    if last.startswith("--") and "=" in last:
        name, _, value = last.partition("=")
        return [*before, name], value, f"{name}="
    return before, last, ""


def _is_open(leading: Sequence[str]) -> bool:
    """Whether the last leading option still waits for its value."""
    return leading[-1].startswith("-") and "=" not in leading[-1]


def _option(parser: argparse.ArgumentParser, word: str) -> argparse.Action | None:
    return next((one for one in parser._actions if word in one.option_strings), None)


def _positional(parser: argparse.ArgumentParser, typed: Sequence[str]) -> argparse.Action | None:
    """The positional argument that comes next, after what was typed."""
    count = 0
    skip = False
    for word in typed:
        if skip:
            skip = False
        elif word.startswith("-"):
            option = _option(parser, word)
            skip = option is not None and option.nargs != 0
        else:
            count += 1
    positionals = [one for one in parser._actions if not one.option_strings]
    if count < len(positionals):
        return positionals[count]
    return positionals[-1] if positionals and positionals[-1].nargs in ("*", "+") else None


def _values(action: argparse.Action, last: str, folder: str) -> Iterator[Candidate]:
    """What an option or argument takes, known by the word that help has for it."""
    name = str(action.metavar or "")
    if "|" in name:
        yield from ((word, "") for word in name.split("|"))
    elif name == "SEVERITY":
        yield from ((word, "") for word in ("error", "warning", "note", "never"))
    elif name in ("CODE", "CODES"):
        from trueplan.app.rules import list_rules

        done, comma, begun = last.rpartition(",")
        yield from ((f"{done}{comma}{rule.code}", rule.name) for rule in list_rules())
        if begun[:1].islower():
            yield from ((f"{done}{comma}{rule.name}", rule.code) for rule in list_rules())
    elif name in ("PLAN", "PATH"):
        from trueplan.app.repository import open_repository, survey

        names = survey(open_repository(folder)).names
        yield from ((ref, path) for path, ref in names.items())
    elif name == "ITEM":
        from trueplan.app.backlog_list import list_items

        yield from ((one.id, one.feature) for one in list_items(folder).items)
    elif action.dest == "thing":
        from trueplan.wire.schemas import THINGS

        yield from ((thing, "") for thing in THINGS)


def _folder(words: Sequence[str]) -> str:
    for word, following in pairwise(words):
        if word in ("-C", "--directory"):
            return os.path.realpath(following)
    return os.getcwd()


def _starting(
    candidates: Sequence[Candidate] | Iterator[Candidate], last: str, stem: str
) -> list[Candidate]:
    return [(stem + word, about) for word, about in candidates if word.startswith(last)]

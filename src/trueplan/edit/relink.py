"""Keep links right when files move: those in a file that moved, and those to it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping

from trueplan.edit.destinations import Destination, find_destinations
from trueplan.markdown import Markdown
from trueplan.model.link_target import resolve
from trueplan.text import Edit

_CODES = ((" ", "%20"), ("(", "%28"), (")", "%29"), ("<", "%3C"), (">", "%3E"), ("\\", "%5C"))
_UNSAFE = ("#", "?", "%")


def relink(
    markdown: Markdown,
    source: bytes,
    path: str,
    moves: Mapping[str, str],
    exists: Callable[[str], bool],
) -> tuple[Edit, ...]:
    """The edits of destinations in the file at `path` once files are moved, from old to new path.

    `exists` tells of a path from the root whether there was something before the moves. A link
    that led nowhere stays as it is, unless it would lead somewhere then.
    """
    now = moves.get(path, path)
    edits = []
    for one in find_destinations(markdown, source):
        fresh = _relinked(one, path, now, moves, exists)
        if fresh is not None and fresh != one.text:
            edits.append(Edit(*one.span, fresh))
    return tuple(edits)


def _relinked(
    one: Destination,
    path: str,
    now: str,
    moves: Mapping[str, str],
    exists: Callable[[str], bool],
) -> str | None:
    """The new text of a destination; None where it stays."""
    before = resolve(path, one.text)
    if before is None:
        return None
    after = moves.get(before, before)
    if resolve(now, one.text) == after:
        return None
    led = before in moves or exists(before)
    if not led and not _would_lead(resolve(now, one.text), moves, exists):
        return None
    bare, mark, tail = _split(one.text)
    if bare.startswith("/"):
        return f"/{_written(after, one)}{mark}{tail}"
    relative = posixpath.relpath(after, posixpath.dirname(now) or ".")
    if bare.endswith("/") and not relative.endswith("/"):
        relative += "/"
    if bare.startswith("./") and not relative.startswith("../"):
        relative = f"./{relative}"
    return f"{_written(relative, one)}{mark}{tail}"


def _would_lead(path: str | None, moves: Mapping[str, str], exists: Callable[[str], bool]) -> bool:
    """Whether there is something at `path` after the moves."""
    if path is None:
        return False
    return path in moves.values() or (exists(path) and path not in moves)


def _split(text: str) -> tuple[str, str, str]:
    """The path of a destination, and its anchor or query."""
    ends = [at for at in (text.find("#"), text.find("?")) if at >= 0]
    at = min(ends, default=len(text))
    return text[:at], text[at : at + 1], text[at + 1 :]


def _written(path: str, one: Destination) -> str:
    """A path as a destination: what would end it, or start an anchor, is written as a code."""
    for sign in reversed(_UNSAFE):
        path = path.replace(sign, f"%{ord(sign):02X}") if sign in path else path
    if one.pointed and "%20" not in one.text:
        return path.replace("<", "%3C").replace(">", "%3E")
    for sign, code in _CODES:
        path = path.replace(sign, code)
    return path

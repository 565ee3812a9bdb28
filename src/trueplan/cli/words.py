"""Numbers, states and references in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.cli.layout import cut, width_of

_FEW = 3  # of what could not be read, to be named
STATES = {
    "in_progress": "in progress",
    "not_started": "not started",
}


def say_state(state: str) -> str:
    """A state of a plan or phase in words."""
    return STATES.get(state, state)


def say_count(number: int, one: str, many: str = "") -> str:
    """`1 plan`, `2 plans`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def one_line(text: str) -> str:
    """Text without line ends and repeated blanks."""
    return " ".join(text.split())


def cut_path(path: str, width: int, ellipsis: str) -> str:
    """A path cut at its start, after a slash where there is one; what tells it apart ends it."""
    if width_of(path) <= width:
        return path
    folders = path.split("/")
    for first in range(1, len(folders)):
        tail = ellipsis + "/" + "/".join(folders[first:])
        if width_of(tail) <= width:
            return tail
    return cut(folders[-1], width, ellipsis)


def say_cycle(refs: Sequence[str], left_out: tuple[str, str]) -> str:
    """A circle of references that wait for each other, and the wait that is not kept."""
    chain = " → ".join((*refs, refs[0]))
    waits, cause = left_out
    return f"a circle: {chain}; that {waits} waits for {cause} is left out"


def say_unreadable(unreadable: Sequence[tuple[str, str]]) -> list[str]:
    """Lines about files and folders that could not be read: the first few, and how many more."""
    lines = [f"not read: {path}: {why}" for path, why in unreadable[:_FEW]]
    more = len(unreadable) - _FEW
    if more > 0:
        lines.append(f"not read: {more} more; `trueplan check` shows all")
    return lines

"""The order in which commits are told, and which of them are the main line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trueplan.record import Record


class Told(Record):
    """A commit in the order of telling. On the `main` line first parents lead from HEAD back."""

    commit: str
    main: bool


def order_commits(head: str, parents: Mapping[str, Sequence[str]]) -> list[Told]:
    """The commits that `head` has, parents before children, the branches before their merges.

    The main line is told from its beginning; before a merge comes what the merge brought in, told
    the same way. So when a commit of the main line is reached, all that was told is part of it.
    Parents that are not in `parents` are beyond the boundary of what is known.
    """
    told: list[Told] = []
    seen: set[str] = set()
    lines = [(_line(head, parents, seen), 0, True)]
    while lines:
        line, at, main = lines.pop()
        if at == len(line):
            continue
        commit = line[at]
        unseen = [one for one in parents[commit][1:] if one in parents and one not in seen]
        if unseen:
            lines.append((line, at, main))
            lines.append((_line(unseen[0], parents, seen), 0, False))
            continue
        told.append(Told(commit, main))
        lines.append((line, at + 1, main))
    return told


def _line(commit: str, parents: Mapping[str, Sequence[str]], seen: set[str]) -> list[str]:
    """First parents from `commit` back to one that was seen, the oldest first; marks them seen."""
    found: list[str] = []
    while commit in parents and commit not in seen:
        seen.add(commit)
        found.append(commit)
        before = parents[commit]
        if not before:
            break
        commit = before[0]
    found.reverse()
    return found

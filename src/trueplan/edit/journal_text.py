"""A dev journal, begun from what is known; comments stand where a person has to write."""

from __future__ import annotations

import posixpath

from trueplan.edit.guidance import comment
from trueplan.edit.verbatim import as_code, as_prose, as_told, as_words
from trueplan.git.commits import Commit, Commits
from trueplan.record import Record

_MOST_FILES = 6
_MOST_TICKED = 50
_MOST_OPEN = 12


class Line(Record):
    """A task as Markdown, and how deep it stands below others of its list."""

    depth: int
    words: str


class Ticked(Record):
    """Tasks that were ticked: where ("" where it is plain), since which day ("" for ever)."""

    where: str
    since: str
    tasks: tuple[Line, ...]


class JournalDraft(Record):
    """What is known of a journal.

    `about` is what it tells of in the plan: "phase 1". `commits` were made `since` a day; `open`
    are the tasks left in `open_in`, `next` what comes where none is. "" is what is not known.
    """

    title: str
    day: str
    author: str
    status: str
    took: str
    plan_title: str
    plan_link: str
    about: str
    ticked: tuple[Ticked, ...]
    commits: Commits
    since: str
    open_in: str
    open: tuple[Line, ...]
    next: str


def write_journal(draft: JournalDraft) -> str:
    """The text of a journal; its lines end with a bare newline."""
    parts = [
        f"# Dev Journal: {as_words(draft.title)}",
        "\n".join(_header(draft)),
        "## What was done",
        comment("what came about, in your own words, and why in this way"),
        *_ticked(draft.ticked),
        *_commits(draft),
        "## What was learnt",
        comment("what surprised, what did not work, what the next one should know"),
        "## What is next",
        *_next(draft),
    ]
    return "\n\n".join(parts) + "\n"


def _header(draft: JournalDraft) -> list[str]:
    plan = f"[{as_words(draft.plan_title)}]({draft.plan_link})"
    return [
        f"**Date**: {draft.day}",
        f"**Author**: {as_words(draft.author) or comment('who did it')}",
        f"**Status**: {draft.status}",
        f"**Session Duration**: {as_words(draft.took) or comment('in sessions or hours')}",
        f"**Plan**: {plan}{f', {draft.about}' if draft.about else ''}",
    ]


def _ticked(groups: tuple[Ticked, ...]) -> list[str]:
    parts = []
    for group in groups:
        if group.tasks:
            where = f" in {group.where}" if group.where else ""
            since = f" since {group.since}" if group.since else ""
            parts += [f"Ticked{where}{since}:", _list(group.tasks, _MOST_TICKED)]
    return parts


def _commits(draft: JournalDraft) -> list[str]:
    commits = draft.commits
    if not commits.shown:
        return []
    lines = [line for one in commits.shown for line in _commit(one)]
    earlier = commits.total - len(commits.shown)
    if earlier:
        lines.append(f"- and {earlier} earlier {'one' if earlier == 1 else 'ones'}")
    return [f"Commits since {draft.since}, the last one first:", "\n".join(lines)]


def _commit(one: Commit) -> list[str]:
    subject = as_prose(one.subject) or "(no subject)"
    lines = [f"- {one.day} `{one.commit[:8]}` {subject}"]
    return [*lines, f"  - {_files(one.files)}"] if one.files else lines


def _files(paths: tuple[str, ...]) -> str:
    """The files of a commit; where several stand in one folder, from there on."""
    folder = posixpath.commonpath(paths) if len(paths) > 1 else ""
    start = len(folder) + 1 if folder else 0
    told = paths[:_MOST_FILES] if len(paths) > _MOST_FILES + 1 else paths
    files = [as_code(_shown(path[start:])) for path in told]
    more = f" and {len(paths) - len(told)} more" if len(told) < len(paths) else ""
    lead = f"in {as_code(_shown(folder))}: " if folder else ""
    return f"{lead}{', '.join(files)}{more}"


def _shown(path: str) -> str:
    return path.encode(errors="surrogateescape").decode("utf-8", "replace")


def _next(draft: JournalDraft) -> list[str]:
    if draft.open:
        where = f" in {draft.open_in}" if draft.open_in else ""
        return [f"Open{where}:", _list(draft.open, _MOST_OPEN)]
    if draft.next:
        return [f"{draft.next[:1].upper()}{draft.next[1:]}."]
    return [comment("what follows from it; Nothing is an answer too")]


def _list(lines: tuple[Line, ...], most: int) -> str:
    listed = [f"{'  ' * line.depth}- {line.words}" for line in lines[:most]]
    if len(lines) > most:
        listed.append(f"- and {len(lines) - most} more")
    return "\n".join(listed)


def task_words(raw: str) -> str:
    """The words of a task, from their bytes in the plan, as a journal has them."""
    return as_told(raw) or "(without words)"

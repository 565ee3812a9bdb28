"""The commits of a repository, and the files that each changed against its first parent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trueplan.git.run import run_git
from trueplan.record import AnyPath, Record

_HEAD = "\x01"  # opens the entry of a commit; behind a NUL no path and no subject is looked at
_FORMAT = "--format=%x01%H%x00%P%x00%aI%x00%an%x00%s"
_NO_TIME = "1970-01-01T00:00:00+00:00"  # which git itself shows for a date that it cannot read
_REGULAR = "100"  # how the mode of a file begins that is no link, folder or submodule
_PAIRED = (".md", ".markdown")
_MOST_PAIRED = "-l1000"  # files of one commit; beyond, only what moved without a change is paired


class FileChange(Record):
    """A file before and after a commit: its blobs, None where it was not there.

    `before` is the path that it had, where the commit moved it. A link or a submodule is no file.
    """

    path: str
    old: str | None
    new: str | None
    before: str | None = None


class LoggedCommit(Record):
    """A commit; `at` is the time of its author in ISO form. A merge tells what it brought in."""

    commit: str
    parents: tuple[str, ...]
    at: str
    author: str
    subject: str
    changes: tuple[FileChange, ...]


def read_log(root: AnyPath, head: str, known: Sequence[str] = ()) -> list[LoggedCommit]:
    """The commits that `head` has and none of `known` has, children before parents.

    Paths start at the top level of the repository. Moves are found for Markdown files, and only
    where a commit takes one away and brings another. Raises GitError.
    """
    answer = run_git(
        root,
        [
            *("log", "--no-show-signature", "--no-color", "--encoding=UTF-8", "-z", "--topo-order"),
            *("--raw", "--no-abbrev", "--no-renames", "--diff-merges=first-parent", _FORMAT),
            *("--root", "--no-relative"),  # whatever the settings say
            *("--stdin", "--"),
        ],
        "".join([f"{head}\n", *(f"^{one}\n" for one in known)]).encode(),
    )
    commits = list(_read_commits(answer))
    moved = _read_moves(root, [one for one in commits if _may_move(one)])
    if not moved:
        return commits
    return [
        one._replace(changes=moved[one.commit]) if one.commit in moved else one for one in commits
    ]


def find_commits(root: AnyPath, commits: Sequence[str]) -> list[str]:
    """Those of `commits` that the repository still has. Raises GitError."""
    if not commits:
        return []
    answer = run_git(root, ["cat-file", "--batch-check"], "\n".join([*commits, ""]).encode())
    lines = answer.decode().split("\n")
    return [
        one for one, line in zip(commits, lines, strict=False) if line.split(" ")[1:2] == ["commit"]
    ]


def _read_commits(answer: bytes) -> Iterator[LoggedCommit]:
    """Read piece by piece and in order, so that no subject or path is taken for a beginning."""
    pieces = iter(answer.decode(errors="surrogateescape").split("\0"))
    opened: tuple[str, str, str, str, str] | None = None
    changes: list[FileChange] = []
    for piece in pieces:
        opening = piece.lstrip("\n")
        if opening.startswith(":"):
            changes.append(_change(opening, next(pieces)))
        elif opening.startswith(_HEAD):
            if opened is not None:
                yield _commit(opened, changes)
            opened = (opening[1:], next(pieces), next(pieces), next(pieces), next(pieces))
            changes = []
    if opened is not None:
        yield _commit(opened, changes)


def _commit(opened: tuple[str, str, str, str, str], changes: list[FileChange]) -> LoggedCommit:
    commit, parents, at, author, subject = opened
    return LoggedCommit(
        commit, tuple(parents.split()), _time(at), _words(author), _words(subject), tuple(changes)
    )


def _time(at: str) -> str:
    """The time as git tells it; the beginning of 1970 for one that no calendar has."""
    return at if at[4:5] == "-" and at[:4].isdigit() else _NO_TIME


def _words(text: str) -> str:
    return (
        text if text.isascii() else text.encode(errors="surrogateescape").decode(errors="replace")
    )


def _change(raw: str, path: str, before: str | None = None) -> FileChange:
    old_mode, new_mode, old, new, _ = raw[1:].split(" ", 4)
    return FileChange(
        path,
        old if old_mode.startswith(_REGULAR) else None,
        new if new_mode.startswith(_REGULAR) else None,
        before,
    )


def _may_move(one: LoggedCommit) -> bool:
    taken = brought = False
    for change in one.changes:
        if change.path.lower().endswith(_PAIRED):
            taken = taken or change.new is None
            brought = brought or change.old is None
    return taken and brought and bool(one.parents)


def _read_moves(
    root: AnyPath, commits: Sequence[LoggedCommit]
) -> dict[str, tuple[FileChange, ...]]:
    """The changes of some commits with their moves: git pairs the files, by what they hold."""
    if not commits:
        return {}
    answer = run_git(
        root,
        [
            *("diff-tree", "--stdin", "-r", "-z", "--raw", "--no-abbrev", "-M", "--root"),
            *("--no-relative", _MOST_PAIRED),
            *("--", *(f":(icase,top)*{ending}" for ending in _PAIRED)),
        ],
        "".join(f"{one.commit} {one.parents[0]}\n" for one in commits).encode(),
    )
    pieces = iter(answer.decode(errors="surrogateescape").split("\0"))
    by_commit = {one.commit: one for one in commits}
    found: dict[str, list[FileChange]] = {}
    current = ""
    for piece in pieces:
        opening = piece.lstrip("\n")
        if not opening.startswith(":"):
            current = opening.split(" ")[0]
            continue
        path = next(pieces)
        if opening.rsplit(" ", 1)[1][:1] == "R":
            found.setdefault(current, []).append(_change(opening, next(pieces), path))
    return {
        commit: _with_moves(by_commit[commit].changes, moves) for commit, moves in found.items()
    }


def _with_moves(changes: tuple[FileChange, ...], moves: list[FileChange]) -> tuple[FileChange, ...]:
    """The changes with a move in place of what it brought and what it took away."""
    gone = {one.before for one in moves}
    brought = {one.path for one in moves}
    kept = [
        one
        for one in changes
        if not (one.path in gone and one.new is None) and one.path not in brought
    ]
    return (*kept, *moves)

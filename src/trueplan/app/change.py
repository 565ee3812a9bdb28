"""A change: what it does to files, what is said of it, how it gets to disk and into git."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from trueplan.app.repository import Repository
from trueplan.edit.unsettled import find_unsettled
from trueplan.errors import Conflict, GitError, Refused, TrueplanError, UsageError
from trueplan.markdown import parse
from trueplan.record import Record
from trueplan.text import Edit, apply_edits
from trueplan.workspace.disk import Unreadable
from trueplan.workspace.locking import Locks
from trueplan.workspace.root import folders_above
from trueplan.workspace.writing import FileChange, WayBack, go_back, write_files

_MOST_ROUNDS = 1000  # each is lost only to another writer's success


class FileEdits(Record):
    """What happens to one file. `before` is None for a new file, `after` for one that goes."""

    path: str
    before: bytes | None
    after: bytes | None
    edits: tuple[Edit, ...] = ()


class Seen(Record):
    """A thing that a reference names, and its words as they were read."""

    ref: str
    text: str


class Change(Record):
    """What a use case wants.

    `subject` names it in a commit: "open-graph: tick #2.3". `done` is what a person is told,
    one fact a line; `hints` what may come next. `seen` are the things that references named;
    `plan` is the path of the plan whose new state is of interest, "" without one.
    """

    subject: str
    files: tuple[FileEdits, ...]
    done: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    seen: tuple[Seen, ...] = ()
    plan: str = ""


class Terms(Record):
    """On which terms a change is made.

    `digest` is the SHA-256 of the plan's bytes that the caller saw, `text` the words of the item.
    """

    dry_run: bool = False
    commit: bool = False
    digest: str | None = None
    text: str | None = None


AT_ONCE = Terms()


class Carried(Record):
    """A change that was carried out, or only worked out: `written` tells which."""

    change: Change
    written: bool
    commit: str | None = None


def edit_file(path: str, source: bytes, edits: Iterable[Edit]) -> FileEdits:
    """The edits of a file with what they make of it."""
    chosen = tuple(edits)
    return FileEdits(path, source, apply_edits(source, chosen), chosen)


def new_file(path: str, text: bytes) -> FileEdits:
    """A file to be made."""
    return FileEdits(path, None, text)


def read_for_change(repository: Repository, path: str) -> bytes:
    """The bytes of a file that will be changed. Raises UsageError where it cannot be read."""
    source = repository.read(path)
    if isinstance(source, Unreadable):
        raise UsageError(f"{path}: {source.message}", help=source.help)
    return source


def carry_out(
    repository: Repository, make: Callable[[], Change], terms: Terms = AT_ONCE
) -> Carried:
    """Work a change out and write it: all files of it or none.

    `make` reads what it needs each time it is called. Where another writer was first, the change
    is worked out again from the new bytes, as long as the things it is about read as before.
    Raises Conflict where they do not, or where `terms` name other bytes or words.
    """
    change = make()
    _ensure_expected(change, terms)
    _ensure_settled(change)
    if terms.dry_run or not change.files:
        return Carried(change, written=False)
    if not terms.commit:
        return Carried(_write(repository, make, change, terms)[0], written=True)
    with Locks() as locks:  # else the commit of one could take along what another is about to undo
        locks.hold([(_git_of(repository), "git")])
        others = _find_uncommitted(repository, change)
        change, back = _write(repository, make, change, terms)
        change = change._replace(hints=(*change.hints, *others))
        return Carried(change, True, _commit(repository, change, back))


def _find_uncommitted(repository: Repository, change: Change) -> list[str]:
    """What there is to say of files that somebody changed before and that are committed now."""
    from trueplan.git.commit import changed_paths

    there = [one.path for one in change.files if one.before is not None]
    return [
        f"the commit takes along what was not committed yet in {path}"
        for path in (changed_paths(repository.root, there) if there else ())
    ]


def _write(
    repository: Repository, make: Callable[[], Change], first: Change, terms: Terms
) -> tuple[Change, WayBack]:
    """Write a change, worked out anew as often as another writer was first.

    Returns the change as it was in the end, and what undoes it.
    """
    change = first
    for _ in range(_MOST_ROUNDS):
        try:
            return change, write_files(repository.root, _in_files(change))
        except Conflict:
            if terms.digest is not None:
                raise
            again = make()
            if again.files == change.files:
                raise  # nobody was first: the conflict is of another kind
            change = again
            _ensure_same(first, change)
    raise Conflict("other writers are always first", help="nothing was written; try again")


def _in_files(change: Change) -> list[FileChange]:
    return [FileChange(one.path, one.before, one.after) for one in change.files]


def _ensure_expected(change: Change, terms: Terms) -> None:
    if terms.text is not None:
        wanted = " ".join(terms.text.split())
        for one in change.seen:
            if " ".join(one.text.split()) != wanted:
                raise Conflict(
                    f"{one.ref} says “{one.text}” now, not “{wanted}”",
                    help="nothing was written; look again at what the reference names",
                )
    if terms.digest is not None:
        from hashlib import sha256

        plan = next((one for one in change.files if one.path == change.plan), None)
        if plan is not None and plan.before is not None:
            now = sha256(plan.before).hexdigest()
            if now != terms.digest.lower():
                raise Conflict(
                    f"{plan.path} changed: its digest is {now[:12]}…, not {terms.digest[:12]}…",
                    help="nothing was written; read the plan again",
                )


def _ensure_settled(change: Change) -> None:
    """Raise Refused where a file holds the markers of a merge that nobody has settled."""
    for one in change.files:
        if one.before is None or b"<<<<<<<" not in one.before:
            continue
        found = find_unsettled(parse(one.before))
        if found:
            line = one.before.count(b"\n", 0, found[0].ours.start) + 1
            raise Refused(
                f"{one.path}:{line} holds a conflict of a merge",
                help="nothing was written; settle it first",
            )


def _ensure_same(first: Change, now: Change) -> None:
    """See that what the references name still reads as it did when they were first looked up."""
    for before, after in zip(first.seen, now.seen, strict=False):
        if before != after:
            raise Conflict(
                f"{before.ref} was “{before.text}” and is “{after.text}” now",
                help="nothing was written; look again at what the reference names",
            )


def _git_of(repository: Repository) -> str:
    """The `.git` that a commit goes into: a folder, or in a worktree a file."""
    for folder in folders_above(repository.root):
        git = os.path.join(folder, ".git")
        if os.path.exists(git):
            return os.path.realpath(git)
    raise UsageError("--commit needs a git repository", help="nothing was written")


def _commit(repository: Repository, change: Change, back: WayBack) -> str:
    """Commit just the files of the change; where git refuses, the files are as before again."""
    from trueplan.git import head_commit
    from trueplan.git.commit import commit_paths

    details = [f"{one.ref}: {' '.join(one.text.split())}" for one in change.seen if one.text]
    message = "\n".join([change.subject, "", *details]).strip() + "\n"
    before = head_commit(repository.root)
    try:
        return commit_paths(repository.root, [one.path for one in change.files], message)
    except (GitError, KeyboardInterrupt) as error:  # a hook may take its time
        if head_commit(repository.root) != before:
            raise  # it is committed, and what came after that went wrong
        _undo(repository, back, error)
        if not isinstance(error, GitError):
            raise
        raise GitError(
            error.message, help="nothing is left of the change; mend it, or leave out --commit"
        ) from error


def _undo(repository: Repository, back: WayBack, because: BaseException) -> None:
    """Write what was there before the change. Raises GitError where somebody wrote since."""
    try:
        go_back(repository.root, back)
    except TrueplanError as stuck:
        raise GitError(
            because.message if isinstance(because, GitError) else "the commit was interrupted",
            help=f"the files stay as they are, and are not committed: {stuck.message}",
        ) from because

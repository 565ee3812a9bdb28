"""Where a folder stands in its repository, and what its history is seen through."""

from __future__ import annotations

import os

from trueplan.errors import GitError
from trueplan.git.run import ask_git, run_git
from trueplan.record import AnyPath, Record


class Standpoint(Record):
    """A folder in a repository that has commits.

    `head` is the commit that is checked out, `prefix` the folder as seen from the top level ("",
    or with a slash behind), `common` the folder in which git keeps what all work trees share.
    `grafts` is a digest of what changes the parents of commits: the boundary of a shallow clone,
    replacements, grafts; "" where nothing does.
    """

    head: str
    prefix: str
    common: str
    shallow: bool
    grafts: str


def find_standpoint(folder: AnyPath) -> Standpoint | None:
    """Where `folder` stands; None where git has no commit of it.

    Raises GitError without git, and where git refuses to look.
    """
    words = ["rev-parse", "--path-format=absolute", "--git-common-dir", "HEAD", "--show-prefix"]
    answer = ask_git(folder, [*words, "HEAD"])
    said = answer.out.decode(errors="surrogateescape").removesuffix("\n")
    if answer.code:
        why = answer.err.decode("utf-8", "replace").strip()
        if "'HEAD'" in why or "not a git repository" in why:
            return None
        raise GitError(f"git rev-parse failed: {why}")
    head = said[said.rindex("\n") + 1 :]
    common, prefix, _ = f"{said}\n".split(f"\n{head}\n")  # a folder's name may have lines
    boundary = _read(os.path.join(common, "shallow"))
    return Standpoint(head, prefix, common, bool(boundary), _grafts(folder, common, boundary))


def _grafts(folder: AnyPath, common: str, boundary: bytes) -> str:
    pieces = [boundary, _read(os.path.join(common, "info", "grafts")), _replaced(folder, common)]
    if not any(pieces):
        return ""
    from hashlib import sha256

    return sha256(b"\0".join(pieces)).hexdigest()


def _replaced(folder: AnyPath, common: str) -> bytes:
    """The replacements of objects; git is asked only where there can be any."""
    packed = _read(os.path.join(common, "packed-refs"))
    loose = os.path.join(common, "refs", "replace")
    if b"refs/replace/" not in packed and not (os.path.isdir(loose) and os.listdir(loose)):
        return b""
    try:
        return run_git(folder, ["for-each-ref", "refs/replace"])
    except GitError:
        return b""


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except OSError:
        return b""

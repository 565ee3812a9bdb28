"""Every revision of one file, the first one first, under all the names that it had."""

from __future__ import annotations

from trueplan.git.run import run_git
from trueplan.record import AnyPath, Record

_SHA1 = 40  # letters of a name


class Revision(Record):
    """A file as a commit left it. `day` is that of the author, `at` its time in ISO form."""

    commit: str
    at: str
    author: str
    path: str
    source: bytes

    @property
    def day(self) -> str:
        """The ISO day."""
        return self.at[:10]


class _Listed(Record):
    commit: str
    at: str
    author: str
    path: str
    blob: str


def read_revisions(root: AnyPath, path: str) -> list[Revision]:
    """The revisions of the file at `path`, relative to `root`; none where git has none of it.

    Two processes: one lists the commits, one hands out the bytes. Raises GitError.
    """
    listed = _list(root, path)
    if not listed:
        return []
    texts = read_blobs(root, [one.blob for one in listed])
    return [
        Revision(one.commit, one.at, one.author, one.path, texts[one.blob])
        for one in reversed(listed)
    ]


def _list(root: AnyPath, path: str) -> list[_Listed]:
    """Commits that wrote the file, the newest first; those that only removed it are left out."""
    answer = run_git(
        root,
        [
            *("--literal-pathspecs", "log", "--no-show-signature", "--no-color"),
            *("--follow", "--raw", "-z", "--no-abbrev", "--relative"),
            *("--format=%x01%H%x00%aI%x00%aN", "--", path),
        ],
    )
    found = []
    for entry in answer.decode(errors="surrogateescape").split("\x01")[1:]:
        parts = entry.split("\0")
        if len(parts) < 5:
            continue
        commit, at, author = parts[:3]
        raw = parts[3].lstrip("\n:").split(" ")
        blob, kind = raw[3], raw[4]
        name = parts[5] if kind[0] in "RC" and len(parts) > 5 else parts[4]
        if kind[0] != "D":
            found.append(_Listed(commit, at, author, name, blob))
    return found


def is_blob(source: bytes, name: str | None) -> bool:
    """Whether git calls these very bytes by a name, in a repository of SHA-1 or of SHA-256."""
    import hashlib

    if name is None:
        return False
    made = hashlib.sha1 if len(name) == _SHA1 else hashlib.sha256
    return made(b"blob %d\0%b" % (len(source), source), usedforsecurity=False).hexdigest() == name


def read_blobs(root: AnyPath, blobs: list[str]) -> dict[str, bytes]:
    """The bytes of blobs, in one process."""
    wanted = list(dict.fromkeys(blobs))
    answer = run_git(root, ["cat-file", "--batch"], "\n".join([*wanted, ""]).encode())
    texts: dict[str, bytes] = {}
    position = 0
    for blob in wanted:
        end = answer.index(b"\n", position)
        words = answer[position:end].split(b" ")
        size = int(words[2]) if len(words) == 3 else 0
        texts[blob] = answer[end + 1 : end + 1 + size]
        position = end + 1 + (size + 1 if len(words) == 3 else 0)
    return texts

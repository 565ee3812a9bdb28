"""Files as they are read: once, whole, never from outside the repository."""

from __future__ import annotations

import os
import stat
from errno import ELOOP
from functools import lru_cache

from trueplan.record import AnyPath, Literal, Record
from trueplan.workspace.root import is_inside


class Unreadable(Record):
    """Why a file could not be read."""

    kind: Literal["too-large", "unreadable"]
    message: str
    help: str


_LEADS_OUT = Unreadable(
    "unreadable",
    "the file is a link that leads out of the repository",
    "link to a file inside, or exclude the link",
)
# A pipe must not be waited for; that it is none of ours is seen once it is open.
_HOW = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK


def read_file(root: AnyPath, path: str, largest: int) -> bytes | Unreadable:
    """The bytes of a file inside `root`, or why there are none."""
    full = os.path.join(root, path)
    try:
        if not _folder_inside(os.fspath(root), os.path.dirname(full)):
            return _LEADS_OUT
        try:
            file = os.open(full, _HOW | os.O_NOFOLLOW)
        except OSError as error:
            if error.errno != ELOOP:  # what the system says of a link
                raise
            if not _inside(root, full):
                return _LEADS_OUT
            file = os.open(full, _HOW)
        try:
            return _read_open(file, largest)
        finally:
            os.close(file)
    except FileNotFoundError:
        return Unreadable(
            "unreadable", "the file is gone", "it vanished while it was read, or its link is broken"
        )
    except PermissionError:
        return Unreadable("unreadable", "no permission to read the file", "change its mode")
    except OSError as error:
        return Unreadable("unreadable", f"the file cannot be read: {error.strerror}", "look at it")


def _read_open(file: int, largest: int) -> bytes | Unreadable:
    about = os.fstat(file)
    if not stat.S_ISREG(about.st_mode):
        return _no_file(about.st_mode)
    size = about.st_size
    if size > largest:
        return Unreadable(
            "too-large",
            f"the file has {size / 1e6:.3g} MB, more than the {largest / 1e6:g} MB that are read",
            "split it, exclude it, or raise check.largest-file",
        )
    pieces = []
    while piece := os.read(file, size + 1):
        pieces.append(piece)
        if len(piece) == size:
            break
    return b"".join(pieces)


def _no_file(mode: int) -> Unreadable:
    if stat.S_ISDIR(mode):
        return Unreadable("unreadable", "this is a folder", "give the files in it")
    return Unreadable("unreadable", "this is not a file", "exclude it")


@lru_cache(maxsize=4096)  # most files share a folder, and a real path costs more than a read
def _folder_inside(root: str, folder: str) -> bool:
    return _inside(root, folder)


def _inside(root: AnyPath, full: str) -> bool:
    return is_inside(os.path.realpath(full), os.path.realpath(root))


class DiskFiles:
    """What is there in the repository; each question is asked of the disk once."""

    def __init__(self, root: AnyPath, largest: int) -> None:
        self.root = root
        self.largest = largest
        self._exists: dict[str, bool] = {}
        self._anchors: dict[str, frozenset[str] | None] = {}
        self._folders: dict[str, dict[str, list[str]]] = {}

    def exists(self, path: str) -> bool:
        """Whether a file or folder stands at `path`."""
        found = self._exists.get(path)
        if found is None:
            found = self._exists[path] = os.path.exists(os.path.join(self.root, path))
        return found

    def anchors(self, path: str) -> frozenset[str] | None:
        """The anchors of a Markdown file; None where it cannot be read or is none."""
        if path not in self._anchors:
            self._anchors[path] = self._read_anchors(path)
        return self._anchors[path]

    def _read_anchors(self, path: str) -> frozenset[str] | None:
        if not path.lower().endswith((".md", ".markdown")):
            return None
        source = read_file(self.root, path, self.largest)
        if isinstance(source, Unreadable):
            return None
        from trueplan.markdown import parse
        from trueplan.markdown.anchors import all_anchors

        return all_anchors(parse(source))

    def spelled(self, path: str) -> str | None:
        """The path as the disk spells it, where only the case of its letters differs."""
        found: list[str] = []
        for name in path.split("/"):
            names = self._names("/".join(found))
            same = names.get(name.casefold(), ())
            if not same:
                return None
            found.append(name if name in same else min(same))
        return "/".join(found) if found != path.split("/") else None

    def _names(self, folder: str) -> dict[str, list[str]]:
        """The names in a folder by their folded case; none where it cannot be listed."""
        if folder not in self._folders:
            names: dict[str, list[str]] = {}
            try:
                for name in os.listdir(os.path.join(self.root, folder)):
                    names.setdefault(name.casefold(), []).append(name)
            except OSError:
                names = {}
            self._folders[folder] = names
        return self._folders[folder]

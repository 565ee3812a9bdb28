"""The files of a project by the names that plans give them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable


class ProjectFiles:
    """Every path that a project has or had, to be asked for by a name as somebody wrote it."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._by_name: dict[str, list[str]] = {}
        for path in paths:
            name = path.rpartition("/")[2].lower()
            self._by_name.setdefault(name, []).append(path)

    def named(self, name: str, folder: str) -> tuple[str, ...]:
        """The paths that `name` can mean in a document in `folder`.

        One that it names exactly, from the document or from the root; else all that end with it.
        """
        same = self._by_name.get(name.rpartition("/")[2].lower(), ())
        for exact in (posixpath.normpath(posixpath.join(folder, name)), posixpath.normpath(name)):
            if exact in same:
                return (exact,)
        ending = "/" + posixpath.normpath(name).lower()
        return tuple(path for path in same if ("/" + path.lower()).endswith(ending))

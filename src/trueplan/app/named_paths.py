"""The paths that a name in a document can mean, of all that the repository has or had."""

from __future__ import annotations

import posixpath

from trueplan.index.file_history import FileHistory


def paths_named(history: FileHistory, name: str, document: str, prefix: str) -> tuple[str, ...]:
    """The paths, from the top level of git, that `name` can mean in the document at a path.

    `document` is seen from the root, which stands at `prefix`. One that the name gives exactly,
    from the document or from the root; else all that end with it.
    """
    same = history.named(name.rpartition("/")[2])
    folder = posixpath.dirname(prefix + document)
    for start in (folder, prefix.rstrip("/"), ""):
        exact = posixpath.normpath(posixpath.join(start, name))
        if exact in same:
            return (exact,)
    ending = "/" + posixpath.normpath(name).lower()
    return tuple(path for path in same if ("/" + path.lower()).endswith(ending))

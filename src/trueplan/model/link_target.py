"""Where a link leads."""

from __future__ import annotations

import posixpath


def resolve(path: str, target: str) -> str | None:
    """The path from the root that a relative link in `path` leads to, without its anchor.

    None for addresses with a scheme, for mail, and for anchors in the same file. A leading
    slash starts at the root, as GitHub reads it. A path that leaves the root keeps its "..".
    """
    bare = target.split("#", 1)[0].split("?", 1)[0]
    if not bare or target.startswith(("//", "#")):
        return None
    scheme, colon, _ = bare.partition(":")
    if colon and scheme.replace("+", "").replace("-", "").replace(".", "").isalnum():
        return None
    if "%" in bare:
        from urllib.parse import unquote

        bare = unquote(bare)
    if bare.startswith("/"):
        return posixpath.normpath(bare.lstrip("/") or ".")
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), bare))

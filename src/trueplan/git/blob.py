"""The name that git gives to the content of a file."""

from __future__ import annotations


def name_blob(source: bytes, like: str = "") -> str:
    """The blob of `source`, without asking git; of the kind of hash that `like` is one of."""
    import hashlib

    head = b"blob %d\0" % len(source)
    kind = hashlib.sha256 if len(like) == 64 else hashlib.sha1
    return kind(head + source, usedforsecurity=False).hexdigest()

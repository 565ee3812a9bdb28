"""Where code in a file names a path: in backticks, in a fence."""

from __future__ import annotations

import posixpath

from trueplan.markdown import parse
from trueplan.markdown.block import find_blocks


def find_named_in_code(source: bytes, path: str) -> tuple[int, ...]:
    """The offsets at which code names the file at `path`, by its whole path or its name."""
    name = posixpath.basename(path).encode()
    at = source.find(name)
    if at < 0:
        return ()
    code = [(one.start, one.end) for one in find_blocks(parse(source).blocks, "code")]
    found = []
    while at >= 0:
        in_block = any(start <= at < end for start, end in code)
        if in_block or _is_in_ticks(source, at):
            found.append(at)
        at = source.find(name, at + len(name))
    return tuple(found)


def _is_in_ticks(source: bytes, at: int) -> bool:
    line = source.rfind(b"\n", 0, at) + 1
    return source.count(b"`", line, at) % 2 == 1

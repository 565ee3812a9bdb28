"""What git ignores, asked again and again of one process."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from trueplan.git.run import clean_environment, ignored_paths
from trueplan.record import TYPE_CHECKING, AnyPath

if TYPE_CHECKING:
    from subprocess import Popen

_FIELDS = 4  # of an answer: where the pattern stands (file, line), the pattern, the path
_BATCH = 16_000  # characters of paths asked at once: less than a pipe holds, so that none waits


class Ignoring:
    """Asks git whether it ignores paths; starts it with the first question, ends it with `close`.

    Git stops at a path that stands in a submodule, behind a link, or looks like pathspec magic;
    what was asked for is then asked for alone, and git is started anew for the next.
    """

    def __init__(self, root: AnyPath) -> None:
        self._root = root
        self._process: Popen[bytes] | None = None
        self._known: dict[str, bool] = {}

    def __call__(self, paths: Iterable[str]) -> frozenset[str]:
        """Those of some paths from the root that git would ignore, there or not."""
        asked = frozenset(paths)
        for some in _batches(sorted(asked - self._known.keys())):
            self._known.update(self._judge(some))
        return frozenset(path for path in asked if self._known[path])

    def _judge(self, paths: list[str]) -> dict[str, bool]:
        """Whether git would ignore each of some paths."""
        patterns = self._ask([one.encode(errors="surrogateescape") for one in paths])
        if patterns is None:
            self.close()
            return {one: bool(ignored_paths(self._root, [one])) for one in paths}
        found = zip(paths, patterns, strict=True)
        return {path: bool(one) and not one.startswith(b"!") for path, one in found}

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        for stream in (process.stdin, process.stdout):
            assert stream is not None
            stream.close()
        process.wait()

    def _ask(self, paths: list[bytes]) -> list[bytes] | None:
        """The patterns that decide, b"" where none does; None where git does not answer."""
        try:
            process = self._process = self._process or self._start()
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(b"".join(one + b"\0" for one in paths))
            answer = b""
            while answer.count(b"\0") < _FIELDS * len(paths):
                piece = os.read(process.stdout.fileno(), 1 << 16)
                if not piece:
                    return None
                answer += piece
        except OSError:
            return None
        return answer.split(b"\0")[2::_FIELDS]

    def _start(self) -> Popen[bytes]:
        import subprocess

        return subprocess.Popen(
            ["git", "-C", self._root, "check-ignore", "-z", "--stdin", "-v", "--non-matching"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=clean_environment(),
            bufsize=0,
        )


def _batches(paths: Iterable[str]) -> Iterator[list[str]]:
    """The paths in their order, a few together."""
    some: list[str] = []
    size = 0
    for path in paths:
        if some and size + len(path) > _BATCH:
            yield some
            some, size = [], 0
        some.append(path)
        size += len(path)
    if some:
        yield some

"""What git ignores, asked path by path of one process."""

from __future__ import annotations

import os

from trueplan.git.run import clean_environment, ignored_paths
from trueplan.record import TYPE_CHECKING, AnyPath

if TYPE_CHECKING:
    from subprocess import Popen

_FIELDS = 4  # of an answer: where the pattern stands (file, line), the pattern, the path


class Ignoring:
    """Asks git whether it ignores paths; starts it with the first question, ends it with `close`.

    It stops at a path that stands in a submodule, behind a link, or looks like pathspec magic; that
    one is asked for alone, and git is started anew for the next.
    """

    def __init__(self, root: AnyPath) -> None:
        self._root = root
        self._process: Popen[bytes] | None = None

    def __call__(self, path: str) -> bool:
        """Whether git would ignore a path from the root, whether it is there or not."""
        pattern = self._ask(path.encode(errors="surrogateescape"))
        if pattern is None:
            self.close()
            return bool(ignored_paths(self._root, [path]))
        return bool(pattern) and not pattern.startswith(b"!")

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        for stream in (process.stdin, process.stdout):
            assert stream is not None
            stream.close()
        process.wait()

    def _ask(self, path: bytes) -> bytes | None:
        """The pattern that decides, b"" where none does; None where git does not answer."""
        try:
            process = self._process = self._process or self._start()
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(path + b"\0")
            answer = b""
            while answer.count(b"\0") < _FIELDS:
                piece = os.read(process.stdout.fileno(), 1 << 16)
                if not piece:
                    return None
                answer += piece
        except OSError:
            return None
        return answer.split(b"\0")[2]

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

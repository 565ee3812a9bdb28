"""Commits in a real repository, made one by one with times and names that are given."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.git.repositories import write

Files = Mapping[str, str | bytes | None]


class Committing:
    """A repository whose commits are made here; it begins without one."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self.day = "2026-01-01"
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *words: str, feed: bytes = b"", allowed: tuple[int, ...] = (0,)) -> str:
        """What git prints, as Wren on the day that it is here."""
        when = f"{self.day}T12:00:00+0000"
        settings = {
            "GIT_AUTHOR_NAME": "Wren",
            "GIT_AUTHOR_EMAIL": "wren@example.org",
            "GIT_COMMITTER_NAME": "Wren",
            "GIT_COMMITTER_EMAIL": "wren@example.org",
            "GIT_AUTHOR_DATE": when,
            "GIT_COMMITTER_DATE": when,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        done = subprocess.run(
            ["git", *words],
            cwd=self.root,
            env=os.environ | settings,
            input=feed,
            capture_output=True,
            check=False,
        )
        assert done.returncode in allowed, done.stderr.decode()
        return done.stdout.decode(errors="surrogateescape").rstrip("\n")

    @property
    def head(self) -> str:
        """The commit that is checked out."""
        return self.git("rev-parse", "HEAD")

    def commit(self, files: Files, subject: str = "change", day: str = "") -> str:
        """Write files, None for those that go, and commit all there is."""
        self.day = day or self.day
        write(self.root, {path: text for path, text in files.items() if text is not None})
        for path, text in files.items():
            if text is None:
                (self.root / path).unlink()
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--cleanup=verbatim", "-m", subject)
        return self.head

    def switch(self, branch: str, at: str = "") -> None:
        """Check a branch out; `at` makes it there."""
        self.git("checkout", "--quiet", *(("-b", branch, at) if at else (branch,)))

    def merge(self, *branches: str, files: Files | None = None, day: str = "") -> str:
        """Merge branches; `files` settle what git cannot, or what is wanted otherwise."""
        self.day = day or self.day
        words = ("merge", "--quiet", "--no-ff", "--no-commit", *branches)
        self.git(*words, allowed=(0, 1, 2))
        return self.commit(files or {}, "merge")

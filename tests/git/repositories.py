"""Real repositories, and what git says of them."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import put_in_git


def ask_git(root: Path, *words: str) -> str:
    """What git prints, without the newline at its end."""
    done = subprocess.run(["git", *words], cwd=root, check=True, capture_output=True)
    return done.stdout.decode(errors="surrogateescape").rstrip("\n")


def write(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Put files into a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def new_repository(root: Path, files: Mapping[str, str | bytes], *, committed: bool = True) -> Path:
    """A repository of somebody called Wren with some files."""
    root.mkdir(parents=True, exist_ok=True)
    if committed:
        write(root, files)
        put_in_git(root)
    else:
        put_in_git(root)
        ask_git(root, "update-ref", "-d", "HEAD")
        write(root, files)
    return root


def add_hook(root: Path, name: str, text: str) -> None:
    """A hook, as a shell script."""
    path = Path(root, ask_git(root, "rev-parse", "--git-path", f"hooks/{name}"))
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def standing(root: Path) -> tuple[str, str]:
    """The index as git lists it, and how the files stand to it."""
    return ask_git(root, "ls-files", "--stage"), ask_git(root, "status", "--porcelain")

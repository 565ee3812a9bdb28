"""The commits that come before a rule's example, made in a repository."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from trueplan.lint.rule import Committed

PLAN = "PLAN"  # what an example calls the path of its plan


def commit_all(root: Path, past: Sequence[Committed], path: str, plan: str) -> None:
    """Make `root` a repository with the commits of `past`, and check the last of them out.

    `path` and `plan` are the path and the text of the example's plan. Always the same commits
    come of the same example.
    """
    stream = b"".join(_commit(one, path, plan) for one in past)
    _git(root, b"", "init", "--quiet", "--initial-branch=main")
    if past:
        _git(root, stream, "fast-import", "--quiet", "--force")
        _git(root, b"", "reset", "--quiet", "--hard")


def _commit(one: Committed, path: str, plan: str) -> bytes:
    at = int(datetime.fromisoformat(f"{one.day}T12:00:00+00:00").timestamp())
    who = f"Wren <wren@example.org> {at} +0000"
    lines = [f"commit refs/heads/main\nauthor {who}\ncommitter {who}\n".encode()]
    lines.append(_data(one.subject))
    for name, text in one.files:
        place = path if name == PLAN else name
        content = plan if text is None else text
        if content:
            lines.append(f"M 100644 inline {place}\n".encode() + _data(content))
        else:
            lines.append(f"D {place}\n".encode())
    return b"".join(lines)


def _data(text: str) -> bytes:
    content = text.encode()
    return b"data %d\n%b\n" % (len(content), content)


def _git(root: Path, feed: bytes, *words: str) -> None:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    clean |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *words], cwd=root, input=feed, env=clean, check=True)

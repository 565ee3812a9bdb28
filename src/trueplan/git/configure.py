"""Settings of one repository, as git keeps them."""

from __future__ import annotations

from trueplan.errors import GitError
from trueplan.git.run import run_git
from trueplan.record import AnyPath


def can_configure(root: AnyPath) -> bool:
    """Whether `root` stands in a repository that git can keep settings for."""
    try:
        return bool(run_git(root, ["rev-parse", "--git-dir"]))
    except GitError:
        return False


def read_setting(root: AnyPath, name: str) -> str | None:
    """What a setting of the repository says; None where it is not set. Raises GitError."""
    said = run_git(root, ["config", "--local", "--get", name], allowed=(0, 1))
    return said.decode("utf-8", "replace").rstrip("\n") or None


def write_setting(root: AnyPath, name: str, value: str) -> None:
    """Set a setting of the repository, and of no other. Raises GitError."""
    run_git(root, ["config", "--local", "--replace-all", name, value])

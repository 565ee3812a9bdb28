"""Settings of one repository, as git keeps them."""

from __future__ import annotations

from trueplan.errors import GitError
from trueplan.git.run import run_git
from trueplan.record import AnyPath


def can_configure(root: AnyPath) -> bool:
    """Whether `root` stands in a repository that git can keep settings for.

    Raises GitError where it has no files of its own: a bare one, or the inside of `.git`.
    """
    try:
        said = run_git(root, ["rev-parse", "--is-inside-work-tree"])
    except GitError:
        return False
    if said.strip() != b"true":
        raise GitError(
            f"{root} is the inside of a git repository, which holds no files of yours",
            help="clone it, and run this in the clone",
        )
    return True


def read_setting(root: AnyPath, name: str) -> str | None:
    """What a setting of the repository says; None where it is not set. Raises GitError."""
    said = run_git(root, ["config", "--local", "--get", name], allowed=(0, 1))
    return said.decode("utf-8", "replace").rstrip("\n") or None


def write_setting(root: AnyPath, name: str, value: str) -> None:
    """Set a setting of the repository, and of no other. Raises GitError."""
    run_git(root, ["config", "--local", "--replace-all", name, value])

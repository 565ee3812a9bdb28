"""Merge three versions of a file as git does by itself."""

from __future__ import annotations

from trueplan.errors import GitError
from trueplan.git.run import ask_git, run_git
from trueplan.record import Record

_MOST = 127  # conflicts; git counts no further, and fails with more


_STYLES = ("merge", "diff3", "zdiff3")


class MergedFile(Record):
    """What git made of the versions, and how many conflicts it marked there."""

    source: bytes
    conflicts: int


def merge_file(
    base: bytes,
    ours: bytes,
    theirs: bytes,
    labels: tuple[str, str],
    marker_size: int,
    style: str = "merge",
) -> MergedFile | None:
    """The versions merged by git; None where it cannot, as with what it takes for binary."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="trueplan-merge-") as folder:
        for name, source in (("ours", ours), ("base", base), ("theirs", theirs)):
            with open(f"{folder}/{name}", "wb") as stream:
                stream.write(source)
        words = ["merge-file", "--stdout", "--quiet", f"--marker-size={marker_size}"]
        words += [f"--{style}"] if style != _STYLES[0] else []
        for label in (labels[0], "base", labels[1]):
            words += ["-L", label]
        answer = ask_git(folder, [*words, "ours", "base", "theirs"])
    return MergedFile(answer.out, answer.code) if answer.code <= _MOST else None


def conflict_style(root: str) -> str:
    """How git would write a conflict in a folder: "merge", "diff3" or "zdiff3"."""
    try:
        said = run_git(root, ["config", "--get", "merge.conflictStyle"], allowed=(0, 1))
    except GitError:
        return _STYLES[0]
    style = said.decode("utf-8", "replace").strip()
    return style if style in _STYLES else _STYLES[0]

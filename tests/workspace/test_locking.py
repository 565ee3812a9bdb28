"""One writer at a time, across processes, and nothing to clean up after one that died."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import Make
from trueplan.errors import Conflict, TrueplanError
from trueplan.workspace.locking import Locks
from trueplan.workspace.writing import FileChange, replace_file, write_files

_HOLDER = """
import sys
from trueplan.workspace.locking import Locks
with Locks() as locks:
    locks.hold([(path, path) for path in sys.argv[1:]])
    print("held", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def _held_elsewhere(*paths: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another process holds the files until it is told, or killed."""
    words = [sys.executable, "-c", _HOLDER, *map(str, paths)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        try:
            yield holder
        finally:
            holder.kill()


def test_a_held_file_is_waited_for_and_then_given_up(make_repository: Make) -> None:
    """The message says how long; the file and its folder are as before."""
    root = make_repository({"docs/a.md": "old"})
    with _held_elsewhere(root / "docs/a.md"), pytest.raises(TrueplanError) as raised:
        write_files(root, [FileChange("docs/a.md", b"old", b"new")], patience=0.02)
    assert raised.value.message == "docs/a.md is held by another process, for more than 0.02 s"
    assert raised.value.help == "nothing was written; try again when that process is done"
    assert raised.value.exit_code == 2
    assert [path.name for path in (root / "docs").iterdir()] == ["a.md"]
    assert (root / "docs/a.md").read_bytes() == b"old"


def test_a_held_folder_keeps_new_files_out(make_repository: Make) -> None:
    """Of two that make files in one folder the second waits."""
    root = make_repository({"docs/a.md": "old"})
    with _held_elsewhere(root / "docs"):
        with pytest.raises(TrueplanError, match="docs is held by another process"):
            write_files(root, [FileChange("docs/b.md", None, b"b")], patience=0.02)
        replace_file(root, "docs/a.md", b"old", b"new")  # does not ask for the folder


def test_a_process_that_waits_goes_on_when_it_may(make_repository: Make) -> None:
    """As soon as the other lets go."""
    root = make_repository({"a.md": "old"})
    with _held_elsewhere(root / "a.md") as holder:
        waiting = threading.Thread(
            target=write_files, args=(root, [FileChange("a.md", b"old", b"new")])
        )
        waiting.start()
        assert (root / "a.md").read_bytes() == b"old"
        holder.communicate(b"go\n")
        waiting.join()
    assert (root / "a.md").read_bytes() == b"new"


def test_a_killed_process_holds_nothing(make_repository: Make) -> None:
    """There is no lock file; the system lets go of what a dead process held."""
    root = make_repository({"a.md": "old"})
    with _held_elsewhere(root / "a.md", root) as holder:
        holder.kill()
        holder.wait()
        write_files(
            root, [FileChange("a.md", b"old", b"new"), FileChange("b.md", None, b"b")], patience=0
        )
    assert sorted(path.name for path in root.iterdir()) == [".git", "a.md", "b.md"]


def test_the_file_that_is_held_is_the_one_with_the_name(make_repository: Make) -> None:
    """Whoever waited for a file that was replaced meanwhile holds the one in its place."""
    root = make_repository({"a.md": "old"})
    old = os.open(root / "a.md", os.O_RDONLY)
    fcntl.flock(old, fcntl.LOCK_EX)
    with Locks() as locks:
        waiting = threading.Thread(target=locks.hold, args=([(str(root / "a.md"), "a.md")],))
        waiting.start()
        (root / "fresh.md").write_bytes(b"new")
        (root / "fresh.md").replace(root / "a.md")
        os.close(old)
        waiting.join()
        with (root / "a.md").open("rb") as current, pytest.raises(BlockingIOError):
            fcntl.flock(current, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_a_file_that_goes_while_it_is_waited_for(make_repository: Make) -> None:
    root = make_repository({"a.md": "old"})
    old = os.open(root / "a.md", os.O_RDONLY)
    fcntl.flock(old, fcntl.LOCK_EX)
    raised: list[Exception] = []

    def wait() -> None:
        try:
            replace_file(root, "a.md", b"old", b"new")
        except Conflict as error:
            raised.append(error)

    waiting = threading.Thread(target=wait)
    waiting.start()
    (root / "a.md").unlink()
    os.close(old)
    waiting.join()
    assert [str(error) for error in raised] == ["a.md is gone"]


def test_two_that_want_the_same_files_do_not_wait_for_each_other(make_repository: Make) -> None:
    """Files are held in one order, however they are given."""
    root = make_repository({"a.md": "0", "b.md": "0"})
    rounds = 50

    def write(names: tuple[str, ...]) -> None:
        done = 0
        while done < rounds:
            seen = {name: (root / name).read_bytes() for name in names}
            fresh = [FileChange(name, seen[name], b"%d" % (int(seen[name]) + 1)) for name in names]
            try:
                write_files(root, fresh)
            except Conflict:
                continue
            done += 1

    others = [threading.Thread(target=write, args=(names,)) for names in (("a.md", "b.md"),) * 2]
    for one in others:
        one.start()
    write(("b.md", "a.md"))
    for one in others:
        one.join()
    assert (root / "a.md").read_bytes() == (root / "b.md").read_bytes() == b"%d" % (3 * rounds)


def test_locks_are_let_go_after_a_failure(make_repository: Make) -> None:
    root = make_repository({"a.md": "old"})
    open_files = len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").is_dir() else 0
    for _ in range(3):
        with pytest.raises(Conflict):
            write_files(root, [FileChange("a.md", b"old", b"new"), FileChange("b.md", b"b", b"B")])
    replace_file(root, "a.md", b"old", b"new")
    if open_files:
        assert len(list(Path("/proc/self/fd").iterdir())) == open_files

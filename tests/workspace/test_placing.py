"""What goes wrong when new bytes take their place is undone, and what was left is cleared."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Make
from tests.workspace.ordinary import files_in, folders_in, ordinary_folder, ordinary_user
from trueplan.errors import TrueplanError
from trueplan.workspace.writing import FileChange, write_files

NEW = FileChange("new.md", None, b"n")


def test_a_removal_that_fails_undoes_what_was_renamed() -> None:
    """The system says no to the last step only; what stood there before is back, with its mode."""
    with ordinary_folder() as root, ordinary_user():
        for name in ("a.md", "gone.md", "kept/b.md"):
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_bytes(name.encode())
        (root / "a.md").chmod(0o640)
        (root / "gone.md").chmod(0o600)
        (root / "kept").chmod(0o555)
        before = files_in(root)
        with pytest.raises(TrueplanError) as raised:
            write_files(
                root,
                [
                    FileChange("a.md", b"a.md", b"A"),
                    FileChange("fresh/new.md", None, b"n"),
                    FileChange("gone.md", b"gone.md", None),
                    FileChange("kept/b.md", b"kept/b.md", None),
                ],
            )
        assert raised.value.message.startswith("kept/b.md cannot be written: Permission denied")
        assert raised.value.help == "what was written before it is undone"
        assert files_in(root) == before
        assert folders_in(root) == ["kept"]
        assert (root / "a.md").stat().st_mode & 0o777 == 0o640
        assert (root / "gone.md").stat().st_mode & 0o777 == 0o600
        (root / "kept").chmod(0o755)


@pytest.fixture
def mounted(make_repository: Make) -> Iterator[Path]:
    """A repository with a file that no other can be renamed over, for it is a mount of its own."""
    root = make_repository({"a.md": "a", "m.md": "m", "z.md": "z"})
    words = ["mount", "--bind", str(root / "m.md"), str(root / "m.md")]
    if os.geteuid() or subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    yield root
    subprocess.run(["umount", str(root / "m.md")], check=True)


def test_a_rename_that_fails_undoes_those_before_it(mounted: Path) -> None:
    with pytest.raises(TrueplanError, match=r"^m\.md cannot be written: .*busy$") as raised:
        write_files(
            mounted,
            [
                NEW,
                FileChange("a.md", b"a", b"A"),
                FileChange("m.md", b"m", b"M"),
                FileChange("z.md", b"z", None),
            ],
        )
    assert raised.value.help == "what was written before it is undone"
    assert files_in(mounted) == {"a.md": b"a", "m.md": b"m", "z.md": b"z"}


def test_an_interrupt_undoes_what_was_renamed(
    make_repository: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C between two renames leaves neither."""
    root = make_repository({"a.md": "a", "b.md": "b"})
    replace = os.replace

    def interrupt(source: str, target: str) -> None:
        if target.endswith("b.md"):
            raise KeyboardInterrupt
        replace(source, target)

    monkeypatch.setattr("os.replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_files(root, [FileChange("a.md", b"a", b"A"), FileChange("b.md", b"b", b"B")])
    assert files_in(root) == {"a.md": b"a", "b.md": b"b"}


def test_a_failed_write_leaves_the_old_file(
    make_repository: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fails at the last moment costs nothing but the change."""
    root = make_repository({"a.md": b"old"})

    def fail(handle: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(TrueplanError, match=r"^a\.md cannot be written: Input/output error$"):
        write_files(root, [FileChange("a.md", b"old", b"new"), NEW])
    assert files_in(root) == {"a.md": b"old"}


def test_what_a_killed_process_left_is_cleared(make_repository: Make) -> None:
    root = make_repository({"a.md": "old", ".a.md.trueplan-new": "ha", ".new.md.trueplan-new": ""})
    write_files(root, [FileChange("a.md", b"old", b"new"), NEW])
    assert files_in(root) == {"a.md": b"new", "new.md": b"n"}


def test_names_as_long_as_the_system_takes(make_repository: Make) -> None:
    """What stands beside a file needs a name of its own."""
    names = ["計" * 84 + ".md", "計" * 83 + "x.md", "x" * 255]
    root = make_repository(dict.fromkeys(names, "old"))
    write_files(root, [FileChange(name, b"old", b"new") for name in names])
    assert files_in(root) == dict.fromkeys(sorted(names), b"new")

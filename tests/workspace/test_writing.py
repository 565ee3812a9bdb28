"""Files are written whole, and only over what was seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from trueplan.errors import Conflict, TrueplanError
from trueplan.workspace.writing import replace_file

Make = Callable[[Mapping[str, str | bytes]], Path]


def _names(root: Path) -> list[str]:
    return sorted(path.name for path in root.iterdir() if path.name != ".git")


def test_bytes_are_replaced(make_repository: Make) -> None:
    """The fresh bytes stand there, and nothing else is left in the folder."""
    root = make_repository({"a.md": b"old\r\n"})
    replace_file(root, "a.md", b"old\r\n", b"new\r\n")
    assert (root / "a.md").read_bytes() == b"new\r\n"
    assert _names(root) == ["a.md"]


def test_a_file_that_changed_is_a_conflict(make_repository: Make) -> None:
    """What somebody else wrote in the meantime stays."""
    root = make_repository({"a.md": b"theirs"})
    with pytest.raises(Conflict, match=r"a\.md changed"):
        replace_file(root, "a.md", b"seen", b"ours")
    assert (root / "a.md").read_bytes() == b"theirs"
    assert _names(root) == ["a.md"]


def test_a_file_that_is_gone_is_a_conflict(make_repository: Make) -> None:
    """It is not made anew."""
    root = make_repository({})
    with pytest.raises(Conflict, match=r"a\.md"):
        replace_file(root, "a.md", b"seen", b"ours")
    assert _names(root) == []


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664])
def test_the_mode_stays(make_repository: Make, mode: int) -> None:
    """Who may read the file, and run it, does not change."""
    root = make_repository({"a.md": b"old"})
    (root / "a.md").chmod(mode)
    replace_file(root, "a.md", b"old", b"new")
    assert (root / "a.md").stat().st_mode & 0o7777 == mode


def test_a_link_is_followed(make_repository: Make) -> None:
    """The link stays a link, the file behind it is written."""
    root = make_repository({"docs/a.md": b"old"})
    (root / "link.md").symlink_to("docs/a.md")
    replace_file(root, "link.md", b"old", b"new")
    assert (root / "link.md").is_symlink()
    assert (root / "docs/a.md").read_bytes() == b"new"


def test_a_link_that_leads_out_is_not_written(
    make_repository: Make, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Nothing outside of the repository is touched."""
    outside = tmp_path_factory.mktemp("outside") / "far.md"
    outside.write_bytes(b"old")
    root = make_repository({})
    (root / "out.md").symlink_to(outside)
    for path in ("out.md", "../" + outside.parent.name + "/far.md"):
        with pytest.raises(Conflict, match="leads out of the repository"):
            replace_file(root, path, b"old", b"new")
    assert outside.read_bytes() == b"old"


def test_a_failed_write_leaves_the_old_file(
    make_repository: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk costs nothing but the change, and no half file stays behind."""
    root = make_repository({"a.md": b"old"})

    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(TrueplanError, match=r"a\.md cannot be written: No space left"):
        replace_file(root, "a.md", b"old", b"new")
    assert (root / "a.md").read_bytes() == b"old"
    assert _names(root) == ["a.md"]


def test_a_read_only_file_stays(make_repository: Make) -> None:
    """A rename would write over it without asking."""
    root = make_repository({"a.md": b"old"})
    (root / "a.md").chmod(0o444)
    with pytest.raises(TrueplanError, match=r"a\.md is read-only"):
        replace_file(root, "a.md", b"old", b"new")
    assert (root / "a.md").read_bytes() == b"old"
    assert _names(root) == ["a.md"]

"""Files are read whole or not at all, and never from outside."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from trueplan.workspace.disk import DiskFiles, Unreadable, read_file

Make = Callable[[Mapping[str, str | bytes]], Path]
LARGEST = 1_000


def _refused(root: Path, path: str) -> tuple[str, str]:
    answer = read_file(root, path, LARGEST)
    assert isinstance(answer, Unreadable)
    assert answer.help
    return answer.kind, answer.message


def test_a_file_is_read_as_it_is(make_repository: Make) -> None:
    """Bytes come as they are on disk, up to the limit and with it."""
    root = make_repository({"a.md": b"\xef\xbb\xbf\xff\r\n", "b.md": b"x" * LARGEST})
    assert read_file(root, "a.md", LARGEST) == b"\xef\xbb\xbf\xff\r\n"
    assert read_file(root, "b.md", LARGEST) == b"x" * LARGEST


def test_a_file_that_is_too_large(make_repository: Make) -> None:
    """Its size and the limit are told; it is not read."""
    root = make_repository({"a.md": b"x" * 2_500_000})
    answer = read_file(root, "a.md", 1_000_000)
    assert isinstance(answer, Unreadable)
    assert (answer.kind, answer.message) == (
        "too-large",
        "the file has 2.5 MB, more than the 1 MB that are read",
    )


def test_a_file_that_is_gone(make_repository: Make) -> None:
    """It may have vanished since it was found, or its link is broken."""
    root = make_repository({})
    (root / "broken.md").symlink_to("nothing.md")
    assert _refused(root, "a.md") == ("unreadable", "the file is gone")
    assert _refused(root, "broken.md") == ("unreadable", "the file is gone")


def test_a_file_without_permission(make_repository: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told so. Feigned, for root may read all."""
    root = make_repository({"a.md": "x"})

    def refuse(path: str, flags: int) -> int:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("os.open", refuse)
    answer = read_file(root, "a.md", LARGEST)
    monkeypatch.undo()
    assert answer == Unreadable("unreadable", "no permission to read the file", "change its mode")


def test_a_folder_is_no_file(make_repository: Make) -> None:
    """A folder with the name of a plan is told from one."""
    root = make_repository({"a.md/b.md": "x"})
    assert _refused(root, "a.md") == ("unreadable", "this is a folder")


def test_a_pipe_is_not_waited_for(make_repository: Make) -> None:
    """What is neither file nor folder is not opened."""
    root = make_repository({})
    os.mkfifo(root / "pipe.md")
    assert _refused(root, "pipe.md") == ("unreadable", "this is not a file")


def test_a_link_inside_is_followed(make_repository: Make) -> None:
    """A link to a file of the repository is that file."""
    root = make_repository({"docs/a.md": "x"})
    (root / "b.md").symlink_to("docs/a.md")
    assert read_file(root, "b.md", LARGEST) == b"x"


def test_a_link_that_leads_out_is_not_followed(
    make_repository: Make, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Neither a link itself nor a folder on the way may lead out of the repository."""
    outside = tmp_path_factory.mktemp("outside")
    (outside / "far.md").write_text("secret")
    root = make_repository({})
    (root / "out.md").symlink_to(outside / "far.md")
    (root / "folder").symlink_to(outside)
    expected = ("unreadable", "the file is a link that leads out of the repository")
    assert _refused(root, "out.md") == expected
    assert _refused(root, "folder/far.md") == expected


def test_a_link_to_itself(make_repository: Make) -> None:
    """A circle of links is told, and not followed for ever."""
    root = make_repository({})
    (root / "a.md").symlink_to("b.md")
    (root / "b.md").symlink_to("a.md")
    kind, message = _refused(root, "a.md")
    assert (kind, message.split(":")[0]) == ("unreadable", "the file cannot be read")


def test_questions_to_the_disk(make_repository: Make) -> None:
    """What is there, and which anchors a Markdown file has."""
    root = make_repository({"docs/a.md": "# One\n\n## Two\n\n<a id='three'></a>\n", "b.py": ""})
    files = DiskFiles(root, LARGEST)
    assert [files.exists(path) for path in ("docs", "docs/a.md", "docs/b.md")] == [
        True,
        True,
        False,
    ]
    assert files.anchors("docs/a.md") == frozenset(("one", "two", "three"))
    assert (files.anchors("b.py"), files.anchors("gone.md")) == (None, None)


def test_the_spelling_of_the_disk(make_repository: Make) -> None:
    """A path that differs in case alone is found, one that is right is not corrected."""
    files = DiskFiles(make_repository({"Docs/Plan.md": ""}), LARGEST)
    assert files.spelled("docs/plan.md") == "Docs/Plan.md"
    assert (files.spelled("Docs/Plan.md"), files.spelled("docs/other.md")) == (None, None)

"""Files are written whole, all or none of them, and only over what was seen."""

from __future__ import annotations

import os

import pytest

from tests.conftest import Make
from tests.workspace.ordinary import (
    NOBODY,
    files_in,
    folders_in,
    ordinary_folder,
    ordinary_user,
)
from trueplan.errors import Conflict, TrueplanError
from trueplan.workspace.writing import FileChange, replace_file, write_files

NEW = FileChange("new.md", None, b"n")


def test_bytes_are_replaced(make_repository: Make) -> None:
    """The fresh bytes stand there, and nothing else is left in the folder."""
    root = make_repository({"a.md": b"old\r\n"})
    replace_file(root, "a.md", b"old\r\n", b"new\r\n")
    assert files_in(root) == {"a.md": b"new\r\n"}


def test_several_files_are_written_made_and_removed(make_repository: Make) -> None:
    """In one change, in folders that are made for it."""
    root = make_repository({"a.md": "a", "docs/b.md": "b", "docs/c.md": "c"})
    write_files(
        root,
        [
            FileChange("docs/c.md", b"c", None),
            FileChange("a.md", b"a", b"A"),
            FileChange("docs/b.md", b"b", b""),
            FileChange("docs/done/old/c.md", None, b"C"),
        ],
    )
    assert files_in(root) == {"a.md": b"A", "docs/b.md": b"", "docs/done/old/c.md": b"C"}


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (FileChange("b.md", b"seen", b"B"), r"^b\.md changed while it was read$"),
        (FileChange("gone.md", b"seen", b"B"), r"^gone\.md is gone$"),
        (FileChange("gone.md", b"seen", None), r"^gone\.md is gone$"),
        (FileChange("b.md", b"seen", None), r"^b\.md changed while it was read$"),
        (FileChange("b.md", None, b"B"), r"^b\.md is there already$"),
        (FileChange("folder", None, b"B"), r"^folder is there already$"),
        (FileChange("dangling.md", None, b"B"), r"^dangling\.md is there already$"),
        (FileChange("dangling.md", b"b", b"B"), r"^dangling\.md is gone$"),
        (FileChange("out.md", b"b", b"B"), r"^out\.md leads out of the repository$"),
        (FileChange("../b.md", None, b"B"), r"^\.\./b\.md leads out of the repository$"),
        (FileChange("up/b.md", None, b"B"), r"^up/b\.md leads out of the repository$"),
        (FileChange("same.md", b"a", b"B"), r"^two changes lead to one file$"),
    ],
)
def test_a_conflict_stops_all_of_it(make_repository: Make, wrong: FileChange, message: str) -> None:
    """Whether it is the first or the last: nothing is written, made, or left behind."""
    root = make_repository({"a.md": "a", "b.md": "theirs", "folder/x.md": "x"})
    (root / "dangling.md").symlink_to("nowhere.md")
    (root / "same.md").symlink_to("a.md")
    (root / "out.md").symlink_to("/etc/hosts")
    (root / "up").symlink_to("..")
    before = files_in(root)
    others = [FileChange("a.md", b"a", b"A"), FileChange("fresh/deep/n.md", None, b"n")]
    for changes in ([wrong, *others], [*others, wrong]):
        with pytest.raises(Conflict, match=message) as raised:
            write_files(root, changes)
        assert raised.value.help is not None
        assert raised.value.help.startswith("nothing was written")
        assert files_in(root) == before
        assert folders_in(root) == ["folder", "up"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664, 0o4755])
def test_the_mode_stays(make_repository: Make, mode: int) -> None:
    """Who may read the file, and run it, does not change."""
    root = make_repository({"a.md": b"old"})
    (root / "a.md").chmod(mode)
    replace_file(root, "a.md", b"old", b"new")
    assert (root / "a.md").stat().st_mode & 0o7777 == mode


def test_a_new_file_has_the_usual_mode(make_repository: Make) -> None:
    root = make_repository({"a.md": b"old"})
    write_files(root, [NEW])
    assert (root / "new.md").stat().st_mode == (root / "a.md").stat().st_mode
    assert (root / "new.md").stat().st_nlink == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_the_owner_stays(make_repository: Make) -> None:
    """Root writes a file of somebody else, and it stays theirs."""
    root = make_repository({"a.md": b"old"})
    os.chown(root / "a.md", 1234, 4321)
    replace_file(root, "a.md", b"old", b"new")
    about = (root / "a.md").stat()
    assert (about.st_uid, about.st_gid) == (1234, 4321)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_a_file_of_somebody_else_is_not_taken_over() -> None:
    """In a folder of one's own it could be replaced, and would have another owner then."""
    with ordinary_folder() as root:
        (root / "a.md").write_bytes(b"old")
        (root / "a.md").chmod(0o666)
        with ordinary_user(), pytest.raises(TrueplanError, match=r"a\.md belongs to another user"):
            replace_file(root, "a.md", b"old", b"new")
        assert files_in(root) == {"a.md": b"old"}


def test_a_link_is_followed(make_repository: Make) -> None:
    """The link stays a link, the file behind it is written; links to folders as well."""
    root = make_repository({"docs/a.md": b"old"})
    (root / "link.md").symlink_to("docs/a.md")
    (root / "papers").symlink_to("docs")
    replace_file(root, "link.md", b"old", b"new")
    write_files(root, [FileChange("papers/b.md", None, b"b")])
    assert files_in(root) == {
        "docs/a.md": b"new",
        "docs/b.md": b"b",
        "link.md": b"docs/a.md",
        "papers": b"docs",
    }


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


def test_a_read_only_file_stays(make_repository: Make) -> None:
    """A rename would write over it without asking."""
    root = make_repository({"a.md": b"old", "b.md": b"b"})
    (root / "a.md").chmod(0o444)
    for after in (b"new", None):
        with pytest.raises(TrueplanError, match=r"^a\.md is read-only$") as raised:
            write_files(root, [FileChange("b.md", b"b", b"B"), FileChange("a.md", b"old", after)])
        assert raised.value.help == "nothing was written; change its mode"
    assert files_in(root) == {"a.md": b"old", "b.md": b"b"}


def test_a_read_only_folder_is_said() -> None:
    """The file may be written, but what is new beside it may not."""
    with ordinary_folder() as root, ordinary_user():
        (root / "docs").mkdir()
        (root / "docs/a.md").write_bytes(b"old")
        (root / "docs").chmod(0o555)
        for change in (
            FileChange("docs/a.md", b"old", b"new"),
            FileChange("docs/a.md", b"old", None),
            FileChange("docs/n.md", None, b"n"),
            FileChange("docs/deep/n.md", None, b"n"),
        ):
            with pytest.raises(TrueplanError) as raised:
                write_files(root, [NEW, change])
            assert raised.value.message == (
                f"{change.path} cannot be written: Permission denied; the folder may be read-only"
            )
            assert files_in(root) == {"docs/a.md": b"old"}
        (root / "docs").chmod(0o755)


def test_a_file_that_may_not_be_read() -> None:
    with ordinary_folder() as root, ordinary_user():
        (root / "a.md").write_bytes(b"old")
        (root / "a.md").chmod(0o200)
        with pytest.raises(TrueplanError, match=r"^a\.md cannot be opened: Permission denied$"):
            replace_file(root, "a.md", b"old", b"new")


@pytest.mark.parametrize("odd", ["folder", "pipe"])
def test_what_is_no_file_is_not_waited_for(make_repository: Make, odd: str) -> None:
    root = make_repository({"folder/a.md": "a"})
    os.mkfifo(root / "pipe")
    with pytest.raises(TrueplanError, match=f"^{odd} is not a file$"):
        write_files(root, [FileChange(odd, b"", b"new")])


def test_a_file_in_the_place_of_a_folder(make_repository: Make) -> None:
    root = make_repository({"docs": "a file"})
    with pytest.raises(TrueplanError, match=r"^docs/plans/a\.md cannot be written: "):
        write_files(root, [NEW, FileChange("docs/plans/a.md", None, b"a")])
    assert files_in(root) == {"docs": b"a file"}


def test_nobody_owns_the_tests() -> None:
    """The ordinary user of these tests is one for whom modes count."""
    with ordinary_user():
        assert os.geteuid() in (NOBODY, os.getuid())
        assert os.geteuid() != 0
    assert os.geteuid() == os.getuid()

"""The log of a repository, of real ones, however people made them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.git.committing import Committing
from trueplan.errors import GitError
from trueplan.git.log import FileChange, LoggedCommit, find_commits, read_log

Changed = tuple[str, str | None, str]
LONG = "".join(f"line {number}\n" for number in range(40))


@pytest.fixture
def work(tmp_path: Path) -> Committing:
    return Committing(tmp_path / "r")


def log(work: Committing) -> list[LoggedCommit]:
    return read_log(work.root, work.head)


def changes(commit: LoggedCommit) -> list[Changed]:
    """Path, path before, and what happened to it."""
    return [(one.path, one.before, _happened(one)) for one in commit.changes]


def _happened(one: FileChange) -> str:
    if one.old is None:
        return "none" if one.new is None else "came"
    return "gone" if one.new is None else "changed"


def test_a_commit_with_all_that_is_told_of_it(work: Committing) -> None:
    first = work.commit({"a.md": "a\n"}, "First")
    second = work.commit({"a.md": "b\n"}, "Second", "2026-01-02")
    old, new = work.git("rev-parse", "HEAD~1:a.md", "HEAD:a.md").split("\n")
    assert log(work) == [
        LoggedCommit(
            second,
            (first,),
            "2026-01-02T12:00:00+00:00",
            "Wren",
            "Second",
            (FileChange("a.md", old, new),),
        ),
        LoggedCommit(
            first,
            (),
            "2026-01-01T12:00:00+00:00",
            "Wren",
            "First",
            (FileChange("a.md", None, old),),
        ),
    ]


def test_only_what_is_new(work: Committing) -> None:
    first = work.commit({"a.md": "a\n"})
    second = work.commit({"a.md": "b\n"})
    third = work.commit({"a.md": "c\n"})
    assert [one.commit for one in read_log(work.root, third, [first])] == [third, second]
    assert read_log(work.root, third, [third]) == []
    assert read_log(work.root, first, [third]) == []


def test_a_merge_tells_what_it_brought_in(work: Committing) -> None:
    base = work.commit({"a.md": "a\n"})
    work.switch("side", base)
    side = work.commit({"b.md": "b\n"})
    work.switch("main")
    main = work.commit({"c.md": "c\n"})
    merge = work.merge("side")
    newest = log(work)[0]
    assert (newest.commit, newest.parents) == (merge, (main, side))
    assert changes(newest) == [("b.md", None, "came")]


def test_a_merge_of_several_branches(work: Committing) -> None:
    base = work.commit({"a.md": "a\n"})
    for name in ("x", "y", "z"):
        work.switch(name, base)
        work.commit({f"{name}.md": name})
    work.switch("main")
    work.commit({"b.md": "b\n"})
    work.git("merge", "--quiet", "-m", "octopus", "x", "y", "z")
    newest = log(work)[0]
    assert len(newest.parents) == 4
    assert changes(newest) == [(f"{name}.md", None, "came") for name in "xyz"]


def test_a_merge_that_keeps_our_side_brings_nothing(work: Committing) -> None:
    base = work.commit({"a.md": "a\n"})
    work.switch("side", base)
    work.commit({"a.md": "b\n"})
    work.switch("main")
    work.git("merge", "--quiet", "-s", "ours", "-m", "ours", "side")
    assert changes(log(work)[0]) == []


def test_a_move_in_a_merge(work: Committing) -> None:
    base = work.commit({"a.md": LONG})
    work.switch("side", base)
    work.commit({"a.md": None, "b.md": LONG})
    work.switch("main")
    work.commit({"c.md": "c\n"})
    work.merge("side")
    assert changes(log(work)[0]) == [("b.md", "a.md", "changed")]


def test_moves_are_found_for_documents_alone(work: Committing) -> None:
    """Also with a change, and whatever case the ending has."""
    work.commit({"old.md": LONG, "old.txt": LONG, "X.MD": LONG.upper()})
    work.commit(
        {
            "old.md": None,
            "docs/new.md": f"{LONG}more\n",
            "old.txt": None,
            "new.txt": LONG,
        }
    )
    assert sorted(changes(log(work)[0])) == [
        ("docs/new.md", "old.md", "changed"),
        ("new.txt", None, "came"),
        ("old.txt", None, "gone"),
    ]
    work.commit({"X.MD": None, "Y.MD": LONG.upper()})
    assert changes(log(work)[0]) == [("Y.MD", "X.MD", "changed")]


def test_several_moves_in_several_commits(work: Committing) -> None:
    work.commit({"a.md": LONG, "b.md": LONG.upper()})
    work.commit({"a.md": None, "b.md": None, "x/a.md": LONG, "x/b.md": LONG.upper()})
    work.commit({"x/a.md": None, "y.md": LONG})
    assert [changes(one) for one in log(work)] == [
        [("y.md", "x/a.md", "changed")],
        [("x/a.md", "a.md", "changed"), ("x/b.md", "b.md", "changed")],
        [("a.md", None, "came"), ("b.md", None, "came")],
    ]


def test_what_is_no_file_is_none(work: Committing) -> None:
    """A plan that becomes a link or a submodule is gone, and comes back from there."""
    first = work.commit({"a.md": "a\n", "b.md": "b\n"})
    (work.root / "a.md").unlink()
    (work.root / "a.md").symlink_to("b.md")
    work.commit({})
    work.git("update-index", "--cacheinfo", f"160000,{first},b.md")
    work.git("commit", "--quiet", "-m", "submodule")
    (work.root / "a.md").unlink()
    work.git("checkout", "--quiet", "HEAD", "--", ".")
    (work.root / "a.md").unlink()
    (work.root / "a.md").write_text("a\n")
    work.git("add", "a.md")
    work.git("commit", "--quiet", "-m", "back")
    assert [changes(one) for one in log(work)][:3] == [
        [("a.md", None, "came")],
        [("b.md", None, "gone")],
        [("a.md", None, "gone")],
    ]


def test_a_change_of_mode_is_a_change_of_nothing(work: Committing) -> None:
    work.commit({"a.md": "a\n"})
    (work.root / "a.md").chmod(0o755)
    work.commit({})
    (one,) = log(work)[0].changes
    assert one.old == one.new


@pytest.mark.parametrize(
    "name",
    ["a\nb.md", 'a"b.md', "a\tb.md", ":100644.md", "\x01x.md", " a .md", "ü\u2028.md", "-a.md"],
    ids=repr,
)
def test_paths_that_are_a_nuisance(work: Committing, name: str) -> None:
    work.commit({name: LONG})
    moved = f"docs/{name}"
    work.commit({name: None, moved: LONG})
    assert [changes(one) for one in log(work)] == [
        [(moved, name, "changed")],
        [(name, None, "came")],
    ]


def test_a_path_that_is_not_utf8(work: Committing) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    (work.root / name).write_text("a\n")
    work.commit({})
    assert changes(log(work)[0]) == [(name, None, "came")]


@pytest.mark.parametrize(
    ("subject", "read"),
    [
        ("\x01abc \x1b[31m :100644 100644", "\x01abc \x1b[31m :100644 100644"),
        ("", ""),
        ("one\ntwo\n\nbody", "one two"),
        ("\n\n:0 first", ":0 first"),
    ],
)
def test_subjects_that_are_a_nuisance(work: Committing, subject: str, read: str) -> None:
    work.commit({"a.md": "a\n"})
    tree, parent = work.git("rev-parse", "HEAD^{tree}"), work.head
    made = work.git("commit-tree", tree, "-p", parent, feed=subject.encode())
    (one,) = read_log(work.root, made, [parent])
    assert (one.subject, one.changes) == (read, ())


def test_words_that_are_not_utf8(work: Committing) -> None:
    """They are shown as far as they can be, and can be kept."""
    tree = work.git("write-tree")
    made = work.git(
        *("hash-object", "-w", "-t", "commit", "--stdin"),
        feed=f"tree {tree}\nauthor ".encode()
        + b"\xff\xed\xa0\x80 <a@b> 1767225600 +0000\ncommitter W <a@b> 1767225600 +0000\n\n\xff\n",
    )
    (one,) = read_log(work.root, made)
    assert (one.author, one.subject) == ("\ufffd\ufffd\ufffd\ufffd", "\ufffd")


@pytest.mark.parametrize("when", ["nonsense", "99999999999999 +0000", "400000000000 +0000"])
def test_times_that_no_calendar_has(work: Committing, when: str) -> None:
    """A commit that is broken so is of the beginning of 1970, as git shows it."""
    tree = work.git("write-tree")
    made = work.git(
        *("hash-object", "-w", "-t", "commit", "--literally", "--stdin"),
        feed=f"tree {tree}\nauthor W <a@b> {when}\ncommitter W <a@b> {when}\n\nx\n".encode(),
    )
    (one,) = read_log(work.root, made)
    assert one.at == "1970-01-01T00:00:00+00:00"


def test_settings_of_people_do_not_matter(work: Committing) -> None:
    """Nor where it is asked from."""
    work.commit({"a.md": LONG, "x/b.md": "b\n", "ü.md": "u\n"})
    work.commit({"a.md": None, "x/a.md": LONG})
    base = work.head
    work.switch("side", base)
    work.commit({"x/a.md": f"{LONG}side\n"})
    work.switch("main")
    work.merge("side")
    before = log(work)
    for name, value in {
        "log.showSignature": "true",
        "log.showRoot": "false",
        "log.follow": "true",
        "log.decorate": "full",
        "log.diffMerges": "off",
        "log.abbrevCommit": "true",
        "log.date": "relative",
        "color.ui": "always",
        "core.quotePath": "true",
        "diff.renames": "copies",
        "diff.renameLimit": "1",
        "diff.relative": "true",
        "diff.noprefix": "true",
        "i18n.logOutputEncoding": "latin1",
        "format.pretty": "oneline",
    }.items():
        work.git("config", name, value)
    assert log(work) == before
    assert read_log(work.root / "x", work.head) == before


def test_which_commits_are_still_there(work: Committing) -> None:
    first = work.commit({"a.md": "a\n"})
    blob = work.git("rev-parse", "HEAD:a.md")
    assert find_commits(work.root, ["0" * 40, first, blob]) == [first]
    assert find_commits(work.root, []) == []


def test_what_git_refuses(work: Committing, tmp_path: Path) -> None:
    with pytest.raises(GitError):
        read_log(work.root, "0" * 40)
    with pytest.raises(GitError):
        read_log(tmp_path, "0" * 40)

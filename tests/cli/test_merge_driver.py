"""`trueplan merge-driver`, called by hand and by git itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.changes import FILES, INDEX, INDEX_PATH, PLAN, PLAN_PATH
from tests.cli.conftest import RunCli
from tests.conftest import Make, put_in_git
from trueplan.app.initialise import SETTINGS

_DRIVER = f'"{sys.executable}" -m trueplan merge-driver %O %A %B --path %P --marker-size %L'

_LEFT = "left to git's own merge, for it is not text in UTF-8"


@pytest.fixture
def quay(make_repository: Make) -> Path:
    """A repository whose plans are merged by the driver."""
    root = make_repository({**FILES, ".gitattributes": "*.md merge=trueplan\n"})
    put_in_git(root)
    git(root, "config", "merge.trueplan.driver", _DRIVER)
    git(root, "config", "merge.trueplan.name", "plans")
    return root


def git(root: Path, *words: str, code: int = 0) -> str:
    done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def branch_and_merge(root: Path, ours: dict[str, str], theirs: dict[str, str]) -> tuple[int, str]:
    """Commit `theirs` on a branch and `ours` on main, and merge the one into the other."""
    git(root, "switch", "-q", "-c", "crane")
    for branch, files in (("crane", theirs), ("main", ours)):
        git(root, "switch", "-q", branch)
        for path, text in files.items():
            (root / path).write_text(text)
        git(root, "commit", "-q", "-a", "-m", branch)
    done = subprocess.run(
        ["git", "merge", "--no-edit", "crane"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def write(folder: Path, **texts: str) -> list[str]:
    for name, text in texts.items():
        (folder / name).write_text(text)
    return list(texts)


def test_two_branches_that_git_alone_cannot_merge(quay: Path) -> None:
    row = "| [Crane](2026-03-01-crane.md) | Planned | 2026-03-01 | - | 2 | Ada |\n"
    other = "| [Light](2026-03-02-light.md) | Planned | 2026-03-02 | - | 1 | Wren |\n"
    note = "says.\n- **2026-02-21**: "
    ours = PLAN.replace("[ ] Cut", "[x] Cut").replace("says.\n", f"{note}Clay below.\n")
    theirs = PLAN.replace("[ ] Lay", "[x] Lay").replace("says.\n", f"{note}Rock below.\n")
    code, said = branch_and_merge(
        quay,
        {PLAN_PATH: ours, INDEX_PATH: INDEX + row},
        {PLAN_PATH: theirs, INDEX_PATH: INDEX + other},
    )
    assert code == 0, said
    assert f"{PLAN_PATH}: merged\n" in said
    assert (quay / INDEX_PATH).read_text() == INDEX + row + other
    both = ours.replace("[ ] Lay", "[x] Lay")
    assert (quay / PLAN_PATH).read_text() == both.replace(
        "Clay below.\n", "Clay below.\n- **2026-02-21**: Rock below.\n"
    )
    assert git(quay, "status", "--porcelain") == ""


def test_where_the_command_is_not_found_git_merges(
    quay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a program that has a PATH of its own: nothing of either side is lost."""
    git(quay, "config", "merge.trueplan.driver", dict(SETTINGS)["merge.trueplan.driver"])
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    ours = PLAN.replace("[ ] Cut the planks", "[x] Cut the planks")
    theirs = PLAN.replace("deeper than the chart says", "as deep as the chart says")
    assert branch_and_merge(quay, {PLAN_PATH: ours}, {PLAN_PATH: theirs})[0] == 0
    assert (quay / PLAN_PATH).read_text() == ours.replace("deeper than", "as deep as")


def test_a_contradiction_is_left_in_just_that_line(quay: Path) -> None:
    ours = PLAN.replace("Cut the planks", "Cut the oak").replace("[ ] Lay", "[x] Lay")
    theirs = PLAN.replace("Cut the planks", "Cut the ash").replace(
        "In Progress\n**C", "Paused\n**C"
    )
    code, said = branch_and_merge(quay, {PLAN_PATH: ours}, {PLAN_PATH: theirs})
    assert code == 1
    assert f"{PLAN_PATH}: 1 conflict\n" in said
    assert f"CONFLICT (content): Merge conflict in {PLAN_PATH}\n" in said
    conflict = (
        "<<<<<<< ours\n- [ ] Cut the oak\n=======\n- [ ] Cut the ash\n>>>>>>> theirs\n- [x] Lay"
    )
    assert (quay / PLAN_PATH).read_text() == PLAN.replace(
        "- [ ] Cut the planks\n- [ ] Lay", conflict
    ).replace("In Progress\n**C", "Paused\n**C")
    assert git(quay, "status", "--porcelain") == f"UU {PLAN_PATH}\n"


def test_the_size_of_markers_is_the_one_of_the_attribute(quay: Path) -> None:
    (quay / ".gitattributes").write_text("*.md merge=trueplan conflict-marker-size=9\n")
    git(quay, "commit", "-q", "-a", "-m", "longer markers")
    ours, theirs = PLAN.replace("planks\n", "oak\n"), PLAN.replace("planks\n", "ash\n")
    code, _ = branch_and_merge(quay, {PLAN_PATH: ours}, {PLAN_PATH: theirs})
    assert code == 1
    assert "\n<<<<<<<<< ours\n" in (quay / PLAN_PATH).read_text()


def test_a_rebase_and_a_cherry_pick(quay: Path) -> None:
    ours, theirs = PLAN.replace("[ ] Cut", "[x] Cut"), PLAN.replace("[ ] Lay", "[x] Lay")
    git(quay, "switch", "-q", "-c", "crane")
    (quay / PLAN_PATH).write_text(theirs)
    git(quay, "commit", "-q", "-a", "-m", "crane")
    git(quay, "switch", "-q", "main")
    (quay / PLAN_PATH).write_text(ours)
    git(quay, "commit", "-q", "-a", "-m", "main")
    both = ours.replace("[ ] Lay", "[x] Lay")
    git(quay, "cherry-pick", "crane")
    assert (quay / PLAN_PATH).read_text() == both
    git(quay, "reset", "-q", "--hard", "HEAD~1")
    git(quay, "switch", "-q", "crane")
    git(quay, "rebase", "main")
    assert (quay / PLAN_PATH).read_text() == both


def test_a_file_that_both_branches_made(quay: Path) -> None:
    """Git hands over an empty base."""
    path, head = "docs/plans/2026-03-01-crane.md", "# Crane\n\n**Status**: Planned\n"
    git(quay, "switch", "-q", "-c", "crane")
    for branch, text in (
        ("crane", f"{head}**Owner**: Ada\n"),
        ("main", f"{head}**Owner**: Wren\n"),
    ):
        git(quay, "switch", "-q", branch)
        (quay / path).write_text(text)
        git(quay, "add", path)
        git(quay, "commit", "-q", "-m", branch)
    git(quay, "merge", "crane", code=1)
    assert (quay / path).read_text() == (
        f"{head}<<<<<<< ours\n**Owner**: Wren\n=======\n**Owner**: Ada\n>>>>>>> theirs\n"
    )


def test_called_by_hand(tmp_path: Path, run_cli: RunCli) -> None:
    names = write(tmp_path, b="- [ ] a\n- [ ] b\n", o="- [x] a\n- [ ] b\n", t="- [ ] a\n- [x] b\n")
    assert run_cli("merge-driver", *names, cwd=tmp_path) == (0, "", "o: merged\n")
    assert (tmp_path / "o").read_text() == "- [x] a\n- [x] b\n"
    assert (tmp_path / "b").read_text() == "- [ ] a\n- [ ] b\n"
    assert (tmp_path / "t").read_text() == "- [ ] a\n- [x] b\n"


@pytest.mark.parametrize(
    ("given", "names"), [(("main", "crane"), ("main", "crane")), (("%X", "%Y"), ("ours", "theirs"))]
)
def test_names_behind_the_markers(
    given: tuple[str, str], names: tuple[str, str], tmp_path: Path, run_cli: RunCli
) -> None:
    """A git that knows no names hands their placeholders over."""
    files = write(tmp_path, b="- a\n", o="- b\n", t="- c\n")
    ran = run_cli("merge-driver", *files, "--path", "plan.md", "--labels", *given, cwd=tmp_path)
    assert ran == (1, "", "plan.md: 1 conflict\n")
    assert (tmp_path / "o").read_text() == (
        f"<<<<<<< {names[0]}\n- b\n=======\n- c\n>>>>>>> {names[1]}\n"
    )


@pytest.mark.parametrize("size", ["%L", "0", "-3", "many"])
def test_an_odd_marker_size_is_no_reason_to_stop(
    size: str, tmp_path: Path, run_cli: RunCli
) -> None:
    files = write(tmp_path, b="- a\n", o="- b\n", t="- c\n")
    assert run_cli("merge-driver", *files, f"--marker-size={size}", cwd=tmp_path).code == 1
    assert (tmp_path / "o").read_text().startswith("<<<<<<< ours\n")


def test_what_is_no_text_in_utf_8_is_merged_by_git(tmp_path: Path, run_cli: RunCli) -> None:
    lines = [b"one \xff", b"two", b"three", b"four", b"five"]
    base = b"\n".join(lines) + b"\n"
    for name, text in (
        ("b", base),
        ("o", base.replace(b"one", b"1")),
        ("t", base.replace(b"five", b"5")),
    ):
        (tmp_path / name).write_bytes(text)
    assert run_cli("merge-driver", "b", "o", "t", cwd=tmp_path) == (
        0,
        "",
        f"o: {_LEFT}\no: merged\n",
    )
    assert (tmp_path / "o").read_bytes() == base.replace(b"one", b"1").replace(b"five", b"5")


def test_conflicts_that_git_marks(tmp_path: Path, run_cli: RunCli) -> None:
    for name, text in (("b", b"\xffa\n"), ("o", b"\xffb\n"), ("t", b"\xffc\n")):
        (tmp_path / name).write_bytes(text)
    ran = run_cli("merge-driver", "b", "o", "t", "--marker-size", "9", cwd=tmp_path)
    assert ran == (
        1,
        "",
        f"o: {_LEFT}\no: 1 conflict\n",
    )
    assert (tmp_path / "o").read_bytes() == (
        b"<<<<<<<<< ours\n\xffb\n=========\n\xffc\n>>>>>>>>> theirs\n"
    )


def test_what_git_takes_for_binary_stays_as_ours(tmp_path: Path, run_cli: RunCli) -> None:
    for name, text in (("b", b"a\0"), ("o", b"b\0"), ("t", b"c\0")):
        (tmp_path / name).write_bytes(text)
    assert run_cli("merge-driver", "b", "o", "t", cwd=tmp_path) == (
        1,
        "",
        f"o: {_LEFT}\no: not merged, our version stays\n",
    )
    assert (tmp_path / "o").read_bytes() == b"b\0"


def test_a_file_that_is_not_there(tmp_path: Path, run_cli: RunCli) -> None:
    """Above 128 git stops; up to there it would take our version for the merge."""
    write(tmp_path, b="- a\n", o="- b\n")
    assert run_cli("merge-driver", "b", "o", "t", cwd=tmp_path) == (
        129,
        "",
        "error: t cannot be read: No such file or directory\n",
    )
    assert (tmp_path / "o").read_text() == "- b\n"


def test_a_result_that_cannot_be_written(tmp_path: Path, run_cli: RunCli) -> None:
    write(tmp_path, b="- a\n", t="- b\n")
    (tmp_path / "o").mkdir()
    assert run_cli("merge-driver", "b", "o", "t", cwd=tmp_path).code == 129


def test_without_git_what_needs_it_fails(
    tmp_path: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in (("b", b"a\xff"), ("o", b"b\xff"), ("t", b"c\xff")):
        (tmp_path / name).write_bytes(text)
    monkeypatch.setenv("PATH", "")
    ran = run_cli("merge-driver", "b", "o", "t", cwd=tmp_path)
    assert (ran.code, ran.out) == (129, "")
    assert ran.err == (
        "error: it is not text in UTF-8, and git cannot be run\n"
        "help: install git, or put it on the PATH\n"
    )


def test_wrong_use(tmp_path: Path, run_cli: RunCli) -> None:
    ran = run_cli("merge-driver", "b", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "error: required: OURS, THEIRS\nhelp: `trueplan merge-driver --help` shows what it takes\n"
    )

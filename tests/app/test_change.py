"""A change is written whole or not at all, over what its caller saw, and committed or undone."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tests.conftest import Make
from tests.git.repositories import add_hook, ask_git, new_repository, standing
from trueplan.app.change import (
    AT_ONCE,
    Carried,
    Change,
    Seen,
    Terms,
    carry_out,
    edit_file,
    new_file,
    read_for_change,
)
from trueplan.app.repository import open_repository
from trueplan.app.tick import Ticking, tick
from trueplan.errors import Conflict, GitError, Refused, TrueplanError, UsageError
from trueplan.text import Edit

PATH = "docs/plans/lights.md"
PLAN = """\
# Implementation Plan: Lights

**Status**: In Progress

### Phase 1: Masts

- [ ] Order the masts
- [ ] Put them up
"""
BYTES = PLAN.encode()
DIGEST = sha256(BYTES).hexdigest()


def _tick(root: Path, *words: str, terms: Terms = AT_ONCE) -> Carried:
    return tick(words, root, Ticking(True), terms)[1]


def _texts(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".git/" not in f"{path.relative_to(root)}"
    }


def _append(
    root: Path, meanwhile: Callable[[int], object], terms: Terms = AT_ONCE, text: str = "more\n"
) -> Carried:
    """Add a line to the plan; `meanwhile` is what others do once the change is worked out."""
    repository = open_repository(root)
    rounds = 0

    def make() -> Change:
        nonlocal rounds
        rounds += 1
        source = read_for_change(repository, PATH)
        edit = Edit(len(source), len(source), text)
        first = source.decode().split("\n", 1)[0]
        change = Change(
            "lights: add", (edit_file(PATH, source, [edit]),), seen=(Seen("lights", first),),
            plan=PATH,
        )  # fmt: skip
        meanwhile(rounds)
        return change

    return carry_out(repository, make, terms)


def test_a_dry_run_writes_nothing(make_repository: Make) -> None:
    root = make_repository({PATH: PLAN})
    carried = _tick(root, "lights#1.1", terms=Terms(dry_run=True))
    assert not carried.written
    assert carried.change.files[0].after == BYTES.replace(b"[ ] Order", b"[x] Order")
    assert _texts(root) == {PATH: BYTES}


def test_a_digest_that_fits(make_repository: Make) -> None:
    """In either case of its letters."""
    root = make_repository({PATH: PLAN})
    assert _tick(root, "lights#1.1", terms=Terms(digest=DIGEST.upper())).written


@pytest.mark.parametrize("dry_run", [False, True])
@pytest.mark.parametrize(
    ("terms", "message"),
    [
        (
            Terms(digest="0" * 64),
            f"{PATH} changed: its digest is {DIGEST[:12]}…, not {'0' * 12}…",
        ),
        (Terms(text="Paint them"), "lights#1.1 says “Order the masts” now, not “Paint them”"),
    ],
)
def test_what_the_caller_saw_is_gone(
    make_repository: Make, terms: Terms, message: str, dry_run: bool
) -> None:
    """Exit code 3, and nothing is written."""
    root = make_repository({PATH: PLAN})
    with pytest.raises(Conflict) as raised:
        _tick(root, "lights#1.1", terms=terms._replace(dry_run=dry_run))
    assert raised.value.message == message
    assert raised.value.exit_code == 3
    assert raised.value.help is not None
    assert raised.value.help.startswith("nothing was written; ")
    assert _texts(root) == {PATH: BYTES}


def test_words_are_compared_without_their_line_breaks(make_repository: Make) -> None:
    root = make_repository({PATH: PLAN})
    assert _tick(root, "lights#1.1", terms=Terms(text="Order\n the  masts")).written


def test_another_writer_was_first(make_repository: Make) -> None:
    """The change is worked out again from the new bytes, and neither writer's is lost."""
    root = make_repository({PATH: PLAN})

    def meanwhile(number: int) -> None:
        if number <= 3:
            (root / PATH).write_bytes((root / PATH).read_bytes() + b"theirs %d\n" % number)

    assert _append(root, meanwhile).written
    assert (root / PATH).read_bytes() == BYTES + b"theirs 1\ntheirs 2\ntheirs 3\nmore\n"


def test_the_words_changed_meanwhile(make_repository: Make) -> None:
    """What the reference names says something else now; nothing is written."""
    root = make_repository({PATH: PLAN})
    theirs = BYTES.replace(b": Lights", b": Lamps")
    with pytest.raises(Conflict) as raised:
        _append(root, lambda _: (root / PATH).write_bytes(theirs))
    assert raised.value.message == (
        "lights was “# Implementation Plan: Lights” and is “# Implementation Plan: Lamps” now"
    )
    assert _texts(root) == {PATH: theirs}


def test_with_a_digest_nothing_is_tried_again(make_repository: Make) -> None:
    root = make_repository({PATH: PLAN})
    theirs = BYTES + b"theirs\n"
    with pytest.raises(Conflict, match="changed while it was read"):
        _append(root, lambda _: (root / PATH).write_bytes(theirs), Terms(digest=DIGEST))
    assert _texts(root) == {PATH: theirs}


def test_a_conflict_that_stays_is_told(make_repository: Make) -> None:
    """A file to be made that is there: working it out again would not help."""
    root = make_repository({PATH: PLAN, "n.md": "theirs"})
    repository = open_repository(root)
    with pytest.raises(Conflict, match=r"n\.md is there already"):
        carry_out(repository, lambda: Change("x", (new_file("n.md", b"ours"),)))
    assert (root / "n.md").read_bytes() == b"theirs"


def test_the_file_is_gone(make_repository: Make) -> None:
    root = make_repository({PATH: PLAN})
    with pytest.raises(TrueplanError, match="the file is gone"):
        _append(root, lambda _: (root / PATH).unlink(missing_ok=True))
    assert _texts(root) == {}


def test_a_commit_names_plan_and_references(tmp_path: Path) -> None:
    """And holds that file alone."""
    root = new_repository(tmp_path, {PATH: PLAN, "other.md": "x\n"})
    (root / "other.md").write_text("staged\n")
    ask_git(root, "add", "other.md")
    carried = _tick(root, "lights", "1.1", "1.2", terms=Terms(commit=True))
    assert carried.commit == ask_git(root, "rev-parse", "HEAD")
    assert ask_git(root, "log", "-1", "--format=%B").rstrip() == (
        "lights: tick #1.1, #1.2\n\nlights#1.1: Order the masts\nlights#1.2: Put them up"
    )
    assert ask_git(root, "show", "--name-only", "--format=") == PATH
    assert ask_git(root, "status", "--porcelain") == "M  other.md"


def test_a_commit_that_is_refused_undoes_the_change(tmp_path: Path) -> None:
    """The hook's words are told; files, folders and index are as before."""
    root = new_repository(tmp_path, {PATH: PLAN, "gone.md": "g\n"})
    add_hook(root, "pre-commit", "echo paint the masts first; exit 1")
    (root / "gone.md").chmod(0o600)
    before, texts = standing(root), _texts(root)
    repository = open_repository(root)

    def make() -> Change:
        source = read_for_change(repository, PATH)
        return Change(
            "lights: put away",
            (
                edit_file(PATH, source, [Edit(0, 1, "##")]),
                new_file("docs/done/deep/n.md", b"n\n"),
                new_file("gone.md", b"")._replace(before=b"g\n", after=None),
            ),
        )

    with pytest.raises(GitError) as raised:
        carry_out(repository, make, Terms(commit=True))
    assert raised.value.message == "git commit failed: paint the masts first"
    assert raised.value.help == "nothing is left of the change; mend it, or leave out --commit"
    assert _texts(root) == texts
    assert standing(root) == before
    assert not (root / "docs/done").exists()
    assert (root / "gone.md").stat().st_mode & 0o777 == 0o600


def test_a_hook_that_writes_into_the_file(tmp_path: Path) -> None:
    """What it wrote is not undone; that is said."""
    root = new_repository(tmp_path, {PATH: PLAN})
    add_hook(root, "pre-commit", f"echo formatted >> {PATH}; exit 1")
    with pytest.raises(GitError) as raised:
        _tick(root, "lights#1.1", terms=Terms(commit=True))
    assert raised.value.help == (
        f"the files stay as they are, and are not committed: {PATH} changed while it was read"
    )
    assert (root / PATH).read_bytes().endswith(b"formatted\n")


def test_an_untracked_plan_is_committed(tmp_path: Path) -> None:
    """Whole, in a repository with no commit yet."""
    root = new_repository(tmp_path, {PATH: PLAN}, committed=False)
    _tick(root, "lights#1.1", terms=Terms(commit=True))
    assert ask_git(root, "show", "--name-only", "--format=", "HEAD") == PATH


def test_what_a_commit_takes_along_is_said(tmp_path: Path) -> None:
    """It is of whole files, so what somebody changed in them before goes with it."""
    root = new_repository(tmp_path, {PATH: PLAN})
    text = (root / PATH).read_text()
    (root / PATH).write_text(f"{text}More.\n")
    done = _tick(root, "lights#1.1", terms=Terms(commit=True))
    assert done.change.hints[-1] == (f"the commit takes along what was not committed yet in {PATH}")
    again = _tick(root, "lights#1.2", terms=Terms(commit=True))
    assert not any("takes along" in hint for hint in again.change.hints)


def test_a_merge_that_is_not_settled(make_repository: Make) -> None:
    """What its lines mean is open, so nothing is written until somebody chooses."""
    text = "# L\n\n- [ ] a\n<<<<<<< ours\n- [ ] b\n=======\n- [ ] c\n>>>>>>> theirs\n"
    root = make_repository({"docs/plans/2026-03-02-lights.md": text})
    with pytest.raises(Refused, match=r"2026-03-02-lights\.md:4 holds a conflict of a merge"):
        _tick(root, "lights#t1")
    fenced = text.replace("<<<<<<< ours", "```\n<<<<<<< ours") + "```\n"
    (root / "docs/plans/2026-03-02-lights.md").write_text(fenced)
    assert _tick(root, "lights#t1").written


def test_a_commit_in_a_worktree(tmp_path: Path) -> None:
    """There `.git` is a file."""
    root = new_repository(tmp_path / "r", {PATH: PLAN})
    ask_git(root, "worktree", "add", "--quiet", "-b", "side", str(tmp_path / "w"))
    carried = _tick(tmp_path / "w", "lights#1.1", terms=Terms(commit=True))
    assert ask_git(root, "rev-parse", "side") == carried.commit
    assert ask_git(tmp_path / "w", "status", "--porcelain") == ""
    assert ask_git(root, "status", "--porcelain") == ""


def test_without_git_there_is_no_commit(tmp_path: Path) -> None:
    (tmp_path / "docs/plans").mkdir(parents=True)
    (tmp_path / PATH).write_text(PLAN)
    with pytest.raises(UsageError, match="--commit needs a git repository"):
        _tick(tmp_path, "lights#1.1", terms=Terms(commit=True))
    assert _texts(tmp_path) == {PATH: BYTES}


def test_what_is_as_wanted_already(make_repository: Make) -> None:
    root = make_repository({PATH: PLAN})
    _tick(root, "lights#1.1")
    with pytest.raises(Refused) as raised:
        _tick(root, "lights#1.1")
    assert raised.value.message == "lights#1.1  Order the masts is ticked already"
    assert (raised.value.help, raised.value.exit_code) == ("nothing was written", 1)

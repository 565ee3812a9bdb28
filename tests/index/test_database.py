"""The index can be lost, damaged, locked or nowhere to be kept, and every answer is the same."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.git.committing import Committing
from tests.history.builders import plan_of
from trueplan.app.past import Past, read_past
from trueplan.app.repository import open_repository
from trueplan.index import database as database_module
from trueplan.index.database import FOLDER, NAME

OPEN = plan_of("Piles: [ ] Drive the piles, [ ] Sort the timber")
ONE = OPEN.replace("[ ] Drive", "[x] Drive")
PATH = "plans/quay.md"


@pytest.fixture
def work(tmp_path: Path) -> Committing:
    work = Committing(tmp_path / "r")
    work.commit({PATH: OPEN})
    work.commit({PATH: ONE}, day="2026-01-02")
    return work


def read(work: Committing) -> Past:
    past = read_past(open_repository(work.root), [PATH])
    assert past is not None
    return past


def file_of(work: Committing) -> Path:
    return work.root / ".git" / FOLDER / NAME


def _garbage(file: Path) -> None:
    file.write_bytes(b"This is no database, it is a text that somebody wrote.\n" * 40)


def _nothing(file: Path) -> None:
    file.write_bytes(b"")


def _half(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _holes(file: Path) -> None:
    """The head is whole, the pages behind it are not."""
    source = bytearray(file.read_bytes())
    for at in range(4096, len(source), 7):
        source[at] = 0xA5
    file.write_bytes(source)


def _other_tables(file: Path) -> None:
    """As another version of the program would have made them."""
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE commits (something TEXT)")
        connection.execute("CREATE TABLE others (something TEXT)")
        connection.execute("PRAGMA user_version = 999")
    connection.close()


def _damaged_values(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE snapshots SET packed = x'93c1ff'")
        connection.execute("UPDATE lives SET account = x'93c1ff', states = x'01'")
    connection.close()


@pytest.mark.parametrize(
    "damage", [_garbage, _nothing, _half, _holes, _other_tables, _damaged_values]
)
def test_damage(work: Committing, damage: Callable[[Path], None]) -> None:
    """It is made anew, without a word; the next reading finds it whole."""
    before = read(work)
    _settle(file_of(work))
    damage(file_of(work))
    assert read(work) == before
    _settle(file_of(work))
    with sqlite3.connect(file_of(work)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM commits").fetchone() == (2,)
    connection.close()


def _settle(file: Path) -> None:
    """Bring into the file what stands in the journal beside it."""
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def test_removed(work: Committing) -> None:
    before = read(work)
    shutil.rmtree(file_of(work).parent)
    assert read(work) == before
    assert file_of(work).is_file()


def test_no_place_for_it(work: Committing) -> None:
    """It is said, and nothing else is different."""
    before = read(work)
    shutil.rmtree(file_of(work).parent)
    file_of(work).parent.write_text("a file where the folder should be")
    found = read(work)
    assert found.lives == before.lives
    (remark,) = found.remarks
    assert remark.startswith(f"the index {file_of(work).resolve()} cannot be used: ")


def test_a_folder_in_its_place(work: Committing) -> None:
    before = read(work)
    shutil.rmtree(file_of(work).parent)
    (file_of(work) / "x").mkdir(parents=True)
    found = read(work)
    assert found.lives == before.lives
    assert found.remarks == (
        f"the index {file_of(work).resolve()} cannot be used: unable to open database file",
    )


def test_locked(work: Committing, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody has to write is read all the same; else it is done without, and said."""
    monkeypatch.setattr(database_module, "_PATIENCE", 0.01)
    before = read(work)
    holder = sqlite3.connect(file_of(work), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    assert read(work) == before
    work.commit({PATH: OPEN}, day="2026-01-03")
    found = read(work)
    holder.execute("ROLLBACK")
    holder.close()
    assert found.remarks == (
        f"the index {file_of(work).resolve()} cannot be used: database is locked",
    )
    assert read(work) == found._replace(remarks=())


_READ_IT = f"""
import sys
from trueplan.app.past import read_past
from trueplan.app.repository import open_repository
past = read_past(open_repository(sys.argv[1]), ["{PATH}"])
print(len(past.lives["{PATH}"].events), *past.remarks)
"""
# Root may write anywhere, unless that is taken from it.
_BOUND = ("setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override")


@pytest.mark.skipif(
    os.geteuid() == 0 and shutil.which("setpriv") is None, reason="root may write anywhere"
)
def test_read_only(work: Committing) -> None:
    """Where the index may only be read, it is done without, and said."""
    before = read(work)
    _settle(file_of(work))
    work.commit({PATH: OPEN}, day="2026-01-03")
    folder = file_of(work).parent
    for path in (folder, *folder.iterdir()):
        path.chmod(0o555 if path.is_dir() else 0o444)
    done = subprocess.run(
        [*(_BOUND if os.geteuid() == 0 else ()), sys.executable, "-c", _READ_IT, str(work.root)],
        capture_output=True,
        text=True,
        check=False,
    )
    folder.chmod(0o755)
    events = len(before.lives[PATH].events) + 1
    said = f"the index {file_of(work).resolve()} cannot be used"
    assert done.stderr == ""
    assert done.stdout == f"{events} {said}: attempt to write a readonly database\n"


def test_several_processes_at_once(work: Committing) -> None:
    """From nothing, and again after more commits: all say the same, and the index is whole."""
    for number in range(3, 33):
        text = ONE if number % 2 else OPEN
        work.commit({PATH: f"{text}\n<!-- {number} -->\n"}, day=f"2026-02-{number % 28 + 1:02}")
    words = [sys.executable, "-m", "trueplan", "history", "quay", "--format", "json"]
    for _ in range(2):
        running = [
            subprocess.Popen(words, cwd=work.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(6)
        ]
        answers = [one.communicate() for one in running]
        assert {err for _, err in answers} == {b""}
        assert len({out for out, _ in answers}) == 1
        assert read(work).remarks == ()
        work.commit({PATH: f"{OPEN}\n<!-- last -->\n"}, day="2026-03-01")
        work.commit({PATH: ONE}, day="2026-03-02")
    fresh = read(work)
    shutil.rmtree(file_of(work).parent)
    assert read(work) == fresh

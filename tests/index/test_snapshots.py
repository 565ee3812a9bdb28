"""Snapshots are kept as they were taken, each by the reader that took it."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ROOT
from tests.git.committing import Committing
from tests.history.builders import plan_of, seen
from trueplan.app.past import read_past
from trueplan.app.repository import open_repository
from trueplan.index.database import open_database
from trueplan.index.reader_name import name_reader
from trueplan.index.snapshots import load_snapshots, pack, save_snapshots
from trueplan.model.estimate import Rates

SEEN = seen(
    plan_of(
        "Piles: [ ] Drive the piles, [-] Sort",
        status="Approved",
        more="\n## Risks\n\n| Risk | Likelihood |\n|-|-|\n| Rain | High |\n"
        "\n## Notes\n\n- A note.\n",
    )
)


def test_there_and_back(tmp_path: Path) -> None:
    """All of it, also that something is no plan; what is not kept is left out."""
    database = open_database(str(tmp_path))
    save_snapshots(database, "reader", {"a": pack(SEEN), "b": pack(None)})
    assert load_snapshots(database, "reader", ["a", "b", "c"]) == {"a": SEEN, "b": None}
    found = load_snapshots(database, "reader", ["a"])["a"]
    assert [type(one) for one in found or ()] == [type(one) for one in SEEN]
    assert [type(one) for one in (found or SEEN).items] == [type(one) for one in SEEN.items]
    database.connection.close()


def test_more_than_can_be_asked_for_at_once(tmp_path: Path) -> None:
    database = open_database(str(tmp_path))
    many = {f"{number:040}": SEEN if number % 2 else None for number in range(2_500)}
    save_snapshots(database, "reader", {blob: pack(one) for blob, one in many.items()})
    assert load_snapshots(database, "reader", list(many)) == many
    database.connection.close()


def test_another_reader(tmp_path: Path) -> None:
    """It sees nothing of what the one before kept, and lets it go."""
    database = open_database(str(tmp_path))
    save_snapshots(database, "one", {"a": pack(SEEN)})
    assert load_snapshots(database, "two", ["a"]) == {}
    save_snapshots(database, "two", {"b": pack(SEEN)})
    assert load_snapshots(database, "one", ["a"]) == {}
    database.connection.close()


def test_what_names_a_reader() -> None:
    """The same code and rates give the same name, other rates another one."""
    rates = Rates()
    assert name_reader(rates) == name_reader(Rates())
    assert name_reader(rates) != name_reader(Rates(2.0))


def test_every_room_that_reads_is_in_the_name() -> None:
    """A module that a snapshot depends on must not change unseen: each is in a room of these."""
    from trueplan.index.reader_name import _ROOMS

    for room in _ROOMS:
        folder = ROOT / "src" / "trueplan" / room
        inner = [one for one in folder.iterdir() if one.is_dir() and one.name != "__pycache__"]
        assert inner == []


def test_a_file_that_was_too_large_is_read_when_it_may_be(tmp_path: Path) -> None:
    """That it was left out is not kept."""
    work = Committing(tmp_path / "r")
    text = plan_of("Piles: [ ] Drive the piles") + "\n" + "<!-- room -->\n" * 200
    work.commit({"plans/quay.md": text, "trueplan.toml": "[check]\nlargest-file = 0.001\n"})
    past = read_past(open_repository(work.root), ["plans/quay.md"])
    assert past is not None
    assert past.lives == {}
    (work.root / "trueplan.toml").write_text("[check]\nlargest-file = 1.0\n")
    past = read_past(open_repository(work.root), ["plans/quay.md"])
    assert past is not None
    assert list(past.lives) == ["plans/quay.md"]

"""Lives are kept as they were told, for the commit and the reader that they were told of."""

from __future__ import annotations

from pathlib import Path

from tests.history.builders import life_of, plan_of
from trueplan.index.database import open_database
from trueplan.index.lives import Standing, load_accounts, load_lives, save_lives

OPEN = plan_of(
    "Piles: [ ] Drive the piles, Sort the timber",
    more="\n## Risks\n\n| Risk | Likelihood |\n|-|-|\n| Rain | High |\n\n## Notes\n\n- A note.\n",
)
LIFE = life_of(OPEN, OPEN.replace("[ ] Drive", "[x] Drive").replace("High", "Low"))
HERE = Standing("head", "reader")


def test_there_and_back(tmp_path: Path) -> None:
    """Whole, and as an account; a path that is no plan; what is not kept is left out."""
    database = open_database(str(tmp_path))
    save_lives(database, HERE, {"a.md": LIFE, "b.md": None})
    asked = ["a.md", "b.md", "c.md"]
    assert load_lives(database, HERE, asked) == {"a.md": LIFE, "b.md": None}
    assert load_accounts(database, HERE, asked) == {"a.md": LIFE.account, "b.md": None}
    found = load_lives(database, HERE, ["a.md"])["a.md"]
    assert found is not None
    assert type(found.first) is type(LIFE.first)
    assert type(found.last.snapshot.items[0]) is type(LIFE.last.snapshot.items[0])
    database.connection.close()


def test_another_commit_or_another_reader(tmp_path: Path) -> None:
    """They see nothing; those of another reader are let go, those of few commits stay."""
    database = open_database(str(tmp_path))
    save_lives(database, HERE, {"a.md": LIFE})
    assert load_lives(database, Standing("head", "other"), ["a.md"]) == {}
    for number in range(6):
        save_lives(database, Standing(str(number), "reader"), {"a.md": LIFE})
    kept = [str(n) for n in range(6) if load_lives(database, Standing(str(n), "reader"), ["a.md"])]
    assert "5" in kept
    assert len(kept) <= 5
    save_lives(database, Standing("5", "other"), {"a.md": LIFE})
    assert load_lives(database, Standing("5", "reader"), ["a.md"]) == {}
    database.connection.close()

"""`trueplan backlog` and its parts."""

from __future__ import annotations

import json
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import RunCli
from tests.conftest import Make

TODAY = ("--today", "2026-03-10")
TABLE = """\
id       priority  state        size  feature
HAR-002  P1        in progress  L     Berth prices by season and length
HAR-004  P2        blocked      XL    Charts of the approach without a signal
HAR-005  P1        backlog      XL    Card payments, second attempt
HAR-007  P1        backlog      L     Winter storage ashore
HAR-009  P2        backlog      M     Pages in French and Dutch
HAR-008  P3        backlog      S     Gale warnings by text message
HAR-001  P0        done         M     Tide tables on the harbour page
HAR-003  P2        done         M     Link previews in messengers
HAR-006  P3        cancelled    S     Harbour webcam
"""
URGENT = """\
id       priority  state        size  feature
HAR-002  P1        in progress  L     Berth prices by season and length
HAR-005  P1        backlog      XL    Card payments, second attempt
HAR-007  P1        backlog      L     Winter storage ashore
3 of 9 items
"""
DIFF = """\
--- a/BACKLOG.md
+++ b/BACKLOG.md
@@ -11,7 +11,7 @@
 | HAR-005 | P1 | Backlog | Card payments, second attempt | XL | 2026-01-15 | [Plan](docs/plans/2026-02-16-payments-v2.md) |
 | HAR-006 | P3 | Cancelled | Harbour webcam | S | 2026-01-15 | The gulls sat on it |
 | HAR-007 | P1 | Backlog | Winter storage ashore | L | 2026-02-19 | [Plan](docs/plans/2026-03-02-winter-storage.md) |
-| HAR-008 | P3 | Backlog | Gale warnings by text message | S | 2026-02-19 | Wants a contract with a carrier first |
+| HAR-008 | P3 | In Progress | Gale warnings by text message | S | 2026-02-19 | Wants a contract with a carrier first |
 | HAR-009 | P2 | Backlog | Pages in French and Dutch | M | 2026-02-26 | Half of the visitors in July |
~
 ## Legend
@@ -23,8 +23,8 @@
 ## Quick Stats
~
 - **Total**: 9
-- **Backlog**: 4
-- **In Progress**: 1
+- **Backlog**: 3
+- **In Progress**: 2
 - **Blocked**: 1
 - **Done**: 2
 - **Cancelled**: 1
""".replace("~", " ")  # noqa: E501


def _rows(root: Path, name: str) -> list[str]:
    return [line for line in (root / "BACKLOG.md").read_text().splitlines() if name in line]


def test_the_list(harbour: Path, run_cli: RunCli) -> None:
    """In progress first, then blocked, open, closed; each by priority."""
    assert run_cli("backlog", cwd=harbour) == (0, TABLE, "")
    assert run_cli("backlog", "list", cwd=harbour).out == TABLE


def test_the_list_by_state_and_priority(harbour: Path, run_cli: RunCli) -> None:
    """Both filters hold; `open` is whatever is not closed."""
    assert run_cli("backlog", "--state", "open", "--priority", "p1", cwd=harbour).out == URGENT
    ran = run_cli("backlog", "--state", "wip,unknown", "--priority", "P3", cwd=harbour)
    assert ran.out == "none of 9 items is like that\n"
    assert run_cli("backlog", "--state", "purple", cwd=harbour) == (
        2,
        "",
        (
            "error: --state takes no purple\n"
            "help: there are open, backlog, in-progress, blocked, done, cancelled and unknown\n"
        ),
    )


def test_the_list_as_json(harbour: Path, run_cli: RunCli) -> None:
    """Every cell, what the status means, and where the item stands."""
    ran = run_cli("backlog", "--state", "cancelled", "--format", "json", cwd=harbour)
    assert json.loads(ran.out) == {
        "schema": "trueplan.backlog/1",
        "items": [
            {
                "id": "HAR-006",
                "priority": "P3",
                "state": "cancelled",
                "status": "Cancelled",
                "feature": "Harbour webcam",
                "estimate": "S",
                "added": "2026-01-15",
                "notes": "The gulls sat on it",
                "path": "BACKLOG.md",
                "line": 12,
            }
        ],
        "total": 9,
    }


def test_a_repository_without_a_backlog(make_repository: Make, run_cli: RunCli) -> None:
    """The help says how to get one."""
    root = make_repository({"README.md": "# Nothing\n"})
    assert run_cli("backlog", cwd=root) == (
        2,
        "",
        (
            f"error: there is no backlog in {root}\n"
            "help: `trueplan init` makes one; `backlog` in trueplan.toml says where yours is\n"
        ),
    )


def test_a_backlog_whose_rows_have_no_ids(make_repository: Make, run_cli: RunCli) -> None:
    """It is named, not passed over in silence."""
    root = make_repository({"BACKLOG.md": "# Backlog\n\n| ID | Item |\n|---|---|\n| #1 | Maps |\n"})
    assert run_cli("backlog", cwd=root) == (
        0,
        "the backlog is empty\n",
        "no item found in BACKLOG.md: no row has an ID such as GEO-001\n",
    )


def test_a_backlog_that_the_configuration_names(make_repository: Make, run_cli: RunCli) -> None:
    """Wherever it stands."""
    root = make_repository(
        {
            "trueplan.toml": 'backlog = ["docs/wanted.md"]\n',
            "docs/wanted.md": "| ID | Status | Feature |\n|--|--|--|\n| GEO-001 | Open | Maps |\n",
        }
    )
    assert run_cli("backlog", "done", "geo-1", cwd=root).out == "finished GEO-001  Maps\n"
    assert "| GEO-001 | Done | Maps |" in (root / "docs/wanted.md").read_text()


def test_items_are_moved(harbour: Path, run_cli: RunCli) -> None:
    """Several at once, with the counts; an ID may be typed short."""
    assert run_cli("backlog", "start", "HAR-008", "har-9", *TODAY, cwd=harbour) == (
        0,
        (
            "started HAR-008  Gale warnings by text message\n"
            "started HAR-009  Pages in French and Dutch\n"
            "counted BACKLOG.md  Backlog 4 → 2, In Progress 1 → 3\n"
        ),
        "",
    )
    assert run_cli("backlog", "done", "HAR-008", "HAR-001", *TODAY, cwd=harbour) == (
        0,
        (
            "finished HAR-008  Gale warnings by text message\n"
            "counted BACKLOG.md  In Progress 3 → 2, Done 2 → 3\n"
        ),
        "HAR-001  Tide tables on the harbour page is Done already\n",
    )


def test_a_reason_goes_into_the_notes(harbour: Path, run_cli: RunCli) -> None:
    """Behind what stands there."""
    assert run_cli("backlog", "block", "HAR-009", "--because", "no a|b", cwd=harbour).code == 0
    assert _rows(harbour, "HAR-009") == [
        (
            "| HAR-009 | P2 | Blocked | Pages in French and Dutch | M | 2026-02-26 "
            "| Half of the visitors in July; Blocked: no a\\|b |"
        )
    ]
    ran = run_cli("backlog", "reopen", "HAR-006", "--because", "they left", cwd=harbour)
    assert ran.out.startswith("reopened HAR-006  Harbour webcam\n")
    assert _rows(harbour, "HAR-006")[0].endswith("| The gulls sat on it; Reopened: they left |")


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (
            ("start", "HAR-55"),
            2,
            (
                "error: no item of the backlog is called HAR-55\n"
                "help: did you mean:\n        HAR-005  Card payments, second attempt\n"
            ),
        ),
        (
            ("start", "webcam"),
            2,
            (
                "error: no item of the backlog is called webcam\n"
                "help: did you mean:\n        HAR-006  Harbour webcam\n"
            ),
        ),
        (
            ("start", "zzz"),
            2,
            "error: no item of the backlog is called zzz\nhelp: `trueplan backlog` lists them\n",
        ),
        (
            ("start", "HAR-001"),
            1,
            (
                "error: HAR-001  Tide tables on the harbour page is Done\n"
                "help: possible now: `trueplan backlog reopen HAR-001`\n"
            ),
        ),
        (
            ("done", "HAR-001"),
            1,
            (
                "error: HAR-001  Tide tables on the harbour page is Done already\n"
                "help: nothing was written\n"
            ),
        ),
        (
            ("reopen", "HAR-002", "--because", "x"),
            1,
            (
                "error: HAR-002  Berth prices by season and length is In Progress, "
                "and was not closed\n"
                "help: possible now: `trueplan backlog block HAR-002` or "
                "`trueplan backlog done HAR-002` or `trueplan backlog cancel HAR-002`\n"
            ),
        ),
        (
            ("cancel", "HAR-002"),
            2,
            (
                "error: `trueplan backlog cancel` needs a reason\n"
                'help: trueplan backlog cancel HAR-002 --because "…"\n'
            ),
        ),
        (
            ("strat", "HAR-002"),
            2,
            "error: there is no command backlog strat\nhelp: did you mean backlog start?\n",
        ),
        (
            ("set", "HAR-002", "priority", "p9"),
            2,
            "error: “p9” is no priority\nhelp: there are P0, P1, P2, P3\n",
        ),
        (
            ("set", "HAR-002", "estimate", "huge"),
            2,
            "error: “huge” is no estimate\nhelp: there are XS, S, M, L, XL, XXL\n",
        ),
        (
            ("set", "HAR-002", "status", "purple"),
            2,
            (
                "error: “purple” is no status\n"
                "help: Backlog, In Progress, Blocked, Done or Cancelled\n"
            ),
        ),
        (
            ("set", "HAR-002", "colour", "red"),
            1,
            (
                "error: the table that holds HAR-002 has no column for colour\n"
                "help: it has id, priority, status, feature, estimate, added, notes\n"
            ),
        ),
        (
            ("set", "HAR-002", "id", "HAR-003"),
            2,
            "error: an ID stays as it is\nhelp: others may refer to it\n",
        ),
        (("add", " "), 2, "error: an item needs a feature\nhelp: say what is wanted\n"),
        (
            ("add", "x", "--prefix", "1"),
            2,
            "error: “1” is no prefix\nhelp: two to ten letters and digits, as in GEO-001\n",
        ),
        (
            ("add", "x", "--column", "red"),
            2,
            "error: --column takes NAME=WORDS, not red\n",
        ),
    ],
)
def test_what_cannot_be_done(
    words: tuple[str, ...], code: int, error: str, harbour: Path, run_cli: RunCli
) -> None:
    """The fact, the way out, and the file as it was."""
    before = (harbour / "BACKLOG.md").read_bytes()
    assert run_cli("backlog", *words, cwd=harbour) == (code, "", error)
    assert (harbour / "BACKLOG.md").read_bytes() == before


def test_a_digest_that_is_another(harbour: Path, run_cli: RunCli) -> None:
    """Nothing is written to bytes that the caller did not see."""
    now = sha256((harbour / "BACKLOG.md").read_bytes()).hexdigest()
    assert run_cli("backlog", "start", "HAR-008", "--digest", "abc", cwd=harbour) == (
        3,
        "",
        (
            f"error: BACKLOG.md changed: its digest is {now[:12]}…, not abc…\n"
            "help: nothing was written; read the backlog again\n"
        ),
    )
    assert run_cli("backlog", "start", "HAR-008", "--digest", now, cwd=harbour).code == 0


def test_an_id_in_two_rows(make_repository: Make, run_cli: RunCli) -> None:
    """Both lines are named."""
    table = "| ID | Status |\n|---|---|\n| GEO-001 | Open |\n"
    root = make_repository({"BACKLOG.md": table + "| GEO-001 | Done |\n", "docs/BACKLOG.md": table})
    assert run_cli("backlog", "start", "GEO-001", cwd=root) == (
        2,
        "",
        (
            "error: GEO-001 stands in 3 rows: BACKLOG.md:3 and BACKLOG.md:4 and docs/BACKLOG.md:3\n"
            "help: give all but one of them another ID\n"
        ),
    )


def test_an_item_is_added(harbour: Path, run_cli: RunCli) -> None:
    """Under the next ID, in the table's own words."""
    words = ("add", "Lights", "--priority", "p1", "--estimate", "m", "--notes", "by May")
    assert run_cli("backlog", *words, *TODAY, cwd=harbour) == (
        0,
        "added HAR-010  Lights\ncounted BACKLOG.md  Total 9 → 10, Backlog 4 → 5, P1 3 → 4\n",
        "`trueplan new --backlog HAR-010` makes a plan for it\n",
    )
    assert _rows(harbour, "HAR-010") == [
        "| HAR-010 | P1 | Backlog | Lights | M | 2026-03-10 | by May |"
    ]


def test_a_prefix_is_asked_for_where_there_are_several(
    make_repository: Make, run_cli: RunCli
) -> None:
    """Or none; and an archive that is linked to keeps its IDs."""
    head = "| ID | Status | Feature | Project |\n|---|---|---|---|\n"
    root = make_repository(
        {
            "BACKLOG.md": f"See [the rest](docs/archive/2025.md).\n\n{head}"
            "| GEO-001 | Open | Maps | x |\n| PIT-001 | Open | Seats | y |\n",
            "docs/archive/2025.md": "GEO-041 was done\n",
        }
    )
    assert run_cli("backlog", "add", "Pins", cwd=root).err == (
        "error: the items of BACKLOG.md have several prefixes\nhelp: say which: --prefix GEO|PIT\n"
    )
    ran = run_cli("backlog", "add", "Pins", "--prefix", "geo", "--column", "Project=z", cwd=root)
    assert ran.out == "added GEO-042  Pins\n"
    assert _rows(root, "GEO-042") == ["| GEO-042 | Open | Pins | z |"]


def test_cells_are_set(harbour: Path, run_cli: RunCli) -> None:
    """Several items at once, with the counts that follow."""
    assert run_cli("backlog", "set", "HAR-008", "HAR-009", "priority", "p1", cwd=harbour) == (
        0,
        (
            "set HAR-008  priority: P1\nset HAR-009  priority: P1\n"
            "counted BACKLOG.md  P1 3 → 5, P2 3 → 2, P3 2 → 1\n"
        ),
        "",
    )
    assert run_cli("backlog", "set", "HAR-008", "status", "wip", cwd=harbour).out == (
        "set HAR-008  status: In Progress\ncounted BACKLOG.md  Backlog 4 → 3, In Progress 1 → 2\n"
    )
    assert run_cli("backlog", "set", "HAR-009", "notes", "`a|b` \\| c", cwd=harbour).code == 0
    assert _rows(harbour, "HAR-009")[0].endswith("| `a\\|b` \\| c |")


def test_a_dry_run_shows_the_diff(harbour: Path, run_cli: RunCli) -> None:
    """And writes nothing."""
    ran = run_cli("backlog", "start", "HAR-008", "--dry-run", cwd=harbour)
    assert ran == (0, DIFF, "nothing was written\n")
    assert len(_rows(harbour, "In Progress |")) == 1


def test_a_change_as_json(harbour: Path, run_cli: RunCli) -> None:
    """The edits are as small as what they change."""
    ran = run_cli("backlog", "start", "HAR-008", "--format", "json", cwd=harbour)
    answer = json.loads(ran.out)
    assert answer["schema"] == "trueplan.change/1"
    assert answer["seen"] == [{"ref": "HAR-008", "text": "Gale warnings by text message"}]
    assert [edit["text"] for edit in answer["files"][0]["edits"]] == ["In Progress", "3", "2"]
    assert answer["state"] is None


def test_a_change_that_is_committed(harbour: Path, run_cli: RunCli) -> None:
    """One commit of the backlog alone, which names the item."""
    (harbour / ".git").rmdir()
    git = ("git", "-C", str(harbour), "-c", "user.name=Orla", "-c", "user.email=o@example.org")
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "start")):
        subprocess.run([*git, *words], check=True)
    for name, value in (("user.name", "Orla"), ("user.email", "o@example.org")):
        subprocess.run([*git, "config", name, value], check=True)
    assert run_cli("backlog", "done", "HAR-008", "--commit", cwd=harbour).code == 0
    shown = subprocess.run(
        [*git, "show", "--format=%B", "--name-only"], check=True, capture_output=True, text=True
    )
    assert [line for line in shown.stdout.splitlines() if line] == [
        "backlog: done HAR-008",
        "HAR-008: Gale warnings by text message",
        "BACKLOG.md",
    ]


def test_completion_knows_parts_and_items(harbour: Path, run_cli: RunCli) -> None:
    """What may stand behind `backlog`, and which items there are."""
    parts = run_cli("__complete", "--", "backlog", "", cwd=harbour).out.splitlines()
    assert [line.partition("\t")[0] for line in parts] == [
        "list", "add", "start", "block", "done", "cancel", "reopen", "set",
    ]  # fmt: skip
    ran = run_cli("__complete", "--", "backlog", "done", "HAR-009", cwd=harbour)
    assert ran.out == "HAR-009\tPages in French and Dutch\n"


def test_a_plan_takes_its_items_along(harbour: Path, run_cli: RunCli) -> None:
    """Started with it, open again when it is cancelled; an item that is done stays so."""
    ran = run_cli("start", "winter-storage", *TODAY, cwd=harbour)
    assert "updated HAR-007  In Progress in BACKLOG.md\n" in ran.out
    assert "- **In Progress**: 2" in (harbour / "BACKLOG.md").read_text()
    ran = run_cli("cancel", "winter-storage", "--because", "sold", *TODAY, cwd=harbour)
    assert "updated HAR-007  Backlog in BACKLOG.md\n" in ran.out
    ran = run_cli("start", "link-previews", *TODAY, cwd=harbour)
    assert "- **In Progress**: 2" in (harbour / "BACKLOG.md").read_text()
    assert "updated HAR-003  In Progress in BACKLOG.md\n" in ran.out
    ran = run_cli("complete", "link-previews", "--force", "--because", "x", *TODAY, cwd=harbour)
    assert "updated HAR-003  Done in BACKLOG.md\n" in ran.out

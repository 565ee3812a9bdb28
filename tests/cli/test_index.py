"""`trueplan index`: rows as the plans say, and nothing of what people wrote beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.changes import INDEX_PATH, PLAN
from tests.cli.conftest import RunCli
from tests.conftest import Make

QUAY = "docs/plans/2026-02-02-quay.md"
CRANE = "docs/plans/2026-02-09-crane.md"
INDEX = """\
# Plans

Whoever adds a plan adds its row.

| Plan                            | State    | Mood   | Owner | Due        |
|---------------------------------|----------|--------|-------|------------|
| [Quay](2026-02-02-quay.md)      | Planned  | good   | Wren  | 2026-03-01 |
| [Pier](2026-01-01-pier.md)      | Done     | tired  | Wren  |            |
"""


@pytest.fixture
def harbour(make_repository: Make) -> Path:
    crane = PLAN.replace("Quay", "Crane").replace("Wren", "Davy")
    return make_repository({QUAY: PLAN, CRANE: crane, INDEX_PATH: INDEX})


def test_rows_are_written_in_the_words_of_the_table(harbour: Path, run_cli: RunCli) -> None:
    assert run_cli("index", cwd=harbour) == (
        0,
        ("updated quay  status “In Progress”, target 2026-03-20\nadded crane  Crane\n"),
        (
            "docs/plans/README.md:8 lists 2026-01-01-pier.md, which does not exist: "
            "`trueplan index --prune`\n"
        ),
    )
    assert (harbour / INDEX_PATH).read_text() == INDEX.replace(
        "| Planned  | good   | Wren  | 2026-03-01 |",
        "| In Progress | good   | Wren  | 2026-03-20 |",
    ) + "| [Crane](2026-02-09-crane.md)    | In Progress |        | Davy  | 2026-03-20 |\n"


def test_twice_is_once(harbour: Path, run_cli: RunCli) -> None:
    run_cli("index", "--prune", cwd=harbour)
    after = (harbour / INDEX_PATH).read_bytes()
    assert run_cli("index", "--prune", cwd=harbour) == (
        0,
        "",
        "the rows say what the plans say; nothing was written\n",
    )
    assert (harbour / INDEX_PATH).read_bytes() == after
    assert run_cli("index", "--check", cwd=harbour).code == 0
    assert run_cli("check", "--select", "TP408,TP409", cwd=harbour).code == 0


def test_check_writes_nothing(harbour: Path, run_cli: RunCli) -> None:
    assert run_cli("index", "--check", cwd=harbour) == (
        1,
        "",
        (
            "error: 3 rows are not as the plans say\n"
            "help: `trueplan index` writes them:\n"
            "        updated quay  status “In Progress”, target 2026-03-20\n"
            "        added crane  Crane\n"
            "        docs/plans/README.md:8 lists 2026-01-01-pier.md, which does not exist: "
            "`trueplan index --prune`\n"
        ),
    )
    assert (harbour / INDEX_PATH).read_text() == INDEX


def test_prune_takes_out_rows_of_plans_that_are_gone(harbour: Path, run_cli: RunCli) -> None:
    assert run_cli("index", "--prune", cwd=harbour).out.splitlines()[1] == (
        "removed 2026-01-01-pier.md  it does not exist"
    )
    assert "Pier" not in (harbour / INDEX_PATH).read_text()


def test_create(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({QUAY: PLAN, "docs/plans/parts/2026-02-09-crane.md": PLAN})
    assert run_cli("index", cwd=root) == (
        1,
        "",
        "error: no index lists plans\nhelp: `trueplan index --create` makes one\n",
    )
    assert run_cli("index", "--create", cwd=root).code == 0
    assert (root / INDEX_PATH).read_text() == (
        "# Plans\n\n"
        "| Plan | Status | Created | Target | Phases | Owner |\n"
        "|------|--------|---------|--------|--------|-------|\n"
        "| [Quay](2026-02-02-quay.md) | In Progress | 2026-02-02 | 2026-03-20 | 3 | Wren |\n"
        "| [Quay](parts/2026-02-09-crane.md) | In Progress | 2026-02-02 | 2026-03-20 | 3 | Wren |\n"
    )


def test_a_readme_without_a_table_gets_one(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({QUAY: PLAN, INDEX_PATH: "# Our plans\r\n\r\nBe brief.\r\n"})
    assert run_cli("index", "--create", cwd=root).code == 0
    after = (root / INDEX_PATH).read_bytes()
    assert after.startswith(b"# Our plans\r\n\r\nBe brief.\r\n\r\n| Plan | Status |")
    assert after.count(b"\n") == after.count(b"\r\n")


def test_no_plans(make_repository: Make, run_cli: RunCli) -> None:
    ran = run_cli("index", cwd=make_repository({"README.md": "# Nothing\n"}))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: no plans found at ")

"""`trueplan adr`: the record, its row, what it supersedes, the plan that names it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.changes import FILES, PLAN_PATH
from tests.cli.conftest import RunCli
from tests.conftest import Make, put_in_git

TODAY = ("--today", "2026-03-10")
HINT = "its comments say what belongs where\n"
BODY = """\
## Context

<!-- trueplan: what is true today and calls for a decision; facts before judgement -->

## Decision

<!-- trueplan: what is done from now on, and what else was weighed -->

## Consequences

<!-- trueplan: what gets easier and what harder, and what has to be watched -->
"""
README = "docs/adr/README.md"


def lines_of(path: Path) -> list[str]:
    return path.read_text().split("\n")


def test_a_record_in_the_form_of_the_others(harbour: Path, run_cli: RunCli) -> None:
    put_in_git(harbour)
    before = run_cli("check", *TODAY, cwd=harbour)
    rows = lines_of(harbour / README)
    made = "docs/adr/0005-prices-are-rounded-up-or-down.md"
    ran = run_cli("adr", "Prices are `rounded` up | or down", *TODAY, cwd=harbour)
    assert ran == (0, f"made adr:5  {made}\nlisted adr:5  in {README}\n", HINT)
    assert (harbour / made).read_text() == (
        "# ADR 0005: Prices are `rounded` up | or down\n\n"
        f"**Status**: Proposed\n**Date**: 2026-03-10\n**Deciders**: TBD\n\n{BODY}"
    )
    assert [line for line in lines_of(harbour / README) if line not in rows] == [
        (
            "| [0005](0005-prices-are-rounded-up-or-down.md) | Prices are `rounded` up \\| or down "
            "| Proposed | 2026-03-10 |"
        )
    ]
    after = run_cli("check", *TODAY, cwd=harbour)
    assert (after.code, after.err) == (before.code, before.err)
    assert after.out.split("\n")[:-2] == before.out.split("\n")[:-2]


def test_in_the_place_of_another(harbour: Path, run_cli: RunCli) -> None:
    """The old record, its row and the plan say so; plans that rest on it are told of."""
    put_in_git(harbour)
    words = ("--supersedes", "adr:1", "--status", "accepted", "--plan", "berth-pricing")
    more = ("--decider", "CTO", "--decider", "Ines", "--date", "2026-03-09")
    made, old = "docs/adr/0005-pages-on-demand.md", "docs/adr/0001-static-pages-first.md"
    plan = "docs/plans/2026-01-26-berth-pricing.md"
    ran = run_cli("adr", "Pages on demand", *words, *more, *TODAY, cwd=harbour)
    assert ran == (
        0,
        (
            f"made adr:5  {made}\n"
            f"updated adr:1  Superseded by ADR 0005 in {old}\n"
            f"listed adr:5  in {README}\n"
            f"updated {README}  adr:1 Superseded by 0005\n"
            f"linked adr:5  from {plan}\n"
        ),
        (
            "link-previews rests on adr:1 still: docs/plans/2026-02-02-link-previews.md\n"
            "payments-v2 rests on adr:1 still: docs/plans/2026-02-16-payments-v2.md\n"
            "winter-storage rests on adr:1 still: docs/plans/2026-03-02-winter-storage.md\n" + HINT
        ),
    )
    assert (harbour / made).read_text() == (
        "# ADR 0005: Pages on demand\n\n"
        "**Status**: Accepted\n**Date**: 2026-03-09\n**Deciders**: CTO, Ines\n"
        f"**Supersedes**: [ADR 0001](0001-static-pages-first.md)\n\n{BODY}"
    )
    assert lines_of(harbour / old)[2] == (
        "**Status**: Superseded by [ADR 0005](0005-pages-on-demand.md)"
    )
    assert [line for line in lines_of(harbour / README) if "0005" in line] == [
        (
            "| [0001](0001-static-pages-first.md) | Static pages first "
            "| Superseded by 0005 | 2026-01-09 |"
        ),
        "| [0005](0005-pages-on-demand.md) | Pages on demand | Accepted | 2026-03-09 |",
    ]
    assert lines_of(harbour / plan)[6] == (
        "**Related ADRs**: [ADR 0003: One price table](../adr/0003-one-price-table.md), "
        "[ADR 0005: Pages on demand](../adr/0005-pages-on-demand.md)"
    )
    found = run_cli("check", "--select", "TP405,TP410", plan, *TODAY, cwd=harbour)
    assert found.out == "nothing untrue in 1 plan.\n"


def test_the_first_one(make_repository: Make, run_cli: RunCli) -> None:
    """In the table that `init` made; without one, too."""
    root = make_repository(FILES)
    put_in_git(root)
    ran = run_cli("adr", "Steel piles", *TODAY, cwd=root)
    assert ran == (0, "made adr:1  docs/adr/0001-steel-piles.md\n", HINT)
    text = f"# 1. Steel piles\n\n**Status**: Proposed\n**Date**: 2026-03-10\n\n{BODY}"
    assert (root / "docs/adr/0001-steel-piles.md").read_text() == text
    (root / "docs/adr/0001-steel-piles.md").unlink()
    (root / "docs/adr").rmdir()
    run_cli("init", cwd=root)
    head = (root / README).read_text()
    ran = run_cli("adr", "Steel piles", "--plan", "quay", *TODAY, cwd=root)
    assert ran == (
        0,
        (
            "made adr:1  docs/adr/0001-steel-piles.md\n"
            f"listed adr:1  in {README}\nlinked adr:1  from {PLAN_PATH}\n"
        ),
        HINT,
    )
    assert (root / README).read_text() == (
        f"{head}| [0001](0001-steel-piles.md) | Steel piles | Proposed | 2026-03-10 |\n"
    )
    assert "**Related ADRs**: [0001](../adr/0001-steel-piles.md)\n" in (
        (root / PLAN_PATH).read_text()
    )
    assert run_cli("check", "--select", "TP4", *TODAY, cwd=root).out == (
        "nothing untrue in 1 plan and 4 other documents.\n"
    )


NYGARD = """\
# 1. Timber piles

Date: 2 Feb 2026

## Status

Accepted

## Context

Words.
"""


def test_line_ends_and_lists(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository(
        {
            "doc/adr/0001-timber-piles.md": NYGARD.replace("\n", "\r\n"),
            "doc/adr/README.md": "# Decisions\r\n\r\n* [1. Timber piles](0001-timber-piles.md)\r\n",
        }
    )
    words = ("--supersedes", "doc/adr/0001-timber-piles.md")
    ran = run_cli("adr", "Steel piles", *words, *TODAY, cwd=root)
    assert ran.code == 0
    assert (root / "doc/adr/0002-steel-piles.md").read_bytes().decode() == (
        "# 2. Steel piles\n\nDate: 10 Mar 2026\n\n## Status\n\nProposed\n\n"
        f"Supersedes [0001](0001-timber-piles.md)\n\n{BODY}"
    ).replace("\n", "\r\n")
    assert (root / "doc/adr/0001-timber-piles.md").read_bytes().decode() == NYGARD.replace(
        "Accepted", "Superseded by [0002](0002-steel-piles.md)"
    ).replace("\n", "\r\n")
    assert (root / "doc/adr/README.md").read_bytes().decode() == (
        "# Decisions\r\n\r\n* [1. Timber piles](0001-timber-piles.md)\r\n"
        "* [2. Steel piles](0002-steel-piles.md)\r\n"
    )


def test_a_number_that_is_only_named_is_taken(make_repository: Make, run_cli: RunCli) -> None:
    """By the index, by a folder below, by a file that is none of ours."""
    files = {
        "docs/adr/0001-a.md": "# ADR 1: A\n\nStatus: Accepted\n",
        README: "| ADR | Title | Status |\n|--|--|--|\n| 0007 | Given up | Rejected |\n",
    }
    root = make_repository(files)
    words = ("adr", "B", "--dry-run", *TODAY)
    assert "+++ b/docs/adr/0008-b.md\n" in run_cli(*words, cwd=root).out
    make_repository({"docs/adr/old/0011-x.md": "# X\n"})
    assert "+++ b/docs/adr/0012-b.md\n" in run_cli(*words, cwd=root).out
    make_repository({"docs/adr/0020-drawing.txt": "x", "docs/adr/0021-x.md": "# X\n"})
    assert "+++ b/docs/adr/0022-b.md\n" in run_cli(*words, cwd=root).out


def test_an_index_without_a_table(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({README: "# Decisions\n\nWords.\n"})
    assert run_cli("adr", "A", *TODAY, cwd=root) == (
        0,
        "made adr:1  docs/adr/0001-a.md\n",
        f"{README} has no table or list of decisions; it stays as it is\n{HINT}",
    )
    assert (root / README).read_text() == "# Decisions\n\nWords.\n"


@pytest.mark.parametrize(
    ("title", "name", "heading"),
    [
        ("Use [Go] *fast*: x", "0001-use-go-fast-x", "# 1. Use [Go] *fast*: x"),
        ("日本 の港", "0001-日本-の港", "# 1. 日本 の港"),
        ("a ] b [ c ` d", "0001-a-b-c-d", "# 1. a ] b [ c ` d"),
        ("Compile C #", "0001-compile-c", "# 1. Compile C \\#"),
        ("42 masts", "0001-42-masts", "# 1. 42 masts"),
    ],
)
def test_any_title(
    title: str, name: str, heading: str, make_repository: Make, run_cli: RunCli
) -> None:
    table = "| ADR | Title |\n|--|--|\n"
    root = make_repository({README: table})
    assert run_cli("adr", title, *TODAY, cwd=root).code == 0
    assert lines_of(root / f"docs/adr/{name}.md")[0] == heading
    assert (root / README).read_text() == f"{table}| [0001]({name}.md) | {title} |\n"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            (" ",),
            2,
            'error: a decision needs a title\nhelp: say it: trueplan adr "Steel masts"\n',
        ),
        (
            ("🎉",),
            2,
            (
                "error: “🎉” has no letter that a file could be named by\n"
                "help: say in words what is decided\n"
            ),
        ),
        (
            ("Vec<T>",),
            1,
            (
                "error: the new decision would not read as wanted: "
                "the title would be “ADR 0005: Vec”, not “Vec<T>”\n"
                "help: nothing was written; what looks like markup can stand in `backticks`\n"
            ),
        ),
        (("x" * 201,), 2, "error: a title of 201 letters is too long\nhelp: say it in a line\n"),
        (
            ("A", "--supersedes", "9"),
            2,
            (
                "error: no decision in docs/adr is 9\nhelp: there are:\n"
                "        adr:1  Static pages first  docs/adr/0001-static-pages-first.md\n"
                "        adr:2  Raster chart tiles  docs/adr/0002-raster-chart-tiles.md\n"
                "        adr:3  One price table  docs/adr/0003-one-price-table.md\n"
                "        adr:4  Vector charts  docs/adr/0004-vector-charts.md\n"
            ),
        ),
        (
            ("A", "--supersedes", "0002"),
            1,
            (
                "error: adr:2 is superseded by adr:4 already: "
                "docs/adr/0002-raster-chart-tiles.md\nhelp: supersede adr:4 instead\n"
            ),
        ),
        (
            ("A", "--status", "rejected"),
            2,
            (
                "error: --status: takes proposed or accepted, not rejected\n"
                "help: `trueplan adr --help` shows what it takes\n"
            ),
        ),
        (
            ("A", "--date", "soon"),
            2,
            "error: --date takes a day like 2026-03-10, not soon\n",
        ),
        (
            ("A", "--in", "site"),
            2,
            (
                "error: a decision in site would not be found\n"
                "help: use a folder called adr, or name this one: "
                '`adrs = ["site/*.md"]` in trueplan.toml\n'
            ),
        ),
        (
            ("A", "--digest", "00"),
            2,
            "error: --digest is that of a plan\nhelp: say which: --plan PLAN\n",
        ),
    ],
)
def test_what_is_refused(
    words: tuple[str, ...], code: int, said: str, harbour: Path, run_cli: RunCli
) -> None:
    before = {path: path.read_bytes() for path in harbour.rglob("*.md")}
    assert run_cli("adr", *words, *TODAY, cwd=harbour) == (code, "", said)
    assert {path: path.read_bytes() for path in harbour.rglob("*.md")} == before


def test_two_of_one_number(make_repository: Make, run_cli: RunCli) -> None:
    text = "# ADR 0001: {}\n\n**Status**: Accepted\n"
    root = make_repository(
        {"docs/adr/0001-a.md": text.format("A"), "docs/adr/0001-b.md": text.format("B")}
    )
    assert run_cli("adr", "C", "--supersedes", "1", *TODAY, cwd=root) == (
        2,
        "",
        (
            "error: 1 could be any of 2 decisions\nhelp: say which by its file:\n"
            "        adr:1  A  docs/adr/0001-a.md\n        adr:1  B  docs/adr/0001-b.md\n"
        ),
    )
    assert run_cli("adr", "C", "--supersedes", "0001-b.md", *TODAY, cwd=root).code == 0


def test_decisions_named_by_days(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({"docs/adr/2026-01-01-a.md": "# A\n\nStatus: Accepted\n"})
    assert run_cli("adr", "B", *TODAY, cwd=root) == (
        1,
        "",
        (
            "error: the decisions in docs/adr are named by days, not by numbers\n"
            "help: nothing was written; copy one of them\n"
        ),
    )


def test_the_decisions_of_the_plans_project(make_repository: Make, run_cli: RunCli) -> None:
    record = "# ADR 1: A\n\nStatus: Accepted\n"
    root = make_repository(
        {
            "docs/adr/0001-a.md": record,
            "docs/adr/0002-b.md": record.replace("1", "2"),
            "apps/quay/docs/adr/ADR-007-a.md": record.replace("1", "7"),
            f"apps/quay/{PLAN_PATH}": FILES[PLAN_PATH],
        }
    )
    ran = run_cli("adr", "B", *TODAY, cwd=root)
    assert ran.out.startswith("made adr:3  docs/adr/0003-b.md\n")
    ran = run_cli("adr", "B", "--plan", "quay", *TODAY, cwd=root)
    assert ran.out.startswith("made adr:8  apps/quay/docs/adr/ADR-008-b.md\n")
    ran = run_cli("adr", "B", "--in", "apps/quay/docs/adr", *TODAY, cwd=root)
    assert ran.out.startswith("made adr:9  apps/quay/docs/adr/ADR-009-b.md\n")


def test_json_commit_and_digest(harbour: Path, run_cli: RunCli) -> None:
    put_in_git(harbour)
    words = ("adr", "Pages on demand", "--plan", "berth-pricing", *TODAY)
    ran = run_cli(*words, "--digest", "00", cwd=harbour)
    assert ran.code == 3
    assert not (harbour / "docs/adr/0005-pages-on-demand.md").exists()
    answer = json.loads(run_cli(*words, "--commit", "--format", "json", cwd=harbour).out)
    assert answer["schema"] == "trueplan.change/1"
    assert answer["subject"] == "adr: add 5, Pages on demand"
    assert len(answer["commit"]) == 40
    assert [(one["path"], one["what"]) for one in answer["files"]] == [
        ("docs/adr/0005-pages-on-demand.md", "created"),
        (README, "changed"),
        ("docs/plans/2026-01-26-berth-pricing.md", "changed"),
    ]
    assert answer["state"]["ref"] == "berth-pricing"
    status = subprocess.run(
        ["git", "status", "--porcelain"], cwd=harbour, capture_output=True, check=True
    )
    assert status.stdout == b""


def test_eight_at_once_take_eight_numbers(make_repository: Make) -> None:
    """Where no index makes them wait for each other, and not even the folder is there yet."""
    root = make_repository({"README.md": "x\n"})
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "trueplan", "adr", f"Mast {letter}", *TODAY],
            cwd=root,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for letter in "abcdefgh"
    ]
    assert [process.wait() for process in running] == [0] * 8
    names = sorted(path.name[:4] for path in (root / "docs/adr").iterdir())
    assert names == [f"000{number}" for number in range(1, 9)]


def test_in_the_repository_that_the_template_is_from(clubs: Path, run_cli: RunCli) -> None:
    """Three folders, three styles: the last record and the row above are the models."""
    folder = "apps/georgetown/docs/adr"
    words = ("adr", "Serve fonts from our own host", "--decider", "CTO", "--dry-run", *TODAY)
    out = run_cli(*words, cwd=clubs).out
    assert f"+++ b/{folder}/007-serve-fonts-from-our-own-host.md\n" in out
    assert (
        "+# ADR 007: Serve fonts from our own host\n+\n"
        "+**Status**: Proposed\n+**Date**: 2026-03-10\n+**Deciders**: CTO\n+\n+## Context\n"
    ) in out
    assert (
        "+| [007](007-serve-fonts-from-our-own-host.md) | Serve fonts from our own host "
        "| Proposed | 2026-03-10 |\n"
    ) in out
    out = run_cli(*words, "--in", "docs/adr", cwd=clubs).out
    assert "+++ b/docs/adr/ADR-002-serve-fonts-from-our-own-host.md\n" in out
    assert (
        "+# ADR-002: Serve fonts from our own host\n+\n"
        "+**Status**: Proposed\n+**Date**: 2026-03-10\n+**Decision Makers**: CTO\n+\n+---\n"
    ) in out

"""`trueplan journal`: what is filled in, where it is linked, what is refused."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.cli.changes import FILES, INDEX, INDEX_PATH, PLAN, PLAN_PATH
from tests.cli.conftest import Ran, RunCli
from tests.conftest import Make, put_in_git

TODAY = ("--today", "2026-03-10")
FOLDER = "docs/dev-journals"
OLD = f"{FOLDER}/2026-02-20-quay.md"
MADE = f"{FOLDER}/2026-03-10-quay-phase-2.md"
WRITE = "its comments say what a person has to write\n"
ENTRY = "- [2026-02-20: Phase 1, the piles](../dev-journals/2026-02-20-quay.md)\n"


def edit(root: Path, path: str, *replaced: tuple[str, str]) -> None:
    """Replace words in a file, each once."""
    text = (root / path).read_bytes().decode()
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new, 1)
    (root / path).write_bytes(text.encode())


def commit(root: Path, day: str, subject: str, *, allow_empty: bool = False) -> str:
    """Commit everything as done on a day; returns the hash as journals have it."""
    at = f"{day}T12:00:00+0000"
    environment = {**os.environ, "GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
    subprocess.run(["git", "add", "--all"], cwd=root, check=True)
    words = ["git", "commit", "--quiet", f"--message={subject}"]
    words += ["--allow-empty"] if allow_empty else []
    subprocess.run(words, cwd=root, check=True, env=environment)
    done = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=root, check=True, capture_output=True, text=True
    )
    return done.stdout[:8]


def untrue(ran: Ran) -> list[str]:
    """The codes of the findings."""
    return [one["code"] for one in json.loads(ran.out)["findings"]]


@pytest.fixture
def quay(make_repository: Make) -> Path:
    root = make_repository(FILES)
    put_in_git(root)
    return root


def test_a_journal_of_a_phase(quay: Path, run_cli: RunCli) -> None:
    """Ticks and commits since the last journal, those in the working tree among them."""
    edit(quay, PLAN_PATH, ("- [ ] Cut the planks", "- [x] Cut the `planks`, see [x](../x.md)"))
    (quay / "saw.py").write_text("cut\n")
    (quay / "saw é.py").write_text("cut\n")
    first = commit(quay, "2026-03-05", "saw: cut | [planks](x) <b> `now` *and* __then__")
    edit(quay, PLAN_PATH, ("- [ ] The western half", "- [x] The western half"))
    ran = run_cli("journal", "quay#2", "--took", "1 session", *TODAY, cwd=quay)
    assert ran == (
        0,
        (
            f"made {MADE}  In Progress, 2 tasks ticked, 1 commit since 2026-02-20\n"
            "linked quay#2  in its journal entries\n"
        ),
        WRITE,
    )
    assert (quay / MADE).read_text() == (
        "# Dev Journal: Quay, phase 2: Planks\n\n"
        "**Date**: 2026-03-10\n"
        "**Author**: Wren\n"
        "**Status**: In Progress\n"
        "**Session Duration**: 1 session\n"
        "**Plan**: [Quay](../plans/2026-02-02-quay.md), phase 2\n\n"
        "## What was done\n\n"
        "<!-- trueplan: what came about, in your own words, and why in this way -->\n\n"
        "Ticked:\n\n"
        "- Cut the `planks`, see x\n"
        "- Lay them: The western half\n\n"
        "Commits since 2026-02-20, the last one first:\n\n"
        f"- 2026-03-05 `{first}` "
        "saw: cut \\| \\[planks\\](x) \\<b> `now` \\*and\\* \\_\\_then\\_\\_\n"
        "  - `docs/plans/2026-02-02-quay.md`, `saw é.py`, `saw.py`\n\n"
        "## What was learnt\n\n"
        "<!-- trueplan: what surprised, what did not work, what the next one should know -->\n\n"
        "## What is next\n\n"
        "Open in phase 2:\n\n"
        "- Lay them\n"
        "  - The eastern half\n"
    )
    entry = "- [2026-03-10: Phase 2, Planks](../dev-journals/2026-03-10-quay-phase-2.md)\n"
    assert f"{ENTRY}{entry}\n## Notes" in (quay / PLAN_PATH).read_text()


def test_the_next_journal_of_the_phase(quay: Path, run_cli: RunCli) -> None:
    """What one journal told, the next does not tell again; the day is that of the last one."""
    edit(quay, PLAN_PATH, ("- [ ] Cut", "- [x] Cut"))
    run_cli("journal", "quay#2", *TODAY, "--commit", cwd=quay)
    edit(quay, PLAN_PATH, ("- [ ] Lay", "- [x] Lay"))
    second = commit(quay, "2026-03-11", "lay")
    ran = run_cli("journal", "quay#2", "--today", "2026-03-12", cwd=quay)
    assert ran.code == 0
    text = (quay / f"{FOLDER}/2026-03-12-quay-phase-2.md").read_text()
    assert text[text.index("Ticked") : text.index("## What was learnt")] == (
        "Ticked since 2026-03-10:\n\n"
        "- Lay them\n\n"
        "Commits since 2026-03-10, the last one first:\n\n"
        f"- 2026-03-11 `{second}` lay\n"
        "  - `docs/plans/2026-02-02-quay.md`\n\n"
    )
    assert "- Lay them: The western half\n- Lay them: The eastern half\n" in text


@pytest.mark.parametrize("phase", ["#1", "#2", ""])
@pytest.mark.parametrize("took", [(), ("--took", "3 hours")])
def test_the_checker_has_nothing_to_say(
    phase: str, took: tuple[str, ...], quay: Path, run_cli: RunCli
) -> None:
    """Neither of the plan nor of the journal, whose guidance is not waited for."""
    edit(quay, PLAN_PATH, ("- [ ] Phase 1 - In Progress", "- [x] Phase 1 - Completed 2026-02-20"))
    words = ("check", "--format", "json", "--select", "TP", *TODAY)
    before = untrue(run_cli(*words, cwd=quay))
    assert run_cli("journal", f"quay{phase}", *took, *TODAY, cwd=quay).code == 0
    assert untrue(run_cli(*words, cwd=quay)) == before
    assert [code for code in before if code.startswith("TP4")] == []


def test_the_row_of_a_completed_phase(quay: Path, run_cli: RunCli) -> None:
    """It gets the journal as other rows have theirs; a phase that is complete says so."""
    edit(
        quay,
        PLAN_PATH,
        ("- [ ] Phase 1 - In Progress", "- [x] Phase 1 - Completed 2026-02-20"),
        (ENTRY, "- (Will be added as phases complete)\n"),
    )
    ran = run_cli("journal", "quay#1", *TODAY, cwd=quay)
    assert ran.out == (
        f"made {FOLDER}/2026-03-10-quay-phase-1.md  Complete, 2 tasks ticked, 1 commit since "
        f"{day_of_start(quay)}\n"
        "linked quay#1  in its journal entries and behind the row of phase 1\n"
    )
    text = (quay / PLAN_PATH).read_text()
    target = "../dev-journals/2026-03-10-quay-phase-1.md"
    assert f"- [x] Phase 1 - Completed 2026-02-20 ([Dev Journal]({target}))\n" in text
    assert f"### Dev Journal Entries\n- [2026-03-10: Phase 1 Piles]({target})\n" in text
    journal = (quay / FOLDER / "2026-03-10-quay-phase-1.md").read_text()
    assert "**Status**: Complete\n" in journal
    assert journal.endswith("## What is next\n\nPhase 2: Planks.\n")


def day_of_start(root: Path) -> str:
    done = subprocess.run(
        ["git", "log", "--format=%as"], cwd=root, check=True, capture_output=True, text=True
    )
    return done.stdout.split()[-1]


def test_rows_with_a_manner_of_their_own(quay: Path, run_cli: RunCli) -> None:
    edit(
        quay,
        PLAN_PATH,
        (
            "- [ ] Phase 1 - In Progress\n- [ ] Phase 2 - Not Started",
            (
                "- [x] Phase 1 - Done 2026-02-20 - [Log](../dev-journals/2026-02-20-quay.md)\n"
                "- [x] Phase 2 - Done 2026-03-09"
            ),
        ),
    )
    run_cli("journal", "quay#2", *TODAY, cwd=quay)
    row = "- [x] Phase 2 - Done 2026-03-09 - [Log](../dev-journals/2026-03-10-quay-phase-2.md)\n"
    assert row in (quay / PLAN_PATH).read_text()


@pytest.mark.parametrize(
    ("replaced", "made"),
    [
        ((), "quay.md"),
        ((("- [ ] Cut", "- [x] Cut"),), "quay-phase-2.md"),
        (
            (
                ("- [ ] Cut", "- [x] Cut"),
                ("- [ ] Lay", "- [x] Lay"),
                ("- [ ] The w", "- [x] The w"),
                ("- [ ] The e", "- [x] The e"),
            ),
            "quay-phase-2.md",
        ),
        ((("- [ ] Cut", "- [x] Cut"), ("- [ ] Set", "- [x] Set")), "quay-phase-2.md"),
        ((("Phase 3 - Not", "Phase 2 - Not"), ("- [ ] Phase 1", "- [ ] Phase 9")), "quay.md"),
    ],
)
def test_the_phase_that_is_meant(
    replaced: tuple[tuple[str, str], ...], made: str, quay: Path, run_cli: RunCli
) -> None:
    """Of those in progress the only one, else the only one with new ticks, else all."""
    edit(quay, PLAN_PATH, *replaced)
    assert run_cli("journal", *TODAY, cwd=quay).code == 0
    assert [path.name for path in (quay / FOLDER).glob("2026-03-10-*")] == [f"2026-03-10-{made}"]


def test_a_whole_plan(quay: Path, run_cli: RunCli) -> None:
    """It names the phases in which something was ticked."""
    edit(
        quay,
        PLAN_PATH,
        ("- [ ] Cut", "- [x] Cut"),
        ("- [ ] Set", "- [x] Set"),
        ("- [ ] Phase 2 - Not Started", "- [ ] Phase 2 - Paused"),
    )
    assert run_cli("journal", "quay", *TODAY, cwd=quay) == (
        0,
        (
            f"made {FOLDER}/2026-03-10-quay.md  In Progress, 2 tasks ticked\n"
            "linked quay  in its journal entries\n"
        ),
        WRITE,
    )
    text = (quay / FOLDER / "2026-03-10-quay.md").read_text()
    assert text.startswith("# Dev Journal: Quay, phases 2 and 3\n")
    assert "**Plan**: [Quay](../plans/2026-02-02-quay.md), phases 2 and 3\n" in text
    assert "Ticked in phase 2:\n\n- Cut the planks\n\nTicked in phase 3:\n\n- Set the rails" in text
    entry = "- [2026-03-10: Phases 2 and 3](../dev-journals/2026-03-10-quay.md)\n"
    assert entry in (quay / PLAN_PATH).read_text()


def test_a_title_of_its_own(quay: Path, run_cli: RunCli) -> None:
    ran = run_cli("journal", "quay#2", "--title", "The [wet] planks", *TODAY, cwd=quay)
    assert ran.out.startswith(f"made {FOLDER}/2026-03-10-the-wet-planks.md  In Progress\n")
    text = (quay / FOLDER / "2026-03-10-the-wet-planks.md").read_text()
    assert text.startswith("# Dev Journal: The \\[wet\\] planks\n")
    entry = (
        r"- [2026-03-10: Phase 2, The \[wet\] planks](../dev-journals/2026-03-10-the-wet-planks.md)"
    )
    assert f"{ENTRY}{entry}\n" in (quay / PLAN_PATH).read_text()


def test_a_plan_without_a_place(quay: Path, run_cli: RunCli) -> None:
    head, _, _ = PLAN.partition("## Progress Tracking")
    (quay / PLAN_PATH).write_text(head)
    assert run_cli("journal", "quay#2", *TODAY, cwd=quay) == (
        1,
        "",
        (
            "error: quay has no place for journal entries\n"
            "help: --create-section makes one, with its progress if need be\n"
        ),
    )
    assert not (quay / MADE).exists()
    assert run_cli("journal", "quay#2", "--create-section", *TODAY, cwd=quay).code == 0
    assert (
        (quay / PLAN_PATH)
        .read_text()
        .endswith(
            "- [ ] CEO approval\n\n## Progress Tracking\n\n### Dev Journal Entries\n\n"
            "- [2026-03-10: Phase 2 Planks](../dev-journals/2026-03-10-quay-phase-2.md)\n\n"
        )
    )


def test_entries_that_are_no_list(quay: Path, run_cli: RunCli) -> None:
    table = "| Day | Journal |\n|--|--|\n| 1 | [a](../dev-journals/2026-02-20-quay.md) |\n"
    edit(quay, PLAN_PATH, (ENTRY, table))
    assert run_cli("journal", "quay#2", *TODAY, cwd=quay) == (
        1,
        "",
        (
            "error: the journal entries of quay are no list\n"
            "help: make a list of them, so that one more can be added\n"
        ),
    )


def test_the_newest_entry_stays_the_first(quay: Path, run_cli: RunCli) -> None:
    older = "- [2026-02-10: Phase 1, the sand](../dev-journals/2026-02-10-sand.md)\n"
    (quay / FOLDER / "2026-02-10-sand.md").write_text("# Sand\n")
    edit(quay, PLAN_PATH, (ENTRY, f"{ENTRY}{older}"))
    run_cli("journal", "quay#2", *TODAY, cwd=quay)
    entry = "- [2026-03-10: Phase 2, Planks](../dev-journals/2026-03-10-quay-phase-2.md)\n"
    assert f"Entries\n{entry}{ENTRY}{older}" in (quay / PLAN_PATH).read_text()


def test_a_new_plan(quay: Path, run_cli: RunCli) -> None:
    """The guidance that held the place of entries gives way."""
    run_cli("new", "Gale # 100%", "--phases", "Masts", *TODAY, cwd=quay)
    run_cli("start", "gale-100", *TODAY, cwd=quay)
    words = ("check", "--format", "json", *TODAY)
    before = untrue(run_cli(*words, cwd=quay))
    assert run_cli("journal", "gale-100#1", *TODAY, cwd=quay).code == 0
    assert untrue(run_cli(*words, cwd=quay)) == before
    entry = "- [2026-03-10: Phase 1 Masts](../dev-journals/2026-03-10-gale-100-phase-1.md)\n"
    text = (quay / "docs/plans/2026-03-10-gale-100.md").read_text()
    assert f"### Dev Journal Entries\n\n{entry}\n" in text


def test_an_index_of_journals(quay: Path, run_cli: RunCli) -> None:
    index = quay / FOLDER / "README.md"
    index.write_text("# Journals\n\n- [2026-02-20: Quay](2026-02-20-quay.md)\n")
    ran = run_cli("journal", "quay#2", *TODAY, cwd=quay)
    assert ran.out.endswith(f"listed 2026-03-10-quay-phase-2.md  in {FOLDER}/README.md\n")
    assert index.read_text() == (
        "# Journals\n\n- [2026-02-20: Quay](2026-02-20-quay.md)\n"
        "- [2026-03-10: Quay, phase 2: Planks](2026-03-10-quay-phase-2.md)\n"
    )


def test_line_ends(quay: Path, run_cli: RunCli) -> None:
    """Each file keeps its own; a new journal has those of the journals beside it."""
    (quay / PLAN_PATH).write_bytes(PLAN.replace("\n", "\r\n").encode())
    run_cli("journal", "quay#2", *TODAY, cwd=quay)
    after = (quay / PLAN_PATH).read_bytes()
    assert after.count(b"\r\n") == after.count(b"\n") == PLAN.count("\n") + 1
    assert b"\r" not in (quay / MADE).read_bytes()
    (quay / MADE).write_bytes((quay / MADE).read_bytes().replace(b"\n", b"\r\n"))
    run_cli("journal", "quay#3", *TODAY, cwd=quay)
    made = (quay / FOLDER / "2026-03-10-quay-phase-3.md").read_bytes()
    assert made.count(b"\r\n") == made.count(b"\n") > 10


def test_bounds(quay: Path, run_cli: RunCli) -> None:
    """Long lists end with how many more there are."""
    tasks = "".join(f"- [x] Done {n}\n" for n in range(52)) + "".join(
        f"- [ ] Open {n}\n" for n in range(14)
    )
    edit(quay, PLAN_PATH, ("- [ ] Cut the planks\n", tasks))
    for number in range(20):
        (quay / f"f{number:02}").write_text("")
    commit(quay, "2026-03-01", "many files")
    for number in range(31):
        (quay / "f00").write_text(str(number))
        commit(quay, "2026-03-02", f"more {number}")
    ran = run_cli("journal", "quay#2", *TODAY, cwd=quay)
    assert "52 tasks ticked, 32 commits since 2026-02-20\n" in ran.out
    text = (quay / MADE).read_text()
    assert "- Done 49\n- and 2 more\n\nCommits" in text
    assert re.search(r"- 2026-03-02 `\w{8}` more 1\n  - `f00`\n- and 2 earlier ones\n", text)
    assert text.endswith("- Open 11\n- and 5 more\n")


def test_many_files_of_a_commit(quay: Path, run_cli: RunCli) -> None:
    """They are told from the folder on that they share."""
    (quay / "site").mkdir()
    for number in range(8):
        (quay / f"site/f{number:02}`").write_text("")
    commit(quay, "2026-03-01", "many files")
    run_cli("journal", "quay#2", *TODAY, cwd=quay)
    names = ", ".join(f"`` f{number:02}` ``" for number in range(6))
    assert f"  - in `site`: {names} and 2 more\n" in (quay / MADE).read_text()


def test_outside_of_git(make_repository: Make, run_cli: RunCli) -> None:
    """All that is ticked is told, and nobody is named."""
    root = make_repository({**FILES, "trueplan.toml": ""})
    (root / ".git").rmdir()
    edit(root, PLAN_PATH, ("- [ ] Cut", "- [x] Cut"))
    environment = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    ran = run_cli("journal", "quay#1", *TODAY, cwd=root, env=environment)
    assert ran.out.startswith(
        f"made {FOLDER}/2026-03-10-quay-phase-1.md  Complete, 2 tasks ticked\n"
    )
    text = (root / FOLDER / "2026-03-10-quay-phase-1.md").read_text()
    assert "**Author**: <!-- trueplan: who did it -->\n" in text
    assert "Ticked since 2026-02-20:\n\n- Sort the timber\n- Drive the piles\n\n## What" in text


def test_a_journal_that_is_not_committed(quay: Path, run_cli: RunCli) -> None:
    """The plan counts from how it was at the end of the journal's day."""
    edit(quay, PLAN_PATH, ("- [ ] Cut", "- [x] Cut"))
    commit(quay, "2026-03-01", "cut")
    edit(quay, PLAN_PATH, ("- [ ] Lay", "- [x] Lay"))
    lay = commit(quay, "2026-03-03", "lay")
    name = "2026-03-02-quay-phase-2.md"
    (quay / FOLDER / name).write_text("# Planks\n")
    edit(quay, PLAN_PATH, (ENTRY, f"{ENTRY}- [2026-03-02: Phase 2](../dev-journals/{name})\n"))
    run_cli("journal", "quay#2", *TODAY, cwd=quay)
    text = (quay / MADE).read_text()
    assert "Ticked since 2026-03-02:\n\n- Lay them\n\nCommits since 2026-03-02, the" in text
    assert re.findall(r"^- \d{4}-\d\d-\d\d `(\w+)`", text, re.MULTILINE) == [lay]


def test_a_plan_that_was_renamed(quay: Path, run_cli: RunCli) -> None:
    """What was ticked under its old name is not told again."""
    edit(quay, PLAN_PATH, ("- [x] Drive", "- [ ] Drive"))
    edit(quay, INDEX_PATH, ("2026-02-02-quay.md", "2026-02-02-pier.md"))
    (quay / OLD).write_text("# Piles\n")
    (quay / PLAN_PATH).rename(quay / "docs/plans/2026-02-02-pier.md")
    commit(quay, "2026-03-01", "rename")
    edit(quay, "docs/plans/2026-02-02-pier.md", ("- [ ] Drive", "- [x] Drive"))
    ran = run_cli("journal", "pier#1", *TODAY, cwd=quay)
    assert ran.out.startswith(
        f"made {FOLDER}/2026-03-10-pier-phase-1.md  Complete, 1 commit since 2026-02-20\n"
    )


def test_nothing_ticked_in_a_planned_plan(quay: Path, run_cli: RunCli) -> None:
    edit(quay, PLAN_PATH, ("In Progress", "Planned"))
    ran = run_cli("journal", "quay#2", *TODAY, cwd=quay)
    assert ran.err == (
        f"{WRITE}no task of quay#2 was ticked, so none is listed\n"
        "quay is Planned, and a journal tells of its work now: `trueplan start quay`\n"
    )


def test_dry_run_writes_nothing(quay: Path, run_cli: RunCli) -> None:
    ran = run_cli("journal", "quay#1", "--dry-run", *TODAY, cwd=quay)
    assert ran.code == 0
    assert ran.out.startswith(f"--- /dev/null\n+++ b/{FOLDER}/2026-03-10-quay-phase-1.md\n@@ -0,0")
    assert ran.err.endswith("nothing was written\n")
    assert (quay / PLAN_PATH).read_text() == PLAN
    assert [path.name for path in (quay / FOLDER).iterdir()] == ["2026-02-20-quay.md"]


def test_json_and_commit(quay: Path, run_cli: RunCli) -> None:
    words = ("journal", "quay#2", "--commit", "--format", "json", *TODAY)
    answer = json.loads(run_cli(*words, cwd=quay).out)
    assert answer["schema"] == "trueplan.change/1"
    assert answer["subject"] == "quay: journal of #2"
    assert len(answer["commit"]) == 40
    assert [(one["path"], one["what"]) for one in answer["files"]] == [
        (MADE, "created"),
        (PLAN_PATH, "changed"),
    ]
    assert [edit["text"] for edit in answer["files"][1]["edits"]] == [
        "\n- [2026-03-10: Phase 2, Planks](../dev-journals/2026-03-10-quay-phase-2.md)"
    ]
    assert answer["seen"] == [{"ref": "quay#2", "text": "Planks"}]
    assert answer["state"]["ref"] == "quay"
    ran = run_cli("journal", "quay#3", "--digest", "0" * 64, *TODAY, cwd=quay)
    assert (ran.code, ran.out) == (3, "")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            ("quay#1.1",),
            2,
            "error: quay#1.1 is no phase\nhelp: a journal is about a plan or a phase of it\n",
        ),
        (
            ("quay", "--took", "a while"),
            2,
            "error: --took takes a time like “1 session” or “3 hours”, not a while\n",
        ),
        (
            ("quay", "--title", "🎉"),
            2,
            (
                "error: “🎉” has no letter that a file could be named by\n"
                "help: say in words what the journal is about\n"
            ),
        ),
        (
            ("quay", "--title", "Our template"),
            2,
            (
                f"error: a journal at {FOLDER}/2026-03-10-our-template.md would not be found\n"
                "help: give it another name with --title, or name its folder: "
                f'`journals = ["{FOLDER}/*.md"]` in trueplan.toml\n'
            ),
        ),
        (
            ("quay", "--title", "Quay", "--today", "2026-02-20"),
            1,
            (
                f"error: there is a journal at {OLD} already\n"
                'help: go on writing there, or give the new one a title: --title "…"\n'
            ),
        ),
    ],
)
def test_what_is_refused(
    words: tuple[str, ...], code: int, said: str, quay: Path, run_cli: RunCli
) -> None:
    before = sorted(quay.rglob("*.md"))
    assert run_cli("journal", *TODAY, *words, cwd=quay) == (code, "", said)
    assert sorted(quay.rglob("*.md")) == before
    assert (quay / PLAN_PATH).read_text() == PLAN


def test_no_plan_is_named(quay: Path, run_cli: RunCli) -> None:
    """With several in progress, or with none, it asks which."""
    other = "docs/plans/2026-02-03-pier.md"
    (quay / other).write_text(PLAN.replace("Quay", "Pier"))
    assert run_cli("journal", *TODAY, cwd=quay) == (
        2,
        "",
        (
            "error: 2 plans are in progress\nhelp: say which one:\n"
            "        trueplan journal quay\n        trueplan journal pier\n"
        ),
    )
    edit(quay, PLAN_PATH, ("In Progress", "Planned"))
    edit(quay, other, ("In Progress", "Completed"))
    assert run_cli("journal", *TODAY, cwd=quay) == (
        2,
        "",
        "error: no plan is in progress\nhelp: say which one:\n        trueplan journal quay\n",
    )


def test_no_plan_at_all(make_repository: Make, run_cli: RunCli) -> None:
    root = make_repository({INDEX_PATH: INDEX})
    ran = run_cli("journal", *TODAY, cwd=root)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: no plans ")


def test_the_first_journal_of_a_repository(make_repository: Make, run_cli: RunCli) -> None:
    """It goes beside the plans, into a folder that is made for it."""
    root = make_repository({PLAN_PATH: PLAN.replace(ENTRY, "- TBD\n")})
    assert run_cli("journal", "quay#2", *TODAY, cwd=root).code == 0
    assert (root / MADE).is_file()


def test_each_project_has_its_own_folder(quay: Path, run_cli: RunCli) -> None:
    """Journals of another project are no reason to go there, however many they are."""
    for number in range(3):
        path = quay / f"apps/sea/docs/dev-journals/2026-01-0{number + 1}-sea.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# Sea\n")
    edit(quay, PLAN_PATH, (ENTRY, "- TBD\n"))
    assert run_cli("journal", "quay#2", *TODAY, cwd=quay).code == 0
    assert (quay / MADE).is_file()


def test_the_public_plan(clubs: Path, run_cli: RunCli, tmp_path: Path) -> None:
    """The plan that was born untrue gets its first journal from what the history knows."""
    ran = run_cli("journal", "open-graph#1", "--dry-run", "--today", "2025-12-18", cwd=clubs)
    assert ran.code == 0
    assert "+Commits since 2025-12-18, the last one first:\n" in ran.out
    assert (
        "+- 2025-12-18 `06483acc` feat(og): enhance Open Graph meta tags for professional social "
        "sharing\n"
    ) in ran.out
    assert '+- Add `og:site_name="Georgetown Rotary"` to static HTML\n' in ran.out
    assert "-- (Will be added as phases complete)\n" in ran.out

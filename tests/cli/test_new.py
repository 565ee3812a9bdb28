"""`trueplan new`: what is made, what it is made from, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.changes import FILES, INDEX_PATH
from tests.cli.conftest import RunCli
from tests.conftest import SHARED, Make, put_in_git

TODAY = ("--today", "2026-03-10")
MADE = "docs/plans/2026-03-10-gale-warnings.md"
HINT = "its comments say what belongs where; then `trueplan start gale-warnings`\n"


@pytest.fixture
def quay(make_repository: Make) -> Path:
    root = make_repository(FILES)
    put_in_git(root)
    return root


def test_a_plan_with_its_row(quay: Path, run_cli: RunCli) -> None:
    rows = (quay / INDEX_PATH).read_text()
    ran = run_cli("new", "Gale warnings", "--phases", "Masts", "--phases", "3", *TODAY, cwd=quay)
    assert ran == (
        0,
        f"made gale-warnings  {MADE}, 3 phases\nlisted gale-warnings  in {INDEX_PATH}\n",
        HINT,
    )
    text = (quay / MADE).read_text()
    assert text.startswith(
        "# Implementation Plan: Gale warnings\n\n"
        "**Status**: Planned\n**Created**: 2026-03-10\n**Owner**: Wren\n"
        "**Target Completion**: TBD\n**Related ADRs**: None\n**Related Backlog Items**: None\n\n"
    )
    assert [line for line in text.split("\n") if line.startswith("### Phase")] == [
        "### Phase 1: Masts",
        "### Phase 2: <!-- trueplan: a name, after what it leaves behind -->",
        "### Phase 3: <!-- trueplan: a name, after what it leaves behind -->",
    ]
    after = (quay / INDEX_PATH).read_text()
    assert [line for line in after.split("\n") if line not in rows.split("\n")] == [
        "| [Gale warnings](2026-03-10-gale-warnings.md) | Planned | 2026-03-10 |  | 3 | Wren |"
    ]
    assert run_cli("check", MADE, *TODAY, cwd=quay)[:2] == (0, "nothing untrue in 1 plan.\n")


def test_a_fresh_plan_is_shown(quay: Path, run_cli: RunCli) -> None:
    """Guidance is no work: nothing is counted that nobody has written."""
    run_cli("new", "Gale warnings", "--phases", "Masts", "--phases", "Sirens", *TODAY, cwd=quay)
    ran = run_cli("show", "gale-warnings", *TODAY, cwd=quay)
    assert ran.out.split("\n\n")[1:4] == [
        "status      Planned\nowner       Wren\ncreated     2026-03-10",
        (
            "phases      ▕                    ▏  0/2\n"
            "criteria    ▕                    ▏  0/2  gates among them 0/2"
        ),
        "#1  Masts   ready\n#2  Sirens  blocked  after 1",
    ]
    listed = run_cli("list", cwd=quay).out
    assert "gale-warnings  planned         0/2      -  -           Wren\n" in listed


def test_guidance_is_asked_for_once_the_plan_has_started(quay: Path, run_cli: RunCli) -> None:
    run_cli("new", "Gale warnings", "--phases", "1", *TODAY, cwd=quay)
    run_cli("start", "gale-warnings", *TODAY, cwd=quay)
    ran = run_cli("check", MADE, *TODAY, cwd=quay)
    assert "TP107 placeholder-left\n  25 pieces of the template were not replaced" in ran.out
    assert "1 warning in 1 of 1 plan.\n" in ran.out


def test_from_the_backlog(quay: Path, run_cli: RunCli) -> None:
    """The topic is the feature, and the item starts with the plan."""
    backlog = quay / "BACKLOG.md"
    backlog.write_text(backlog.read_text() + "| HAR-002 | P2 | Backlog | Ring the bell | |\n")
    ran = run_cli("new", "--backlog", "har-2", *TODAY, cwd=quay)
    assert ran.out.startswith("made ring-the-bell  docs/plans/2026-03-10-ring-the-bell.md, 3 ")
    text = (quay / "docs/plans/2026-03-10-ring-the-bell.md").read_text()
    assert "**Related Backlog Items**: HAR-002\n" in text
    ran = run_cli("start", "ring-the-bell", *TODAY, cwd=quay)
    assert "updated HAR-002  In Progress in BACKLOG.md\n" in ran.out


def test_dry_run_writes_nothing(quay: Path, run_cli: RunCli) -> None:
    ran = run_cli("new", "Gale warnings", "--dry-run", *TODAY, cwd=quay)
    assert ran.code == 0
    assert ran.out.startswith(f"--- /dev/null\n+++ b/{MADE}\n@@ -0,0 +1,")
    assert ran.err == HINT + "nothing was written\n"
    assert not (quay / MADE).exists()


def test_json_and_commit(quay: Path, run_cli: RunCli) -> None:
    import json

    words = ("new", "Gale warnings", "--phases", "Masts", "--commit", "--format", "json", *TODAY)
    answer = json.loads(run_cli(*words, cwd=quay).out)
    assert answer["schema"] == "trueplan.change/1"
    assert answer["subject"] == "gale-warnings: new plan"
    assert len(answer["commit"]) == 40
    assert [(one["path"], one["what"]) for one in answer["files"]] == [
        (MADE, "created"),
        (INDEX_PATH, "changed"),
    ]
    assert answer["state"]["status"] == "planned"
    assert [one["title"] for one in answer["state"]["phases"]] == ["Masts"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            (),
            2,
            (
                "error: a plan needs a topic\n"
                'help: say it: trueplan new "Harbour lights"; --backlog and --from bring theirs\n'
            ),
        ),
        (
            ("Quay",),
            1,
            (
                "error: there is a plan called quay already: docs/plans/2026-02-02-quay.md\n"
                "help: `trueplan show docs/plans/2026-02-02-quay.md` shows it; "
                "give the new one another topic\n"
            ),
        ),
        (
            ("🎉",),
            2,
            (
                "error: “🎉” has no letter that a file could be named by\n"
                "help: say in words what the plan is about\n"
            ),
        ),
        (
            ("A", "--phases", "0"),
            2,
            "error: --phases takes a number from 1 to 50, not 0\n",
        ),
        (("A", "--phases", "1", "--phases", "2"), 2, "error: --phases takes one number, not 2\n"),
        (
            ("A", "--phases", "B", "--phases", "C", "--phases", "1"),
            2,
            "error: --phases 1 is less than the 2 phases that are named\n",
        ),
        (
            ("A", "--phases", "✅ Masts"),
            2,
            "error: “Masts” reads as a phase that is closed\nhelp: give it another title\n",
        ),
        (
            ("A", "--target", "soon"),
            2,
            "error: --target takes a day like 2026-03-10, not soon\n",
        ),
        (
            ("A", "--target", "2026-03-09"),
            2,
            "error: the target 2026-03-09 is before the day that the plan is made\n",
        ),
        (
            ("A", "--in", "site"),
            2,
            (
                "error: a plan in site would not be found\n"
                "help: use a folder called plans, or name this one: "
                '`plans = ["site/*.md"]` in trueplan.toml\n'
            ),
        ),
        (
            ("A", "--from", "nowhere.md"),
            2,
            "error: there is no file nowhere.md\nhelp: --from takes a Markdown file\n",
        ),
    ],
)
def test_what_is_refused(
    words: tuple[str, ...], code: int, said: str, quay: Path, run_cli: RunCli
) -> None:
    before = sorted(quay.rglob("*.md"))
    assert run_cli("new", *words, *TODAY, cwd=quay) == (code, "", said)
    assert sorted(quay.rglob("*.md")) == before


def test_the_configuration_knows_the_owner(quay: Path, run_cli: RunCli) -> None:
    (quay / "trueplan.toml").write_text('owner = "CTO"\napprover = "Orla"\n')
    run_cli("new", "Gale warnings", *TODAY, cwd=quay)
    text = (quay / MADE).read_text()
    assert "**Owner**: CTO\n" in text
    assert "### Quality Gates\n\n- [ ] All tests passing\n- [ ] Orla approval\n" in text


SPEC = """\
# Gale warnings

Boats should hear of a gale. See [the list](quay.md#top).

## Motivation

Two boats were lost.

## Milestone 1: Masts

Six of them.

- order [masts](../BACKLOG.md)
- raise them

**Done when**:
- six stand

## Milestone 2: Sirens

### Tasks

- [ ] buy sirens

### Open questions

Who pays?

## Budget

None.
"""


def test_from_a_file(quay: Path, run_cli: RunCli) -> None:
    """Phases, tasks and sections go where they belong, and links lead where they led."""
    (quay / "notes").mkdir()
    (quay / "notes/gale.md").write_text(SPEC)
    (quay / "notes/quay.md").write_text("# Quay\n")
    ran = run_cli("new", "--from", "notes/gale.md", *TODAY, cwd=quay)
    assert ran.out.startswith(f"made gale-warnings  {MADE}, 2 phases\n")
    text = (quay / MADE).read_text()
    assert (
        "## Overview\n\n"
        "Boats should hear of a gale. See [the list](../../notes/quay.md#top).\n\n"
        "### Business Objective\n\n#### Motivation\n\nTwo boats were lost.\n\n"
    ) in text
    assert "### Further Context\n\n#### Budget\n\nNone.\n\n## Phases\n\n" in text
    assert (
        "### Phase 1: Milestone 1: Masts\n\n**Goal**: Six of them.\n\n"
        "**Tasks**:\n- [ ] order [masts](../../BACKLOG.md)\n- [ ] raise them\n\n"
        "**Deliverables**:\n"
    ) in text
    assert "**Done when**:\n- six stand\n\n**Estimated Duration**:" in text
    assert "**Dependencies**: Phase 1\n\n#### Open questions\n\nWho pays?\n\n## Tech" in text
    assert run_cli("check", MADE, *TODAY, cwd=quay)[:2] == (0, "nothing untrue in 1 plan.\n")


def test_an_issue_without_phases(quay: Path, run_cli: RunCli) -> None:
    """What can be ticked is the work of the only phase; the topic takes the place of a title."""
    (quay / "issue.md").write_text("It is too quiet.\n\n- [ ] buy a bell\n- [ ] hang it\n")
    ran = run_cli("new", "Ring the bell", "--from", "issue.md", *TODAY, cwd=quay)
    assert ran.out.startswith("made ring-the-bell  docs/plans/2026-03-10-ring-the-bell.md, 1 phase")
    text = (quay / "docs/plans/2026-03-10-ring-the-bell.md").read_text()
    assert "## Overview\n\nIt is too quiet.\n\n### Business" in text
    assert "**Tasks**:\n- [ ] buy a bell\n- [ ] hang it\n\n" in text


def test_a_file_that_is_ticked(quay: Path, run_cli: RunCli) -> None:
    """A plan is not born untrue: what was begun is in progress."""
    (quay / "gale.md").write_text(SPEC.replace("[ ] buy", "[x] buy"))
    ran = run_cli("new", "--from", "gale.md", *TODAY, cwd=quay)
    assert ran.err == "some of gale.md is ticked, so the plan is in progress\n"
    text = (quay / MADE).read_text()
    assert "**Status**: In Progress\n" in text
    assert "- [ ] Phase 1 - Not Started\n- [ ] Phase 2 - In Progress\n" in text


OWN = """\
# {{title}}

Status: Draft
Created: YYYY-MM-DD
Owner: [Owner]
Due: YYYY-MM-DD

Hello {{ title }}, [Name], {{whatever}} and `{{title}}`.

## Work

- [ ] Begin
"""


def test_a_template_of_ones_own(quay: Path, run_cli: RunCli) -> None:
    """What is known is filled in, the rest stays, line ends too."""
    (quay / "docs/plans/TEMPLATE.md").write_bytes(OWN.replace("\n", "\r\n").encode())
    ran = run_cli("new", "Gale warnings", *TODAY, cwd=quay)
    assert ran.out.startswith(f"made gale-warnings  {MADE}\n")
    assert (quay / MADE).read_bytes().decode() == (
        OWN.replace("# {{title}}", "# Gale warnings")
        .replace("Created: YYYY-MM-DD", "Created: 2026-03-10")
        .replace("[Owner]", "Wren")
        .replace("Due: YYYY-MM-DD", "Due: TBD")
        .replace("{{ title }}", "Gale warnings")
        .replace("\n", "\r\n")
    )
    assert "template" not in run_cli("list", cwd=quay).out.lower()
    assert run_cli("new", "B", "--phases", "2", *TODAY, cwd=quay) == (
        2,
        "",
        (
            "error: --phases does not go with a template of one's own, docs/plans/TEMPLATE.md\n"
            "help: --template built-in leaves it out of it\n"
        ),
    )
    words = ("new", "B", "--phases", "2", "--template", "built-in", *TODAY)
    assert run_cli(*words, cwd=quay).code == 0


def test_the_template_that_is_shared(quay: Path, run_cli: RunCli) -> None:
    shared = SHARED / "template.md"
    if not shared.is_file():
        pytest.skip("the template is not beside the project")
    ran = run_cli("new", "Gale warnings", "--template", str(shared), *TODAY, cwd=quay)
    assert ran.err == f"error: there is no file {shared} in {quay}\n"
    (quay / "plan.template.md").write_bytes(shared.read_bytes())
    (quay / "trueplan.toml").write_text('template = "plan.template.md"\n')
    ran = run_cli("new", "Gale warnings", *TODAY, cwd=quay)
    assert ran.out.startswith(f"made gale-warnings  {MADE}, 3 phases\n")
    assert (
        (quay / MADE)
        .read_text()
        .startswith(
            "# Implementation Plan: Gale warnings\n\n**Status**: Planned\n**Created**: 2026-03-10\n"
            "**Owner**: Wren\n**Target Completion**: TBD\n**Related ADRs**: None\n"
        )
    )


def test_a_template_that_is_none(quay: Path, run_cli: RunCli) -> None:
    """Every flaw with its line; the plan that was copied for one among them."""
    (quay / "docs/plans/TEMPLATE.md").write_text(
        "# Winter\n\n**Status**: Completed\n\n[Feature\n\n{{bad\n"
    )
    assert run_cli("new", "A", *TODAY, cwd=quay) == (
        2,
        "",
        (
            "error: no plan can be made from docs/plans/TEMPLATE.md\n"
            "help: mend it, or take ours with --template built-in:\n"
            "      docs/plans/TEMPLATE.md:1: the title has no place for the topic; "
            "write {{title}} or [Feature Name] there\n"
            "      docs/plans/TEMPLATE.md:3: “Completed” is not the status of a new plan; "
            "write Planned there\n"
            "      docs/plans/TEMPLATE.md:5: “[Feature” is opened and not closed; close it with ]\n"
            "      docs/plans/TEMPLATE.md:7: there is no place for a phase or a task; "
            "add a heading such as `### Phase 1: [Phase Name]`, or a list with boxes\n"
            "      docs/plans/TEMPLATE.md:7: “{{bad” is opened and not closed; close it with }}\n"
        ),
    )
    (quay / "docs/plans/TEMPLATE.md").write_bytes(b"# {{title}}\n\xff\n")
    assert run_cli("new", "A", *TODAY, cwd=quay).err.endswith(
        "      docs/plans/TEMPLATE.md:2: this is not UTF-8; convert it\n"
    )
    (quay / "docs/plans/TEMPLATE.md").unlink()
    (quay / "trueplan.toml").write_text('template = "mine.md"\n')
    assert run_cli("new", "A", *TODAY, cwd=quay) == (
        2,
        "",
        "error: trueplan.toml: template names mine.md, which is not there\n",
    )


def test_outside_of_git_and_of_everything(tmp_path: Path, run_cli: RunCli) -> None:
    ran = run_cli("new", "Über uns & 日本", "--owner", "Ines", *TODAY, cwd=tmp_path)
    assert ran.out == "made uber-uns-日本  docs/plans/2026-03-10-uber-uns-日本.md, 3 phases\n"
    assert run_cli("new", "Über uns & 日本", *TODAY, cwd=tmp_path).code == 1

"""`trueplan set`: fields of plans and phases, and what follows them."""

from __future__ import annotations

import pytest

from tests.cli.changes import FILES, changed_lines
from tests.cli.conftest import RunCli
from tests.conftest import Make


@pytest.mark.parametrize(
    ("words", "code", "out", "err", "changed"),
    [
        (
            ("set", "quay", "owner", "Ada", "--today", "2026-03-10"),
            0,
            "set quay  owner: Ada\nupdated docs/plans/README.md  owner Ada\n",
            "",
            [
                "-**Owner**: Wren",
                "+**Owner**: Ada",
                (
                    "-| [Quay](2026-02-02-quay.md) | In Progress | 2026-02-02 | "
                    "2026-03-20 | 3 | Wren |"
                ),
                "+| [Quay](2026-02-02-quay.md) | In Progress | 2026-02-02 | 2026-03-20 | 3 | Ada |",
            ],
        ),
        (
            (
                "set",
                "quay",
                "owner",
                "Ada",
                "target",
                "2026-04-01",
                "--because",
                "Wren left",
                "--today",
                "2026-03-10",
            ),
            0,
            (
                "set quay  owner: Ada\nset quay  target: 2026-04-01\n"
                "updated docs/plans/README.md  target 2026-04-01, owner Ada\n"
            ),
            "",
            [
                "-**Owner**: Wren",
                "+**Owner**: Ada",
                "-**Target Completion**: 2026-03-20",
                "+**Target Completion**: 2026-04-01",
                "+- **2026-03-10**: Owner is now Ada, target is now 2026-04-01: Wren left",
                (
                    "-| [Quay](2026-02-02-quay.md) | In Progress | 2026-02-02 | "
                    "2026-03-20 | 3 | Wren |"
                ),
                "+| [Quay](2026-02-02-quay.md) | In Progress | 2026-02-02 | 2026-04-01 | 3 | Ada |",
            ],
        ),
        (
            ("set", "quay", "due", "2026-04-01", "--today", "2026-03-10"),
            0,
            "set quay  target: 2026-04-01\nupdated docs/plans/README.md  target 2026-04-01\n",
            "",
            [
                "-**Target Completion**: 2026-03-20",
                "+**Target Completion**: 2026-04-01",
                (
                    "-| [Quay](2026-02-02-quay.md) | In Progress | 2026-02-02 | "
                    "2026-03-20 | 3 | Wren |"
                ),
                (
                    "+| [Quay](2026-02-02-quay.md) | In Progress | 2026-02-02 | "
                    "2026-04-01 | 3 | Wren |"
                ),
            ],
        ),
        (
            ("set", "quay", "owner", "Wren", "--today", "2026-03-10"),
            1,
            "",
            "error: quay says so already\nhelp: nothing was written\n",
            [],
        ),
        (
            ("set", "quay", "target", "soon", "--today", "2026-03-10"),
            2,
            "",
            "error: target takes a day like 2026-03-10, not soon\nhelp: TBD takes it back\n",
            [],
        ),
        (
            ("set", "quay", "target", "2026-01-01", "--today", "2026-03-10"),
            2,
            "",
            "error: the target 2026-01-01 is before the plan was made, 2026-02-02\n",
            [],
        ),
        (
            ("set", "quay", "owner", "--today", "2026-03-10"),
            2,
            "",
            "error: owner has no value behind it\nhelp: as in: trueplan set PLAN owner CTO\n",
            [],
        ),
        (
            ("set", "quay", "owner", "", "--today", "2026-03-10"),
            2,
            "",
            'error: owner needs a value\nhelp: `TBD` or "None" says that there is none\n',
            [],
        ),
        (
            ("set", "quay", "owner", "A", "owner", "B", "--today", "2026-03-10"),
            2,
            "",
            "error: owner is set twice\n",
            [],
        ),
        (
            ("set", "quay", "status", "Done", "--today", "2026-03-10"),
            2,
            "",
            (
                "error: status is not set by hand\n"
                "help: `trueplan start`, `pause`, `resume`, `complete`, `cancel` and "
                "`reopen` change it\n"
            ),
            [],
        ),
        (
            ("set", "quay", "goal", "x", "--today", "2026-03-10"),
            2,
            "",
            (
                "error: goal is a field of a phase\n"
                "help: name the phase: PLAN#1; `trueplan show PLAN`\n"
            ),
            [],
        ),
        (
            ("set", "quay", "colour", "blue", "--today", "2026-03-10"),
            2,
            "",
            (
                "error: there is no field colour\n"
                "help: of a plan: owner, target, created, adrs, backlog, problem, "
                "users, impact, metrics, and where nothing stands yet summary, "
                "architecture, technologies, patterns, database, unit, integration, "
                "manual, user-acceptance, steps, flags, migration, references, well, "
                "improve, lessons, repeat; of a phase: title, goal, estimate, depends\n"
            ),
            [],
        ),
        (
            ("set", "quay#3", "goal", "Safe", "estimate", "2 hours", "--today", "2026-03-10"),
            0,
            "set quay#3  goal: Safe\nset quay#3  estimate: 2 hours\n",
            "",
            ["+**Estimated Duration**: 2 hours", "+", "+", "+**Goal**: Safe"],
        ),
        (
            ("set", "quay#3", "title", "Railings", "--today", "2026-03-10"),
            0,
            "set quay#3  title: Railings\n",
            "",
            ["-### Phase 3: Rails", "+### Phase 3: Railings"],
        ),
        (
            ("set", "quay#3", "estimate", "lots", "--today", "2026-03-10"),
            2,
            "",
            "error: no amount of work can be read in “lots”\nhelp: as in: 2 sessions\n",
            [],
        ),
        (
            ("set", "quay#3", "owner", "A", "--today", "2026-03-10"),
            2,
            "",
            "error: owner is a field of the plan\nhelp: leave out the # behind its name\n",
            [],
        ),
        (
            ("set", "quay#3", "colour", "A", "--today", "2026-03-10"),
            2,
            "",
            "error: a phase has no field colour\nhelp: there are title, goal, estimate, depends\n",
            [],
        ),
        (
            ("set", "quay#2.1", "goal", "A", "--today", "2026-03-10"),
            2,
            "",
            'error: quay#2.1 is an item\nhelp: `trueplan supersede quay#2.1 "…"` words it anew\n',
            [],
        ),
        (
            ("set", "quay", "problem", "Wet feet", "--create-section", "--today", "2026-03-10"),
            0,
            "set quay  problem: Wet feet\n",
            "",
            [
                "+",
                "+## Overview",
                "+",
                "+### Business Objective",
                "+",
                "+- **Problem statement**: Wet feet",
            ],
        ),
        (
            ("set", "quay", "architecture", "Oak", "--today", "2026-03-10"),
            1,
            "",
            (
                "error: the plan has no section “Architecture”\n"
                "help: --create-section makes one at its place\n"
            ),
            [],
        ),
        (
            ("set", "quay", "lessons", "Oak lasts", "--create-section", "--today", "2026-03-10"),
            0,
            "set quay  lessons: Oak lasts\n",
            "",
            ["+### Lessons Learned", "+", "+Oak lasts", "+"],
        ),
    ],
)
def test_set(
    words: tuple[str, ...],
    code: int,
    out: str,
    err: str,
    changed: list[str],
    make_repository: Make,
    run_cli: RunCli,
) -> None:
    root = make_repository(FILES)
    assert run_cli(*words, cwd=root) == (code, out, err)
    assert changed_lines(root) == changed

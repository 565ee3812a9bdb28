"""`trueplan add`: things in their place, told with their new references."""

from __future__ import annotations

import pytest

from tests.cli.changes import FILES, changed_lines
from tests.cli.conftest import RunCli
from tests.conftest import Make


@pytest.mark.parametrize(
    ("words", "code", "out", "err", "changed"),
    [
        (("add", "task", "quay#2", "Nail"), 0, "added quay#2.3  Nail\n", "", ["+- [ ] Nail"]),
        (
            ("add", "task", "quay#2", "Nail", "Saw"),
            0,
            "added quay#2.3  Nail\nadded quay#2.4  Saw\n",
            "",
            ["+- [ ] Nail", "+- [ ] Saw"],
        ),
        (("add", "task", "quay#2.2", "Oil"), 0, "added quay#2.2.3  Oil\n", "", ["+  - [ ] Oil"]),
        (
            ("add", "task", "quay#2", "Saw", "--after", "2.1"),
            0,
            "added quay#2.2  Saw\n",
            "",
            ["+- [ ] Saw"],
        ),
        (
            ("add", "task", "quay#2", "Saw", "--after", "cut the"),
            0,
            "added quay#2.2  Saw\n",
            "",
            ["+- [ ] Saw"],
        ),
        (("add", "task", "quay#1", "More"), 0, "added quay#1.3  More\n", "", ["+- [ ] More"]),
        (
            ("add", "task", "quay", "X"),
            2,
            "",
            (
                "error: quay has phases; a task goes into one of them\n"
                'help: say which: trueplan add task quay#3 "X"\n'
            ),
            [],
        ),
        (
            ("add", "task", "quay#2", " "),
            2,
            "",
            "error: a task needs words\nhelp: say what it is\n",
            [],
        ),
        (
            ("add", "task", "quay#9", "X"),
            2,
            "",
            (
                "error: there is no #9 in quay\nhelp: its phases:\n        quay#1  Piles\n"
                "        quay#2  Planks\n        quay#3  Rails\n"
            ),
            [],
        ),
        (
            ("add", "task", "nope", "X"),
            2,
            "",
            "error: no plan is called nope\nhelp: `trueplan list` shows all\n",
            [],
        ),
        (
            ("add", "deliverable", "quay#2", "Deck"),
            0,
            "added quay#2.d1  Deck\n",
            "",
            ["+", "+**Deliverables**:", "+- Deck"],
        ),
        (
            ("add", "deliverable", "quay", "Deck"),
            2,
            "",
            (
                "error: quay has phases; a deliverable goes into one of them\n"
                'help: say which: trueplan add deliverable quay#3 "Deck"\n'
            ),
            [],
        ),
        (
            ("add", "criterion", "quay#3", "Holds"),
            0,
            "added quay#3.a1  Holds\n",
            "",
            ["+**Acceptance Criteria**:", "+- [ ] Holds", "+"],
        ),
        (
            ("add", "criterion", "quay", "Afloat"),
            0,
            "added quay#f2  Afloat\n",
            "",
            ["+- [ ] Afloat"],
        ),
        (("add", "requirement", "quay", "Dry"), 0, "added quay#f2  Dry\n", "", ["+- [ ] Dry"]),
        (
            ("add", "requirement", "quay", "Light", "--quality"),
            1,
            "",
            (
                "error: the plan has no section “Non-Functional Requirements”\n"
                "help: --create-section makes one at its place\n"
            ),
            [],
        ),
        (
            ("add", "requirement", "quay", "Light", "--quality", "--create-section"),
            0,
            "added quay#n1  Light\n",
            "",
            ["+### Non-Functional Requirements", "+", "+- [ ] Light", "+"],
        ),
        (("add", "gate", "quay", "Signed"), 0, "added quay#g2  Signed\n", "", ["+- [ ] Signed"]),
        (
            ("add", "gate", "quay#2", "Signed"),
            2,
            "",
            (
                "error: quay#2 is a phase, and a gate belongs to the whole plan\n"
                'help: trueplan add gate quay "Signed"\n'
            ),
            [],
        ),
        (
            ("add", "phase", "quay", "Lamps", "--task", "Hang", "--depends-on", "Phase 3"),
            0,
            "added quay#4  Lamps\nupdated docs/plans/README.md  4 phases\n",
            "",
            [
                "+### Phase 4: Lamps",
                "+",
                "+**Tasks**:",
                "+- [ ] Hang",
                "+",
                "+**Dependencies**: Phase 3",
                "+",
                "+- [ ] Phase 4 - Not Started",
                (
                    "-| [Quay](2026-02-02-quay.md) | In Progress | 2026-02-02 | "
                    "2026-03-20 | 3 | Wren |"
                ),
                (
                    "+| [Quay](2026-02-02-quay.md) | In Progress | 2026-02-02 | "
                    "2026-03-20 | 4 | Wren |"
                ),
            ],
        ),
        (
            ("add", "phase", "quay", ""),
            2,
            "",
            "error: a phase needs words\nhelp: say what it is\n",
            [],
        ),
        (
            ("add", "phase", "quay#2", "X"),
            2,
            "",
            "error: quay#2 is a part of a plan\nhelp: a phase is of the whole: quay\n",
            [],
        ),
        (
            ("add", "phase", "quay", "X", "--estimate", "lots"),
            2,
            "",
            "error: no amount of work can be read in “lots”\nhelp: as in: 2 sessions\n",
            [],
        ),
        (
            ("add", "risk", "quay", "Storm"),
            1,
            "",
            (
                "error: the plan has no section for risks\n"
                "help: --create-section makes one at its place\n"
            ),
            [],
        ),
        (
            ("add", "risk", "quay", "Storm", "--likelihood", "low", "--create-section"),
            0,
            "added quay#r1  Storm\n",
            "",
            [
                "+## Risks & Mitigation",
                "+",
                "+| Risk | Likelihood | Impact | Mitigation |",
                "+|------|------------|--------|------------|",
                "+| Storm | Low |  |  |",
                "+",
            ],
        ),
        (
            ("add", "risk", "quay", "Storm", "--impact", "huge"),
            2,
            "",
            "error: “huge” is no rating\nhelp: High, Med or Low\n",
            [],
        ),
        (
            ("add", "risk", "quay#2", "Storm"),
            2,
            "",
            "error: quay#2 is a part of a plan\nhelp: a risk is of the whole: quay\n",
            [],
        ),
        (
            ("add", "flag", "quay", "lamp", "--rollout", "5", "--create-section"),
            0,
            "added lamp  a flag of quay\n",
            "",
            [
                "+## Rollout Plan",
                "+",
                "+### Feature Flags",
                "+",
                "+- `lamp`: on for 5 % of users",
                "+",
            ],
        ),
        (
            ("add", "flag", "quay", "lamp"),
            1,
            "",
            (
                "error: the plan has no section for feature flags\n"
                "help: --create-section makes one at its place\n"
            ),
            [],
        ),
        (
            ("add", "flag", "quay", "lamp", "--rollout", "500"),
            2,
            "",
            "error: 500 is out of range\nhelp: a percentage is from 0 to 100\n",
            [],
        ),
        (
            ("add", "flag", "quay", "a`b"),
            2,
            "",
            "error: “a`b” is no name for a flag\nhelp: as in: night-mode\n",
            [],
        ),
        (
            ("add", "point", "quay", "steps", "Go", "Stay", "--create-section"),
            0,
            "added quay  steps: Go\nadded quay  steps: Stay\n",
            "",
            ["+## Rollout Plan", "+", "+### Deployment Steps", "+", "+1. Go", "+2. Stay", "+"],
        ),
        (
            ("add", "point", "quay", "steps", "Go"),
            1,
            "",
            (
                "error: the plan has no section “Deployment Steps”\n"
                "help: --create-section makes one at its place\n"
            ),
            [],
        ),
        (
            ("add", "point", "quay", "sails", "Go"),
            2,
            "",
            (
                "error: there is no section sails for points\n"
                "help: there are summary, architecture, technologies, patterns, "
                "database, unit, integration, manual, user-acceptance, steps, flags, "
                "migration, references, well, improve, lessons, repeat\n"
            ),
            [],
        ),
        (
            ("add",),
            2,
            "",
            (
                "error: `trueplan add` needs to know what\n"
                "help: task, phase, deliverable, criterion, requirement, gate, risk, "
                'flag or point, as in: trueplan add task PLAN#1 "Words"\n'
            ),
            [],
        ),
        (
            ("add", "tsk", "quay", "x"),
            2,
            "",
            "error: there is no command add tsk\nhelp: did you mean add task?\n",
            [],
        ),
    ],
)
def test_add(
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

"""A plan in the template, with every element filled, is read whole."""

from __future__ import annotations

from pathlib import Path

from tests.reader.texts import texts, words
from trueplan.model.item import count
from trueplan.model.outline import SECTIONS
from trueplan.reader.plan import read_plan

SOURCE = Path(__file__).with_name("full_plan.md").read_bytes()
PLAN = read_plan(SOURCE)


def test_it_is_recognised() -> None:
    """It is in the template, has no problem and nothing left of the template in it."""
    assert (PLAN.template, PLAN.form, PLAN.problems, PLAN.placeholders) == (True, "heading", (), ())
    assert PLAN.title is not None
    assert PLAN.title.value == "Implementation Plan: Shared Shopping Lists"


def test_header() -> None:
    """Status, days, owner, and what stands beside the plan."""
    header = PLAN.header
    assert header.status is not None
    assert header.created is not None
    assert header.target is not None
    assert header.owner is not None
    assert (header.status.value, header.status.raw) == ("in_progress", "In Progress")
    assert (header.created.first, header.target.first) == ("2026-01-12", "2026-03-31")
    assert header.owner.value == "Mara (app team)"
    assert [field.value.value for field in header.adrs] == ["ADR-0004"]
    assert [field.value.value for field in header.backlog] == ["SHOP-012, SHOP-015"]
    assert [field.key for field in header.fields] == [
        "status", "created", "owner", "target", "adrs", "backlog",
    ]  # fmt: skip


def test_business_objective() -> None:
    """Problem, users, impact and metrics."""
    objective = PLAN.overview.objective
    assert words(objective.problem) == ["Lists cannot be shared"]
    assert words(objective.users) == ["Families with two phones or more"]
    assert words(objective.impact) == ["Fewer people leave after a month"]
    assert words(objective.metrics) == ["Three of ten lists are shared"]


def test_technical_summary() -> None:
    """Architecture, components, integration points and dependencies."""
    overview = PLAN.overview
    assert words(overview.architecture) == ["A merge service beside the list store"]
    assert words(overview.components) == ["Merge service, share sheet"]
    assert words(overview.integrations) == ["Account service"]
    assert words(overview.dependencies) == ["The push gateway"]


def test_the_first_phase() -> None:
    """Goal, nested tasks, deliverables, criteria, estimate and no dependency."""
    phase = PLAN.phases[0]
    assert (phase.number, phase.title, phase.word, phase.level) == (
        "1",
        "Merge service",
        "phase",
        3,
    )
    assert phase.goal is not None
    assert phase.goal.value == "Two phones can change one list at a time"
    assert [(item.text, item.state, texts(item.children)) for item in phase.tasks] == [
        ("Write the merge rules", "done", ["Items", "Amounts"]),
        ("Store every change", "done", []),
        ("Migrate old lists", "cancelled", []),
    ]
    assert [(item.text, item.state) for item in phase.deliverables] == [
        ("The service behind a flag", None)
    ]
    assert [(item.text, item.state) for item in phase.acceptance] == [
        ("A thousand random merges agree", "done")
    ]
    assert phase.estimate is not None
    assert (phase.estimate.sessions, phase.dependencies) == (2, ())
    assert (count(phase.tasks), phase.boxes) == ((4, 4, 1), (5, 6))


def test_the_second_phase() -> None:
    """A range as estimate, and a dependency that must mean the first phase."""
    phase = PLAN.phases[1]
    (dependency,) = phase.dependencies
    assert phase.estimate is not None
    assert (phase.estimate.low, phase.estimate.high, phase.estimate.sessions) == (1, 2, 1.5)
    assert (dependency.raw, dependency.numbers, dependency.certain) == (
        "Phase 1 completion",
        ("1",),
        True,
    )
    assert [(item.text, item.state) for item in phase.tasks] == [
        ("Draw the sheet", "done"),
        ("Send the invitation", "open"),
    ]
    assert (phase.marked_done, phase.marked_cancelled, len(PLAN.phases)) == (False, False, 2)


def test_technical_approach() -> None:
    """Architecture, technologies, patterns and database changes."""
    approach = PLAN.approach
    assert words(approach.architecture) == ["One log of changes for each list"]
    assert words(approach.technologies) == ["Swift and Kotlin", "SQLite"]
    assert words(approach.patterns) == ["Cards as everywhere"]
    assert words(approach.database) == ["A table of changes"]


def test_testing_strategy() -> None:
    """The four kinds, the goals for coverage and the matrix of devices."""
    testing = PLAN.testing
    assert words(testing.unit) == ["Merge rules", "Coverage goals: 90 % of the merge service"]
    assert words(testing.integration) == ["Two phones and a bad line"]
    assert words(testing.manual)[:2] == ["Invite a stranger", "Device matrix:"]
    assert words(testing.acceptance) == ["Ten families for a week"]
    assert words(testing.coverage) == ["Coverage goals: 90 % of the merge service"]
    assert [words(row) for row in testing.devices] == [["Old phone", "14"], ["New phone", "17"]]


def test_rollout_plan() -> None:
    """Steps, the flag with its share and way back, migration and its way back."""
    rollout = PLAN.rollout
    (flag,) = rollout.flags
    assert words(rollout.steps) == ["Deploy the service", "Release the apps"]
    assert (flag.name.value, flag.percentage) == ("shared-lists", 10)
    assert flag.rollback is not None
    assert flag.rollback.value == "Rollback plan: switch the flag off"
    assert words(rollout.migration) == [
        "Old lists get an empty log",
        "Rollback procedures: drop the table of changes",
    ]
    assert words(rollout.rollback) == ["Rollback procedures: drop the table of changes"]
    assert [(share, span.slice(SOURCE)) for share, span in rollout.percentages] == [(10, b"10%")]


def test_risks() -> None:
    """Both rows; the empty mitigation is none."""
    assert [
        (
            risk.text.value,
            risk.likelihood and risk.likelihood.value,
            risk.impact and risk.impact.value,
            risk.mitigation and risk.mitigation.value,
        )
        for risk in PLAN.risks
    ] == [
        ("Merges lose items", "Low", "High", "Random merges in every build"),
        ("Invitations end as spam", "Medium", "Low", None),
    ]


def test_success_criteria() -> None:
    """Functional, non-functional, gates, each with the state of its box."""
    criteria = PLAN.criteria
    assert [(item.kind, item.text, item.state) for item in criteria.all] == [
        ("functional", "Two people see one list", "done"),
        ("functional", "Anybody can leave a list", "open"),
        ("nonfunctional", "Performance: A merge takes under 50 ms", "open"),
        ("gate", "All tests passing", "done"),
        ("gate", "CEO approval", "open"),
    ]


def test_progress_tracking() -> None:
    """Completed phases with day and journal, and the journal entries."""
    first, second = PLAN.progress.rows
    assert (first.number, first.done, second.number, second.done) == ("1", True, "2", False)
    assert first.date is not None
    assert first.journal is not None
    assert (first.date.first, first.journal.target) == (
        "2026-02-03",
        "../dev-journals/2026-02-03-merge-service.md",
    )
    assert second.status is not None
    assert (second.status.value, second.date, second.journal) == ("in_progress", None, None)
    assert [link.target for link in PLAN.progress.journals] == [
        "../dev-journals/2026-02-03-merge-service.md"
    ]


def test_references_and_notes() -> None:
    """Links of the references, and notes with their days."""
    assert [link.target for link in PLAN.references] == [
        "https://example.org/sheets",
        "../notes/merging.md",
    ]
    assert [(note.date and note.date.first, note.text.value) for note in PLAN.notes] == [
        ("2026-01-20", "2026-01-20: Amounts merge by addition"),
        ("2026-02-01", "2026-02-01: Old phones need a smaller log"),
    ]


def test_retrospective() -> None:
    """The four parts."""
    retrospective = PLAN.retrospective
    assert words(retrospective.well) == ["The random merges"]
    assert words(retrospective.improve) == ["Talk to the account team earlier"]
    assert words(retrospective.lessons) == ["Offline comes first"]
    assert words(retrospective.repeat) == ["Rules before screens"]
    assert (retrospective.other, retrospective.filled) == ((), True)


def test_counts() -> None:
    """Work, criteria and all boxes are counted apart."""
    assert PLAN.work == (5, 6, 1)
    assert count(PLAN.criteria.all) == (2, 5, 0)
    assert PLAN.boxes == (9, 15)
    assert PLAN.tasks == ()


def test_every_section_of_the_outline_is_there() -> None:
    """Each element of the template is a section that is not empty."""
    expected = {entry.element for entry in SECTIONS}
    assert {section.element for section in PLAN.sections if not section.empty} >= expected

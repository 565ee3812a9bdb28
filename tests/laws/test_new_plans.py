"""Laws of new plans: they read back whole, check clean, and drop nothing of what they are from."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import example, given, strategies as st

from tests.laws.nasty import NASTY
from tests.laws.strategies import files
from trueplan.app.check import check_repository
from trueplan.app.repository import Repository
from trueplan.app.rules import select_rules
from trueplan.edit.adopt import adopt
from trueplan.edit.template import Draft, NewPhase, write_plan
from trueplan.model.outline import SECTIONS
from trueplan.reader.phase_heading import read_phase_heading
from trueplan.reader.plan import read_plan
from trueplan.workspace.configuration import Configuration

_LETTERS = st.characters(categories=("Ll", "Lu", "Nd"), include_characters=" -&'")
_NAMES = st.text(_LETTERS, min_size=1, max_size=40).map(lambda text: " ".join(text.split()))
_TITLES = _NAMES.filter(lambda text: bool(re.match(r"\w", text)) and not text[0].isdigit())
_WORD = re.compile(r"\w+")


@given(_TITLES, st.lists(_TITLES, min_size=1, max_size=6), _NAMES.filter(bool))
def test_what_is_made_reads_back(topic: str, titles: list[str], owner: str) -> None:
    """In the template, all of the outline in its order, nothing closed, nothing counted."""
    fields = {"created": "2026-03-10", "owner": owner, "target": "2026-05-01"}
    source = write_plan(Draft(topic, tuple(NewPhase(one) for one in titles), fields)).encode()
    plan = read_plan(source)
    assert plan.template
    assert plan.title is not None
    assert plan.title.value == f"Implementation Plan: {topic}"
    assert [(one.element, one.title, one.level) for one in plan.sections if one.element] == [
        (one.element, one.heading, one.level) for one in SECTIONS
    ]
    assert len(plan.phases) == len(titles)
    assert [phase.number for phase in plan.phases] == [str(n + 1) for n in range(len(titles))]
    assert (plan.work.total, plan.boxes, plan.problems) == (0, (0, 2 + len(titles)), ())
    assert [row.number for row in plan.progress.rows] == [phase.number for phase in plan.phases]
    assert not plan.retrospective.filled
    typed = " ".join((topic, owner, *titles))  # somebody may type what a template says
    assert all(one.guidance or one.text in typed for one in plan.placeholders)


@given(_TITLES, st.integers(1, 6))
def test_what_is_made_is_clean(topic: str, number: int) -> None:
    draft = Draft(topic, (NewPhase(),) * number, {"created": "2026-03-10", "owner": "Wren"})
    path = "docs/plans/2026-03-10-topic.md"
    repository = Repository("/nowhere", Configuration(), {path: write_plan(draft).encode()})
    rules = select_rules(repository.configuration)
    assert check_repository(repository, "2026-03-10", (path,), rules).findings == ()


@given(files())
@example(b"# A\n\n```\nopen\n")
@example(b"Phase 1\n=======\n\n- a\n\nPhase 2\n=======\n\nb\n")
@example(b"---\ntitle: x\n---\n\n# A\n\n- [ ] b\n")
@example(b"# A\n\n## Tasks\n\n- a\n\n### Inner\n\n1. b\n")
@example(
    b"# A\n\n## Phase 1: X\n\n**Goal**: g\n**Odd**: o\n- c\n\n**Todo**:\n- d\n\n#### Tasks\n- e\n"
)
def test_nothing_is_dropped(source: bytes) -> None:
    """Every line of words of a file is in the plan that is made from it."""
    assert dropped(source) == []


def test_nothing_of_what_attacks_readers_is_dropped() -> None:
    assert {name: lost for name, text in NASTY.items() if (lost := dropped(text))} == {}


def test_nothing_of_a_public_plan_is_dropped(corpus: list[Path]) -> None:
    """And the phases of what is made are those that were found."""
    for path in corpus:
        source = path.read_bytes()
        assert dropped(source) == [], path.name
        phases = adopt(source).phases
        plan = read_plan(made_from(source))
        assert len(plan.phases) == max(1, len(phases)), path.name


def made_from(source: bytes) -> bytes:
    adopted = adopt(source)
    phases = adopted.phases or (NewPhase(),)
    return write_plan(Draft(adopted.title, phases, adopted.fields, adopted.bodies)).encode()


def dropped(source: bytes) -> list[str]:
    """The lines of a file whose words do not stand together in the plan.

    A heading of a phase counts without the word and the number that it begins with.
    """
    there = _spaced(made_from(source).decode())
    text = source.decode("utf-8-sig", "replace")
    return [
        line
        for line in re.split(r"\r\n?|\n", text)
        if _spaced(line) not in there and _spaced(_tail(line)) not in there
    ]


def _spaced(text: str) -> str:
    """The words of a text with a blank on either side of each; one blank without any.

    A ticked box is no word: those of a phase that is done are ticked on the way.
    """
    bare = text.replace("[x]", "")
    return " ".join(["", *_WORD.findall(bare), ""]) if _WORD.search(bare) else " "


def _tail(line: str) -> str:
    found = read_phase_heading(line.strip("#* "))
    return found.tail if found is not None else line

"""Laws of what is added and set: it reads as it was meant, and all else as before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from hypothesis import given

from tests.laws.asking import TODAY, located, repository_of
from tests.laws.places import without_spans
from tests.laws.strategies import files
from tests.laws.test_fixes import plans
from trueplan.app.add_flag import NewFlag, make_flag
from trueplan.app.add_items import AddedKind, NewItems, make_addition
from trueplan.app.add_phase import AskedPhase, make_phase
from trueplan.app.add_point import NewPoints, make_points
from trueplan.app.add_risk import NewRisk, make_risk
from trueplan.app.change import Change
from trueplan.app.note import make_note
from trueplan.app.repository import Repository
from trueplan.app.set_fields import AskedFields, make_fields
from trueplan.edit.document import read_document
from trueplan.errors import Refused, UsageError
from trueplan.model.plan import Plan
from trueplan.model.references import refer
from trueplan.text import apply_edits

_WORDS = "Oil the *hinges*"
_KINDS: tuple[AddedKind, ...] = ("task", "deliverable", "criterion")
_OF_PLAN: tuple[AddedKind, ...] = ("criterion", "requirement", "quality", "gate")
_FIELDS = (("goal", "Dry feet"), ("estimate", "2 hours"), ("title", "Doors"))
_TOUCHED = {
    "goal": frozenset(("goals",)),
    "estimate": frozenset[str](),
    "title": frozenset(("phases", "title")),  # one heading may be both
}
_Asked = tuple[frozenset[str], Callable[[], Change]]


def _parts(plan: Plan) -> dict[str, object]:
    """The parts of a plan, by the name under which a change says that it touches them."""
    return {
        "title": plan.title and plan.title.value,
        "status": plan.header.status and plan.header.status.value,
        "owner": plan.header.owner and plan.header.owner.value,
        "target": plan.header.target and plan.header.target.raw,
        "risks": [one.text.value for one in plan.risks],
        "flags": [one.name.value for one in plan.rollout.flags],
        "notes": [one.text.value for one in plan.notes],
        "criteria": without_spans(plan.criteria.all),
        "phases": [(one.number, one.title, one.level, one.marked_done) for one in plan.phases],
        "tasks": [without_spans(one.tasks) for one in plan.phases] + [without_spans(plan.tasks)],
        "outputs": [without_spans(one.deliverables) for one in plan.phases],
        "acceptance": [without_spans(one.acceptance) for one in plan.phases],
        "goals": [one.goal and one.goal.value for one in plan.phases],
        "rows": [(one.number, one.done, one.text) for one in plan.progress.rows],
        "journals": [one.target for one in plan.progress.journals],
    }


def _of_phases(repository: Repository, plan: Plan, random: Random, most: int) -> Iterator[_Asked]:
    places = [one.place for one in refer(plan).phases]
    for place in random.sample(places, min(most, len(places))):
        spot = located(place)
        for kind, part in zip(_KINDS, ("tasks", "outputs", "acceptance"), strict=True):
            asked = NewItems(kind, (_WORDS, "And again"))
            yield (
                frozenset((part,)),
                lambda spot=spot, asked=asked: make_addition(  # type: ignore[misc]
                    repository, spot, asked
                ),
            )
        for field in _FIELDS:
            fields = AskedFields((field,), TODAY)
            yield (
                _TOUCHED[field[0]],
                lambda spot=spot, fields=fields: make_fields(  # type: ignore[misc]
                    repository, spot, fields
                ),
            )


def _of_plan(repository: Repository) -> Iterator[_Asked]:
    plan = located(None)
    for kind in _OF_PLAN:
        asked = NewItems(kind, (_WORDS,), create=True)
        yield frozenset(("criteria",)), lambda asked=asked: make_addition(repository, plan, asked)  # type: ignore[misc]
    phase = AskedPhase("Doors", "Dry feet", ("Saw", "Plane"), (), ("It shuts",), "2 hours")
    parts = frozenset(("phases", "tasks", "outputs", "acceptance", "goals", "rows"))
    yield parts, lambda: make_phase(repository, plan, phase, create=True)
    risk = NewRisk("A flood")
    yield frozenset(("risks",)), lambda: make_risk(repository, plan, risk, create=True)
    flag = NewFlag("sluice", "a gate", "5 %", "shut it")
    yield frozenset(("flags",)), lambda: make_flag(repository, plan, flag, create=True)
    yield frozenset(("notes",)), lambda: make_note(repository, plan, _WORDS, TODAY, create=True)
    points = NewPoints("steps", (_WORDS,), create=True)
    yield frozenset(), lambda: make_points(repository, plan, "steps", points)
    fields = AskedFields((("owner", "Ada"), ("target", "2026-12-20")), TODAY)
    yield frozenset(("owner", "target")), lambda: make_fields(repository, plan, fields)


def _ensure_nothing_else(source: bytes, most: int) -> tuple[int, int]:
    """Ask for everything; what is not refused changes its own parts alone.

    Returns how many were made and how many refused.
    """
    repository, before = repository_of(source), read_document(source).plan
    parts = _parts(before)
    made = refused = 0
    random = Random(len(source))
    for touched, ask in (*_of_phases(repository, before, random, most), *_of_plan(repository)):
        try:
            change = ask()
        except (Refused, UsageError):
            refused += 1
            continue
        made += 1
        (file,) = change.files
        assert file.after == apply_edits(source, file.edits)
        now = _parts(read_document(file.after).plan)
        assert {name for name in parts if parts[name] != now[name]} <= touched, change.subject
    return made, refused


def test_public_plans(corpus: list[Path]) -> None:
    """And nearly nothing is refused."""
    counts = [_ensure_nothing_else(path.read_bytes(), 2) for path in corpus]
    made, refused = (sum(column) for column in zip(*counts, strict=True))
    assert made > 1000
    assert refused * 4 < made  # most of these are plans that are over


def test_public_plans_with_other_line_ends(corpus: list[Path]) -> None:
    for path in corpus[::4]:
        _ensure_nothing_else(path.read_bytes().replace(b"\r", b"").replace(b"\n", b"\r\n"), 1)


@given(plans())
def test_generated_plans(source: bytes) -> None:
    _ensure_nothing_else(source, 2)


@given(files())
def test_any_file(source: bytes) -> None:
    _ensure_nothing_else(source, 1)

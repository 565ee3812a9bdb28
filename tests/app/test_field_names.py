"""What a word names in a plan: a field of the header, a point, a section, a field of a phase."""

from __future__ import annotations

import pytest

from trueplan.app.field_names import NamedField, name_field
from trueplan.errors import UsageError
from trueplan.reader.plan import read_plan

PLAN = read_plan(
    b"# Plan: Quay\n\n**Owner**: Ada\n**Priority**: P1\n**Architecture:** Oak piles.\n"
)


@pytest.mark.parametrize(
    ("word", "field"),
    [
        ("owner", NamedField("header", "owner")),
        ("Due", NamedField("header", "target")),
        ("priority", NamedField("header", "priority")),
        ("users", NamedField("point", "users")),
        ("problem statement", NamedField("point", "problem")),
        ("lessons", NamedField("section", "lessons")),
        ("architecture", NamedField("section", "architecture")),
        ("user_acceptance", NamedField("section", "user-acceptance")),
    ],
)
def test_of_a_plan(word: str, field: NamedField) -> None:
    """A section stays one where the header has a label of that name: it is words, no value."""
    assert name_field(word, PLAN, phase=False) == field


@pytest.mark.parametrize(
    ("word", "key"),
    [("title", "title"), ("Goal", "goal"), ("depends on", "depends"), ("duration", "estimate")],
)
def test_of_a_phase(word: str, key: str) -> None:
    assert name_field(word, PLAN, phase=True) == NamedField("phase", key)


@pytest.mark.parametrize(
    ("word", "phase", "message"),
    [
        ("status", False, "status is not set by hand"),
        ("notes", False, "notes is not set by hand"),
        ("goal", False, "goal is a field of a phase"),
        ("owner", True, "owner is a field of the plan"),
        ("colour", False, "there is no field colour"),
        ("colour", True, "a phase has no field colour"),
    ],
)
def test_what_cannot_be_set(word: str, phase: bool, message: str) -> None:
    with pytest.raises(UsageError) as raised:
        name_field(word, PLAN, phase=phase)
    assert raised.value.message == message
    assert raised.value.help

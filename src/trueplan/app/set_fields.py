"""Set fields of a plan or a phase; the index follows."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.app.change import (
    AT_ONCE,
    Carried,
    Change,
    FileEdits,
    Terms,
    carry_out,
    edit_file,
)
from trueplan.app.companion_edits import follow_companions
from trueplan.app.field_names import NamedField, name_field
from trueplan.app.plan_files import read_plan_file
from trueplan.app.reading_check import (
    as_read,
    ensure_else_same,
    is_seen,
    list_items,
    refuse_unseen,
)
from trueplan.app.repository import Repository
from trueplan.app.targets import Located, find_target, locate
from trueplan.app.typed_words import read_words
from trueplan.edit.document import Document, read_document
from trueplan.edit.labels import PHASE_ORDER
from trueplan.edit.note import add_note
from trueplan.edit.retarget import retarget
from trueplan.edit.set_field import set_fields as set_header
from trueplan.edit.set_phase_field import set_phase_field
from trueplan.edit.set_point import set_point, write_section
from trueplan.errors import Refused, UsageError
from trueplan.markdown import parse
from trueplan.model.date import Date
from trueplan.model.estimate import Rates
from trueplan.model.phase import Phase
from trueplan.model.plan import Plan
from trueplan.reader.dates import SpanOf
from trueplan.reader.estimates import find_estimate
from trueplan.record import AnyPath, Record
from trueplan.text import Edit, apply_edits

_DAYS = ("created", "target")
_UNSET = ("TBD", "None", "-")


class AskedFields(Record):
    """Fields and their values, in pairs; a reason goes into the notes."""

    pairs: tuple[tuple[str, str], ...]
    today: str
    because: str = ""
    create: bool = False


class _Setting(Record):
    field: NamedField
    value: str


def set_fields(
    word: str, folder: AnyPath, asked: AskedFields, terms: Terms = AT_ONCE
) -> tuple[Repository, Carried]:
    """Set fields of what `word` names: a plan, or with `#` a phase of it.

    Raises NoPlace, Refused where a value is there already, UsageError, what `carry_out` does.
    """
    for name, value in asked.pairs:
        if not value.strip():
            raise UsageError(
                f"{name} needs a value", help='`TBD` or "None" says that there is none'
            )
    asked = asked._replace(
        pairs=tuple((name, read_words(value, name)) for name, value in asked.pairs)
    )
    repository, (located,) = locate((word,), folder)
    return repository, carry_out(repository, lambda: make_fields(repository, located, asked), terms)


def make_fields(repository: Repository, located: Located, asked: AskedFields) -> Change:
    """Work out the change from the files as they are now."""
    file = read_plan_file(repository, located.path, located.ref)
    rates = repository.configuration.lint.rates
    document = read_document(file.source, rates)
    place, phase = _phase(document.plan, located)
    ref = f"{located.ref}#{place}" if place else located.ref
    settings = _settings(document.plan, asked, phase, rates)
    edits = _all_edits(document, phase, settings, create=asked.create)
    edits = [e for e in edits if document.source[e.start : e.end] != e.text.encode()]
    if not edits:
        raise Refused(f"{ref} says so already", help="nothing was written")
    if any(one.field.key == "title" for one in settings):
        edits += retarget(document, parse(apply_edits(document.source, edits)))
    if asked.because.strip():
        edits += add_note(document, asked.today, f"{_summary(settings, place)}: {asked.because}")
    changed = edit_file(located.path, file.source, edits)
    assert changed.after is not None
    after = read_document(changed.after, rates)
    _ensure(document, after, settings, place)
    companions: tuple[FileEdits, ...] = ()
    followed: tuple[str, ...] = ()
    if any(one.field.kind == "header" for one in settings):
        companions, followed = follow_companions(repository, located.path, changed.after)
    keys = ", ".join(one.field.key for one in settings)
    return Change(
        subject=f"{located.ref}: set {f'#{place} ' if place else ''}{keys}",
        files=(changed, *companions),
        done=(
            *(f"set {ref}  {one.field.key}: {_short(one.value)}" for one in settings),
            *followed,
        ),
        plan=located.path,
    )


def _phase(plan: Plan, located: Located) -> tuple[str, Phase | None]:
    """The phase that is meant, and its place; none for the plan."""
    if not located.places:
        return "", None
    target = find_target(plan, located.ref, located.places[0])
    if target.risk is not None:
        raise UsageError(
            f"{located.ref}#{target.place} is a risk",
            help=f"`trueplan risk {located.ref}#{target.place} --likelihood Low` changes it",
        )
    if target.phase is None or target.item is not None:
        raise UsageError(
            f"{located.ref}#{target.place} is an item",
            help=f'`trueplan supersede {located.ref}#{target.place} "…"` words it anew',
        )
    return target.place, target.phase.phase


def _settings(plan: Plan, asked: AskedFields, phase: Phase | None, rates: Rates) -> list[_Setting]:
    """What is set, each once, checked, in the order of the template."""
    found: list[_Setting] = []
    for name, raw in asked.pairs:
        field = name_field(name, plan, phase=phase is not None)
        if any(one.field == field for one in found):
            raise UsageError(f"{name} is set twice")
        value = " ".join(raw.split())
        _ensure_value(field, value, plan, rates)
        found.append(_Setting(field, value))
    order = ("title", *PHASE_ORDER)
    return sorted(
        found,
        key=lambda one: order.index(one.field.key) if one.field.kind == "phase" else 0,
    )


def _ensure_value(field: NamedField, value: str, plan: Plan, rates: Rates) -> None:
    if field.key in _DAYS and value not in _UNSET:
        from datetime import date

        try:
            date.fromisoformat(value)
        except ValueError:
            raise UsageError(
                f"{field.key} takes a day like 2026-03-10, not {value}", help="TBD takes it back"
            ) from None
        created = plan.header.created
        if field.key == "target" and created and created.first and value < created.first:
            raise UsageError(f"the target {value} is before the plan was made, {created.first}")
    if field.key == "estimate" and find_estimate(value, SpanOf(value, 0), rates) is None:
        raise UsageError(f"no amount of work can be read in “{value}”", help="as in: 2 sessions")


def _all_edits(
    document: Document, phase: Phase | None, settings: Sequence[_Setting], *, create: bool
) -> list[Edit]:
    header = {one.field.key: one.value for one in settings if one.field.kind == "header"}
    edits = list(set_header(document, header))
    for one in settings:
        if one.field.kind != "header":
            edits += _edits(document, phase, one, create=create)
    return edits


def _edits(
    document: Document, phase: Phase | None, one: _Setting, *, create: bool
) -> tuple[Edit, ...]:
    key, value = one.field.key, one.value
    if phase is not None:
        return set_phase_field(document, phase, key, value)
    if one.field.kind == "point":
        return set_point(document, key, value, create=create)
    return write_section(document, key, value, create=create)


def _ensure(before: Document, after: Document, settings: Sequence[_Setting], place: str) -> None:
    """Raise Refused unless the plan says what was asked for, and its items are the same."""
    old, now = list_items(before.plan), list_items(after.plan)
    says = all(_says(after, one, place) for one in settings)
    touched = {one.field.key for one in settings} | {"notes"}
    ensure_else_same(before.plan, after.plan, *touched, "phases" if "title" in touched else "")
    for one in settings:
        if one.field.kind == "section" and not is_seen(after, one.field.key, one.value):
            refuse_unseen(one.field.key, before)
    if old != now or len(before.plan.phases) != len(after.plan.phases) or not says:
        raise Refused(
            "the plan would not read as wanted afterwards",
            help="nothing was written; edit it by hand",
        )


def _says(after: Document, one: _Setting, place: str) -> bool:
    """Whether a field reads as it was set; sections are words, and say what they say."""
    plan = after.plan
    if one.field.key in _DAYS and one.value not in _UNSET:
        date: Date | None = getattr(plan.header, one.field.key)
        return date is not None and date.last == one.value
    if one.field.kind == "header":
        return any(
            field.key == one.field.key
            and as_read(field.value.value.replace("\\|", "|")) == as_read(one.value)
            for field in plan.header.fields
        )
    if one.field.kind != "phase":
        return True
    target = find_target(plan, "", place).phase
    if target is None:
        return False
    if one.field.key == "title":
        return target.phase.title == as_read(one.value)
    if one.field.key == "goal":
        goal = target.phase.goal
        return goal is not None and as_read(goal.value) == as_read(one.value)
    return True


def _summary(settings: Sequence[_Setting], place: str) -> str:
    about = f"phase {place}, " if place else ""
    words = about + ", ".join(f"{one.field.key} is now {one.value}" for one in settings)
    return words[:1].upper() + words[1:]


def _short(value: str) -> str:
    return value if len(value) <= 60 else value[:59].rstrip() + "…"

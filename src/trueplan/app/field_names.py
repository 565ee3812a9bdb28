"""The names of what `set` can set: fields of plan and phase, points, sections."""

from __future__ import annotations

from trueplan.edit.set_phase_field import PHASE_FIELDS
from trueplan.edit.set_point import POINTS
from trueplan.errors import UsageError
from trueplan.model.plan import Plan
from trueplan.reader.vocabulary import FIELDS, SECTIONS
from trueplan.reader.words import normalise
from trueplan.record import Literal, Record

FieldKind = Literal["header", "phase", "point", "section"]

HEADER_FIELDS = ("owner", "target", "created", "adrs", "backlog")
# Sections that are words; those of lists and tables have `add`.
SECTION_FIELDS = (
    "summary", "architecture", "technologies", "patterns", "database", "unit", "integration",
    "manual", "user-acceptance", "steps", "flags", "migration", "references", "well", "improve",
    "lessons", "repeat",
)  # fmt: skip
_BY_COMMAND = {
    "status": "`trueplan start`, `pause`, `resume`, `complete`, `cancel` and `reopen` change it",
    "risks": "`trueplan add risk` and `trueplan risk` change them",
    "notes": "`trueplan note` adds one",
    "functional": "`trueplan add requirement` adds one",
    "nonfunctional": "`trueplan add requirement --quality` adds one",
    "gates": "`trueplan add gate` adds one",
    "criteria": "`trueplan add criterion` adds one",
    "journals": "`trueplan journal` links one",
    "phases": "`trueplan add phase` adds one",
    "completed-phases": "`trueplan complete` moves a phase",
}


class NamedField(Record):
    """What is set: where it belongs, and its key there."""

    kind: FieldKind
    key: str


def name_field(word: str, plan: Plan, *, phase: bool) -> NamedField:
    """What a word names in a plan, or in a phase of it. Raises UsageError.

    Words of the vocabulary count (`due` is the target), and labels that the header has.
    """
    plain = normalise(word.replace("_", " "))
    key = FIELDS.get(plain, plain)
    if key in _BY_COMMAND or SECTIONS.get(plain) in _BY_COMMAND:
        how = _BY_COMMAND.get(key) or _BY_COMMAND[SECTIONS[plain]]
        raise UsageError(f"{word} is not set by hand", help=how)
    if phase:
        return _of_phase(word, key, plain)
    own = any(one.key == key for one in plan.header.fields)
    if key in HEADER_FIELDS or (own and plain not in POINTS and plain not in SECTION_FIELDS):
        return NamedField("header", key)
    element = plain if plain in POINTS or plain in SECTION_FIELDS else SECTIONS.get(plain, "")
    if element in POINTS:
        return NamedField("point", element)
    if element in SECTION_FIELDS:
        return NamedField("section", element)
    if key in PHASE_FIELDS:
        raise UsageError(
            f"{word} is a field of a phase", help="name the phase: PLAN#1; `trueplan show PLAN`"
        )
    raise UsageError(f"there is no field {word}", help=_all_fields())


def _of_phase(word: str, key: str, plain: str) -> NamedField:
    if plain in ("title", "name"):
        return NamedField("phase", "title")
    if key in PHASE_FIELDS:
        return NamedField("phase", key)
    if key in HEADER_FIELDS or plain in SECTION_FIELDS or plain in POINTS:
        raise UsageError(f"{word} is a field of the plan", help="leave out the # behind its name")
    raise UsageError(f"a phase has no field {word}", help=f"there are {_listed(PHASE_FIELDS)}")


def _all_fields() -> str:
    return (
        f"of a plan: {_listed((*HEADER_FIELDS, *POINTS))}, and where nothing stands yet "
        f"{_listed(SECTION_FIELDS)}; of a phase: {_listed(PHASE_FIELDS)}"
    )


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names)

"""Add tasks, deliverables, criteria, requirements and gates to a plan."""

from __future__ import annotations

from trueplan.app.change import AT_ONCE, Carried, Change, Terms, carry_out, edit_file
from trueplan.app.fresh_places import find_fresh_items
from trueplan.app.plan_files import read_plan_file
from trueplan.app.reading_check import ensure_added, ensure_else_same
from trueplan.app.repository import Repository
from trueplan.app.targets import Located, find_target, locate
from trueplan.app.typed_words import read_all
from trueplan.edit.add_criterion import CriterionKind, add_criterion
from trueplan.edit.add_to_phase import Group, add_below, add_to_phase
from trueplan.edit.document import Document, read_document
from trueplan.edit.find_item import find_list_item
from trueplan.edit.lists import add_items as add_to_list
from trueplan.edit.phase_mark import row_of, says_done
from trueplan.errors import NoPlace, Refused, UsageError
from trueplan.lifecycle.said_state import said_state
from trueplan.model.item import Item, ItemKind
from trueplan.model.references import Target
from trueplan.record import AnyPath, Literal, Record
from trueplan.text import Edit

AddedKind = Literal["task", "deliverable", "criterion", "requirement", "quality", "gate"]

_IN_PHASE: dict[AddedKind, Group] = {
    "task": "task",
    "deliverable": "deliverable",
    "criterion": "acceptance",
}
_IN_CRITERIA: dict[AddedKind, CriterionKind] = {
    "requirement": "functional",
    "quality": "nonfunctional",
    "gate": "gate",
}


class NewItems(Record):
    """What is added: its kind and its words, one or several.

    "quality" is a requirement that is not about a function. `after` is a reference of the item
    that they follow, `create` makes the section that there is none of.
    """

    kind: AddedKind
    words: tuple[str, ...]
    after: str = ""
    create: bool = False

    @property
    def word(self) -> str:
        """What it is called, as the command is."""
        return "requirement" if self.kind == "quality" else self.kind


def add_items(
    word: str, folder: AnyPath, asked: NewItems, terms: Terms = AT_ONCE
) -> tuple[Repository, Carried]:
    """Add items where `word` says: a plan, a phase of it, or a task to nest them in.

    Raises NoPlace, UsageError, and what `carry_out` does.
    """
    asked = asked._replace(words=read_all(asked.words, f"a {asked.word}"))
    repository, (located,) = locate((word,), folder)
    return repository, carry_out(
        repository, lambda: make_addition(repository, located, asked), terms
    )


def make_addition(repository: Repository, located: Located, asked: NewItems) -> Change:
    """Work out the change from the file as it is now."""
    file = read_plan_file(repository, located.path, located.ref)
    rates = repository.configuration.lint.rates
    document = read_document(file.source, rates)
    place = located.places[0] if located.places else ""
    target = find_target(document.plan, located.ref, place) if place else None
    _ensure_open(document, located.ref, target)
    edits, kind = _edits(document, located.ref, target, asked)
    changed = edit_file(located.path, file.source, edits)
    assert changed.after is not None
    after = read_document(changed.after, rates).plan
    ensure_added(document.plan, after, kind, asked.words)
    ensure_else_same(document.plan, after)
    fresh = find_fresh_items(after, edits)
    _ensure_inside(fresh, target, located.ref)
    return Change(
        subject=f"{located.ref}: add {', '.join('#' + one.place for one in fresh)}",
        files=(changed,),
        done=tuple(
            f"added {located.ref}#{one.place}  {' '.join(one.item.item.text.split())}"
            for one in fresh
            if one.item is not None
        ),
        plan=located.path,
    )


def _ensure_inside(fresh: list[Target], target: Target | None, ref: str) -> None:
    """Raise Refused where the new items are not in the phase or the task that was named."""
    place = target.place if target is not None else ""
    if target is not None and target.item is None and target.phase is not None:
        inside = all(one.phase is not None and one.phase.place == place for one in fresh)
    else:
        inside = all(one.place.startswith(f"{place}.") or not place for one in fresh)
    if not inside:
        raise Refused(
            f"what is added would not be read as a part of {ref}#{place}",
            help="nothing was written; add it by hand",
        )


def _ensure_open(document: Document, ref: str, target: Target | None) -> None:
    """Raise Refused where a plan or a phase is said to be over: open work would make it untrue."""
    over = said_state(document, None)
    if over not in ("completed", "cancelled") and target is not None and target.phase is not None:
        phase = target.phase.phase
        if says_done(document, phase) and row_of(document, phase) is not None:
            over, ref = "completed", f"{ref}#{target.phase.place}"
    if over in ("completed", "cancelled"):
        raise Refused(
            f"{ref} is {over}, and no open work is added to it",
            help=f"`trueplan reopen {ref} --because …` first",
        )


def _edits(
    document: Document, ref: str, target: Target | None, asked: NewItems
) -> tuple[tuple[Edit, ...], ItemKind]:
    """The edits, and the kind of item that they add."""
    after = _after(document, ref, asked)
    if target is not None and target.item is not None:
        item = target.item.item
        return add_below(document, item, asked.words), item.kind
    if after is not None and target is not None and target.phase is not None:
        group = _IN_PHASE.get(asked.kind)
        if after.kind != group:
            raise UsageError(
                f"--after {asked.after} is of another kind than the {asked.word}",
                help=f"name another {asked.word} of {ref}#{target.place}, or leave it out",
            )
    if target is not None and target.phase is not None:
        group = _IN_PHASE.get(asked.kind)
        if group is None:
            raise UsageError(
                f"{ref}#{target.place} is a phase, and a {asked.word} belongs to the whole plan",
                help=f'trueplan add {asked.word} {ref} "{asked.words[0]}"',
            )
        return add_to_phase(document, target.phase.phase, group, asked.words, after), group
    if target is not None:
        raise UsageError(f"{ref}#{target.place} is a risk; nothing is added to one")
    if asked.kind in ("task", "deliverable"):
        return _outside_of_phases(document, ref, asked, after)
    kind = _IN_CRITERIA.get(asked.kind) or _usual_criterion(document)
    if after is not None:
        return _behind(document, after, asked), after.kind
    return add_criterion(document, kind, asked.words, create=asked.create), kind


def _usual_criterion(document: Document) -> CriterionKind:
    """Where a criterion goes: to the others; else to the functional requirements."""
    criteria = document.plan.criteria
    elements = {section.element for section in document.plan.sections}
    if criteria.others or (not criteria.functional and "functional" not in elements):
        return "criterion"
    return "functional"


def _outside_of_phases(
    document: Document, ref: str, asked: NewItems, after: Item | None
) -> tuple[tuple[Edit, ...], ItemKind]:
    plan = document.plan
    if after is not None:
        return _behind(document, after, asked), after.kind
    if asked.kind == "task" and plan.tasks:
        return _behind(document, plan.tasks[-1], asked), "task"
    if plan.phases:
        number = plan.phases[-1].number or "1"
        raise UsageError(
            f"{ref} has phases; a {asked.kind} goes into one of them",
            help=f'say which: trueplan add {asked.kind} {ref}#{number} "{asked.words[0]}"',
        )
    raise NoPlace(
        f"{ref} has neither phases nor tasks",
        help=f'`trueplan add phase {ref} "Title" --task "{asked.words[0]}"` makes the first phase',
    )


def _behind(document: Document, item: Item, asked: NewItems) -> tuple[Edit, ...]:
    block, listed = find_list_item(document, item)
    return (add_to_list(document.source, block, asked.words, after=listed),)


def _after(document: Document, ref: str, asked: NewItems) -> Item | None:
    if not asked.after:
        return None
    target = find_target(document.plan, ref, asked.after.rpartition("#")[2])
    if target.item is None:
        raise UsageError(f"{ref}#{target.place} is no item", help="--after takes a task or so")
    return target.item.item

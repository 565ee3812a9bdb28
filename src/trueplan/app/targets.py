"""From what a person types to the things in plans that a change is about.

Each word is `PLAN#PLACE`, or a plan, or, behind one of these, a place in the same plan or some
words of an item: `tick open-graph 2.3 2.4`, `tick open-graph "og:locale"`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from trueplan.app.plan_files import PlanFile, locate_plan, read_plan_file
from trueplan.app.repository import Repository
from trueplan.errors import AmbiguousReference, UnknownReference, UsageError
from trueplan.model.item import Item
from trueplan.model.plan import Plan
from trueplan.model.references import (
    Referred,
    Target,
    find_place,
    refer,
    split_reference,
    walk_referred,
)
from trueplan.record import AnyPath, Record

_MOST_LISTED = 10
Fits = Callable[[Item], bool]


class Located(Record):
    """A plan by its path and reference, and the places in it that were typed; none for it all."""

    path: str
    ref: str
    places: tuple[str, ...]


class Chosen(Record):
    """A plan as read, and what was meant in it. `targets` is empty for the plan as a whole."""

    file: PlanFile
    targets: tuple[Target, ...]


def locate(words: Sequence[str], folder: AnyPath) -> tuple[Repository, tuple[Located, ...]]:
    """The plans that `words` name, looked for from `folder`, with the places typed for each.

    Raises UsageError, also where the plans stand in more than one repository.
    """
    repository: Repository | None = None
    found: dict[str, Located] = {}
    current = ""
    for word in words:
        name, place = _split(word, folder, known=bool(current))
        if name:
            around, path, ref = locate_plan(name, folder)
            if repository is not None and around.root != repository.root:
                raise UsageError(
                    f"{name} is outside of {repository.root}",
                    help="change one repository at a time",
                )
            repository, current = around, path
            found.setdefault(path, Located(path, ref, ()))
        elif not current:
            raise UsageError(f"“{word}” names no plan", help="say which: `open-graph#2.3`")
        if place:
            known = found[current]
            found[current] = known._replace(places=(*known.places, place))
    if repository is None:
        raise UsageError("no plan is named", help="`trueplan list` shows all")
    return repository, tuple(found.values())


def locate_whole(word: str, folder: AnyPath, what: str) -> tuple[Repository, Located]:
    """The plan that `word` names. Raises UsageError for a part of one; `what` is of all of it."""
    repository, (located,) = locate((word,), folder)
    if located.places:
        raise UsageError(
            f"{word} is a part of a plan", help=f"{what} is of the whole: {located.ref}"
        )
    return repository, located


def _split(word: str, folder: AnyPath, *, known: bool) -> tuple[str, str]:
    """The plan and the place in a word; one of them may be ""."""
    if not word.strip():
        raise UsageError("an empty word names nothing", help="give a reference: `open-graph#2.3`")
    if os.path.isfile(os.path.join(folder, word)):
        return word, ""
    name, place = split_reference(word)
    if known and (place is None or any(sign.isspace() for sign in name)):
        return "", word
    if place == "":
        raise UsageError(
            f"“{word}” ends before its place", help="`trueplan show PLAN --all` has them"
        )
    return name, place or ""


def choose(repository: Repository, located: Located, fits: Fits | None = None) -> Chosen:
    """Read a plan and find what its places mean, now.

    Where words are in several items, those that `fits` accepts come first. Raises
    UnknownReference or AmbiguousReference, with the candidates in the help.
    """
    file = read_plan_file(repository, located.path, located.ref)
    targets = [find_target(file.plan, located.ref, place, fits) for place in located.places]
    return Chosen(file, tuple({target.place: target for target in targets}.values()))


def find_target(plan: Plan, ref: str, word: str, fits: Fits | None = None) -> Target:
    """What a place or some words mean in a plan."""
    if _may_be_place(word):
        try:
            return find_place(plan, ref, word)
        except UnknownReference:
            if not any(letter.isalpha() for letter in word):
                raise
    return _find_words(plan, ref, word, fits)


def _may_be_place(word: str) -> bool:
    return len(word) <= 24 and not any(sign.isspace() for sign in word)


def _find_words(plan: Plan, ref: str, words: str, fits: Fits | None) -> Target:
    wanted = _folded(words)
    everything = all_items(plan)
    found = [one for one in everything if wanted in _folded(_item(one).text)]
    exact = [one for one in found if _folded(_item(one).text) == wanted]
    if len(exact) == 1 or len(found) == 1:
        return (exact or found)[0]
    fitting = [one for one in found if fits is None or fits(_item(one))]
    if len(fitting) == 1:
        return fitting[0]
    if found:
        listed = "\n".join(_line(ref, one) for one in found[:_MOST_LISTED])
        more = f"\n  and {len(found) - _MOST_LISTED} more" if len(found) > _MOST_LISTED else ""
        raise AmbiguousReference(
            f"“{words}” is in {len(found)} items of {ref}", help=f"say which one:\n{listed}{more}"
        )
    raise UnknownReference(
        f"nothing in {ref} is #{words}, or has “{words}” in its words",
        help=_closest(plan, ref, words) or f"`trueplan show {ref} --all` shows every item",
    )


def all_items(plan: Plan) -> list[Target]:
    """Everything in a plan that is an item, in the order of references."""
    references = refer(plan)
    found = [
        Target(one.place, phase, one)
        for phase in references.phases
        for one in walk_referred(phase.items)
    ]
    for group in references[1:-1]:
        found += [Target(one.place, None, one) for one in walk_referred(group)]
    return found


def _item(target: Target) -> Item:
    referred: Referred | None = target.item
    assert referred is not None
    return referred.item


def _line(ref: str, target: Target) -> str:
    text = " ".join(_item(target).text.split())
    short = text if len(text) <= 60 else text[:59].rstrip() + "…"
    return f"  {ref}#{target.place}  {short}"


def _folded(text: str) -> str:
    return " ".join(text.replace("`", "").casefold().split())


def _closest(plan: Plan, ref: str, words: str) -> str | None:
    from difflib import get_close_matches

    by_text = {_folded(_item(one).text): one for one in all_items(plan)}
    close = get_close_matches(_folded(words), list(by_text), n=3, cutoff=0.5)
    return (
        "did you mean:\n" + "\n".join(_line(ref, by_text[one]) for one in close) if close else None
    )


def names_item(word: str, folder: AnyPath) -> bool:
    """Whether a word names an item of a plan, and not a plan or a phase."""
    repository, (located,) = locate((word,), folder)
    if not located.places:
        return False
    return choose(repository, located).targets[0].item is not None

"""Add points to a section of words: of the approach, the testing, the rollout."""

from __future__ import annotations

from trueplan.app.change import AT_ONCE, Carried, Change, Terms, carry_out, edit_file
from trueplan.app.field_names import SECTION_FIELDS
from trueplan.app.plan_files import read_plan_file
from trueplan.app.reading_check import (
    as_read,
    ensure_else_same,
    ensure_reads,
    is_seen,
    refuse_unseen,
)
from trueplan.app.repository import Repository
from trueplan.app.targets import Located, locate_whole
from trueplan.app.typed_words import read_all
from trueplan.edit.add_point import add_points as point_edits
from trueplan.edit.document import read_document
from trueplan.errors import UsageError
from trueplan.reader.vocabulary import SECTIONS
from trueplan.reader.words import normalise
from trueplan.record import AnyPath, Record


class NewPoints(Record):
    """Points and the section that they go into, by its name."""

    section: str
    words: tuple[str, ...]
    create: bool = False


def add_points(
    word: str, folder: AnyPath, asked: NewPoints, terms: Terms = AT_ONCE
) -> tuple[Repository, Carried]:
    """Add points to a section. Raises NoPlace, UsageError, and what `carry_out` does."""
    asked = asked._replace(words=read_all(asked.words, "a point"))
    element = _element(asked.section)
    repository, located = locate_whole(word, folder, "a point")
    return repository, carry_out(
        repository, lambda: make_points(repository, located, element, asked), terms
    )


def make_points(repository: Repository, located: Located, element: str, asked: NewPoints) -> Change:
    """Work out the change from the file as it is now."""
    file = read_plan_file(repository, located.path, located.ref)
    rates = repository.configuration.lint.rates
    document = read_document(file.source, rates)
    edits = point_edits(document, element, asked.words, create=asked.create)
    changed = edit_file(located.path, file.source, edits)
    assert changed.after is not None
    after = read_document(changed.after, rates)
    ensure_reads(document.plan, after.plan, gone=(), new=())
    ensure_else_same(document.plan, after.plan, "flags" if element == "flags" else "")
    if not all(is_seen(after, element, one) for one in asked.words):
        refuse_unseen("point", document)
    return Change(
        subject=f"{located.ref}: add to {element}",
        files=(changed,),
        done=tuple(f"added {located.ref}  {element}: {as_read(one)}" for one in asked.words),
        plan=located.path,
    )


def _element(word: str) -> str:
    plain = normalise(word)
    element = plain if plain in SECTION_FIELDS else SECTIONS.get(plain, "")
    if element not in SECTION_FIELDS:
        raise UsageError(
            f"there is no section {word} for points", help=f"there are {', '.join(SECTION_FIELDS)}"
        )
    return element

"""Add a note of the day to a plan."""

from __future__ import annotations

from trueplan.app.change import AT_ONCE, Carried, Change, Terms, carry_out, edit_file
from trueplan.app.plan_files import read_plan_file
from trueplan.app.reading_check import as_read, ensure_else_same, ensure_reads, refuse_unseen
from trueplan.app.repository import Repository
from trueplan.app.targets import Located, find_target, locate
from trueplan.app.typed_words import read_words
from trueplan.edit.document import read_document
from trueplan.edit.note import add_note
from trueplan.record import AnyPath


def note(
    word: str,
    folder: AnyPath,
    words: str,
    today: str,
    terms: Terms = AT_ONCE,
    *,
    create: bool = False,
) -> tuple[Repository, Carried]:
    """Note `words` in the plan that `word` names; one about a part of it begins with its name.

    Raises NoPlace, UsageError, and what `carry_out` does.
    """
    words = read_words(words, "a note")
    repository, (located,) = locate((word,), folder)
    return repository, carry_out(
        repository, lambda: make_note(repository, located, words, today, create=create), terms
    )


def make_note(
    repository: Repository, located: Located, words: str, today: str, *, create: bool
) -> Change:
    """Work out the change from the file as it is now."""
    file = read_plan_file(repository, located.path, located.ref)
    rates = repository.configuration.lint.rates
    document = read_document(file.source, rates)
    about = ""
    if located.places:
        target = find_target(document.plan, located.ref, located.places[0])
        about = f"#{target.place}: "
    edits = add_note(document, today, f"{about}{words}", create_section=create)
    changed = edit_file(located.path, file.source, edits)
    assert changed.after is not None
    after = read_document(changed.after, rates).plan
    ensure_reads(document.plan, after, gone=(), new=())
    ensure_else_same(document.plan, after, "notes")
    if len(after.notes) != len(document.plan.notes) + 1:
        refuse_unseen("note", document)
    return Change(
        subject=f"{located.ref}: note",
        files=(changed,),
        done=(f"noted {located.ref}  {today}: {about}{as_read(words)}",),
        plan=located.path,
    )

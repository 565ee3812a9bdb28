"""Replace a task by another one, and leave the old one to be read."""

from __future__ import annotations

from trueplan.app.change import AT_ONCE, Carried, Change, Seen, Terms, carry_out, edit_file
from trueplan.app.fresh_places import find_fresh_items
from trueplan.app.reading_check import ItemLine, as_read, ensure_reads
from trueplan.app.repository import Repository
from trueplan.app.targets import Located, choose, locate
from trueplan.app.typed_words import read_words
from trueplan.edit.document import read_document
from trueplan.edit.supersede import supersede as supersede_edits
from trueplan.errors import Refused, UsageError
from trueplan.record import AnyPath


def supersede(
    word: str, words: str, folder: AnyPath, terms: Terms = AT_ONCE
) -> tuple[Repository, Carried]:
    """Strike the item that `word` names and put one that says `words` below it."""
    words = read_words(words, "the new task")
    repository, (located,) = locate((word,), folder)
    if not located.places:
        raise UsageError(f"{word} names no task", help="`trueplan show PLAN --all` has them all")
    return repository, carry_out(
        repository, lambda: make_supersede(repository, located, words), terms
    )


def make_supersede(repository: Repository, located: Located, words: str) -> Change:
    """Work out the change from the file as it is now."""
    chosen = choose(repository, located)
    (target,) = chosen.targets
    ref = f"{located.ref}#{target.place}"
    if target.item is None:
        raise UsageError(f"{ref} is no item", help="a task, a criterion or a gate is superseded")
    item = target.item.item
    if item.state in ("done", "cancelled"):
        raise Refused(f"{ref}  {item.text} is {item.state} already", help="add a new task instead")
    rates = repository.configuration.lint.rates
    document = read_document(chosen.file.source, rates)
    edits = supersede_edits(document, item, words)
    file = edit_file(located.path, document.source, edits)
    assert file.after is not None
    after = read_document(file.after, rates).plan
    old, fresh = " ".join(item.text.split()), as_read(words)
    ensure_reads(
        document.plan,
        after,
        gone=[ItemLine(item.kind, item.state, old)],
        new=[
            ItemLine(item.kind, "cancelled", old),
            ItemLine(item.kind, "open" if item.state is not None else None, fresh),
        ],
    )
    place = find_fresh_items(after, edits)[-1].place
    return Change(
        subject=f"{located.ref}: supersede #{target.place}",
        files=(file,),
        done=(f"superseded {ref}  {old}", f"added {located.ref}#{place}  {fresh}"),
        seen=(Seen(ref, item.text),),
        plan=located.path,
    )

"""Call items off: struck through, with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.app.change import AT_ONCE, Carried, Change, Seen, Terms, carry_out, edit_file
from trueplan.app.reading_check import ItemLine, as_read, ensure_reads
from trueplan.app.repository import Repository
from trueplan.app.targets import Located, choose, locate
from trueplan.edit.cancel_item import cancel_item
from trueplan.edit.document import read_document
from trueplan.errors import Refused, UsageError
from trueplan.model.item import Item, walk
from trueplan.record import AnyPath
from trueplan.text import Edit


def cancel_items(
    words: Sequence[str], folder: AnyPath, because: str, terms: Terms = AT_ONCE
) -> tuple[Repository, Carried]:
    """Strike what `words` name, and the open items nested in it. Raises Refused, UsageError."""
    if not because.strip():
        raise UsageError("`trueplan cancel` needs a reason", help='say why: --because "…"')
    repository, (located, *others) = locate(words, folder)
    if others:
        raise UsageError("items of one plan are cancelled at a time")
    return repository, carry_out(
        repository, lambda: make_cancel(repository, located, because), terms
    )


def make_cancel(repository: Repository, located: Located, because: str) -> Change:
    """Work out the change from the file as it is now."""
    chosen = choose(repository, located, lambda item: item.state in ("open", "in_progress"))
    rates = repository.configuration.lint.rates
    document = read_document(chosen.file.source, rates)
    edits: list[Edit] = []
    seen, gone, new = [], [], []
    for target in chosen.targets:
        ref = f"{located.ref}#{target.place}"
        if target.item is None:
            raise UsageError(f"{ref} is no item")
        item = target.item.item
        if item.state == "cancelled":
            raise Refused(f"{ref}  {item.text} is cancelled already", help="nothing was written")
        if item.state == "done":
            raise Refused(f"{ref}  {item.text} is done", help=f"`trueplan untick {ref}` first")
        seen.append(Seen(ref, item.text))
        for number, one in enumerate(_open(item)):
            reason = because if not number else ""
            edits += cancel_item(document, one, reason)
            words = " ".join(one.text.split())
            remark = f" ({as_read(because)})" if reason else ""
            gone.append(ItemLine(one.kind, one.state, words))
            new.append(ItemLine(one.kind, "cancelled", f"{words}{remark}"))
    file = edit_file(located.path, document.source, edits)
    assert file.after is not None
    ensure_reads(document.plan, read_document(file.after, rates).plan, gone, new)
    return Change(
        subject=f"{located.ref}: cancel {', '.join('#' + t.place for t in chosen.targets)}",
        files=(file,),
        done=tuple(f"cancelled {one.ref}  {' '.join(one.text.split())}" for one in seen),
        seen=tuple(seen),
        plan=located.path,
    )


def _open(item: Item) -> list[Item]:
    """An item and what is open in it: what is done stays done."""
    return [
        item,
        *(one for one in walk(item.children) if one.state in ("open", "in_progress")),
    ]

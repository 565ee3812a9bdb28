"""See that decisions, their index and a plan read as wanted after a change."""

from __future__ import annotations

from collections.abc import Collection

from trueplan.app.reading_check import ensure_reads
from trueplan.edit.adr_calling import said_title
from trueplan.edit.adr_head import AdrFile, read_adr_file, read_head
from trueplan.edit.adr_index import DecisionIndex, Entry, read_decision_indexes
from trueplan.edit.write_adr import AdrDraft
from trueplan.errors import Refused
from trueplan.markdown import plain_text
from trueplan.model.link_target import resolve
from trueplan.model.plan import Plan

_BY_HAND = "nothing was written; edit it by hand"


def letters(words: str) -> str:
    """The letters and digits of what a reader sees."""
    return "".join(sign for sign in plain_text(words).casefold() if sign.isalnum())


def ensure_new_reads(path: str, text: bytes, draft: AdrDraft, said: Collection[str]) -> None:
    """Raise Refused unless a new record says its number, title, state and day."""
    adr = read_adr_file(path, text).adr
    title = said_title(read_head(text)) or ""
    wrong = ""
    if adr.number != draft.number:
        wrong = f"the number would be {adr.number}, not {draft.number}"
    elif adr.state != draft.state:
        wrong = f"the status would be {adr.state}, not {draft.state}"
    elif "created" in said and (adr.date is None or adr.date.first != draft.day):
        wrong = f"the date would not be {draft.day}"
    elif not letters(title).endswith(letters(draft.title)):
        wrong = f"the title would be “{title}”, not “{draft.title}”"
    if wrong:
        raise Refused(
            f"the new decision would not read as wanted: {wrong}",
            help="nothing was written; what looks like markup can stand in `backticks`",
        )


def ensure_superseded_reads(old: AdrFile, after: bytes, number: int) -> None:
    """Raise Refused unless a record says that `number` took its place, and the rest as before."""
    before, now = old.adr, read_adr_file(old.path, after).adr
    same = (before.title, before.date and before.date.raw) == (now.title, now.date and now.date.raw)
    if now.state != "superseded" or now.successor not in (number, None) or not same:
        raise Refused(f"{old.path} would not read as wanted", help=_BY_HAND)


def ensure_index_reads(
    before: DecisionIndex, after: bytes, path: str, draft: AdrDraft, olds: Collection[AdrFile]
) -> None:
    """Raise Refused unless an index has one more entry, for the decision at `path`.

    The entries of `olds` may say otherwise than before.
    """
    changed = [before.find(one.path, one.adr.number) for one in olds]
    now = next(
        (
            one
            for one in read_decision_indexes(before.path, after)
            if one.find(path, draft.number) is not None
        ),
        None,
    )
    fine = now is not None and now.columns == before.columns
    if now is not None and fine:
        rest = [one for one in now.entries if one != now.find(path, draft.number)]
        fine = len(rest) == len(before.entries) and all(
            _same(one, other) or other in changed
            for one, other in zip(rest, before.entries, strict=True)
        )
        entry = now.find(path, draft.number)
        assert entry is not None
        column = now.column("title")
        fine = fine and (column < 0 or letters(draft.title) in letters(entry.raw(column)))
    if not fine:
        raise Refused(f"{before.path} would not read as wanted", help=_BY_HAND)


def ensure_plan_reads(before: Plan, after: Plan, plan: str, path: str, number: int) -> None:
    """Raise Refused unless a plan names the decision at `path`, and reads as before otherwise."""
    ensure_reads(before, after, [], [])
    linked = any(resolve(plan, link.target) == path for link in after.links)
    named = any(str(number) in field.value.value for field in after.header.adrs)
    status = [one and one.raw for one in (before.header.status, after.header.status)]
    if not (linked or named) or status[0] != status[1]:
        raise Refused(f"{plan} would not read as wanted", help=_BY_HAND)


def _same(one: Entry, other: Entry) -> bool:
    return [raw for raw, _ in one.cells] == [raw for raw, _ in other.cells]

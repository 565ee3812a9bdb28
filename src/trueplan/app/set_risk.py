"""Say how a risk stands now: how likely, how bad, what is done about it."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.app.change import AT_ONCE, Carried, Change, Seen, Terms, carry_out, edit_file
from trueplan.app.plan_files import read_plan_file
from trueplan.app.ratings import ensure_rating
from trueplan.app.reading_check import as_read, ensure_else_same, ensure_reads
from trueplan.app.repository import Repository
from trueplan.app.targets import Located, locate
from trueplan.app.typed_words import read_words
from trueplan.edit.add_risk import rating_word
from trueplan.edit.document import Document, read_document
from trueplan.edit.note import add_note
from trueplan.edit.set_risk import RISK_FIELDS, set_risk as risk_edits
from trueplan.errors import AmbiguousReference, Refused, UnknownReference, UsageError
from trueplan.model.plan import Plan, Risk
from trueplan.model.references import refer
from trueplan.record import AnyPath
from trueplan.text import Edit

_RATED = ("likelihood", "impact")


def set_risk(
    word: str,
    folder: AnyPath,
    values: Sequence[tuple[str, str]],
    today: str,
    because: str = "",
    terms: Terms = AT_ONCE,
) -> tuple[Repository, Carried]:
    """Set fields of the risk that `word` names; a reason goes into the notes.

    Raises NoPlace, UsageError, and what `carry_out` does.
    """
    if not values:
        raise UsageError("nothing is said of the risk", help="as in: --likelihood Low")
    for field, value in values:
        if field in _RATED:
            ensure_rating(value)
        else:
            read_words(value, f"the {field}")
    repository, (located,) = locate((word,), folder)
    return repository, carry_out(
        repository, lambda: make_risk_change(repository, located, values, today, because), terms
    )


def make_risk_change(
    repository: Repository,
    located: Located,
    values: Sequence[tuple[str, str]],
    today: str,
    because: str,
) -> Change:
    """Work out the change from the file as it is now."""
    file = read_plan_file(repository, located.path, located.ref)
    rates = repository.configuration.lint.rates
    document = read_document(file.source, rates)
    place, risk = find_risk(document.plan, located)
    edits: list[Edit] = []
    told: list[str] = []
    for field, value in values:
        before = _value(risk, field)
        edits += [one for one in risk_edits(document, risk, field, value) if _acts(one, document)]
        said = rating_word(document, value) if field in _RATED else as_read(value)
        told.append(f"{field} {before or 'not said'} → {said}")
    if not edits:
        raise Refused(f"{located.ref}#{place} says so already", help="nothing was written")
    ref = f"{located.ref}#{place}"
    if because.strip():
        words = f"Risk “{as_read(risk.text.value)}”: {', '.join(told)}: {because}"
        edits += add_note(document, today, words)
    changed = edit_file(located.path, file.source, edits)
    assert changed.after is not None
    after = read_document(changed.after, rates).plan
    ensure_reads(document.plan, after, gone=(), new=())
    ensure_else_same(document.plan, after, "risks", "notes" if because.strip() else "")
    now = dict(refer(after).risks).get(place)
    if now is None or any(not _says(now, *one, document) for one in values):
        raise Refused(
            f"{ref} would not read as wanted afterwards",
            help="nothing was written; edit it by hand",
        )
    return Change(
        subject=f"{located.ref}: risk #{place}, {', '.join(told)}",
        files=(changed,),
        done=(f"set {ref}  {', '.join(told)}",),
        seen=(Seen(ref, risk.text.value),),
        plan=located.path,
    )


def find_risk(plan: Plan, located: Located) -> tuple[str, Risk]:
    """The risk that a place or some words name, and its place.

    Raises UnknownReference or AmbiguousReference, with the risks in the help.
    """
    risks = refer(plan).risks
    listed = "\n".join(f"  {located.ref}#{place}  {risk.text.value}" for place, risk in risks)
    if not risks:
        raise UnknownReference(
            f"{located.ref} names no risks", help=f'`trueplan add risk {located.ref} "…"`'
        )
    word = located.places[0] if located.places else ""
    if not word:
        if len(risks) == 1:
            return risks[0]
        raise AmbiguousReference(
            f"{located.ref} has {len(risks)} risks", help=f"say which one:\n{listed}"
        )
    wanted = word.casefold().strip()
    found = [one for one in risks if one[0] == wanted]
    found = found or [one for one in risks if wanted in one[1].text.value.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousReference(
            f"“{word}” is in {len(found)} risks of {located.ref}", help=f"say which one:\n{listed}"
        )
    raise UnknownReference(f"{located.ref} has no risk “{word}”", help=f"its risks:\n{listed}")


def _value(risk: Risk, field: str) -> str:
    assert field in RISK_FIELDS
    place = {
        "likelihood": risk.likelihood,
        "impact": risk.impact,
        "mitigation": risk.mitigation,
        "text": risk.text,
    }[field]
    return as_read(place.value) if place is not None else ""


def _says(risk: Risk, field: str, value: str, document: Document) -> bool:
    words = rating_word(document, value) if field in _RATED else value
    return _value(risk, field).replace("\\|", "|") == as_read(" ".join(words.split()))


def _acts(edit: Edit, document: Document) -> bool:
    return document.source[edit.start : edit.end] != edit.text.encode()

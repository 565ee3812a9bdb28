"""Add a risk to a plan."""

from __future__ import annotations

from trueplan.app.change import AT_ONCE, Carried, Change, Terms, carry_out, edit_file
from trueplan.app.fresh_places import find_fresh_risk
from trueplan.app.plan_files import read_plan_file
from trueplan.app.ratings import ensure_rating
from trueplan.app.reading_check import as_read, ensure_else_same, ensure_reads
from trueplan.app.repository import Repository
from trueplan.app.targets import Located, locate_whole
from trueplan.app.typed_words import read_words
from trueplan.edit.add_risk import NewRisk, add_risk as risk_edits
from trueplan.edit.document import read_document
from trueplan.errors import Refused
from trueplan.record import AnyPath

__all__ = ["NewRisk", "add_risk", "make_risk"]


def add_risk(
    word: str, folder: AnyPath, risk: NewRisk, terms: Terms = AT_ONCE, *, create: bool = False
) -> tuple[Repository, Carried]:
    """Add a risk where the others are. Raises NoPlace, UsageError, and what `carry_out` does."""
    text = read_words(risk.text, "a risk")
    mitigation = read_words(risk.mitigation, "its mitigation") if risk.mitigation else ""
    risk = risk._replace(text=text, mitigation=mitigation)
    for rating in filter(None, (risk.likelihood, risk.impact)):
        ensure_rating(rating)
    repository, located = locate_whole(word, folder, "a risk")
    return repository, carry_out(
        repository, lambda: make_risk(repository, located, risk, create=create), terms
    )


def make_risk(repository: Repository, located: Located, risk: NewRisk, *, create: bool) -> Change:
    """Work out the change from the file as it is now."""
    file = read_plan_file(repository, located.path, located.ref)
    rates = repository.configuration.lint.rates
    document = read_document(file.source, rates)
    edits = risk_edits(document, risk, create=create)
    changed = edit_file(located.path, file.source, edits)
    assert changed.after is not None
    after = read_document(changed.after, rates).plan
    ensure_reads(document.plan, after, gone=(), new=())
    ensure_else_same(document.plan, after, "risks")
    place = find_fresh_risk(after, edits)
    if place is None or len(after.risks) != len(document.plan.risks) + 1:
        raise Refused(
            "the risk would not be read as one afterwards",
            help="nothing was written; add it by hand",
        )
    return Change(
        subject=f"{located.ref}: add risk #{place}",
        files=(changed,),
        done=(f"added {located.ref}#{place}  {as_read(risk.text)}",),
        plan=located.path,
    )

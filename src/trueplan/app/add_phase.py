"""Add a phase to a plan; the index follows."""

from __future__ import annotations

from trueplan.app.change import AT_ONCE, Carried, Change, Terms, carry_out, edit_file
from trueplan.app.companion_edits import follow_companions
from trueplan.app.fresh_places import find_fresh_phase
from trueplan.app.plan_files import read_plan_file
from trueplan.app.reading_check import as_read, ensure_else_same, lost_items
from trueplan.app.repository import Repository
from trueplan.app.targets import Located, locate_whole
from trueplan.app.typed_words import read_all, read_words
from trueplan.edit.add_phase import add_phase as phase_edits
from trueplan.edit.document import read_document
from trueplan.edit.phase_section import AskedPhase
from trueplan.errors import Refused, UsageError
from trueplan.lifecycle.said_state import said_state
from trueplan.model.plan import Plan
from trueplan.reader.dates import SpanOf
from trueplan.reader.estimates import find_estimate
from trueplan.record import AnyPath

__all__ = ["AskedPhase", "add_phase", "make_phase"]


def add_phase(
    word: str, folder: AnyPath, asked: AskedPhase, terms: Terms = AT_ONCE, *, create: bool = False
) -> tuple[Repository, Carried]:
    """Add a phase behind the last one. Raises NoPlace, UsageError, and what `carry_out` does."""
    asked = _read(asked)
    repository, located = locate_whole(word, folder, "a phase")
    return repository, carry_out(
        repository, lambda: make_phase(repository, located, asked, create=create), terms
    )


def _read(asked: AskedPhase) -> AskedPhase:
    """What is asked for, each part on one line. Raises UsageError."""
    return AskedPhase(
        read_words(asked.title, "a phase"),
        read_words(asked.goal, "its goal") if asked.goal else "",
        read_all(asked.tasks, "a task"),
        read_all(asked.deliverables, "a deliverable"),
        read_all(asked.acceptance, "a criterion"),
        read_words(asked.estimate, "its estimate") if asked.estimate else "",
        read_words(asked.depends, "what it depends on") if asked.depends else "",
    )


def make_phase(
    repository: Repository, located: Located, asked: AskedPhase, *, create: bool = False
) -> Change:
    """Work out the change from the files as they are now."""
    rates = repository.configuration.lint.rates
    if asked.estimate and find_estimate(asked.estimate, SpanOf(asked.estimate, 0), rates) is None:
        raise UsageError(
            f"no amount of work can be read in “{asked.estimate}”", help="as in: 2 sessions"
        )
    file = read_plan_file(repository, located.path, located.ref)
    document = read_document(file.source, rates)
    state = said_state(document, None)
    if state in ("completed", "cancelled"):
        raise Refused(
            f"{located.ref} is {state}, and no phase is added to it",
            help=f"`trueplan reopen {located.ref} --because …` first",
        )
    edits = phase_edits(document, asked, create=create)
    changed = edit_file(located.path, file.source, edits)
    assert changed.after is not None
    after = read_document(changed.after, rates).plan
    place = find_fresh_phase(after, edits)
    _ensure(document.plan, after, asked)
    ensure_else_same(document.plan, after, "phases", "progress rows")
    companions, told = follow_companions(repository, located.path, changed.after)
    return Change(
        subject=f"{located.ref}: add phase {place or len(after.phases)}",
        files=(changed, *companions),
        done=(f"added {located.ref}#{place}  {as_read(asked.title)}", *told),
        plan=located.path,
    )


def _ensure(before: Plan, after: Plan, asked: AskedPhase) -> None:
    """Raise Refused unless the plan has one phase more, the one that was asked for."""
    titles = [phase.title for phase in before.phases]
    now = [phase.title for phase in after.phases]
    wanted = [*titles, as_read(asked.title)]
    if now != wanted or len(after.phases[-1].tasks) < len(asked.tasks) or lost_items(before, after):
        raise Refused(
            "the plan would not read as wanted afterwards",
            help="nothing was written; add the phase by hand",
        )

"""Say how far a feature flag is rolled out."""

from __future__ import annotations

from trueplan.app.change import AT_ONCE, Carried, Change, Seen, Terms, carry_out, edit_file
from trueplan.app.percentages import read_percentage
from trueplan.app.plan_files import read_plan_file
from trueplan.app.reading_check import ensure_else_same, ensure_reads
from trueplan.app.repository import Repository
from trueplan.app.targets import Located, locate_whole
from trueplan.edit.document import read_document
from trueplan.edit.note import add_note
from trueplan.edit.set_flag import set_rollout
from trueplan.errors import AmbiguousReference, Refused, UnknownReference
from trueplan.model.plan import Flag, Plan
from trueplan.record import AnyPath, Record


class AskedRollout(Record):
    """A flag by its name, "" where the plan has but one, and its new percentage."""

    name: str
    percentage: str
    today: str
    because: str = ""


def set_flag(
    word: str, folder: AnyPath, asked: AskedRollout, terms: Terms = AT_ONCE
) -> tuple[Repository, Carried]:
    """Set the percentage of a flag; a reason goes into the notes.

    Raises NoPlace, UsageError, and what `carry_out` does.
    """
    percentage = read_percentage(asked.percentage)
    repository, located = locate_whole(word, folder, "a flag")
    return repository, carry_out(
        repository,
        lambda: make_rollout(repository, located, asked._replace(percentage=percentage)),
        terms,
    )


def make_rollout(repository: Repository, located: Located, asked: AskedRollout) -> Change:
    """Work out the change from the file as it is now."""
    file = read_plan_file(repository, located.path, located.ref)
    rates = repository.configuration.lint.rates
    document = read_document(file.source, rates)
    flag = find_flag(document.plan, located.ref, asked.name)
    before = "not said" if flag.percentage is None else f"{flag.percentage:g} %"
    if flag.percentage == float(asked.percentage):
        raise Refused(f"{flag.name.value} is on for {before} already", help="nothing was written")
    told = f"{before} → {asked.percentage} %"
    edits = list(set_rollout(document, flag, asked.percentage))
    if asked.because.strip():
        edits += add_note(document, asked.today, f"Flag {flag.name.value}: {told}: {asked.because}")
    changed = edit_file(located.path, file.source, edits)
    assert changed.after is not None
    after = read_document(changed.after, rates).plan
    ensure_reads(document.plan, after, gone=(), new=())
    ensure_else_same(document.plan, after, "notes" if asked.because.strip() else "")
    now = [one.percentage for one in after.rollout.flags if one.name.value == flag.name.value]
    if now != [float(asked.percentage)]:
        raise Refused(
            "the percentage would not be read as one afterwards",
            help="nothing was written; edit it by hand",
        )
    return Change(
        subject=f"{located.ref}: flag {flag.name.value}, {told}",
        files=(changed,),
        done=(f"set {flag.name.value}  rollout {told}",),
        seen=(Seen(f"{located.ref} {flag.name.value}", before),),
        plan=located.path,
    )


def find_flag(plan: Plan, ref: str, name: str) -> Flag:
    """The flag called `name`, the only one where nothing is said.

    Raises UnknownReference or AmbiguousReference, with the flags in the help.
    """
    flags = plan.rollout.flags
    if not flags:
        raise UnknownReference(f"{ref} names no flags", help=f"`trueplan add flag {ref} NAME`")
    listed = ", ".join(one.name.value for one in flags)
    wanted = name.strip("`").casefold()
    found = [one for one in flags if not wanted or one.name.value.casefold() == wanted]
    found = found or [one for one in flags if wanted in one.name.value.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousReference(f"{ref} has {len(found)} flags", help=f"say which: {listed}")
    raise UnknownReference(f"{ref} has no flag {name}", help=f"there are {listed}")

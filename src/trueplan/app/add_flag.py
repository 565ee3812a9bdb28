"""Add a feature flag to a plan."""

from __future__ import annotations

from trueplan.app.change import AT_ONCE, Carried, Change, Terms, carry_out, edit_file
from trueplan.app.percentages import read_percentage
from trueplan.app.plan_files import read_plan_file
from trueplan.app.reading_check import ensure_else_same, ensure_reads
from trueplan.app.repository import Repository
from trueplan.app.targets import Located, locate_whole
from trueplan.app.typed_words import read_words
from trueplan.edit.add_flag import NewFlag, add_flag as flag_edits
from trueplan.edit.document import read_document
from trueplan.errors import Refused, UsageError
from trueplan.record import AnyPath

__all__ = ["NewFlag", "add_flag", "make_flag"]


def add_flag(
    word: str, folder: AnyPath, flag: NewFlag, terms: Terms = AT_ONCE, *, create: bool = False
) -> tuple[Repository, Carried]:
    """Add a flag where the others are. Raises NoPlace, UsageError, and what `carry_out` does."""
    name = flag.name.strip().strip("`")
    if not name or "`" in name or "\n" in name:
        raise UsageError(f"“{flag.name}” is no name for a flag", help="as in: night-mode")
    percentage = f"{read_percentage(flag.percentage)} %" if flag.percentage else ""
    asked = NewFlag(
        read_words(name, "a flag"),
        read_words(flag.purpose, "its purpose") if flag.purpose else "",
        percentage,
        read_words(flag.rollback, "its rollback") if flag.rollback else "",
    )
    repository, located = locate_whole(word, folder, "a flag")
    return repository, carry_out(
        repository, lambda: make_flag(repository, located, asked, create=create), terms
    )


def make_flag(repository: Repository, located: Located, flag: NewFlag, *, create: bool) -> Change:
    """Work out the change from the file as it is now."""
    file = read_plan_file(repository, located.path, located.ref)
    rates = repository.configuration.lint.rates
    document = read_document(file.source, rates)
    names = [one.name.value for one in document.plan.rollout.flags]
    if flag.name in names:
        raise Refused(
            f"{located.ref} has the flag {flag.name} already",
            help=f"`trueplan flag {located.ref} {flag.name} rollout 25` changes it",
        )
    changed = edit_file(located.path, file.source, flag_edits(document, flag, create=create))
    assert changed.after is not None
    after = read_document(changed.after, rates).plan
    ensure_reads(document.plan, after, gone=(), new=())
    ensure_else_same(document.plan, after, "flags")
    if [one.name.value for one in after.rollout.flags if one.name.value not in names] != [
        flag.name
    ]:
        raise Refused(
            "the flag would not be read as one afterwards",
            help="nothing was written; add it by hand",
        )
    return Change(
        subject=f"{located.ref}: add the flag {flag.name}",
        files=(changed,),
        done=(f"added {flag.name}  a flag of {located.ref}",),
        plan=located.path,
    )

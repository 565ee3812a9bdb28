"""Fill the facts of a plan's retrospective; the judgement stays with people."""

from __future__ import annotations

from trueplan.app.change import AT_ONCE, Carried, Change, Terms, carry_out, edit_file
from trueplan.app.plan_files import PlanFile, read_plan_file
from trueplan.app.repository import Repository
from trueplan.app.targets import Located, locate_whole
from trueplan.edit.create_section import create_section
from trueplan.edit.document import read_document
from trueplan.edit.retrospective import write_facts
from trueplan.errors import GitError, Refused
from trueplan.git.revisions import Revision, read_revisions
from trueplan.lifecycle.facts import Snapshot, Spent, gather_facts
from trueplan.model.link_target import resolve
from trueplan.reader.companions import read_journal
from trueplan.reader.plan import read_plan
from trueplan.record import AnyPath
from trueplan.text import apply_edits, edit_between
from trueplan.workspace.disk import Unreadable


def retro(
    word: str, folder: AnyPath, today: str, terms: Terms = AT_ONCE, *, create: bool = False
) -> tuple[Repository, Carried]:
    """Write what git and the journals tell of the plan that `word` names into its retrospective.

    `create` makes the section where there is none. Raises NoPlace, UsageError, and what
    `carry_out` does.
    """
    repository, located = locate_whole(word, folder, "a retrospective")
    return repository, carry_out(
        repository, lambda: make_retro(repository, located, today, create=create), terms
    )


def make_retro(repository: Repository, located: Located, today: str, *, create: bool) -> Change:
    """Work out the change from the files as they are now."""
    file = read_plan_file(repository, located.path, located.ref)
    rates = repository.configuration.lint.rates
    revisions = _revisions(repository, located.path)
    snapshots = [Snapshot(one.day, read_plan(one.source, rates)) for one in revisions]
    spent = _spent(repository, file, revisions)
    facts = gather_facts(file.plan, snapshots, spent, today)
    if not facts:
        raise Refused(
            f"nothing is known of {located.ref}: no estimate, no date, no history",
            help="nothing was written",
        )
    document = read_document(file.source, rates)
    made = create_section(document, "retrospective") if create else ()
    if made and document.plan.retrospective.section is None:
        document = read_document(apply_edits(file.source, made), rates)
    text = apply_edits(document.source, write_facts(document, facts))
    changed = text != file.source
    edits = (edit_between(file.source, text),) if changed else ()
    files = (edit_file(file.path, file.source, edits),) if changed else ()
    return Change(
        subject=f"{located.ref}: facts for the retrospective",
        files=files,
        done=tuple(f"wrote {located.ref}  {fact}" for fact in facts) if files else (),
        hints=() if files else ("the facts stand there already; nothing was written",),
        plan=located.path,
    )


def _revisions(repository: Repository, path: str) -> list[Revision]:
    if not repository.in_git:
        return []
    try:
        return read_revisions(repository.root, path)
    except GitError:
        return []  # no commit yet


def _spent(repository: Repository, file: PlanFile, revisions: list[Revision]) -> Spent | None:
    """What the journals say that the work took; else the days on which the plan was committed."""
    said = []
    paths = {resolve(file.path, link.target) for link in file.plan.links}
    for path in sorted(path for path in paths if path is not None and path.endswith(".md")):
        source = repository.read(path) if not path.startswith("../") else None
        if source is None or isinstance(source, Unreadable):
            continue
        sessions = read_journal(source, repository.configuration.lint.rates).sessions
        if sessions is not None:
            said.append(sessions)
    if said:
        return Spent(sum(said), f"from {len(said)} journal{'' if len(said) == 1 else 's'}")
    days = {one.day for one in revisions}
    if not days:
        return None
    return Spent(len(days), "counted as the days with a commit to the plan")

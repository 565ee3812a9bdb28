"""What the journals of a plan told already, and what was ticked and committed since."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable

from trueplan.app.plan_files import PlanFile
from trueplan.app.repository import Repository, Survey
from trueplan.errors import GitError
from trueplan.git.commits import Commits, find_additions, last_commit_of, read_at, read_commits
from trueplan.git.revisions import read_revisions
from trueplan.model.item import Item, walk
from trueplan.model.link_target import resolve
from trueplan.model.phase import Phase, bare_number
from trueplan.model.plan import Plan
from trueplan.model.standing import work_items
from trueplan.reader.companions import read_journal
from trueplan.reader.phases_named import phases_named
from trueplan.reader.plan import read_plan
from trueplan.record import Record
from trueplan.text.pattern import Pattern
from trueplan.workspace.disk import Unreadable

_MOST_COMMITS = 30
_DAY = Pattern(r"^\d{4}-\d{2}-\d{2}")
_SECTION = re.compile(rb"^#{2,6}[ \t]", re.MULTILINE)


class Told(Record):
    """A journal that the plan links to: its day, the phases that it is about, none for all.

    `commit` is the one that brought it in; for a journal that is in none, the last of its day.
    """

    path: str
    day: str
    phases: frozenset[str]
    commit: str | None


class JournalsSoFar:
    """The journals of one plan, the oldest first, and what came after them.

    A phase counts from the last journal that is about it, so that every tick is told once, and
    commits from the last journal of the plan.
    """

    def __init__(self, repository: Repository, overview: Survey, file: PlanFile) -> None:
        self.repository = repository
        self.file = file
        self.told = _read_told(repository, overview, file)
        self._plans: dict[str, Plan | None] = {}

    def last(self, phase: Phase | None = None) -> Told | None:
        """The last journal that is about a phase, or the last of all."""
        number = bare_number(phase.number) if phase is not None and phase.number else None
        for one in reversed(self.told):
            if phase is None or not one.phases or number in one.phases:
                return one
        return None

    def ticked(self, phase: Phase | None) -> tuple[Item, ...]:
        """What is done in a phase now and was not then; None is for what no phase holds."""
        last = self.last(phase)
        before = self._plan_at(last.commit) if last is not None and last.commit else None
        now = work_items(phase) if phase is not None else self.file.plan.tasks
        if before is None:
            return tuple(_done(now))
        if phase is None:
            return _newly_done(now, before.tasks)
        same = _counterpart(phase, before)
        return _newly_done(now, work_items(same) if same is not None else ())

    def commits(self) -> tuple[Commits, str]:
        """The commits since the last journal, else from the one that brought the plan in.

        With the day since which they are; none where git does not tell.
        """
        if not self.repository.in_git:
            return Commits(), ""
        root, last = self.repository.root, self.last()
        try:
            if last is not None:
                since = last.commit
                found = read_commits(root, since, _MOST_COMMITS) if since else Commits()
                return found, last.day
            first = next(iter(read_revisions(root, self.file.path)), None)
            if first is None:
                return Commits(), ""
            return read_commits(root, first.commit, _MOST_COMMITS, inclusive=True), first.day
        except GitError:
            return Commits(), ""

    def _plan_at(self, commit: str) -> Plan | None:
        """The plan as a commit had it, under whatever name; None where it had none."""
        if commit not in self._plans:
            root, path = self.repository.root, self.file.path
            source = read_at(root, commit, path)
            if source is None:
                others = {one.path for one in read_revisions(root, path)} - {path}
                found = (read_at(root, commit, other) for other in sorted(others))
                source = next((one for one in found if one is not None), None)
            rates = self.repository.configuration.lint.rates
            self._plans[commit] = read_plan(source, rates) if source is not None else None
        return self._plans[commit]


def _read_told(repository: Repository, overview: Survey, file: PlanFile) -> list[Told]:
    words = _linked(file, set(overview.found.of("journal")))
    additions = find_additions(repository.root, list(words)) if repository.in_git else {}
    found = []
    for path, said in words.items():
        source = repository.read(path)
        if isinstance(source, Unreadable):
            continue
        journal = read_journal(source, repository.configuration.lint.rates)
        name = posixpath.basename(path)
        named = _DAY.match(name)
        day = named[0] if named else ((journal.date.first if journal.date else None) or "")
        phases = {*journal.phases, *phases_named("\n".join((said, name, _head(source))))}
        commit = additions.get(path)
        if commit is None and day and repository.in_git:
            commit = last_commit_of(repository.root, day)
        found.append(Told(path, day, frozenset(map(bare_number, phases)), commit))
    return sorted(found, key=lambda one: one.day)


def _linked(file: PlanFile, journals: set[str]) -> dict[str, str]:
    """The journals that a plan links to, in the order of their links, and the lines with these."""
    progress = file.plan.progress
    rows = [row.journal for row in progress.rows if row.journal is not None]
    listed = {link.span for link in (*progress.journals, *rows)}
    found: dict[str, str] = {}
    for link in file.plan.links:
        path = resolve(file.path, link.target)
        if path is None or path.startswith("../") or not path.lower().endswith(".md"):
            continue
        if path in journals or link.span in listed:
            start = file.source.rfind(b"\n", 0, link.span.start) + 1
            end = file.source.find(b"\n", link.span.end)
            line = file.source[start : len(file.source) if end < 0 else end]
            found[path] = f"{found.get(path, '')}\n{line.decode('utf-8', 'replace')}"
    return found


def _head(source: bytes) -> str:
    """The title of a journal and its fields, up to its first section."""
    section = _SECTION.search(source)
    return source[: section.start() if section else len(source)].decode("utf-8", "replace")


def _counterpart(phase: Phase, plan: Plan) -> Phase | None:
    """The same phase in another revision: by its title and number, else by one of the two."""
    same_title = [one for one in plan.phases if one.title and one.title == phase.title]
    same_number = [
        one
        for one in plan.phases
        if one.number and phase.number and bare_number(one.number) == bare_number(phase.number)
    ]
    both = [one for one in same_title if one in same_number]
    return next(iter([*both, *same_title, *same_number]), None)


def _done(items: Iterable[Item]) -> list[Item]:
    return [item for item in walk(tuple(items)) if item.state == "done"]


def _newly_done(now: tuple[Item, ...], before: tuple[Item, ...]) -> tuple[Item, ...]:
    known = Counter(" ".join(item.text.split()) for item in _done(before))
    found = []
    for item in _done(now):
        text = " ".join(item.text.split())
        if known[text]:
            known[text] -= 1
        else:
            found.append(item)
    return tuple(found)

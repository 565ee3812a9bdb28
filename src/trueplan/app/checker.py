"""Check one document with all that is known around it."""

from __future__ import annotations

from trueplan.app.cards import make_card
from trueplan.app.past_on_demand import PastOnDemand
from trueplan.app.repository import Repository
from trueplan.app.surroundings import Companion
from trueplan.lint.engine import Selection, check_document, file_finding
from trueplan.lint.finding import Finding
from trueplan.lint.named import Making
from trueplan.lint.past import no_past
from trueplan.lint.subject import IndexSubject, Subject, Surroundings
from trueplan.markdown import Markdown, parse
from trueplan.model.companions import PlanCard
from trueplan.model.located import Link
from trueplan.model.plan import Plan
from trueplan.reader.companions import read_index
from trueplan.reader.plan import read_links, read_parsed
from trueplan.record import Record
from trueplan.workspace.disk import DiskFiles, Unreadable
from trueplan.workspace.naming import short_name
from trueplan.workspace.recognition import why_not_a_plan


class Outcome(Record):
    """What came of one file in the place of a plan.

    `why` says why it is none. `card` is then None, unless somebody named the file: it is checked
    all the same.
    """

    path: str
    card: PlanCard | None
    findings: list[Finding]
    suppressed: int
    why: str = ""


class Checker(Record):
    """What checking one plan needs; handed to the processes by forking."""

    repository: Repository
    selection: Selection
    surroundings: Surroundings
    files: DiskFiles
    names: dict[str, str]
    named: frozenset[str]
    today: str
    past: PastOnDemand | None = None

    def check(self, path: str) -> Outcome:
        """Read and check the file of a plan."""
        source = self.repository.read(path)
        if isinstance(source, Unreadable):
            return Outcome(path, None, unreadable_finding(path, source, self.selection), 0)
        return self.check_source(path, source)

    def check_source(self, path: str, source: bytes) -> Outcome:
        """Check a plan as if its file held `source`."""
        markdown = parse(source)
        plan = read_parsed(markdown, self.selection.settings.rates)
        why = why_not_a_plan(plan)
        if why is not None and path not in self.named:
            return Outcome(path, None, self._broken(path, markdown), 0, why)
        ref = self.names.get(path) or short_name(path)
        subject = self._subject(path, ref, "plan", markdown, plan.links, plan)
        checked = check_document(subject, self.selection)
        card = make_card(path, ref, plan)
        return Outcome(path, card, checked.findings, checked.suppressed, why or "")

    def _broken(self, path: str, markdown: Markdown) -> list[Finding]:
        """What stops the text of a file in the place of a plan from being read at all."""
        if markdown.invalid < 0:
            return []
        subject = self._subject(path, path, "other", markdown, (), None)
        return check_document(subject, self.selection).findings

    def check_companion(
        self, companion: Companion, cards: tuple[PlanCard, ...], folders: set[str]
    ) -> tuple[list[Finding], int]:
        """The findings about a companion, and how many were silenced in place.

        `cards` are all plans and `folders` those with an index: an index is compared with the
        plans that stand nearer to it than to any other.
        """
        path, kind, source = companion
        if isinstance(source, Unreadable):
            return unreadable_finding(path, source, self.selection), 0
        markdown = parse(source)
        subject = self._subject(path, path, kind, markdown, read_links(markdown), None)
        table: IndexSubject | None = None
        if kind == "index":
            index = read_index(source)
            subject = subject._replace(listing=index)
            folder = path.rpartition("/")[0]
            beside = tuple(one for one in cards if nearest_folder(one.path, folders) == folder)
            settings = self.selection.settings
            table = IndexSubject(path, source, index, beside, settings, self.today, self.files)
        checked = check_document(subject, self.selection, table)
        return checked.findings, checked.suppressed

    def _subject(
        self,
        path: str,
        ref: str,
        kind: str,
        markdown: Markdown,
        links: tuple[Link, ...],
        plan: Plan | None,
    ) -> Subject:
        return Subject(
            path,
            ref,
            kind,
            markdown.source,
            markdown,
            links,
            plan,
            self.selection.settings,
            self.today,
            self.surroundings,
            self.files,
            past=self.past or no_past,
            making=Making(plan, markdown.source),
        )


def unreadable_finding(path: str, source: Unreadable, selection: Selection) -> list[Finding]:
    """The finding about a file without bytes; none where its rule is off."""
    code = "TP006" if source.kind == "too-large" else "TP007"
    return file_finding(code, path, source.message, source.help, selection)


def nearest_folder(path: str, folders: set[str]) -> str | None:
    """The innermost of `folders` that a path stands in."""
    folder = path.rpartition("/")[0]
    while folder not in folders:
        if not folder:
            return None
        folder = folder.rpartition("/")[0]
    return folder

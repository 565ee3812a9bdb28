"""Check the plans of a repository and their companions."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from trueplan.app.repository import Repository, Survey, survey
from trueplan.app.surroundings import Companion, read_companions, read_surroundings
from trueplan.errors import UsageError
from trueplan.lint.engine import Selection, check_document, file_finding
from trueplan.lint.finding import Finding
from trueplan.lint.subject import IndexSubject, PlanCard, Subject, Surroundings
from trueplan.markdown import parse
from trueplan.model.plan import Plan
from trueplan.reader.companions import read_index
from trueplan.reader.plan import read_links, read_parsed
from trueplan.workspace.accepted import Acceptance, load_accepted
from trueplan.workspace.disk import DiskFiles, Unreadable, read_file
from trueplan.workspace.naming import short_name
from trueplan.workspace.recognition import why_not_a_plan

_WORTH_A_PROCESS = 120  # plans; below, starting processes costs more than it saves
_CHUNK = 40


class Outcome(NamedTuple):
    """What came of one plan. `card` is None for a file that is not a plan; `why` then says so."""

    path: str
    card: PlanCard | None
    findings: list[Finding]
    suppressed: int
    why: str = ""


class Report(NamedTuple):
    """The findings in order, and the counts beside them."""

    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    suppressed: int
    plans: tuple[PlanCard, ...]
    documents: int
    passed_over: tuple[tuple[str, str], ...]
    in_git: bool

    def count(self, severity: str) -> int:
        """How many findings have a severity."""
        return sum(1 for one in self.findings if one.severity == severity)


class _Checker(NamedTuple):
    """What checking one plan needs; handed to the processes by forking."""

    repository: Repository
    selection: Selection
    surroundings: Surroundings
    files: DiskFiles
    names: dict[str, str]
    named: frozenset[str]
    today: str

    def check(self, path: str) -> Outcome:
        settings = self.selection.settings
        source = read_file(self.repository.root, path, settings.largest_file)
        if isinstance(source, Unreadable):
            return Outcome(path, None, _unreadable(path, source, self.selection), 0)
        return self.check_source(path, source)

    def check_source(self, path: str, source: bytes) -> Outcome:
        markdown = parse(source)
        plan = read_parsed(markdown, self.selection.settings.rates)
        if path not in self.named:
            why = why_not_a_plan(plan)
            if why is not None:
                return Outcome(path, None, [], 0, why)
        ref = self.names.get(path) or short_name(path)
        subject = Subject(
            path,
            ref,
            "plan",
            source,
            markdown,
            plan.links,
            plan,
            self.selection.settings,
            self.today,
            self.surroundings,
            self.files,
        )
        checked = check_document(subject, self.selection)
        return Outcome(path, make_card(path, ref, plan), checked.findings, checked.suppressed)

    def check_companion(
        self, companion: Companion, cards: tuple[PlanCard, ...], folders: set[str]
    ) -> tuple[list[Finding], int]:
        path, kind, source = companion
        settings = self.selection.settings
        if isinstance(source, Unreadable):
            return _unreadable(path, source, self.selection), 0
        markdown = parse(source)
        subject = Subject(
            path,
            path,
            kind,
            source,
            markdown,
            read_links(markdown),
            None,
            settings,
            self.today,
            self.surroundings,
            self.files,
        )
        table: IndexSubject | None = None
        if kind == "index":
            index = read_index(source)
            subject = subject._replace(index=index)
            folder = path.rpartition("/")[0]
            beside = tuple(card for card in cards if _nearest(card.path, folders) == folder)
            table = IndexSubject(path, source, index, beside, settings, self.today, self.files)
        checked = check_document(subject, self.selection, table)
        return checked.findings, checked.suppressed


def check_repository(
    repository: Repository,
    today: str,
    paths: Sequence[str] = (),
    selection: Selection | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Check everything, or what stands at or below `paths` (from the root).

    `today` is an ISO day. `progress(done, of)` is called now and then.
    """
    selection = selection or Selection(repository.configuration.lint)
    overview = survey(repository)
    plans = _chosen(overview, paths, repository)
    companions = read_companions(repository, overview.found)
    checker = _Checker(
        repository,
        selection,
        read_surroundings(repository, companions),
        DiskFiles(repository.root, selection.settings.largest_file),
        overview.names,
        frozenset(paths),
        today,
    )
    outcomes = list(_check_all(checker, plans, progress))
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    suppressed = sum(outcome.suppressed for outcome in outcomes)
    cards = tuple(outcome.card for outcome in outcomes if outcome.card is not None)
    wanted = [one for one in companions if _is_wanted(one.path, paths)]
    folders = {one.path.rpartition("/")[0] for one in companions if one.kind == "index"}
    indexed = cards
    if any(one.kind == "index" for one in wanted) and paths:
        indexed = _all_cards(checker, cards)
    for companion in wanted:
        more, silenced = checker.check_companion(companion, indexed, folders)
        findings += more
        suppressed += silenced
    findings += _unlisted_folders(overview, selection, paths)
    findings.sort(key=lambda finding: finding.sort_key)
    accepted = load_accepted(repository.root)
    kept, quiet = _split(findings, accepted)
    return Report(
        tuple(kept),
        tuple(quiet),
        suppressed,
        cards,
        len(cards) + len(wanted),
        tuple((outcome.path, outcome.why) for outcome in outcomes if outcome.why),
        repository.in_git,
    )


def check_text(repository: Repository, path: str, source: bytes, today: str) -> list[Finding]:
    """Check one plan as it would be with `source` for its bytes, companions as they are."""
    selection = Selection(repository.configuration.lint)
    overview = survey(repository)
    companions = read_companions(repository, overview.found)
    checker = _Checker(
        repository,
        selection,
        read_surroundings(repository, companions),
        DiskFiles(repository.root, selection.settings.largest_file),
        overview.names,
        frozenset((path,)),
        today,
    )
    return checker.check_source(path, source).findings


def make_card(path: str, ref: str, plan: Plan) -> PlanCard:
    """What an index may say of a plan."""
    header = plan.header
    created, target = header.created, header.target
    return PlanCard(
        path=path,
        ref=ref,
        title=_title(plan, ref),
        state=header.status.value if header.status else None,
        status=header.status.raw if header.status else None,
        created=(created.first, created.last)
        if created and created.first and created.last
        else None,
        target=(target.first, target.last) if target and target.first and target.last else None,
        phases=len(plan.phases),
        owner=header.owner.value if header.owner else None,
    )


def _title(plan: Plan, ref: str) -> str:
    if plan.title is None:
        return ref
    prefix, colon, rest = plan.title.value.partition(":")
    return rest.strip() if colon and "plan" in prefix.lower() else plan.title.value


def _chosen(overview: Survey, paths: Sequence[str], repository: Repository) -> list[str]:
    """The plans at or below `paths`; a Markdown file that is named is taken as it is."""
    plans = overview.found.of("plan")
    if not paths:
        return plans
    others = {one.path for one in overview.found.candidates if one.kind != "plan"}
    chosen = [path for path in plans if _is_wanted(path, paths)]
    for path in paths:
        full = repository.root / path
        if path not in chosen and path not in others and not full.is_dir():
            chosen.append(path)
    return sorted(chosen)


def _is_wanted(path: str, paths: Sequence[str]) -> bool:
    return not paths or any(
        one in (".", "") or path == one or path.startswith(one.rstrip("/") + "/") for one in paths
    )


def _check_all(
    checker: _Checker, plans: list[str], progress: Callable[[int, int], None] | None
) -> Iterator[Outcome]:
    processes = min(os.cpu_count() or 1, len(plans) // _WORTH_A_PROCESS + 1)
    if processes < 2 or not hasattr(os, "fork"):
        outcomes: Iterable[Outcome] = map(checker.check, plans)
    else:
        outcomes = _in_processes(checker, plans, processes)
    for number, outcome in enumerate(outcomes, 1):
        if progress is not None:
            progress(number, len(plans))
        yield outcome


_inherited: _Checker | None = None


def _in_processes(checker: _Checker, plans: list[str], processes: int) -> Iterator[Outcome]:
    """Check in forked processes; they inherit the companions, and answer in order."""
    import multiprocessing

    global _inherited  # noqa: PLW0603 - forking is what hands it over
    _inherited = checker
    gc.collect()
    gc.freeze()
    context = multiprocessing.get_context("fork")
    with context.Pool(processes, initializer=gc.disable) as pool:
        yield from pool.imap(_check_inherited, plans, chunksize=_CHUNK)
    _inherited = None


def _check_inherited(path: str) -> Outcome:
    assert _inherited is not None
    return _inherited.check(path)


def _unreadable(path: str, source: Unreadable, selection: Selection) -> list[Finding]:
    code = "TP006" if source.kind == "too-large" else "TP007"
    return file_finding(code, path, source.message, source.help, selection)


def _unlisted_folders(
    overview: Survey, selection: Selection, paths: Sequence[str]
) -> list[Finding]:
    return [
        finding
        for path, reason in overview.found.unreadable
        if _is_wanted(path, paths)
        for finding in file_finding(
            "TP007",
            path,
            f"the folder cannot be listed: {reason}",
            "change its mode, or exclude it",
            selection,
        )
    ]


def _all_cards(checker: _Checker, cards: tuple[PlanCard, ...]) -> tuple[PlanCard, ...]:
    """An index that is checked by itself is still compared with every plan beside it."""
    known = {card.path for card in cards}
    more = [
        outcome.card
        for path in checker.names
        if path not in known and (outcome := checker.check(path)).card is not None
    ]
    return cards + tuple(card for card in more if card is not None)


def _nearest(path: str, folders: set[str]) -> str | None:
    """The innermost of `folders` that a path stands in."""
    folder = path.rpartition("/")[0]
    while folder not in folders:
        if not folder:
            return None
        folder = folder.rpartition("/")[0]
    return folder


def _split(
    findings: list[Finding], accepted: tuple[Acceptance, ...]
) -> tuple[list[Finding], list[Finding]]:
    if not accepted:
        return findings, []
    known = {(one.rule, one.plan, one.seen) for one in accepted}
    kept = [one for one in findings if (one.code, one.path, one.seen) not in known]
    quiet = [one for one in findings if (one.code, one.path, one.seen) in known]
    return kept, quiet


def ensure_found(report: Report, repository: Repository, folder: Path) -> None:
    """Raise UsageError where there was no plan to check, with where was looked."""
    if report.plans or report.findings:
        return
    looked = f"looked below {repository.root} for folders called plans, files named after a plan"
    passed = "".join(f"\n  {path}: {why}" for path, why in report.passed_over[:5])
    raise UsageError(
        f"no plans found at {folder}",
        help=f"{looked} and specs/*/tasks.md{passed}\n"
        "name the files, or list patterns under `plans` in trueplan.toml",
    )

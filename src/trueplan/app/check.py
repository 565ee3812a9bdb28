"""Check the plans of a repository and their companions."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from trueplan.app.checker import Checker, Outcome
from trueplan.app.no_plans import no_plans
from trueplan.app.past_on_demand import PastOnDemand
from trueplan.app.repository import Repository, Survey, survey
from trueplan.app.surroundings import Companion, read_companions, read_surroundings
from trueplan.lint.engine import Selection, file_finding
from trueplan.lint.finding import Finding
from trueplan.model.companions import PlanCard
from trueplan.record import AnyPath, Record
from trueplan.workspace.accepted import Acceptance, load_accepted
from trueplan.workspace.disk import DiskFiles

_WORTH_A_PROCESS = 120  # plans; below, starting processes costs more than it saves
_CHUNK = 40


class Report(Record):
    """The findings in order, and the counts beside them.

    `passed_over` are files in the place of plans that are none, with the reason; `named_anyway`
    those of them that somebody named, and that were checked all the same. `stale` are acceptances
    that match nothing any more; they are looked for where everything was checked. `remark` says
    why rules about the past had nothing to go by, "" where they had.
    """

    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    suppressed: int
    plans: tuple[PlanCard, ...]
    documents: int
    passed_over: tuple[tuple[str, str], ...]
    in_git: bool
    named_anyway: tuple[tuple[str, str], ...] = ()
    stale: tuple[Acceptance, ...] = ()
    remark: str = ""

    def count(self, severity: str) -> int:
        """How many findings have a severity."""
        return sum(1 for one in self.findings if one.severity == severity)


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
    past = PastOnDemand(repository)
    checker = Checker(
        repository,
        selection,
        read_surroundings(repository, companions),
        DiskFiles(repository.root, selection.settings.largest_file),
        overview.names,
        frozenset(paths),
        today,
        past,
    )
    try:
        report = _report(checker, overview, plans, companions, paths, progress)
        return report._replace(remark=past.remark)
    finally:
        past.close()


def _report(
    checker: Checker,
    overview: Survey,
    plans: list[str],
    companions: Sequence[Companion],
    paths: Sequence[str],
    progress: Callable[[int, int], None] | None,
) -> Report:
    repository, selection = checker.repository, checker.selection
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
        tuple((one.path, one.why) for one in outcomes if one.why and one.card is None),
        repository.in_git,
        tuple((one.path, one.why) for one in outcomes if one.why and one.card is not None),
        () if paths else _stale(accepted, quiet, selection),
    )


def _chosen(overview: Survey, paths: Sequence[str], repository: Repository) -> list[str]:
    """The plans at or below `paths`; a Markdown file that is named is taken as it is."""
    plans = overview.found.of("plan")
    if not paths:
        return plans
    others = {one.path for one in overview.found.candidates if one.kind != "plan"}
    chosen = [path for path in plans if _is_wanted(path, paths)]
    for path in paths:
        full = os.path.join(repository.root, path)
        if path not in chosen and path not in others and not os.path.isdir(full):
            chosen.append(path)
    return sorted(chosen)


def _is_wanted(path: str, paths: Sequence[str]) -> bool:
    return not paths or any(
        one in (".", "") or path == one or path.startswith(one.rstrip("/") + "/") for one in paths
    )


def _check_all(
    checker: Checker, plans: list[str], progress: Callable[[int, int], None] | None
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


_inherited: Checker | None = None


def _in_processes(checker: Checker, plans: list[str], processes: int) -> Iterator[Outcome]:
    """Check in forked processes; they inherit the companions, and answer in order."""
    import multiprocessing

    global _inherited  # noqa: PLW0603 - forking is what hands it over
    _inherited = checker
    if checker.past is not None and any(code.startswith("TP7") for code in checker.selection.rules):
        checker.past.prepare()
    gc.collect()
    gc.freeze()
    context = multiprocessing.get_context("fork")
    with context.Pool(processes, initializer=gc.disable) as pool:
        yield from pool.imap(_check_inherited, plans, chunksize=_CHUNK)
    _inherited = None


def _check_inherited(path: str) -> Outcome:
    assert _inherited is not None
    return _inherited.check(path)


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


def _all_cards(checker: Checker, cards: tuple[PlanCard, ...]) -> tuple[PlanCard, ...]:
    """An index that is checked by itself is still compared with every plan beside it."""
    known = {card.path for card in cards}
    more = [
        card
        for path in checker.names
        if path not in known and (card := checker.check(path).card) is not None
    ]
    return cards + tuple(more)


def _split(
    findings: list[Finding], accepted: tuple[Acceptance, ...]
) -> tuple[list[Finding], list[Finding]]:
    if not accepted:
        return findings, []
    known = {(one.rule, one.plan, one.seen) for one in accepted}
    kept = [one for one in findings if (one.code, one.path, one.seen) not in known]
    quiet = [one for one in findings if (one.code, one.path, one.seen) in known]
    return kept, quiet


def _stale(
    accepted: tuple[Acceptance, ...], quiet: list[Finding], selection: Selection
) -> tuple[Acceptance, ...]:
    """The acceptances of rules that run which no finding matches."""
    if not accepted:
        return ()
    matched = {(one.code, one.path, one.seen) for one in quiet}
    return tuple(
        one
        for one in accepted
        if one.rule in selection.rules and (one.rule, one.plan, one.seen) not in matched
    )


def ensure_found(
    report: Report, repository: Repository, folder: AnyPath, words: Sequence[str] = ()
) -> None:
    """Raise UsageError where there was no plan to check, with where was looked.

    `words` are the places, as seen from `folder`, that were to be checked. An index without
    plans is a beginning, and says so itself.
    """
    if report.plans or report.findings:
        return
    if not words and survey(repository).found.of("index"):
        return
    places = [os.path.normpath(os.path.join(folder, word)) for word in words or (".",)]
    raise no_plans(repository, ", ".join(places), report.passed_over)

"""Run rules over documents, leave out what is silenced, give findings their place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase

from trueplan.lint.finding import Finding, Found, Place
from trueplan.lint.registry import RULES
from trueplan.lint.rule import Rule
from trueplan.lint.settings import Settings
from trueplan.lint.subject import IndexSubject, Subject
from trueplan.lint.suppression import Suppressions, read_suppressions
from trueplan.record import Record
from trueplan.text import LineIndex, Span

_LONGEST_LINE = 240


class Checked(Record):
    """The findings of one document, and how many more were silenced in place."""

    findings: list[Finding]
    suppressed: int


class Selection:
    """The rules that run under some settings, worked out once."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.rules = {code: rule for code, rule in RULES.items() if self._takes(rule)}
        self.by_scope: dict[str, list[Rule]] = {}
        for rule in self.rules.values():
            self.by_scope.setdefault(rule.scope, []).append(rule)

    def _takes(self, rule: Rule) -> bool:
        settings = self.settings
        if settings.select and not any(_names(rule, word) for word in settings.select):
            return False
        return not any(_names(rule, word) for word in settings.ignore)

    def ignored_in(self, path: str) -> frozenset[str]:
        """The codes that the configuration switches off for one file."""
        return frozenset(
            code
            for pattern, words in self.settings.per_file_ignores
            if fnmatchcase(path, pattern)
            for code, rule in self.rules.items()
            if any(_names(rule, word) for word in words)
        )


def _names(rule: Rule, word: str) -> bool:
    """Whether `word` means the rule: its code, the beginning of it, or its name."""
    return rule.code.startswith(word.upper()) or rule.name == word.lower()


def check_document(
    subject: Subject, selection: Selection, index: IndexSubject | None = None
) -> Checked:
    """Every finding about one document: of the rules for documents, plans and indexes."""
    found: list[tuple[Rule, Found]] = []
    _run(selection.by_scope.get("document", ()), subject, found)
    if subject.plan is not None:
        _run(_applicable(subject, selection), subject, found)
    if index is not None:
        _run(selection.by_scope.get("index", ()), index, found)
    suppressions = read_suppressions(subject.markdown)
    if not found and not suppressions.comments:
        return Checked([], 0)
    return _settle(found, subject.path, subject.source, selection, suppressions)


def file_finding(
    code: str, path: str, message: str, help: str, selection: Selection
) -> list[Finding]:
    """The finding about a file that could not be read at all; none where its rule is off."""
    rule = selection.rules.get(code)
    if rule is None or code in selection.ignored_in(path):
        return []
    place = Place(1, 1, 1, 1, "")
    return [
        Finding(
            rule.code,
            rule.name,
            rule.severity,
            path,
            Span(0, 0),
            place,
            message,
            help,
            None,
            message,
        )
    ]


def _applicable(subject: Subject, selection: Selection) -> Iterable[Rule]:
    rules = selection.by_scope.get("plan", [])
    mode = subject.settings.template
    assert subject.plan is not None
    if mode == "always" or (mode == "auto" and subject.plan.template):
        return rules
    return [rule for rule in rules if not rule.template]


def _run(
    rules: Iterable[Rule], subject: Subject | IndexSubject, found: list[tuple[Rule, Found]]
) -> None:
    for rule in rules:
        check: Callable[[Subject | IndexSubject], Iterable[Found]] | None = rule.check
        if check is not None:
            found.extend((rule, one) for one in check(subject))


def _settle(
    found: list[tuple[Rule, Found]],
    path: str,
    source: bytes,
    selection: Selection,
    suppressions: Suppressions,
) -> Checked:
    ignored = selection.ignored_in(path)
    lines = LineIndex(source)
    findings: list[Finding] = []
    used: set[tuple[int, str]] = set()
    suppressed = 0
    for rule, one in found:
        if rule.code in ignored:
            continue
        comment = suppressions.covering(rule, one.span)
        if comment is not None:
            used.add((comment, rule.code))
            suppressed += 1
            continue
        findings.append(_finding(rule, one, path, lines))
    for rule, one in suppressions.complaints(used, selection.rules, ignored):
        findings.append(_finding(rule, one, path, lines))
    return Checked(findings, suppressed)


def _finding(rule: Rule, one: Found, path: str, lines: LineIndex) -> Finding:
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=one.severity or rule.severity,
        path=path,
        span=one.span,
        place=_place(one.span, one.mark, lines),
        message=one.message,
        help=one.help,
        ref=one.ref,
        seen=one.seen or one.message,
        labels=tuple(_place(label.span, label.text, lines) for label in one.labels),
        fix=one.fix,
        confidence=rule.confidence,
    )


def _place(span: Span, note: str, lines: LineIndex) -> Place:
    first, last = lines.position(span.start), lines.position(max(span.end, span.start))
    text = lines.text(first.line)[:_LONGEST_LINE]
    return Place(first.line, first.column, last.line, last.column, text, note)

"""Tables of how words are read, made by reading them."""

from __future__ import annotations

from pathlib import Path

from documentation.markdown import code, table
from documentation.pages import Pages, fill
from trueplan.model.estimate import Rates
from trueplan.model.located import Located
from trueplan.model.status import STATE_NAMES
from trueplan.reader.dates import SpanOf, find_date
from trueplan.reader.dependencies import read_dependencies
from trueplan.reader.estimates import find_estimate
from trueplan.reader.phase_heading import read_phase_heading
from trueplan.reader.status import read_state
from trueplan.text import Span

_PAGE = "docs/guide/reading.md"
_NOTHING = "nothing"

_STATUSES = (
    ("Approved", "a plan that may begin has not begun"),
    ("Ready for implementation", "“implementation” alone would say otherwise"),
    ("Planning complete", "it is the planning that is complete"),
    ("✅ Approved (implemented in 6634854)", "definite words win over vague ones"),
    ("80 % complete", "less than all"),
    ("Phase 1 complete", "a part being done is not the whole being done"),
    ("All phases complete", ""),
    ("3 of 5 tasks done", "less than all"),
    ("Implementation complete, testing in progress", "what is left is said in the same sentence"),
    ("Not complete", ""),
    ("Completed. Monitoring is ongoing.", "another sentence is another matter"),
    ("To be completed by June", ""),
    ("Deferred to Q3", ""),
    ("Superseded by the new design", ""),
    ("🚧", "a sign tells where no word does"),
    ("未完成", ""),
    ("진행 중", ""),
    ("Solar-powered", "reported, see below"),
)
_HEADINGS = (
    "Phase 1: Masts",
    "✅ Phase 2 - Lamps (COMPLETE)",
    "3. Phase 3: Wiring [2 hours]",
    "Milestone 2: First light",
    "Stage 2a — Cables ⏳ in progress",
    "M1. Foundations",
    "Sprint 4: Paint - dropped",
    "User Story 1 - See the tide (Priority: P1)",
    "阶段一：基础",
    "第2阶段 搭建",
    "フェーズ3: 点灯",
    "1단계: 준비",
    "Phases",
)
_ESTIMATES = (
    "2 sessions", "1-2 sessions", "90 minutes", "1h 30m", "half a day", "2–3 days", "1 week",
    "a couple of weeks", "1 sprint", "2 person-days", "~4 hours", "3小时", "2일", "5 story points",
    "L", "soon",
)  # fmt: skip
_DATES = (
    "2026-03-10", "2026/3/10", "20260310", "March 10, 2026", "10 Mar 2026", "10.03.2026",
    "03/04/2026", "25/04/2026", "March 2026", "2026-03", "Q2 2026", "2026年3月10日",
    "2026년 3월 10일", "2026-02-30", "2026-03-XX", "next spring",
)  # fmt: skip
_DEPENDENCIES = (
    "Phase 1 completion", "Phases 1-3", "Phases 1, 2 and 4 must be complete", "after Phase 2a",
    "None", "No dependency on Phase 1", "Phase 2 (Phase 1 would help)",
    "Phase 2 of [the tide plan](2026-01-12-tide-tables.md)", "the crane is free", "フェーズ1と2",
)  # fmt: skip


def reading_page(root: Path) -> Pages:
    """The page with its tables brought up to date."""
    page = (root / _PAGE).read_text(encoding="utf-8")
    for name, text in (
        ("statuses", _statuses()),
        ("headings", _phase_headings()),
        ("estimates", _estimates()),
        ("dates", _dates()),
        ("dependencies", _dependencies()),
    ):
        page = fill(page, name, text)
    return {_PAGE: page}


def _statuses() -> str:
    rows = []
    for words, why in _STATUSES:
        state = read_state(words)
        rows.append((words, STATE_NAMES[state] if state else _NOTHING, why))
    return table(("A status of", "means", ""), rows)


def _phase_headings() -> str:
    rows = []
    for words in _HEADINGS:
        found = read_phase_heading(words)
        if found is None:
            rows.append((code(words), "no phase", "", ""))
            continue
        done, cancelled = found.states
        marks = "done" if done else "called off" if cancelled else ""
        rows.append((code(words), found.number, found.title, marks))
    return table(("Heading", "Number", "Title", "Marked"), rows)


def _estimates() -> str:
    rows = []
    for words in _ESTIMATES:
        found = find_estimate(words, SpanOf(words, 0), Rates())
        if found is None:
            rows.append((words, _NOTHING))
        elif found.low is None or found.high is None:
            rows.append((words, f"a {found.unit}, which no rate converts"))
        elif found.low == found.high:
            rows.append((words, f"{found.low:.3g}"))
        else:
            rows.append((words, f"{found.low:.3g} to {found.high:.3g}"))
    return table(("Written", "In sessions"), rows)


def _dates() -> str:
    rows = []
    for words in _DATES:
        found = find_date(words, SpanOf(words, 0))
        if found is None:
            said = "no date"
        elif found.impossible:
            said = "a day that no calendar has"
        elif found.first is None:
            said = "a date that cannot be read"
        else:
            said = found.first if found.first == found.last else f"{found.first} to {found.last}"
        rows.append((words, said))
    return table(("Written", "Read as"), rows)


def _dependencies() -> str:
    rows = []
    for words in _DEPENDENCIES:
        value = Located(words, Span(0, len(words.encode())))
        named = [
            f"{', '.join(one.numbers) or 'no phase'}{' of another plan' if one.elsewhere else ''}"
            for one in read_dependencies(value, words, "")
        ]
        rows.append((code(words), "; ".join(named) or _NOTHING))
    return table(("Written", "Waits for"), rows)

"""What holds for every fix: it touches its spans alone, settles its finding, and then rests."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, strategies as st

from trueplan.app.checker import Checker
from trueplan.app.repository import Repository
from trueplan.lint.engine import Selection
from trueplan.lint.finding import Finding
from trueplan.lint.settings import Settings
from trueplan.lint.subject import JournalCard, Surroundings
from trueplan.text import apply_edits
from trueplan.workspace.configuration import Configuration
from trueplan.workspace.disk import DiskFiles

PATH = "docs/plans/2026-03-02-lights.md"
JOURNAL = "docs/dev-journals/2026-03-05-lights.md"

FORMS = ("**{}**: {}", "**{}:** {}", "{}: {}", "> **{}**: {}", "- **{}:** {}")
STATUSES = ("Planned", "planned", "In Progress", "✅ Complete", "🚧 In Progress", "COMPLETED", "")
ROWS = ("Not Started", "In Progress", "Completed 2026-03-04", "not started", "")


def days() -> st.SearchStrategy[str]:
    """Days around the one on which the plans are checked."""
    return st.integers(-40, 40).map(lambda n: (date(2026, 3, 10) + timedelta(n)).isoformat())


@st.composite
def plans(draw: st.DrawFn) -> bytes:
    """Plans in and near the template, with header, phases, progress list and journal section."""
    form = draw(st.sampled_from(FORMS))
    fields = [("Status", draw(st.sampled_from(STATUSES)))]
    for name, values in (("Created", days()), ("Owner", st.sampled_from(["Orla", ""])),
                         ("Target Completion", days())):  # fmt: skip
        if draw(st.booleans()):
            fields.append((name, draw(values)))
    lines = ["# Implementation Plan: Lights", "", *(form.format(*one) for one in fields), ""]
    lines += ["## Phases", ""]
    count = draw(st.integers(1, 3))
    for number in range(1, count + 1):
        lines += [f"### Phase {number}: Part {number}{draw(st.sampled_from(['', ' ✅']))}", ""]
        lines += ["**Tasks**:"]
        boxes = draw(st.lists(st.sampled_from(" xX~"), min_size=1, max_size=3))
        lines += [f"- [{box}] Thing {index}" for index, box in enumerate(boxes)]
        lines.append("")
    if draw(st.booleans()):
        lines += ["## Progress Tracking", "", "### Completed Phases"]
        for number in range(1, count + 1):
            box, words = draw(st.sampled_from(" x")), draw(st.sampled_from(ROWS))
            lines.append(f"- [{box}] Phase {number} - {words}")
        lines += ["", "### Dev Journal Entries"]
        lines += draw(st.sampled_from([[], ["- (none yet)"], ["- [a](../dev-journals/a.md)"]]))
        lines.append("")
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    text = newline.join(lines)
    if draw(st.booleans()):
        text = text.rstrip("\r\n")
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.encode()


def findings_in(source: bytes) -> list[Finding]:
    """All findings, template rules included, with one journal beside the plan."""
    settings = Settings(template="always")
    card = JournalCard(JOURNAL, "Lights", None, "completed", ("1",), frozenset({PATH}))
    around = Surroundings(
        journals={JOURNAL: card}, journals_to={PATH: (card,)}, journals_named={"lights": (card,)}
    )
    root = Path(__file__).parent  # nothing is read from it
    checker = Checker(
        Repository(str(root), Configuration()),
        Selection(settings),
        around,
        DiskFiles(str(root), settings.largest_file),
        {},
        frozenset({PATH}),
        "2026-03-10",
    )
    return checker.check_source(PATH, source).findings


def same(finding: Finding, findings: list[Finding]) -> bool:
    """Whether a finding is still among others, wherever it stands now."""
    return any((one.code, one.seen) == (finding.code, finding.seen) for one in findings)


@given(plans())
def test_a_fix_settles_its_finding_and_touches_its_spans_alone(source: bytes) -> None:
    """One fix at a time, on a plan with any number of other faults."""
    for finding in findings_in(source):
        if finding.fix is None:
            continue
        fixed = apply_edits(source, finding.fix.edits)
        assert not same(finding, findings_in(fixed)), (finding.code, fixed)
        outside = _outside(source, [(edit.start, edit.end) for edit in finding.fix.edits])
        assert all(piece in fixed for piece in outside)
        added = sum(len(edit.text.encode()) for edit in finding.fix.edits)
        assert len(fixed) == sum(map(len, outside)) + added


def _outside(source: bytes, spans: list[tuple[int, int]]) -> list[bytes]:
    """The pieces of `source` that no span covers."""
    starts = [0, *(end for _, end in sorted(spans))]
    ends = [*(start for start, _ in sorted(spans)), len(source)]
    return [source[start:end] for start, end in zip(starts, ends, strict=True)]


@given(plans())
def test_fixes_come_to_rest(source: bytes) -> None:
    """After all fixes, round by round, nothing that can be fixed is left and nothing moves."""
    for _ in range(12):
        fixable = [finding for finding in findings_in(source) if finding.fix is not None]
        if not fixable:
            return
        fix = fixable[0].fix
        assert fix is not None
        changed = apply_edits(source, fix.edits)
        assert changed != source
        source = changed
    raise AssertionError([finding.code for finding in fixable])

"""Hypothesis strategies: Markdown as people write it, as they break it, and bytes at all."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = st.sampled_from(
    (
        "plan", "Phase 1", "Phase 2b", "Task 3.1", "done", "✅ Complete", "In Progress", "TBD",
        "阶段 1", "フェーズ2", "3단계", "完了", "🚧", "**bold**", "`code`", "~~gone~~", "[x]",
        "[link](a.md)", "[l](../x.md#y)", "![i](p.png)", "<!-- note -->", "<a id=top>", "[ ]",
        "2026-01-31", "2026-02-30", "December 18, 2025", "Q1 2026", "2-4 hours", "half a day",
        "50%", "\\|", "|",
        "Phases 1-3", "None", "…", "a\u2028b", "a\x85b", "a\x0cb", "e\u0301", "\u200b", "👩‍💻",
        "*", "_",
    )
)  # fmt: skip
_KEYS = st.sampled_from(
    (
        "Status", "Created", "Owner", "Target Completion", "Estimated Duration", "Dependencies",
        "Goal", "Tasks", "Deliverables", "Acceptance Criteria", "Rollback", "状态", "担当", "Due",
    )
)  # fmt: skip
_TITLES = st.sampled_from(
    (
        "Overview", "Business Objective", "Phases", "Testing Strategy", "Rollout Plan",
        "Feature Flags", "Migration Strategy", "Risks & Mitigation", "Success Criteria",
        "Quality Gates", "Progress Tracking", "Completed Phases", "Dev Journal Entries",
        "References", "Notes & Learnings", "Retrospective", "What Went Well", "Status",
        "Browser/device matrix", "Technical Approach", "Database Changes", "Rollback Plan",
    )
)  # fmt: skip
_NUMBERS = st.sampled_from(("1", "2", "2a", "3.1", "-1", "0", "A", "IV", "30.1", "1-3"))
_KEYWORDS = st.sampled_from(("Phase", "Task", "Step", "Week", "M", "Wave", "阶段", "フェーズ", ""))
_MARKERS = st.sampled_from(("-", "*", "+", "1.", "2)", "10."))
_BOXES = st.sampled_from(("[ ]", "[x]", "[X]", "[~]", "[/]", "[-]", "", "[]", "[y]", "[ x]"))
_INDENTS = st.sampled_from(("", "  ", "    ", "\t", "      ", "   "))
_FENCES = st.sampled_from(("```", "~~~", "````", "```md", "> ```"))


@st.composite
def _sentences(draw: st.DrawFn) -> str:
    return " ".join(draw(st.lists(_WORDS, max_size=4)))


@st.composite
def _headings(draw: st.DrawFn) -> str:
    level = "#" * draw(st.integers(1, 7))
    separator = draw(st.sampled_from((": ", " — ", " - ", " ", ". ", "")))
    unit = f"{draw(_KEYWORDS)} {draw(_NUMBERS)}{separator}{draw(_sentences())}"
    return f"{level} {draw(st.one_of(_TITLES, st.just(unit), _sentences()))}"


@st.composite
def _fields(draw: st.DrawFn) -> str:
    form = draw(
        st.sampled_from(
            ("**{}**: {}", "**{}:** {}", "> **{}**: {}", "{}: {}", "- **{}:** {}", "**{}**：{}")
        )
    )
    return form.format(draw(_KEYS), draw(_sentences()))


@st.composite
def _items(draw: st.DrawFn) -> str:
    parts = (draw(_MARKERS), draw(_BOXES), draw(_sentences()))
    return draw(_INDENTS) + " ".join(part for part in parts if part)


@st.composite
def _tables(draw: st.DrawFn) -> str:
    """A table whose rows need not have as many cells as its head."""
    columns = ("Risk", "Impact", "Mitigation", "Phase", "Status", "Flag", "Rollback", "Plan", "ID")
    head = draw(st.lists(st.sampled_from(columns), min_size=1, max_size=4))
    rows = draw(st.lists(st.lists(_sentences(), max_size=5), max_size=4))
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


@st.composite
def _lists_of_phases(draw: st.DrawFn) -> str:
    """Phases as list items, their work nested in them."""
    lines: list[str] = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        box = draw(st.sampled_from(("", "[ ] ", "[x] ", "[-] ")))
        lines.append(f"- {box}**Phase {number}: {draw(_sentences())}**")
        lines += [f"  {line}" for line in draw(st.lists(_items(), max_size=3))]
    return "\n".join(lines)


def _one_line() -> st.SearchStrategy[str]:
    return st.one_of(
        _headings(),
        _fields(),
        _items(),
        _sentences(),
        _FENCES,
        st.sampled_from(
            ("", "", "---", "===", "> quoted", ">>> deep", "    code", "<div>", "</div>")
        ),
        st.sampled_from(
            ("---\nstatus: done\n---", "---\nstatus: [", "[^1]: note", "\ufeff", "\x00")
        ),
        _tables(),
        _lists_of_phases(),
    )


def markdown_texts() -> st.SearchStrategy[str]:
    """Markdown of the kinds that plans are made of, whole or broken, with LF alone."""
    return st.lists(_one_line(), max_size=25).map("\n".join)


@st.composite
def markdown_files(draw: st.DrawFn) -> bytes:
    """Such Markdown as bytes: any line ends, a BOM, bytes that are not UTF-8."""
    text = draw(markdown_texts())
    source = text.replace("\n", draw(st.sampled_from(("\n", "\r\n", "\r")))).encode()
    if draw(st.booleans()):
        source = b"\xef\xbb\xbf" + source
    broken = draw(
        st.sampled_from((b"", b"", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf0\x9f", b"\x00"))
    )
    at = draw(st.integers(0, len(source)))
    return source[:at] + broken + source[at:]


def files() -> st.SearchStrategy[bytes]:
    """Any bytes, and more often such as look like Markdown."""
    return st.one_of(st.binary(max_size=300), markdown_files(), markdown_files())

"""Hypothesis strategies: Markdown as people write it, as they break it, and bytes at all."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = st.sampled_from(
    (
        "plan", "Phase 1", "Phase 2b", "Task 3.1", "done", "✅ Complete", "In Progress", "TBD",
        "阶段 1", "フェーズ2", "3단계", "完了", "🚧", "**bold**", "`code`", "~~gone~~", "[x]", "[ ]",
        "[link](a.md)", "[l](../x.md#y)", "![i](p.png)", "<!-- note -->", "<a id=top>", "2026-01-31",
        "2026-02-30", "December 18, 2025", "Q1 2026", "2-4 hours", "half a day", "50%", "\\|", "|",
        "Phases 1-3", "None", "…", "a\u2028b", "a\x85b", "a\x0cb", "e\u0301", "\u200b", "👩‍💻", "*", "_",
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


def _one_line() -> st.SearchStrategy[str]:
    return st.one_of(
        _headings(),
        _fields(),
        _items(),
        _sentences(),
        _FENCES,
        st.sampled_from(("", "", "---", "===", "> quoted", ">>> deep", "    code", "<div>", "</div>")),
        st.sampled_from(("---\nstatus: done\n---", "---\nstatus: [", "[^1]: note", "\ufeff", "\x00")),
        _tables(),
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
    broken = draw(st.sampled_from((b"", b"", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf0\x9f", b"\x00")))
    at = draw(st.integers(0, len(source)))
    return source[:at] + broken + source[at:]


def files() -> st.SearchStrategy[bytes]:
    """Any bytes, and more often such as look like Markdown."""
    return st.one_of(st.binary(max_size=300), markdown_files(), markdown_files())


DEEP = 1000
NASTY: dict[str, bytes] = {
    "nothing": b"",
    "a BOM alone": b"\xef\xbb\xbf",
    "half a BOM": b"\xef\xbb",
    "a BOM before a heading": b"\xef\xbb\xbf# Plan\n**Status**: Done\n",
    "two BOMs": b"\xef\xbb\xbf\xef\xbb\xbf# Plan\n",
    "no final newline": b"# Plan\n- [ ] a",
    "CRLF and LF mixed": b"# Plan\r\n\n- [ ] a\r\n- [x] b\n\r\n",
    "lone carriage returns": b"# Plan\r\r**Status**: Done\r- [ ] a\r- [x] b\r",
    "NUL bytes": b"# Pl\x00an\n- [ ] a\x00\n\x00",
    "broken UTF-8": b"# Pl\xff\xfean\n\n- [ ] \xc3( \xed\xa0\x80\n| \xff | b |\n|---|---|\n| \x80 | \xc0 |\n",
    "a fence left open": b"# Plan\n```\n- [ ] a\n## Phase 1: x\n",
    "front matter left open": b"---\nstatus: done\n# Plan\n- [ ] a\n",
    "front matter that is no YAML": b"---\nstatus: [done\n\t: :\n- x\n---\n# Plan\n",
    "ragged rows": b"| Risk | Impact |\n|---|---|\n| a |\n| a | b | c | d |\n||\n|\n",
    "a table of heads only": b"| Phase | Status |\n|---|---|\n",
    "lists a thousand deep": b"".join(b" " * 2 * n + b"- [ ] a\n" for n in range(DEEP)),
    "list markers on one line": b"- " * DEEP + b"[ ] a\n",
    "quotes a thousand deep": b">" * DEEP + b" - [ ] a\n",
    "quotes and lists by turns": b"> - " * DEEP + b"[x] a\n",
    "emphasis a thousand deep": b"*a **b " * DEEP + b"\n",
    "brackets a thousand deep": b"# " + b"[" * DEEP + b"a" + b"]" * DEEP + b"(x)\n",
    "a line of a hundred thousand": b"# Phase 1: " + b"x " * 50_000 + b"\n- [ ] " + b"y" * 100_000,
    "parentheses without end": b"### Phase 1: " + b"(" * 5000 + b"\n**Dependencies**: " + b"(" * 5000,
    "digits without end": b"### Phase " + b"1." * 3000 + b"\n**Estimated Duration**: " + b"9" * 5000 + b" hours",
    "dates without end": b"**Created**: " + b"2026-" * 3000 + b"\n\n**Target**: 99999999999-99-99\n",
    "many phases": b"".join(b"## Phase %d: a\n- [ ] b\n" % n for n in range(500)),
    "CJK and emoji": "# 计划 🚀\n**状态**：已完成\n## 阶段 1：准备\n- [x] 作業 👩‍💻\n".encode(),
    "line ends of Unicode": "# Plan\u2028**Status**: Done\x85- [ ] a\x0b- [x] b\x0c\n".encode(),
    "boxes of all kinds": b"- [ ] a\n- [x] b\n- [X] c\n- [~] d\n- [/] e\n- [-] f\n- [] g\n- [ ]\n- [x]h\n",
    "boxes on the line below": b"-\n  [ ] a\n-\n\n  [x] b\n1.\t[~] c\n",
    "heads with lines below them": b"Plan\n===\n**Status**: Done\n---\n- [ ] a\n---\n",
    "markers that end the file": b"- [-]",
    "one byte of a box": b"- [",
}  # fmt: skip

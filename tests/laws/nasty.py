"""Files that were made to break readers, by what they attack."""

from __future__ import annotations

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
    "broken UTF-8": b"# Pl\xff\xfean\n\n- [ ] \xc3( \xed\xa0\x80\n"
    b"| \xff | b |\n|---|---|\n| \x80 | \xc0 |\n",
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
    "parentheses without end": b"### Phase 1: "
    + b"(" * 5000
    + b"\n**Dependencies**: "
    + b"(" * 5000,
    "digits without end": b"### Phase "
    + b"1." * 3000
    + b"\n**Estimated Duration**: "
    + b"9" * 5000
    + b" hours",
    "dates without end": b"**Created**: "
    + b"2026-" * 3000
    + b"\n\n**Target**: 99999999999-99-99\n",
    "many phases": b"".join(b"## Phase %d: a\n- [ ] b\n" % n for n in range(500)),
    "CJK and emoji": "# 计划 🚀\n**状态**：已完成\n## 阶段 1：准备\n- [x] 作業 👩‍💻\n".encode(),
    "line ends of Unicode": "# Plan\u2028**Status**: Done\x85- [ ] a\x0b- [x] b\x0c\n".encode(),
    "boxes of all kinds": b"- [ ] a\n- [x] b\n- [X] c\n- [~] d\n"
    b"- [/] e\n- [-] f\n- [] g\n- [ ]\n- [x]h\n",
    "boxes on the line below": b"-\n  [ ] a\n-\n\n  [x] b\n1.\t[~] c\n",
    "heads with lines below them": b"Plan\n===\n**Status**: Done\n---\n- [ ] a\n---\n",
    "markers that end the file": b"- [-]",
    "one byte of a box": b"- [",
}

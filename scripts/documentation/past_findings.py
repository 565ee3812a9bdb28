"""The page about the findings on real histories, out of the judgements that the tests hold."""

from __future__ import annotations

import json
from math import comb
from pathlib import Path
from typing import Any

from documentation.markdown import join, table
from documentation.pages import NOTICE, Pages
from trueplan.lint.registry import RULES

_PAGE = "docs/past-findings.md"
_JUDGED = "tests/histories/judged_past.json"
_WHY = {
    "begun": "the work had begun",
    "forgotten": "the work was done, and the box was never ticked there",
    "never-made": "no file of that name came, then or later",
    "other-name": "the file came under another name",
    "over": "the work was over, and the status stayed",
    "reverted-later": "the file was there; the work was given up later",
    "ticked-later": "the box was ticked by a later commit",
    "uncommitted": "the file was committed only later",
}

_WHY_MISSED = {
    "goes-on": "the task goes on with the file of an earlier one, and was done when it was there",
    "no-boxes": "the files that the plan makes stand in its samples, not in tasks with boxes",
    "no-folder": "the ticked task gives the file's name without a folder",
    "no-status": "the plan has no status: begun and quiet at the end of the history, by its boxes",
    "reproduction": (
        "a ticked reproduction that no commit has: most are thrown away, so none is judged"
    ),
}


def past_findings_page(root: Path) -> Pages:
    """The page."""
    judged = json.loads((root / _JUDGED).read_text(encoding="utf-8"))
    commits: dict[str, int] = judged["commits"]
    findings: list[dict[str, Any]] = judged["findings"]
    return {
        _PAGE: join(
            "# Findings on real histories",
            NOTICE,
            "The rules that hold plans against the [history of the repository](guide/checking.md"
            "#against-the-history) were run on four public repositories, "
            f"{sum(commits.values()):,} commits in all: at every commit, as of the day after it, "
            "and for TP703 also as of 45 days after it. A finding that stays over many commits "
            "counts once. Each was judged by reading the plan, and what was committed before and "
            "after. It is right if the plan said something untrue there, or needed a hand.",
            table(
                ("Rule", "Found", "In plans", "Right", "Share", "At least"),
                [_row(code, findings) for code in sorted(RULES) if code.startswith("TP7")],
            ),
            "*At least* is the lower end of the exact 95 % interval of the share (Clopper and "
            "Pearson 1934); it takes findings for independent, which those in one plan are not. "
            "The rules were made better on these same histories, so on others the share may be "
            "lower. A rule whose share is under 80 % would be off by default. No finding of a rule "
            "says nothing about it: of the 106 plans that these repositories have in the "
            "end 10 have a status, and TP703, TP704 and TP705 look at no others.",
            "## Why they are right, or not",
            table(("Rule", "Judgement", "Findings"), _reasons(findings)),
            "## What was missed",
            "Found by reading, or by asking for every file that a task names; there may be more.",
            table(
                ("Rule", "Missed", "Why"),
                [
                    (one["code"], str(one["count"]), _WHY_MISSED[one["why"]])
                    for one in judged["missed"]
                ],
            ),
            f"The judgements, with commit, file and line, are in `{_JUDGED}`. A test runs the "
            "rules at those commits and compares; `just generate` writes this page.",
        )
    }


def _row(code: str, findings: list[dict[str, Any]]) -> tuple[str, ...]:
    mine = [one for one in findings if one["code"] == code]
    name = f"[{code}](rules/{code}.md) {RULES[code].name}"
    if not mine:
        return (name, "0", "0", "0", "–", "–")
    right = sum(one["right"] for one in mine)
    plans = {(one["repository"], _name(one["path"])) for one in mine}
    return (
        name,
        str(len(mine)),
        str(len(plans)),
        str(right),
        f"{100 * right / len(mine):.0f} %",
        f"{100 * _least(right, len(mine)):.0f} %",
    )


def _name(path: str) -> str:
    """What a plan is known by when it moves: its file, or its folder where all files are alike."""
    folder, _, file = path.rpartition("/")
    return folder.rpartition("/")[2] if file == "plan.md" else file


def _least(right: int, count: int) -> float:
    """The share below which `right` or more of `count` would come up in 2.5 % of all samples."""
    low, high = 0.0, 1.0
    for _ in range(50):
        share = (low + high) / 2
        tail = sum(
            comb(count, one) * share**one * (1 - share) ** (count - one)
            for one in range(right, count + 1)
        )
        low, high = (low, share) if tail > 0.025 else (share, high)
    return low


def _reasons(findings: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    counts: dict[tuple[str, bool, str], int] = {}
    for one in findings:
        key = (one["code"], one["right"], one["why"])
        counts[key] = counts.get(key, 0) + 1
    return [
        (code, f"{'right' if right else 'wrong'}: {_WHY[why]}", str(count))
        for (code, right, why), count in sorted(counts.items())
    ]

"""Make the repositories that are measured, in a temporary folder."""

from __future__ import annotations

import itertools
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"

_PER_FOLDER = 100
_KINDS = (".py", ".ts", ".css", ".json", ".txt", ".svg", ".html", ".rs", ".yaml", ".md")
_NOTE = "# Notes\n\nNothing here is planned, {number} is a number.\n\n- one thing\n- another\n"
_CODE = "# File {number}\nvalue = {number}\n"
_CRITERIA = b"""
## Acceptance Criteria
<!-- AC:BEGIN -->
- [ ] #1 It is done
<!-- AC:END -->
"""
_TABLE_HEAD = "# Plan\n\n| ID | Title | Status | Est | Depends |\n|---|---|---|---|---|\n"


class Made(NamedTuple):
    """A repository: how many documents of interest it has, and their size in bytes."""

    folder: Path
    documents: int
    size: int


def corpus_files() -> list[Path]:
    """The public plans beside the project, in order; none where they are absent."""
    return sorted(file for file in CORPUS.glob("*") if file.suffix.lower() == ".md")


def _copies(count: int) -> Iterator[tuple[str, bytes]]:
    """The corpus again and again, `count` texts with a name for each."""
    texts = [(file.stem.rpartition("__")[2], file.read_bytes()) for file in corpus_files()]
    for number, (name, text) in enumerate(itertools.islice(itertools.cycle(texts), count), 1):
        yield f"{number:05}-{name}", text


def make_plans(folder: Path, count: int, environment: Mapping[str, str]) -> Made:
    """A repository with `count` plans under docs/plans."""
    made = _write_plans(folder, count)
    commit_all(folder, environment)
    return made


def _write_plans(folder: Path, count: int) -> Made:
    plans = folder / "docs" / "plans"
    plans.mkdir(parents=True)
    size = 0
    for name, text in _copies(count):
        (plans / f"{name}.md").write_bytes(text)
        size += len(text)
    return Made(folder, count, size)


def make_crowd(folder: Path, others: int, plans: int, environment: Mapping[str, str]) -> Made:
    """A repository with few plans among `others` small files, one in ten of them Markdown."""
    made = _write_plans(folder, plans)
    for number in range(others):
        kind = _KINDS[number % len(_KINDS)]
        inner = folder / "src" / f"part{number // _PER_FOLDER:04}"
        if number % _PER_FOLDER == 0:
            inner.mkdir(parents=True)
        text = _NOTE if kind == ".md" else _CODE
        (inner / f"file{number:05}{kind}").write_text(text.format(number=number))
    commit_all(folder, environment)
    return made


def make_backlog(folder: Path, count: int, environment: Mapping[str, str]) -> Made:
    """A Backlog.md project: every text of the corpus is the description of a task."""
    tasks = folder / "backlog" / "tasks"
    tasks.mkdir(parents=True)
    (folder / "backlog" / "config.yml").write_text(
        'project_name: "benchmark"\ndefault_status: "To Do"\n'
        'statuses: ["To Do", "In Progress", "Done"]\nlabels: []\ntask_prefix: "task"\n'
        "remote_operations: false\ncheck_active_branches: false\n"
    )
    size = 0
    for number, (name, text) in enumerate(_copies(count), 1):
        head = (
            f"---\nid: TASK-{number}\ntitle: {name}\nstatus: To Do\nassignee: []\n"
            "created_date: '2026-01-05 09:00'\nlabels: []\ndependencies: []\n---\n\n"
            "## Description\n\n<!-- SECTION:DESCRIPTION:BEGIN -->\n"
        )
        whole = head.encode() + text + b"\n<!-- SECTION:DESCRIPTION:END -->\n" + _CRITERIA
        (tasks / f"task-{number} - {name}.md").write_bytes(whole)
        size += len(whole)
    commit_all(folder, environment)
    return Made(folder, count, size)


def make_openspec(folder: Path, count: int, environment: Mapping[str, str]) -> Made:
    """An OpenSpec project: every text of the corpus is the tasks.md of a change."""
    (folder / "openspec" / "specs").mkdir(parents=True)
    size = 0
    for name, text in _copies(count):
        change = folder / "openspec" / "changes" / f"change-{name.lower()}"
        spec = change / "specs" / "topic" / "spec.md"
        spec.parent.mkdir(parents=True)
        (change / "proposal.md").write_text(
            "## Why\n\nThe people who sail here ask for it in every season, and it is due.\n\n"
            "## What Changes\n\n- The topic is added\n"
        )
        (change / "tasks.md").write_bytes(text)
        spec.write_text(
            "## ADDED Requirements\n\n### Requirement: The topic\n\nThe system SHALL have it.\n\n"
            "#### Scenario: It is there\n\n- **WHEN** one looks\n- **THEN** it is there\n"
        )
        size += len(text)
    commit_all(folder, environment)
    return Made(folder, count, size)


def make_table(folder: Path, rows: int) -> Made:
    """A plan in the form that planwright reads: one table."""
    lines = [
        f"| A{number} | Task {number} | {'done' if number < rows // 2 else 'todo'} | 1d "
        f"| {f'A{number - 1}' if number > 1 else '-'} |\n"
        for number in range(1, rows + 1)
    ]
    text = _TABLE_HEAD + "".join(lines)
    folder.mkdir(parents=True)
    (folder / "PLAN.md").write_text(text)
    return Made(folder, 1, len(text))


def commit_all(folder: Path, environment: Mapping[str, str]) -> None:
    """Put everything in `folder` under git, as plans are."""
    for words in (
        ["init", "--quiet", "--initial-branch=main", "."],
        # Packing in the background would run into the measurement.
        ["config", "gc.auto", "0"],
        ["config", "maintenance.auto", "false"],
        ["add", "--all"],
        ["commit", "--quiet", "--message", "Data"],
    ):
        subprocess.run(["git", *words], cwd=folder, env=dict(environment), check=True)

"""Commits before a plan of the harbour, told in short."""

from __future__ import annotations

from documentation.commits import PLAN
from trueplan.lint.rule import Committed

FIRST = Committed("2026-02-01", "Start", (("README.md", "# Harbour\n"),))


def made(day: str = "2026-03-02", text: str | None = None, subject: str = "Plan") -> Committed:
    """The commit of the plan, with its text as it is checked or with another one."""
    return Committed(day, subject, ((PLAN, text),))


def files(day: str, *paths: str, subject: str = "Work", text: str = "x\n") -> Committed:
    """A commit of files."""
    return Committed(day, subject, tuple((path, text) for path in paths))


def gone(day: str, *paths: str) -> Committed:
    """A commit that takes files away."""
    return Committed(day, "Tidy", tuple((path, "") for path in paths))


def steps(*lines: str, status: str = "In Progress", more: str = "") -> str:
    """A plan of one phase with these tasks."""
    tasks = "".join(f"- {line}\n" for line in lines)
    head = f"# Implementation Plan: Harbour lights\n\n**Status**: {status}\n{more}"
    return f"{head}\n## Phases\n\n### Phase 1: Masts\n\n{tasks}"

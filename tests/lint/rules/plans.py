"""Small plans of the harbour, put together from what a test is about, and what is found in them."""

from __future__ import annotations

from collections.abc import Mapping

from tests.conftest import Make
from tests.lint.finding import find, fixed
from trueplan.lint.finding import Finding


def messages_in(
    make: Make, code: str, text: str | bytes, files: Mapping[str, str | bytes] | None = None
) -> list[str]:
    """The messages of one rule about one plan."""
    return [finding.message for finding in find(make, code, text, files=files)]


def fix_all(make: Make, code: str, text: str) -> str:
    """The plan after every fix of one rule; the rule must then offer none."""
    after = fixed(text, find(make, code, text))
    assert [one for one in find(make, code, after) if one.fix is not None] == []
    return after.decode()


def marked(finding: Finding, text: str) -> str:
    """The piece of a plan that a finding marks."""
    return finding.span.slice(text.encode()).decode()


def plan(*parts: str, status: str = "In Progress", header: str = "") -> str:
    """A plan with a status, more header lines, and parts one after the other."""
    head = f"# Implementation Plan: Harbour lights\n\n**Status**: {status}\n{header}"
    return "\n".join((head, *parts))


def phase(number: str, items: str, heading: str = "Masts", more: str = "") -> str:
    """A phase whose tasks are given as letters: `x` done, `.` open, `-` cancelled, `~` begun."""
    boxes = "".join(
        f"- [{' ' if letter == '.' else letter}] Task {chr(97 + at)}\n"
        for at, letter in enumerate(items)
    )
    return f"### Phase {number}: {heading}\n\n**Tasks**:\n{boxes}\n{more}"


PHASES = "## Phases\n"


def progress(*rows: str) -> str:
    """The progress list with its rows."""
    return "## Progress Tracking\n\n### Completed Phases\n" + "".join(f"- {row}\n" for row in rows)


def criteria(items: str) -> str:
    """Success criteria, given as letters."""
    boxes = "".join(
        f"- [{' ' if letter == '.' else letter}] Criterion {chr(97 + at)}\n"
        for at, letter in enumerate(items)
    )
    return f"## Success Criteria\n\n{boxes}"


def waiting(waits: Mapping[str, str]) -> str:
    """A planned plan with a phase for each number, and the words of its dependencies."""
    phases = [
        phase(number, ".", more=f"**Dependencies**: {words}\n") for number, words in waits.items()
    ]
    return plan(PHASES, *phases, status="Planned")

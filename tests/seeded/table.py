"""The table of faults, found and missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.conftest import ROOT
from tests.seeded.faults import FAULTS
from tests.seeded.trial import BASES, CLEAN, Trial, attempt, check, lay
from trueplan.lint.registry import RULES

PAGE = ROOT / "docs" / "seeded-faults.md"
_PAGE = """\
# Seeded faults

<!-- Written by `python -m tests.seeded --write`. -->

{faults} single faults for {rules} rules are put, one at a time, into copies of {bases} clean
repositories ({files} files in the styles that people use; `tests/seeded/clean`). Each must be found
at its place, and nothing may be found besides it but what follows from it.

Found: {found}. Missed: {missed}. Findings besides: {unexpected} that were not expected, {follow}
that follow from the fault. Findings in the clean repositories: {clean}.

{table}
"""


def attempt_all(folder: Path) -> list[Trial]:
    """Try every fault, each in a copy of its base below `folder`."""
    return [attempt(fault, folder / f"{number:03}") for number, fault in enumerate(FAULTS)]


def count_clean(folder: Path) -> dict[str, int]:
    """The number of findings in each clean repository; none is expected."""
    return {base: len(check(lay(base, folder / base))) for base in BASES}


def render(trials: Sequence[Trial], clean: dict[str, int]) -> str:
    """The page, as Markdown."""
    found = sum(trial.found for trial in trials)
    files = sum(1 for path in CLEAN.rglob("*") if path.is_file())
    rows = sorted(trials, key=lambda trial: trial.fault.code)
    return _PAGE.format(
        faults=len(trials),
        rules=len({trial.fault.code for trial in trials}),
        bases=len(clean),
        files=files,
        found=found,
        missed=len(trials) - found,
        unexpected=sum(len(trial.unexpected) for trial in trials),
        follow=sum(len(trial.fault.also) - len(trial.missing) for trial in trials),
        clean=sum(clean.values()),
        table="\n".join(_table(rows)),
    )


def _table(trials: Iterable[Trial]) -> list[str]:
    lines = [
        "| Rule | Fault | Style | Found at | Follows from it |",
        "|---|---|---|---|---|",
    ]
    for trial in trials:
        fault = trial.fault
        name = fault.place.rpartition("/")[2]
        where = f"`{name}`, line {trial.line}" if trial.found else "**missed**"
        also = ", ".join(one.partition(" ")[0] for one in fault.also)
        rule = f"{fault.code} {RULES[fault.code].name}"
        lines.append(f"| {rule} | {fault.name} | {fault.style} | {where} | {also} |")
    return lines

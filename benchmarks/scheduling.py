"""Question 9: what a schedule costs, and how that grows with a chain of phases."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from bench import FULL, Bench
from data import commit_all
from measure import Command, Run, alternate, cpus, peak, walls
from report import Curves, Section, Table, Verdict, show_megabytes, show_ratio, show_seconds

TITLE = "Schedules"
_SIZES = (100, 1_000, 10_000)
_LITTLE = (50, 200)
_TODAY = "2026-03-09"  # a Monday
_GROWTH = 2.0  # as steep as a straight line, with room for what only a long chain needs
_METHOD = (
    "A chain of phases of one session, or of tasks of one day, that all belong to one owner, each "
    "waiting for the one before it. `trueplan schedule` reads one plan in Markdown, finds earliest "
    "and latest times, slack and the critical path, gives the owner one phase at a time and puts "
    "all of it on the calendar; TaskJuggler does the same with its own file and writes the days as "
    "CSV. planwright reads a table and finds the critical path, without a calendar or owners; "
    "`trueplan graph` is nearest to that. {agreement}"
)


def measure(bench: Bench) -> Section:
    """Measure each size by turns."""
    sizes = _SIZES if bench.scale.sizes == FULL.sizes else _LITTLE
    rows: list[list[str]] = []
    failures: list[str] = []
    medians: dict[str, list[float]] = {}
    ends: list[tuple[str, str]] = []
    for size in sizes:
        with bench.folder(f"chain-{size}") as folder:
            commands = _commands(bench, folder, size)
            works, failed = bench.working(commands)
            failures += [f"{size:,} phases: {one}" for one in failed]
            ends.append((_own_end(bench, folder), _their_end(folder)))
            runs = alternate(bench.stopwatch, works, bench.scale.repeat)
        for name, some in runs.items():
            rows.append(_row(name, size, some, runs))
            medians.setdefault(name, []).append(walls(some).median)
    if shutil.which("tj3") is None:
        failures.append("TaskJuggler is absent: there is no `tj3` on this machine.")
    if bench.tools.planwright is None:
        failures.append(f"planwright is absent: {bench.tools.absent['planwright']}.")
    head = ("command", "phases", "wall time", "CPU time", "peak", "to `trueplan schedule`")
    words = _METHOD.format(agreement=_agreement(ends))
    return Section(
        TITLE,
        _verdicts(medians, sizes),
        [
            words,
            Table(head, rows),
            _curve(medians, sizes),
            "Wall time for a phase as phases grow, level where the growth is linear:",
            Curves("wall time for a phase, µs", "phases", sizes, _for_a_phase(medians, sizes)),
            *failures,
        ],
    )


def _for_a_phase(
    medians: Mapping[str, Sequence[float]], sizes: Sequence[int]
) -> dict[str, list[float]]:
    return {
        name: [1e6 * one / size for one, size in zip(walls, sizes, strict=True)]
        for name, walls in medians.items()
    }


def _commands(bench: Bench, folder: Path, size: int) -> list[Command | None]:
    plans, table, juggler = folder / "plans", folder / "table", folder / "juggler"
    for one in (plans / "docs" / "plans", table, juggler):
        one.mkdir(parents=True)
    (plans / "docs" / "plans" / "chain.md").write_text(_plan(size))
    commit_all(plans, bench.environment)
    (table / "PLAN.md").write_text(_table(size))
    (juggler / "chain.tjp").write_text(_project(size))
    tj3 = shutil.which("tj3")
    return [
        bench.command("trueplan", f"schedule --format json --today {_TODAY}", plans),
        bench.command("trueplan", "graph --format json", plans),
        bench.command("planwright", "graph --json", table),
        Command("tj3 --silent chain.tjp", [tj3, "--silent", "chain.tjp"], juggler) if tj3 else None,
    ]


def _plan(size: int) -> str:
    phases = (
        f"### Phase {number}: Step {number}\n\n**Tasks**:\n- [ ] Do step {number}\n\n"
        "**Estimated Duration**: 1 session\n\n"
        f"**Dependencies**: {f'Phase {number - 1}' if number > 1 else 'None'}\n\n"
        for number in range(1, size + 1)
    )
    head = (
        "# Implementation Plan: Chain\n\n**Status**: In Progress\n**Owner**: CTO\n\n## Phases\n\n"
    )
    return head + "".join(phases)


def _table(size: int) -> str:
    rows = (
        f"| A{number} | Step {number} | todo | 1d | {f'A{number - 1}' if number > 1 else '-'} |\n"
        for number in range(1, size + 1)
    )
    return "# Plan\n\n| ID | Title | Status | Est | Depends |\n|---|---|---|---|---|\n" + "".join(
        rows
    )


def _project(size: int) -> str:
    tasks = (
        f'task t{number} "Step {number}" {{\n  effort 1d\n  allocate cto\n'
        f"{f'  depends t{number - 1}' if number > 1 else ''}\n}}\n"
        for number in range(1, size + 1)
    )
    return (
        f'project chain "Chain" {_TODAY} +{size // 5 + 8}w {{ timezone "UTC" }}\n'
        'resource cto "CTO" {}\n' + "".join(tasks) + 'taskreport "days" {\n'
        '  formats csv\n  columns id, start, end\n  timeformat "%Y-%m-%d"\n}\n'
    )


def _own_end(bench: Bench, folder: Path) -> str:
    command = bench.command(
        "trueplan", f"schedule --format json --today {_TODAY}", folder / "plans"
    )
    return str(json.loads(bench.stopwatch.answer(command))["finish"]) if command else ""


def _their_end(folder: Path) -> str:
    """The last day that TaskJuggler's report has, "" where there is none."""
    report = folder / "juggler" / "days.csv"
    if not report.exists():
        return ""
    return report.read_text().split()[-1].rpartition(";")[2].strip('"')


def _agreement(ends: Sequence[tuple[str, str]]) -> str:
    compared = [(own, theirs) for own, theirs in ends if theirs]
    if not compared:
        return ""
    if all(own == theirs for own, theirs in compared):
        return "Both put the last day of each chain on the same date."
    said = ", ".join(f"{own} and {theirs}" for own, theirs in compared)
    return f"They do not put the last days of the chains on the same dates: {said}."


def _row(name: str, size: int, some: Sequence[Run], runs: Mapping[str, Sequence[Run]]) -> list[str]:
    base = next((one for other, one in runs.items() if "schedule" in other), None)
    return [
        f"`{name}`",
        f"{size:,}",
        show_seconds(walls(some)),
        show_seconds(cpus(some)),
        show_megabytes(peak(some)),
        show_ratio(walls(some).median, walls(base).median) if base else "–",
    ]


def _curve(medians: Mapping[str, Sequence[float]], sizes: Sequence[int]) -> Table:
    """What one phase more costs between two sizes, in microseconds."""
    steps = list(pairwise(sizes))
    rows = [
        [
            f"`{name}`",
            *(
                f"{1e6 * (times[at + 1] - times[at]) / (last - first):,.0f} µs"
                for at, (first, last) in enumerate(steps)
            ),
        ]
        for name, times in medians.items()
        if len(times) == len(sizes)
    ]
    head = ("a phase more", *(f"from {first:,} to {last:,}" for first, last in steps))
    return Table(head, rows)


def _verdicts(medians: Mapping[str, Sequence[float]], sizes: Sequence[int]) -> list[Verdict]:
    """Twice the phases may not cost much more than twice the time."""
    own = next((times for name, times in medians.items() if "schedule" in name), [])
    if len(own) < 3 or len(own) != len(sizes):
        return []
    early = (own[1] - own[0]) / (sizes[1] - sizes[0])
    late = (own[2] - own[1]) / (sizes[2] - sizes[1])
    return [
        Verdict(
            f"a phase more, up to {sizes[2]:,} in a chain",
            f"at most {_GROWTH:g} times what it costs up to {sizes[1]:,}",
            f"{late / early:.2f} times",
            late <= _GROWTH * early,
        )
    ]

"""The peers that keep plans too, on data in their own form."""

from __future__ import annotations

from typing import NamedTuple

from bench import Bench
from data import make_backlog, make_openspec, make_plans, make_table
from measure import Command, alternate, cpus, peak, walls
from report import Section, Table, show_megabytes, show_ratio, show_seconds

TITLE = "Other keepers of plans"
_WORDS = (
    "None of these checks plans in prose against themselves, so nothing here is the same job; the "
    "figures say what their nearest command costs for as many documents that hold the same texts. "
    "Backlog.md is given every text as the description of a task, OpenSpec as the `tasks.md` of a "
    "change with a short valid proposal and spec. planwright reads one table in one file and "
    "cannot read the corpus; it is given a table with as many tasks as the others have documents."
)


class _Line(NamedTuple):
    command: Command | None
    does: str


def measure(bench: Bench) -> Section:
    """Measure the nearest commands by turns."""
    count = bench.scale.sizes[0]
    with bench.folder("others") as folder:
        plans = make_plans(folder / "plans", count, bench.environment).folder
        backlog = make_backlog(folder / "backlog", count, bench.environment).folder
        openspec = make_openspec(folder / "openspec", count, bench.environment).folder
        table = make_table(folder / "table", count).folder
        lines = [
            _Line(bench.command("trueplan", "check", plans), "reads every plan, runs every rule"),
            _Line(bench.command("trueplan", "list", plans), "reads every plan, one line for each"),
            _Line(
                bench.command("backlog", "task list --plain", backlog),
                "reads every task, one line for each",
            ),
            _Line(
                bench.command("backlog", "doctor", backlog),
                "looks for double numbers and circular dependencies",
            ),
            _Line(
                bench.command("openspec", "list", openspec),
                "counts the ticked boxes of every change",
            ),
            _Line(
                bench.command("openspec", "validate --changes --no-interactive", openspec),
                "checks the headings of every proposal and spec",
            ),
            _Line(
                bench.command("planwright", "validate", table),
                "checks one table for unknown and circular dependencies",
            ),
        ]
        works, failures = bench.working([line.command for line in lines])
        runs = alternate(bench.stopwatch, works, bench.scale.long_repeat)
    does = {line.command.shown: line.does for line in lines if line.command}
    base = runs.get("trueplan check")
    rows = [
        [
            f"`{name}`",
            does[name],
            show_seconds(walls(some)),
            show_seconds(cpus(some)),
            show_megabytes(peak(some)),
            show_ratio(walls(some).median, walls(base).median) if base else "–",
        ]
        for name, some in runs.items()
    ]
    head = ("command", "what it does", "wall time", "CPU time", "peak", "wall to `trueplan check`")
    intro = f"{count:,} documents, {bench.scale.long_repeat} runs each. {_WORDS}"
    return Section(TITLE, [], [intro, Table(head, rows, words=2), *failures])

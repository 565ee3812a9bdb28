"""Question 4: a few plans among very many files that are none."""

from __future__ import annotations

from bench import Bench
from data import make_crowd
from measure import Command, alternate, cpus, walls
from report import Section, Table, show_ratio, show_seconds

TITLE = "Plans in a crowd"
_PLANS = 10


def measure(bench: Bench) -> Section:
    """Measure a check beside the walk that any tool has to make, and beside rumdl."""
    with bench.folder("crowd") as folder:
        make_crowd(folder, bench.scale.crowd, _PLANS, bench.environment)
        walk = Command("find . -name '*.md'", ["find", ".", "-name", "*.md"], folder)
        commands = [
            walk,
            bench.command("trueplan", "check", folder),
            bench.command("trueplan", "list", folder),
            bench.command("rumdl", "check --no-cache .", folder),
        ]
        works, failures = bench.working(commands)
        runs = alternate(bench.stopwatch, works, bench.scale.repeat)
    base = walls(runs[walk.shown]).median
    rows = [
        [
            f"`{name}`",
            show_seconds(walls(some)),
            show_ratio(walls(some).median, base),
            show_seconds(cpus(some)),
        ]
        for name, some in runs.items()
    ]
    words = (
        f"{_PLANS} plans under docs/plans and {bench.scale.crowd:,} small files below src, a "
        "hundred to a folder, a tenth of them Markdown that is no plan; all in git. `find` is the "
        "walk alone. rumdl reads every Markdown file, because that is what it is for."
    )
    head = ("command", "wall time", "to the walk", "CPU time")
    return Section(TITLE, [], [words, Table(head, rows), *failures])

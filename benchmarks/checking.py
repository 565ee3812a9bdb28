"""Question 1: `trueplan check` of many plans against rumdl on the same files."""

from __future__ import annotations

import re
from typing import NamedTuple

from bench import Bench
from data import Made, make_plans
from measure import Run, alternate, cpus, peak, walls
from report import Section, Table, Verdict, show_megabytes, show_ratio, show_seconds

TITLE = "Checking many plans"
TRUEPLAN, RUMDL = "trueplan check", "rumdl check --no-cache ."
# The least that each can be asked to print: counts by rule; nothing but the exit code.
TRUEPLAN_BRIEF, RUMDL_BRIEF = "trueplan check --statistics", "rumdl check --no-cache --silent ."
# rumdl looks at the files as they are; the rules TP7xx also look at every commit.
TRUEPLAN_PRESENT = "trueplan check --ignore TP7"
_PAIRS = {TRUEPLAN: RUMDL, TRUEPLAN_PRESENT: RUMDL, TRUEPLAN_BRIEF: RUMDL_BRIEF}

_SUMMARY = re.compile(r"^.*\bin [\d,]+(?: of |/)[\d,]+ (?:plans|files).*$", re.MULTILINE)
_LINEAR = 1.10  # time per plan; more than this is called growth
_MOST_MEMORY = 200e6
_PEAK = (
    "The peak is the resident memory of the largest single process, as the kernel counts it. "
    "What two processes share is in the figure of each. "
    f"`{TRUEPLAN_PRESENT}` leaves out the rules that ask git for the past; rumdl has none of "
    "that kind. The plans name files of other projects, so these rules find much here."
)


class Measured(NamedTuple):
    """What was measured at one size; `said` is what each command printed as its sum."""

    made: Made
    runs: dict[str, list[Run]]
    said: dict[str, str]
    failures: list[str]


def measure(bench: Bench) -> Section:
    """Measure both sizes."""
    scale = bench.scale
    small = _measure_size(bench, scale.sizes[0], scale.repeat)
    large = _measure_size(bench, scale.sizes[1], scale.long_repeat)
    parts: list[str | Table] = []
    for one in (small, large):
        parts += _describe(one)
    parts += [
        "Growth: time for a plan at the larger size over time for a plan at the smaller.",
        _growth(small, large),
        _PEAK,
    ]
    return Section(TITLE, _verdicts(small, large), parts)


def _measure_size(bench: Bench, size: int, repeat: int) -> Measured:
    with bench.folder(f"plans-{size}") as folder:
        made = make_plans(folder, size, bench.environment)
        lines = [line.partition(" ") for line in dict.fromkeys((*_PAIRS, *_PAIRS.values()))]
        commands = [bench.command(tool, words, folder) for tool, _, words in lines]
        works, failures = bench.working(commands)
        said: dict[str, str] = {}

        def listen(name: str) -> None:
            said[name] = find_summary(bench.stopwatch.tail())

        runs = alternate(bench.stopwatch, works, repeat, after_first=listen)
        return Measured(made, runs, said, failures)


def find_summary(text: str) -> str:
    """The line in which a checker sums up how many files it looked at, or ""."""
    sums: list[str] = _SUMMARY.findall(text)
    return sums[-1].strip().rstrip(".") if sums else ""


def _describe(one: Measured) -> list[str | Table]:
    rows = []
    for name, runs in one.runs.items():
        base = one.runs.get(_PAIRS.get(name, name))
        wall, cpu = walls(runs), cpus(runs)
        rows.append(
            [
                f"`{name}`",
                show_seconds(wall),
                show_seconds(cpu),
                show_megabytes(peak(runs)),
                show_ratio(wall.median, walls(base).median) if base else "–",
                show_ratio(cpu.median, cpus(base).median) if base else "–",
            ]
        )
    head = ("command", "wall time", "CPU time", "peak", "wall to rumdl", "CPU to rumdl")
    said = " ".join(
        f"`{name}` says “{one.said[name]}”." for name in (TRUEPLAN, RUMDL) if one.said.get(name)
    )
    size = show_megabytes(one.made.size)
    return [
        f"{one.made.documents:,} plans, {size}. {said}".rstrip(),
        Table(head, rows),
        *one.failures,
    ]


def _growth(small: Measured, large: Measured) -> Table:
    rows = []
    for name in small.runs:
        if name not in large.runs:
            continue
        columns = []
        for cost in (walls, cpus):
            before = cost(small.runs[name]).median / small.made.documents
            after = cost(large.runs[name]).median / large.made.documents
            columns += [
                f"{1000 * before:.2f} ms",
                f"{1000 * after:.2f} ms",
                f"{after / before:.2f}",
            ]
        rows.append([f"`{name}`", *columns])
    sizes = [f"at {one.made.documents:,}" for one in (small, large)]
    head = ["command", *(f"wall {one}" for one in sizes), "growth"]
    return Table([*head, *(f"CPU {one}" for one in sizes), "growth"], rows)


def _verdicts(small: Measured, large: Measured) -> list[Verdict]:
    verdicts = []
    for one in (small, large):
        for word, cost in (("CPU time", cpus), ("wall time", walls)):
            question = f"`{TRUEPLAN}`, {one.made.documents:,} plans, {word} to rumdl's"
            ours, theirs = one.runs.get(TRUEPLAN), one.runs.get(RUMDL)
            if ours is None or theirs is None:
                verdicts.append(Verdict(question, "1.00 or less", "no ratio", None))
                continue
            ratio = cost(ours).median / cost(theirs).median
            verdicts.append(Verdict(question, "1.00 or less", f"{ratio:.2f}", ratio <= 1))
    if TRUEPLAN in small.runs and TRUEPLAN in large.runs:
        verdicts += _own_verdicts(small, large)
    return verdicts


def _own_verdicts(small: Measured, large: Measured) -> list[Verdict]:
    before, after = small.runs[TRUEPLAN], large.runs[TRUEPLAN]
    sizes = f"{small.made.documents:,} to {large.made.documents:,}"
    growths = [
        cost(after).median / large.made.documents / (cost(before).median / small.made.documents)
        for cost in (cpus, walls)
    ]
    most = peak(after)
    return [
        Verdict(
            f"growth from {sizes} plans, CPU and wall time for a plan",
            f"linear: {_LINEAR:.2f} or less",
            " and ".join(f"{growth:.2f}" for growth in growths),
            max(growths) <= _LINEAR,
        ),
        Verdict(
            f"peak memory of the largest process, {large.made.documents:,} plans",
            "under 200 MB",
            show_megabytes(most),
            most < _MOST_MEMORY,
        ),
    ]

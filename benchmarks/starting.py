"""Question 3: what a small call costs, as a multiple of starting Python."""

from __future__ import annotations

import shutil
from pathlib import Path

from bench import Bench
from data import commit_all, corpus_files, make_plans
from measure import Command, Run, alternate, cpus, walls
from peers import ROOT
from report import Section, Table, Verdict, show_ratio, show_seconds

TITLE = "Starting"
PASS = "python -c pass"
VERSION, SHOW = "trueplan --version", "trueplan show PATH"
_TARGETS = ((VERSION, 2.5), (SHOW, 4.0))
_WARM_UPS = 3
_METHOD = (
    "Every command is a process of its own, from start to end, its output written to a file; the "
    "median of {repeat} after {warm_ups} to warm up. {plans}"
)


def measure(bench: Bench) -> Section:
    """Measure calls in the example and in a repository with many plans."""
    with bench.folder("start") as folder:
        small = folder / "small"
        shutil.copytree(ROOT / "examples" / "harbour", small)
        commit_all(small, bench.environment)
        plan = _largest(small)
        commands = [Command(PASS, [bench.tools.python, "-c", "pass"], small)]
        commands += _own(bench, small, plan, "")
        words = "The small repository is a copy of the project's example; the plan shown is its "
        words += f"largest, {plan.stat().st_size:,} bytes."
        if corpus_files():
            many = folder / "many"
            count = bench.scale.sizes[0]
            make_plans(many, count, bench.environment)
            other = _middle(many)
            commands += _own(bench, many, other, f", {count:,} plans")[1:]
            words += f" Of the {count:,} plans, the one shown has {other.stat().st_size:,} bytes."
        works, failures = bench.working([*commands, *_peers(bench, small, plan)])
        repeat = bench.scale.start_up_repeat
        runs = alternate(bench.stopwatch, works, repeat, _WARM_UPS)
    return Section(
        TITLE,
        _verdicts(runs),
        [
            _METHOD.format(repeat=repeat, warm_ups=_WARM_UPS, plans=words),
            _table(runs),
            *failures,
        ],
    )


def _own(bench: Bench, folder: Path, plan: Path, where: str) -> list[Command]:
    path = plan.relative_to(folder).as_posix()
    lines = {
        "trueplan --version": ["--version"],
        "trueplan show PATH": ["show", path],
        "trueplan show NAME": ["show", plan.stem],
        "trueplan next": ["next"],
        "trueplan check PATH": ["check", path],
    }
    program = bench.tools.trueplan
    return [Command(shown + where, [program, *words], folder) for shown, words in lines.items()]


def _peers(bench: Bench, folder: Path, plan: Path) -> list[Command | None]:
    path = plan.relative_to(folder).as_posix()
    check = bench.command("rumdl", f"check --no-cache {path}", folder)
    versions = [
        bench.command(tool, "--version", folder)
        for tool in ("rumdl", "planwright", "backlog", "openspec")
    ]
    return [check._replace(shown="rumdl check --no-cache PATH") if check else None, *versions]


def _largest(folder: Path) -> Path:
    return max((folder / "docs" / "plans").glob("[0-9]*.md"), key=lambda file: file.stat().st_size)


def _middle(folder: Path) -> Path:
    """A plan of middle size."""
    files = sorted((folder / "docs" / "plans").glob("*.md"), key=lambda file: file.stat().st_size)
    return files[len(files) // 2]


def _table(runs: dict[str, list[Run]]) -> Table:
    base = walls(runs[PASS]).median
    rows = []
    for name, some in runs.items():
        wall, cpu = walls(some), cpus(some)
        ratio = show_ratio(wall.median, base)
        command, _, where = name.partition(",")
        rows.append(
            [
                f"`{command}`{',' + where if where else ''}",
                show_seconds(wall),
                ratio,
                show_seconds(cpu),
            ]
        )
    return Table(("command", "wall time", f"to `{PASS}`", "CPU time"), rows)


def _verdicts(runs: dict[str, list[Run]]) -> list[Verdict]:
    base = walls(runs[PASS]).median
    verdicts = []
    for name, most in _TARGETS:
        question, target = f"`{name}` to `{PASS}`, wall time", f"{most:.1f} or less"
        if name not in runs:
            verdicts.append(Verdict(question, target, "no ratio", None))
            continue
        ratio = walls(runs[name]).median / base
        verdicts.append(Verdict(question, target, f"{ratio:.2f}", ratio <= most))
    return verdicts

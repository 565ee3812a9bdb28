"""Question 6: what it costs to change one plan among many."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import NamedTuple

from bench import Bench
from data import make_backlog, make_openspec, make_plans
from measure import Command, CommandFailed, Run, alternate, cpus, peak, walls
from report import Section, Table, Verdict, show_megabytes, show_ratio, show_seconds
from trueplan.app.targets import all_items
from trueplan.reader.plan import read_plan

TITLE = "Changing"
PASS = "python -c pass"
BY_PATH, BY_NAME = "trueplan tick PATH#1.1", "trueplan tick NAME#1.1"
_MOST = 6.0
_WARM_UPS = 2
_METHOD = (
    "One box is ticked in a repository of {count:,}, each command a process of its own; the median "
    "of {repeat} after {warm_ups} to warm up. Before each run git puts the files back, unmeasured; "
    "a run that changed nothing would fail. Backlog.md ticks an acceptance criterion of one task "
    "among {count:,}; OpenSpec cannot tick, so its `archive` of one change stands beside that of a "
    "plan, which also looks for links to the plan in every Markdown file."
)


class _Line(NamedTuple):
    command: Command | None
    does: str


def measure(bench: Bench) -> Section:
    """Measure one change by turns."""
    count = bench.scale.sizes[0]
    with bench.folder("changing") as folder:
        plans = make_plans(folder / "plans", count, bench.environment).folder
        backlog = make_backlog(folder / "backlog", count, bench.environment).folder
        openspec = make_openspec(folder / "openspec", count, bench.environment).folder
        lines = _lines(bench, plans, backlog, openspec)
        commands = {line.command.shown: line.command for line in lines if line.command}
        works, failures = _try(bench, commands)
        runs = alternate(
            bench.stopwatch,
            works,
            bench.scale.start_up_repeat,
            _WARM_UPS,
            before=lambda name: _restore(works[name]),
            after=lambda name: _see_changed(works[name]),
        )
    words = _METHOD.format(count=count, repeat=bench.scale.start_up_repeat, warm_ups=_WARM_UPS)
    does = {line.command.shown: line.does for line in lines if line.command}
    return Section(TITLE, _verdicts(runs), [words, _table(runs, does), *failures])


def _lines(bench: Bench, plans: Path, backlog: Path, openspec: Path) -> list[_Line]:
    plan = _find_plan(plans)
    path = plan.relative_to(plans).as_posix()
    change = next((openspec / "openspec/changes").iterdir()).name
    trueplan = bench.tools.trueplan
    force = ["--force", "--because", "measured"]
    archive = bench.command("openspec", f"archive {change} --yes --skip-specs", openspec)
    return [
        _Line(Command(PASS, [bench.tools.python, "-c", "pass"], plans), "starts Python"),
        _Line(Command(BY_PATH, [trueplan, "tick", f"{path}#1.1"], plans), "ticks one task"),
        _Line(
            Command(BY_NAME, [trueplan, "tick", f"{plan.stem}#1.1"], plans),
            "lists the folders to see that the name is the only one, then ticks",
        ),
        _Line(
            Command(
                "trueplan tick PATH#1.1 --commit",
                [trueplan, "tick", f"{path}#1.1", "--commit"],
                plans,
            ),
            "ticks, and has git commit the file",
        ),
        _Line(
            bench.command("backlog", "task edit 7 --check-ac 1 --plain", backlog),
            "ticks one criterion",
        ),
        _Line(
            Command("trueplan archive PATH", [trueplan, "archive", path, *force], plans),
            "moves a plan, mends the links in it and to it",
        ),
        _Line(
            archive._replace(shown="openspec archive CHANGE") if archive else None,
            "moves a change",
        ),
    ]


def _find_plan(folder: Path) -> Path:
    """The plan of middle size among those where #1.1 is an open task without subtasks."""
    fitting = [file for file in folder.glob("docs/plans/*.md") if _begins_open(file.read_bytes())]
    fitting.sort(key=lambda file: (file.stat().st_size, file))
    return fitting[len(fitting) // 2]


def _begins_open(source: bytes) -> bool:
    found = next((one for one in all_items(read_plan(source)) if one.place == "1.1"), None)
    if found is None or found.item is None:
        return False
    return found.item.item.state == "open" and not found.item.item.children


def _try(bench: Bench, commands: dict[str, Command]) -> tuple[dict[str, Command], list[str]]:
    works, failures = {}, []
    for name, command in commands.items():
        try:
            bench.stopwatch.run(command)
            _see_changed(command)
        except CommandFailed as failure:
            failures.append(f"Not measured: {failure}.")
        else:
            works[name] = command
        _restore(command)
    return works, failures


def _restore(command: Command) -> None:
    """Put the files back as the first commit has them."""
    for words in (("reset", "--quiet", "--hard", _first(command)), ("clean", "-fdq")):
        subprocess.run(["git", *words], cwd=command.folder, check=True)


def _see_changed(command: Command) -> None:
    if command.shown == PASS:
        return
    words = ["git", "status", "--porcelain"]
    changed = subprocess.run(words, cwd=command.folder, check=True, capture_output=True).stdout
    head = _ask(command, "rev-parse", "HEAD")
    if not changed and head == _first(command):
        raise CommandFailed(f"`{command.shown}` changed nothing")


def _first(command: Command) -> str:
    return _ask(command, "rev-list", "--max-parents=0", "HEAD")


def _ask(command: Command, *words: str) -> str:
    done = subprocess.run(
        ["git", *words], cwd=command.folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def _table(runs: dict[str, list[Run]], does: dict[str, str]) -> Table:
    base = walls(runs[PASS]).median
    rows = [
        [
            f"`{name}`",
            does[name],
            show_seconds(walls(some)),
            show_seconds(cpus(some)),
            show_megabytes(peak(some)),
            show_ratio(walls(some).median, base),
        ]
        for name, some in runs.items()
    ]
    head = ("command", "what it does", "wall time", "CPU time", "peak", f"wall to `{PASS}`")
    return Table(head, rows, words=2)


def _verdicts(runs: dict[str, list[Run]]) -> list[Verdict]:
    base = walls(runs[PASS]).median
    verdicts = []
    for name in (BY_PATH, BY_NAME):
        question = f"`{name}` to `{PASS}`, wall time"
        if name not in runs:
            verdicts.append(Verdict(question, f"{_MOST:.1f} or less", "no ratio", None))
            continue
        ratio = walls(runs[name]).median / base
        verdicts.append(Verdict(question, f"{_MOST:.1f} or less", f"{ratio:.2f}", ratio <= _MOST))
    return verdicts

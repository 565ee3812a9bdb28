"""Question 8: what the history of every plan costs, as a multiple of what git needs for it."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from bench import FULL, Bench
from measure import Command, Run, alternate, cpus, peak, walls
from past_data import make_past
from peers import ROOT
from report import Curves, Section, Table, Verdict, show_megabytes, show_ratio, show_seconds

TITLE = "History"
HISTORIES = ROOT.parent / "shared" / "histories"
_COLD, _WARM, _JUDGED = 2.0, 1.3, "5,000 commits"
_METHOD = (
    "`trueplan history` tells of every plan all that ever happened to it, as JSON into a file. "
    "Cold is without an index, which is removed before each run; warm is with one that knows the "
    "last commit. Beside it stand `git log --raw -z`, and that with `git cat-file --batch` of the "
    "same revisions of the plans. `parrotink` is public; the others are generated, two "
    "commits in five change one of 200 plans of about 4.5 kB."
)
_PLANS = 200
_CROWDS, _CROWDED = (50, 100, 200, 400, 800), 2_500  # plans at a number of commits
_LOG, _CAT = "git log --raw -z", "git log, then cat-file --batch"


def measure(bench: Bench) -> Section:
    """Measure a public repository and generated ones of growing size."""
    sizes = (1_250, 2_500, 5_000, 10_000) if bench.scale.crowd == FULL.crowd else (300, 600)
    crowds = _CROWDS if sizes[-1] > _CROWDED else tuple(one // 10 for one in _CROWDS)
    past = min(_CROWDED, sizes[-1])
    verdicts: list[Verdict] = []
    rows: list[list[str]] = []
    grown: list[dict[str, list[Run]]] = []
    with bench.folder("history") as folder:
        for size in sizes:
            name = f"{size:,} commits"
            runs = _runs(
                bench, _generate(bench, folder / "by-commits", size, min(_PLANS, size // 3))
            )
            rows += _rows(name, runs)
            grown.append(runs)
            if name == _JUDGED:
                verdicts += _verdicts(name, runs)
        crowded = [_runs(bench, _generate(bench, folder / "by-plans", past, one)) for one in crowds]
        stream = HISTORIES / "parrotink.fi.gz"
        if stream.is_file():
            name = "parrotink, 699 commits"
            runs = _runs(bench, _import(bench, folder, stream))
            rows += _rows(name, runs)
            verdicts += _verdicts(name, runs)
    heads = ("repository", "command", "wall time", "CPU time", "CPU time to git's", "peak")
    return Section(
        TITLE,
        verdicts,
        [
            _METHOD,
            Table(heads, rows, words=2),
            "CPU time for a commit as commits grow, level where the growth is linear:",
            _curves("CPU time for a commit, µs", "commits", sizes, grown, sizes),
            f"And for as many commits as plans grow, {past:,} in all:",
            _curves("CPU time for a commit, µs", "plans", crowds, crowded, [past] * len(crowds)),
        ],
    )


def _generate(bench: Bench, folder: Path, commits: int, plans: int) -> Path:
    place = folder / f"generated-{commits}-{plans}"
    make_past(place, commits, plans, bench.environment)
    subprocess.run(
        ["git", "-C", str(place), "gc", "--quiet"], env=dict(bench.environment), check=True
    )
    return place


def _import(bench: Bench, folder: Path, stream: Path) -> Path:
    place = folder / "parrotink"
    place.mkdir()
    git = ["git", "-C", str(place)]
    environment = dict(bench.environment)
    subprocess.run([*git, "init", "--quiet", "--initial-branch=main"], env=environment, check=True)
    subprocess.run(
        [*git, "fast-import", "--quiet"],
        input=gzip.decompress(stream.read_bytes()),
        env=environment,
        check=True,
    )
    subprocess.run([*git, "reset", "--quiet", "--hard"], env=environment, check=True)
    return place


def _runs(bench: Bench, place: Path) -> dict[str, list[Run]]:
    """The costs of the four commands, by turns."""
    program = bench.tools.trueplan
    blobs = place / "blobs"
    words = ["git", "log", "--raw", "-z"]
    reading = f"git log --raw -z >/dev/null && git cat-file --batch <{blobs.name} >/dev/null"
    commands = {
        _LOG: Command(_LOG, words, place),
        _CAT: Command(_CAT, ["sh", "-c", reading], place),
        "cold": Command("trueplan history, cold", _history(program), place),
        "warm": Command("trueplan history, warm", _history(program), place),
    }
    bench.stopwatch.run(commands["warm"])
    blobs.write_text(_revisions(place), encoding="ascii")

    def prepare(name: str) -> None:
        if name == "cold":
            shutil.rmtree(place / ".git" / "trueplan", ignore_errors=True)

    return alternate(bench.stopwatch, commands, bench.scale.repeat, 1, before=prepare)


def _history(program: Path) -> list[str | Path]:
    return [program, "history", "--format", "json", "--today", "2026-12-01"]


def _revisions(place: Path) -> str:
    """The blobs that the index holds snapshots of: the revisions of the plans."""
    import sqlite3

    with sqlite3.connect(place / ".git" / "trueplan" / "index.sqlite3") as connection:
        found = connection.execute("SELECT blob FROM snapshots ORDER BY blob").fetchall()
    connection.close()
    return "".join(f"{blob}\n" for (blob,) in found)


def _rows(name: str, runs: dict[str, list[Run]]) -> list[list[str]]:
    base = {"cold": _CAT, "warm": _LOG}
    return [
        [
            name if number == 0 else "",
            command if command in (_LOG, _CAT) else f"trueplan history, {command}",
            show_seconds(walls(some)),
            show_seconds(cpus(some)),
            show_ratio(cpus(some).median, cpus(runs[base[command]]).median)
            if command in base
            else "",
            show_megabytes(peak(some)),
        ]
        for number, (command, some) in enumerate(runs.items())
    ]


def _verdicts(name: str, runs: dict[str, list[Run]]) -> list[Verdict]:
    found = []
    for state, base, most in (("cold", _CAT, _COLD), ("warm", _LOG, _WARM)):
        ratio = walls(runs[state]).median / walls(runs[base]).median
        question = f"`trueplan history` {state} to `{base}`, {name}, wall time"
        found.append(Verdict(question, f"{most:.1f} or less", f"{ratio:.2f}", ratio <= most))
    return found


def _curves(
    what: str,
    size: str,
    sizes: Sequence[int],
    runs: Sequence[dict[str, list[Run]]],
    commits: Sequence[int],
) -> Curves:
    names = {"cold": "trueplan history, cold", "warm": "trueplan history, warm", _LOG: _LOG}
    lines = {
        name: [
            1e6 * cpus(one[key]).median / count for one, count in zip(runs, commits, strict=True)
        ]
        for key, name in names.items()
    }
    return Curves(what, size, sizes, lines)

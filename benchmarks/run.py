"""Measure Trueplan beside its peers and write docs/benchmarks.md.

`just bench` measures everything; `just bench-quick` tries the harness on little data and prints.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import changing
import checking
import crowd
import forecasting
import merge
import others
import reading
import remembering
import replay_ticks
import scheduling
import starting
from bench import FULL, QUICK, Bench, Scale
from data import CORPUS, corpus_files
from machine import machine, versions
from measure import Stopwatch, adopt_orphans
from peers import ROOT, SetUpFailed, Tools, set_up
from report import Report, Section, Table, render, show_megabytes

PAGE = ROOT / "docs" / "benchmarks.md"
# In the order of the page.
PARTS: dict[str, tuple[str, Callable[[Bench], Section]]] = {
    "check": (checking.TITLE, checking.measure),
    "reading": (reading.TITLE, reading.measure),
    "start": (starting.TITLE, starting.measure),
    "crowd": (crowd.TITLE, crowd.measure),
    "change": (changing.TITLE, changing.measure),
    "replay": (replay_ticks.TITLE, replay_ticks.measure),
    "merge": (merge.TITLE, merge.measure),
    "history": (remembering.TITLE, remembering.measure),
    "schedule": (scheduling.TITLE, scheduling.measure),
    "forecast": (forecasting.TITLE, forecasting.measure),
    "others": (others.TITLE, others.measure),
}
_WITHOUT_CORPUS = ("start", "schedule", "forecast", "history")
_INTRODUCTION = (
    "Written by `just bench`, never by hand. Whether a target is reached is judged by the ratio to "
    "something measured in the same run, so that the machine does not decide; figures are medians "
    "with the lowest and the highest value in parentheses."
)


def main() -> int:
    """Measure what was asked for; the page is written only by a whole run."""
    options = _options()
    chosen = options.only or list(PARTS)
    scale = _scale(options)
    adopt_orphans()
    _say("installing Trueplan and its peers")
    try:
        tools = set_up(options.cache.resolve())
    except SetUpFailed as failure:
        print(f"bench: {failure}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="trueplan-bench-") as workplace:
        environment = tools.environment()
        stopwatch = Stopwatch(Path(workplace), environment)
        bench = Bench(tools, stopwatch, environment, Path(workplace), scale)
        before = machine()
        sections = [_measure(name, bench) for name in chosen]
        page = render(Report([_INTRODUCTION], sections, _how(tools, bench, before)))
        # What a failing command says may name places that only this machine has.
        page = page.replace(f"{workplace}/", "").replace(f"{ROOT}/", "")
    if options.quick or options.only:
        print(page)
    else:
        PAGE.write_text(page, encoding="utf-8")
        _say(f"wrote {PAGE.relative_to(ROOT)}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure Trueplan beside its peers.")
    parser.add_argument(
        "--only",
        action="append",
        choices=PARTS,
        metavar="PART",
        help=f"measure this part and print it: {', '.join(PARTS)}",
    )
    parser.add_argument("--quick", action="store_true", help="little data, few runs; print")
    parser.add_argument("--repeat", type=int, metavar="N", help="runs of each long command")
    parser.add_argument(
        "--cache",
        type=Path,
        default=ROOT / ".bench",
        metavar="DIR",
        help="where Trueplan and its peers are installed (default: .bench)",
    )
    return parser.parse_args()


def _scale(options: argparse.Namespace) -> Scale:
    scale = QUICK if options.quick else FULL
    if not options.repeat:
        return scale
    return scale._replace(repeat=options.repeat, long_repeat=min(options.repeat, scale.long_repeat))


def _measure(name: str, bench: Bench) -> Section:
    title, measure = PARTS[name]
    if name not in _WITHOUT_CORPUS and not corpus_files():
        return Section(title, [], [f"Not measured: there are no plans in `{_corpus()}`."])
    _say(f"measuring: {title.lower()}")
    start = time.perf_counter()
    section = measure(bench)
    _say(f"  {time.perf_counter() - start:.0f} s")
    return section


def _corpus() -> str:
    return f"../{CORPUS.relative_to(ROOT.parent).as_posix()}"


def _how(tools: Tools, bench: Bench, before: Table) -> Section:
    own = show_megabytes(1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    method = (
        f"- Data: the {len(corpus_files())} public plans in `{_corpus()}`, copied in order until "
        "there are as many as a table says, as `docs/plans/NNNNN-name.md`, in a temporary git "
        "repository where everything is committed.\n"
        "- Trueplan is built from the working tree as the wheel for this platform (`just wheel`, "
        "the rooms `markdown` and `reader` compiled) and installed into an environment of its own "
        "with the versions of `requirements/run.txt`; the peers have those of "
        "`requirements/bench.txt` and `benchmarks/peers.py`.\n"
        f"- Each command runs once to warm the page cache, then {bench.scale.repeat} times, "
        f"{bench.scale.long_repeat} times with {bench.scale.sizes[1]:,} plans and for the other "
        "keepers of plans. Commands of one table run by turns, every other round backwards, so "
        "that drift of the machine meets all alike. Output goes to files.\n"
        "- CPU time is user and system time of a process and all its descendants, as the kernel "
        "tells it when the process ends (`wait4`). The peak is the largest resident memory of any "
        "one of these processes, from the same call; it is never below the "
        f"{own} of the benchmark itself.\n"
        "- Configuration: none, for any tool. A MB is a million bytes."
    )
    commands = (
        "To repeat it: `just bench`. A part alone, printed and not written: "
        "`just bench --only check`, and so on for "
        + ", ".join(f"`{name}`" for name in list(PARTS)[1:])
        + ". A try on little data: `just bench-quick`."
    )
    day = time.strftime("%Y-%m-%d", time.gmtime())
    tables = [before, versions(tools, bench.stopwatch)]
    return Section("How it was measured", [], [f"On {day}.", *tables, method, commands])


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())

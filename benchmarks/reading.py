"""Question 2: from bytes to findings in one process, and where the time goes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import Bench
from data import corpus_files, make_plans
from measure import Command, Spread, spread
from peers import ROOT
from report import Section, Table, Verdict, show_seconds, show_share

TITLE = "From bytes to findings"
_PROGRAM = Path(__file__).with_name("in_process.py")
_TARGET = 10.0  # MB/s
_PASSES_TO_A_RUN = 3
_INTRODUCTION = (
    "Every file of the corpus once, {files} with {size:.2f} MB, read into memory before the clock "
    "runs; then each is parsed and read, and every rule is run on it. CPU time of one process with "
    "one thread, the garbage collector off, as in the processes of a large check; medians of "
    "{passes} passes."
)
_STAGES = (
    "Where the time goes, by the clock and without a profiler. The events of pyromark are what the "
    "empty loop takes; the room `markdown` is the rest of parsing, `reader` and `lint` include "
    "what they call in rooms below."
)
_ROOMS = (
    "The same under cProfile, one pass of the code as it is, because compiled functions are hidden "
    "from it: time in the functions of each room, with that of the "
    "regular expressions and built-in functions that it calls. The profiler makes each call dear, "
    "so a room of many small functions looks larger than it is; pyromark's iterator is no call "
    "and counts in `markdown`."
)


def measure(bench: Bench) -> Section:
    """Run the passes in a process of their own."""
    with bench.folder("reading") as folder:
        made = make_plans(folder, len(corpus_files()), bench.environment)
        passes = _PASSES_TO_A_RUN * bench.scale.repeat
        words: list[str | Path] = [bench.tools.python, _PROGRAM, made.folder, str(passes)]
        compiled, plain = (
            json.loads(
                bench.stopwatch.answer(
                    Command(
                        "python benchmarks/in_process.py", [*before, *words], folder, codes=(0,)
                    )
                )
            )
            for before in ([], ["env", f"PYTHONPATH={ROOT / 'src'}"])
        )
    return describe(compiled, plain, passes)


def describe(answer: dict[str, Any], plain: dict[str, Any], passes: int) -> Section:
    """The section about what `in_process.py` printed of the wheel and of the code as it is."""
    size = answer["size"] / 1e6
    total = spread([stages["total"] for stages in answer["checked"]])
    events = spread(answer["events"])
    speed = size / total.median
    rows = [
        _speed("bytes to findings", size, total),
        _speed("the same with the collector on", size, spread(answer["collected"])),
        _speed("the same, first pass of the process", size, spread([answer["first"]])),
        _speed(
            "the same code, not compiled",
            size,
            spread([stages["total"] for stages in plain["checked"]]),
        ),
        _speed("an empty loop over pyromark's events", size, events),
    ]
    files = answer["files"]
    return Section(
        TITLE,
        [
            Verdict(
                "bytes to findings, one core",
                "10 MB/s or more",
                f"{speed:.1f} MB/s",
                speed >= _TARGET,
            )
        ],
        [
            _INTRODUCTION.format(files=files, size=size, passes=passes),
            Table(("work", "speed", "time for all files"), rows),
            f"Checking takes {total.median / events.median:.2f} times as long as the empty loop.",
            _STAGES,
            _stages(answer["checked"], total.median, events.median),
            _ROOMS,
            _rooms(plain["profile"]["rooms"]),
            "The functions that take the most time of their own under the profiler:",
            _functions(plain["profile"]),
        ],
    )


def _speed(work: str, size: float, time: Spread) -> list[str]:
    return [work, f"{size / time.median:.1f} MB/s", show_seconds(time)]


def _stages(checked: Sequence[dict[str, float]], total: float, events: float) -> Table:
    middle = {
        name: spread([stages[name] for stages in checked]).median
        for name in ("parse", "read", "lint")
    }
    stages = {
        "pyromark's events": events,
        "`markdown`": middle["parse"] - events,
        "`reader`": middle["read"],
        "`lint`": middle["lint"],
        "the rest": total - sum(middle.values()),
    }
    rows = [
        [name, f"{1000 * seconds:.1f} ms", show_share(seconds, total)]
        for name, seconds in stages.items()
    ]
    return Table(("stage", "CPU time", "share"), rows)


def _rooms(rooms: dict[str, float]) -> Table:
    whole = sum(rooms.values())
    ordered = sorted(rooms.items(), key=lambda item: -item[1])
    return Table(
        ("room", "share"), [[f"`{name}`", show_share(own, whole)] for name, own in ordered]
    )


def _functions(profile: dict[str, Any]) -> Table:
    whole = sum(profile["rooms"].values())
    rows = [
        [f"`{name}`", f"{calls:,}", show_share(own, whole)]
        for own, calls, name in profile["functions"]
    ]
    return Table(("function", "calls", "share"), rows)

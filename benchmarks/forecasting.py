"""Question 9: how long trials over the network of what remains take, and how much memory."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from bench import Bench
from measure import spread
from report import Curves, Section, Table, Verdict, show_megabytes, show_seconds

TITLE = "Forecasting"
_PROGRAM = Path(__file__).with_name("network_trials.py")
_SIZES = (100, 1_000, 10_000)
_SHAPES = ("chain", "layers")
_TARGET = 2.0


def measure(bench: Bench) -> Section:
    """Measure trials over chains and layered networks of three sizes."""
    rows = []
    lines: dict[str, list[float]] = {}
    slowest = 0.0
    for size in _SIZES:
        for shape in _SHAPES:
            found = _run(bench, size, shape)
            times = spread(found["seconds"])
            each = f"{1e6 * times.median / size:.0f} µs"
            lines.setdefault(shape, []).append(1e6 * times.median / size)
            name = f"{size:,} phases, {shape}"
            rows.append((name, show_seconds(times), each, show_megabytes(found["peak"])))
            if size == _SIZES[-1]:
                slowest = max(slowest, times.median)
    verdict = Verdict(
        f"10,000 trials over {_SIZES[-1]:,} phases, chain and layers",
        f"under {_TARGET:.0f} s",
        f"{slowest:.2f} s",
        slowest < _TARGET,
    )
    words = (
        "10,000 trials and all that a forecast tells: the levels of every phase and plan, the "
        "histogram, what drives the spread. In layers each phase waits for three of the layer "
        "before it, and a layer is as wide as the network is deep. Forty finished phases are "
        "known, so that ratios are drawn again. Each network has a process of its own; the peak is "
        "its resident memory, Python and numpy included."
    )
    head = ("network", "time", "for a phase", "peak")
    curves = Curves("time for a phase, µs", "phases", _SIZES, lines)
    return Section(TITLE, [verdict], [words, Table(head, rows), curves])


def _run(bench: Bench, size: int, shape: str) -> dict[str, Any]:
    words = [str(size), shape, str(bench.scale.repeat)]
    done = subprocess.run(
        [bench.tools.python, _PROGRAM, *words],
        env=dict(bench.environment),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found

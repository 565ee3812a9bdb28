"""What the figures were measured on."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from measure import Command, CommandFailed, Stopwatch
from peers import ROOT, Tools
from report import Table


def machine() -> Table:
    """The machine and its system."""
    rows = [
        ("processor", f"{_processor()}, {os.cpu_count()} cores"),
        ("memory", f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB"),
        ("system", f"{platform.system()} {platform.release()}, {platform.machine()}"),
        ("load before", f"{os.getloadavg()[0]:.2f}"),
    ]
    return Table(("machine", ""), rows, words=2)


def versions(tools: Tools, stopwatch: Stopwatch) -> Table:
    """The version of every program, as it tells it itself; why it is absent."""
    ours = f"{_ask(stopwatch, tools.trueplan)}, commit {_commit()}"
    rows = [("Trueplan", ours), ("Python", platform.python_version())]
    rows += [(name, version) for name, version in _packages(tools).items()]
    rows += [("git", _ask(stopwatch, "git"))]
    peers = {
        "rumdl": tools.rumdl,
        "planwright": tools.planwright,
        "Backlog.md": tools.backlog,
        "OpenSpec": tools.openspec,
    }
    for name, program in peers.items():
        if program is None:
            rows.append((name, f"absent: {tools.absent[name]}"))
        else:
            rows.append((name, _ask(stopwatch, program)))
    if tools.backlog or tools.openspec:
        rows.append(("Node.js", _ask(stopwatch, "node")))
    return Table(("program", "version"), rows, words=2)


def _ask(stopwatch: Stopwatch, program: Path | str) -> str:
    """The last word of what a program says about its version."""
    command = Command(f"{Path(program).name} --version", [program, "--version"], ROOT)
    try:
        return stopwatch.answer(command).split()[-1]
    except (CommandFailed, IndexError):
        return "unknown"


def _packages(tools: Tools) -> Mapping[str, str]:
    """The libraries of Trueplan as they are installed beside it."""
    library = tools.python.parent.parent / "lib"
    paths = [str(path) for path in library.glob("python*/site-packages")]
    found = {one.name: one.version for one in metadata.distributions(path=paths)}
    return {name: found[name] for name in ("pyromark", "msgspec") if name in found}


def _commit() -> str:
    words = ["git", "describe", "--always", "--dirty= with changes", "--exclude=*"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        lines = []
    for line in lines:
        name, _, value = line.partition(":")
        if name.strip() == "model name":
            return value.strip()
    return platform.processor() or platform.machine()

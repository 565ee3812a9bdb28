"""From bytes to findings in one process; prints JSON. Runs in the environment of the benchmark.

`python in_process.py REPOSITORY PASSES`: all plans of the repository are in memory before a clock
runs. Times are CPU seconds of this process, which has one thread.
"""

from __future__ import annotations

import cProfile
import gc
import json
import pstats
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from pyromark import Options, events_with_range

import trueplan
from trueplan.app.repository import Repository, open_repository, survey
from trueplan.app.surroundings import read_companions, read_surroundings
from trueplan.lint.engine import Selection, check_document
from trueplan.lint.subject import Subject, Surroundings
from trueplan.markdown import parse
from trueplan.reader.plan import read_parsed
from trueplan.workspace.disk import DiskFiles

# What trueplan.markdown asks of pyromark: another set of extensions costs another time.
_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
)
_TODAY = "2026-01-05"
_PACKAGE = str(Path(trueplan.__file__).parent)
_LONGEST = 12  # functions in the profile

_ADDRESS = re.compile(r" at 0x[0-9a-f]+")

_clock = time.process_time


class Stages(NamedTuple):
    """Seconds of one pass over all plans, and how many findings it had."""

    total: float
    parse: float
    read: float
    lint: float
    findings: int


class Corpus(NamedTuple):
    """The plans in memory, and what checking them needs."""

    repository: Repository
    selection: Selection
    surroundings: Surroundings
    names: dict[str, str]
    sources: list[tuple[str, bytes]]

    def check_all(self) -> Stages:
        """One pass: every byte to its findings, every rule on every file."""
        settings = self.selection.settings
        # New in every pass, as in every run of the program: it remembers what it saw on disk.
        files = DiskFiles(self.repository.root, settings.largest_file)
        parsing = reading = linting = 0.0
        findings = 0
        start = _clock()
        for path, source in self.sources:
            began = _clock()
            markdown = parse(source)
            parsed = _clock()
            plan = read_parsed(markdown, settings.rates)
            read = _clock()
            subject = Subject(
                path=path,
                ref=self.names[path],
                kind="plan",
                source=source,
                markdown=markdown,
                links=plan.links,
                plan=plan,
                settings=settings,
                today=_TODAY,
                surroundings=self.surroundings,
                files=files,
            )
            findings += len(check_document(subject, self.selection).findings)
            linted = _clock()
            parsing += parsed - began
            reading += read - parsed
            linting += linted - read
        return Stages(_clock() - start, parsing, reading, linting, findings)


def _load(folder: Path) -> Corpus:
    repository = open_repository(folder)
    overview = survey(repository)
    surroundings = read_surroundings(repository, read_companions(repository, overview.found))
    sources = [(path, (folder / path).read_bytes()) for path in overview.found.of("plan")]
    return Corpus(
        repository,
        Selection(repository.configuration.lint),
        surroundings,
        overview.names,
        sources,
    )


def _loop_over_events(texts: list[str]) -> float:
    start = _clock()
    for text in texts:
        for _ in events_with_range(text, options=_OPTIONS, merge_text=True):
            pass
    return _clock() - start


def _profile(work: Callable[[], Any]) -> dict[str, Any]:
    """Where time goes under the profiler, by room and by function.

    The time of a function that is not ours is charged to the room that calls it.
    """
    profiler = cProfile.Profile()
    profiler.runcall(work)
    rooms: dict[str, float] = defaultdict(float)
    functions = []
    for (file, _, name), entry in pstats.Stats(profiler).stats.items():  # type: ignore[attr-defined]
        calls, own, callers = entry[1], entry[2], entry[4]
        if file.startswith(_PACKAGE):
            rooms[_room(file)] += own
            functions.append((own, calls, f"{_inside(file)}:{name}"))
            continue
        for (caller, _, _), shared in callers.items():
            rooms[_room(caller)] += shared[2]
        called = _ADDRESS.sub("", name) if file == "~" else f"{Path(file).name}:{name}"
        functions.append((own, calls, called))
    functions.sort(reverse=True)
    return {"rooms": rooms, "functions": functions[:_LONGEST]}


def _inside(file: str) -> str:
    return file[len(_PACKAGE) + 1 :]


def _room(file: str) -> str:
    if not file.startswith(_PACKAGE):
        return "standard library"
    return _inside(file).partition("/")[0]


def main(folder: str, passes: int) -> None:
    """Measure and print."""
    corpus = _load(Path(folder))
    texts = [source.decode(errors="replace") for _, source in corpus.sources]
    first = corpus.check_all()
    collected, checked, events = [], [], []
    for _ in range(passes):
        collected.append(corpus.check_all().total)
        # As the processes of a large check: what exists is set apart, the collector is off.
        gc.collect()
        gc.freeze()
        gc.disable()
        checked.append(corpus.check_all())
        events.append(_loop_over_events(texts))
        gc.unfreeze()
        gc.enable()
    answer = {
        "files": len(corpus.sources),
        "size": sum(len(source) for _, source in corpus.sources),
        "first": first.total,
        "collected": collected,
        "checked": [stages._asdict() for stages in checked],
        "events": events,
        "profile": _profile(corpus.check_all),
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))

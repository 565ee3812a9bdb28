"""Question 7: whether `tick` does what people did; commits that tick boxes, replayed.

A box counts as ticked by a commit where it was open before and is ticked after, also where the
words of its line changed with it. The file before the commit is written to disk, the same boxes are
ticked by reference, and what stands on disk then is compared with what the commit left.
"""

from __future__ import annotations

import difflib
import gzip
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from bench import Bench
from peers import ROOT
from report import Section, Table
from trueplan.app.targets import all_items
from trueplan.app.tick import Ticking, tick
from trueplan.edit.document import read_document
from trueplan.errors import Refused
from trueplan.git.revisions import read_blobs

TITLE = "Ticks of real histories"
HISTORIES = ROOT.parent / "shared" / "histories"
REPOSITORIES = ("parrotink", "seva", "anon-identity", "clubs")

_SHOWN = "../shared/histories"
_METHOD = (
    "Every commit of four public repositories that ticks boxes is replayed: the file as it was is "
    "written to disk, `tick` ticks the same boxes by reference, and the bytes are compared with "
    "what the commit left."
)
OVER_SUBTASKS = "a task was ticked over its open subtasks"
NO_REFERENCE = "a box outside of every section that has references"
_BOX = re.compile(rb"^([ \t>]*(?:[-*+]|\d+[.)])[ \t]+)\[([ xX~/-])\](?=\s)")
_STATUS = re.compile(rb"(?i)\bstatus\b")
_COMMIT = re.compile(rb"\s*[(\[`]*(?:checkpoint: *)?[0-9a-f]{7,40}[)\]`]*")
_ALIKE = 0.6  # of the letters of two lines, for one to be the other reworded


class Step(NamedTuple):
    """A Markdown file that a commit changed."""

    commit: str
    path: str
    before: str
    after: str


class Outcome(NamedTuple):
    """What became of one file of one commit.

    `boxes` is how many it ticked, `alone` in how many of these lines it changed nothing else,
    `same` how many of them are the same after `tick`; `reasons` is empty where all bytes are.
    """

    step: Step
    boxes: int
    alone: int
    same: int
    reasons: tuple[str, ...]


class Ticked(NamedTuple):
    """The lines whose boxes a commit ticked, with what they said then; and what else it did."""

    lines: dict[int, bytes]
    reasons: tuple[str, ...]


def replay_repository(folder: Path, scratch: Path) -> list[Outcome]:
    """Every file of every commit that ticks a box, replayed; the oldest commit first."""
    steps = list(_find_steps(folder))
    blobs = read_blobs(folder, [blob for step in steps for blob in (step.before, step.after)])
    found = []
    for step in reversed(steps):
        outcome = _replay(step, blobs[step.before], blobs[step.after], scratch)
        if outcome is not None:
            found.append(outcome)
    return found


def _find_steps(folder: Path) -> Iterator[Step]:
    """The Markdown files that commits changed or moved, the newest first; merges are left out."""
    answer = subprocess.run(
        ["git", "log", "--no-merges", "--raw", "-z", "-M", "--no-abbrev", "--format=%x01%H"],
        cwd=folder,
        capture_output=True,
        check=True,
    ).stdout.decode(errors="surrogateescape")
    for entry in answer.split("\x01")[1:]:
        commit, _, rest = entry.partition("\0")
        words = iter(rest.lstrip("\n\0").split("\0"))
        for head in words:
            if not head.startswith(":"):
                continue
            _, _, before, after, kind = head[1:].split(" ")
            path = next(words)
            if kind[0] in "RC":
                path = next(words)
            if kind[0] in "MR" and path.lower().endswith((".md", ".markdown")):
                yield Step(commit, path, before, after)


def _replay(step: Step, before: bytes, after: bytes, scratch: Path) -> Outcome | None:
    ticked = find_ticked(before, after)
    if not ticked.lines:
        return None
    plan = scratch / "docs/plans/plan.md"
    plan.parent.mkdir(parents=True, exist_ok=True)
    (scratch / ".git").mkdir(exist_ok=True)
    plan.write_bytes(before)
    starts = _line_starts(before)
    document = read_document(before)
    places = {
        one.item.item.marker.start: one.place
        for one in all_items(document.plan)
        if one.item is not None and one.item.item.marker is not None
    }
    wanted: list[str] = []
    reasons = list(ticked.reasons)
    old = before.split(b"\n")
    for line in ticked.lines:
        match = _BOX.match(old[line])
        assert match is not None
        place = places.get(starts[line] + match.end(1))
        if place is None:
            reasons.append(NO_REFERENCE)
        else:
            wanted.append(f"#{place}")
    if wanted:
        try:
            _tick(scratch, wanted)
        except Refused:
            reasons.append(OVER_SUBTASKS)
            _tick(scratch, wanted, one_by_one=True)
    now = plan.read_bytes()
    lines = now.split(b"\n")
    same = sum(lines[line] == text for line, text in ticked.lines.items())
    told = () if now == after else tuple(dict.fromkeys(reasons)) or ("nothing that was looked for",)
    alone = sum(_bare(old[line]) == _bare(text) for line, text in ticked.lines.items())
    return Outcome(step, len(ticked.lines), alone, same, told)


def _tick(scratch: Path, places: list[str], *, one_by_one: bool = False) -> None:
    if not one_by_one:
        tick([f"plan{place}" for place in places], scratch, Ticking(done=True))
        return
    for place in reversed(places):  # what is nested comes before what holds it
        try:
            tick([f"plan{place}"], scratch, Ticking(done=True))
        except Refused:
            continue


def find_ticked(before: bytes, after: bytes) -> Ticked:
    """Which lines of `before` had an open box and have a ticked one after, and what else changed.

    Lines that are equal but for their boxes are one line; among those that are not, an open and
    a ticked one with nearly the same words are.
    """
    old, new = before.split(b"\n"), after.split(b"\n")
    lines: dict[int, bytes] = {}
    reasons: list[str] = []
    matcher = difflib.SequenceMatcher(
        None, [_bare(line) for line in old], [_bare(line) for line in new], autojunk=False
    )
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            pairs = dict(_pair_reworded(old, new, range(start, end), range(first, last)))
            lines.update(
                {at: new[there] for at, there in pairs.items() if _is_tick(old[at], new[there])}
            )
            reasons += _explain_words(old, new, pairs)
            reasons += _explain_rest(
                [old[at] for at in range(start, end) if at not in pairs],
                [new[at] for at in range(first, last) if at not in pairs.values()],
            )
            continue
        for at in range(start, end):
            was, now = old[at], new[first + at - start]
            if _is_tick(was, now):
                lines[at] = now
            elif was != now:
                reasons.append(_explain_box(was, now))
    return Ticked(lines, tuple(reasons))


def _pair_reworded(
    old: list[bytes], new: list[bytes], gone: range, come: range
) -> Iterator[tuple[int, int]]:
    """Lines with boxes that were taken out, with those that came for them."""
    free = [at for at in come if _state(new[at]) is not None]
    for at in gone:
        if _state(old[at]) is None or not free:
            continue
        likeness, best = max((_likeness(old[at], new[there]), -there) for there in free)
        if likeness >= _ALIKE:
            free.remove(-best)
            yield at, -best


def _likeness(old: bytes, new: bytes) -> float:
    was, now = (_bare(line).decode("utf-8", "replace").strip() for line in (old, new))
    if was in now:
        return 1.0
    return difflib.SequenceMatcher(None, was, now, autojunk=False).ratio()


def _explain_words(old: list[bytes], new: list[bytes], pairs: dict[int, int]) -> Iterator[str]:
    for at, there in pairs.items():
        was, now = _bare(old[at]).strip(), _bare(new[there]).strip()
        if now.startswith(was) and _COMMIT.fullmatch(now[len(was) :]):
            yield "the hash of a commit was put behind a task"
        elif was == now:
            yield "the indent of a task was changed"
        else:
            yield "a task was reworded"


def _explain_box(was: bytes, now: bytes) -> str:
    if _state(was) == _state(now):
        return "a line end changed"
    if _state(now) == b" ":
        return "a box was emptied"
    return "a box says “in progress” now"


def _explain_rest(gone: list[bytes], come: list[bytes]) -> Iterator[str]:
    """What else a commit did at one place: the lines without a counterpart."""
    if any(_state(line) is not None for line in come):
        yield "a task was added"
    if any(_state(line) is not None for line in gone):
        yield "a task was removed"
    rest = [line for line in (*gone, *come) if _state(line) is None and line.strip()]
    if any(_STATUS.search(line) for line in rest):
        yield "a status was changed"
    if any(not _STATUS.search(line) for line in rest):
        yield "other words were changed"
    if not any(line.strip() for line in (*gone, *come)) and (gone or come):
        yield "blank lines were changed"


def _is_tick(was: bytes, now: bytes) -> bool:
    return _state(was) in (b" ", b"~", b"/") and _state(now) in (b"x", b"X")


def _state(line: bytes) -> bytes | None:
    match = _BOX.match(line)
    return match[2] if match is not None else None


def _bare(line: bytes) -> bytes:
    return _BOX.sub(rb"\1[ ]", line.rstrip(b"\r"))


def _line_starts(source: bytes) -> list[int]:
    return [0, *(match.end() for match in re.finditer(b"\n", source))]


def measure(bench: Bench) -> Section:
    """Replay the histories beside the project."""
    if not HISTORIES.is_dir():
        return Section(TITLE, [], [f"Not replayed: there are no histories in `{_SHOWN}`."])
    found = {}
    with bench.folder("replay") as folder:
        for name in REPOSITORIES:
            import_history(name, folder / name)
            found[name] = replay_repository(folder / name, folder / f"{name}-scratch")
    return Section(TITLE, [], [_METHOD, tabulate(found), *_tell_reasons(found)])


def import_history(name: str, folder: Path) -> None:
    """Make a repository, without files of its own, of one of the histories."""
    subprocess.run(["git", "init", "--quiet", "--bare", folder], check=True)
    stream = gzip.decompress((HISTORIES / f"{name}.fi.gz").read_bytes())
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=stream, check=True)
    head = ["git", "symbolic-ref", "HEAD", "refs/heads/main"]
    subprocess.run(head, cwd=folder, check=True)


def tabulate(found: Mapping[str, list[Outcome]]) -> Table:
    """A row for each repository: commits, files, and how many of them are the same."""
    rows = []
    for name, outcomes in found.items():
        rows.append(
            [
                name,
                str(len({one.step.commit for one in outcomes})),
                str(len(outcomes)),
                str(sum(not one.reasons for one in outcomes)),
                str(sum(one.boxes for one in outcomes)),
                str(sum(one.alone for one in outcomes)),
                str(sum(one.same for one in outcomes)),
            ]
        )
    head = (
        "repository",
        "commits",
        "files",
        "identical",
        "boxes",
        "nothing else in the line",
        "line identical",
    )
    return Table(head, rows)


def count_reasons(outcomes: Iterable[Outcome]) -> Counter[str]:
    """How often each reason stands beside a file whose bytes differ."""
    return Counter(reason for one in outcomes for reason in one.reasons)


def _tell_reasons(found: Mapping[str, list[Outcome]]) -> list[str | Table]:
    everything = [one for outcomes in found.values() for one in outcomes]
    reasons = count_reasons(everything).most_common()
    differing = sum(bool(one.reasons) for one in everything)
    return [
        f"Why {differing} files differ; a file may have several reasons:",
        Table(("what else the commit did", "files"), [[why, str(count)] for why, count in reasons]),
    ]

"""Makes a git repository of the harbour, with the nine weeks of work that led to it.

    python examples/past.py DIR

DIR is made, or has to be empty. The last commit holds exactly the files of `harbour/`; what was
there before is worked out from them, change by change, backwards.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

HARBOUR = Path(__file__).resolve().parent / "harbour"
TIDES = "docs/plans/2026-01-12-tide-tables.md"
BERTHS = "docs/plans/2026-01-26-berth-pricing.md"
PREVIEWS = "docs/plans/2026-02-02-link-previews.md"
CHARTS = "docs/plans/2026-02-09-offline-charts.md"
JOURNALS = "docs/dev-journals"


class Step(NamedTuple):
    """A commit: when, by whom, what it says; the files it adds, and the words it changes.

    `changes` are (path, words before, words after); words that are "" before are added.
    """

    day: str
    author: str
    subject: str
    adds: tuple[str, ...] = ()
    changes: tuple[tuple[str, str, str], ...] = ()


def _tick(path: str, *items: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((path, f"[ ] {item}", f"[x] {item}") for item in items)


STEPS = (
    Step(
        "2026-01-05",
        "Morwenna Hale",
        "What is wanted, and where to write it down",
        (
            "README.md",
            "trueplan.toml",
            "BACKLOG.md",
            "docs/plans/README.md",
            "docs/adr/README.md",
            "docs/adr/0001-static-pages-first.md",
        ),
    ),
    Step("2026-01-12", "CTO", "Plan the tide tables (HAR-001)", (TIDES,)),
    Step(
        "2026-01-14",
        "CTO",
        "Heights between two turns of the tide (HAR-001)",
        ("site/tides.py",),
        (
            (TIDES, "**Status**: Planned", "**Status**: In Progress"),
            *_tick(
                TIDES,
                "Interpolate by the rule of twelfths in `site/tides.py`",
                "List the hours in which the sill is dry",
            ),
        ),
    ),
    Step(
        "2026-01-16",
        "CTO",
        "The heights agree with the almanac",
        (f"{JOURNALS}/2026-01-16-tide-tables-phase-1.md",),
        (
            *_tick(TIDES, "Compare with the printed almanac for a spring and a neap day"),
            (TIDES, "Heights for every hour\n", "Heights for every hour ✅\n"),
            (
                TIDES,
                "- [ ] Phase 1 - Not Started",
                "- [x] Phase 1 - Completed 2026-01-16 ([Dev Journal](../dev-journals/2026-01-16-tide-tables-phase-1.md))",
            ),
            (
                TIDES,
                "",
                "- [2026-01-16: Phase 1](../dev-journals/2026-01-16-tide-tables-phase-1.md)\n",
            ),
            (
                TIDES,
                "",
                "- **2026-01-16**: The twelfths are off by 0.14 m at most, on the day of the spring tide.\n",
            ),
        ),
    ),
    Step(
        "2026-01-20",
        "CTO",
        "The page takes a week longer",
        (),
        (
            (TIDES, "**Target Completion**: 2026-01-23", "**Target Completion**: 2026-01-30"),
            *_tick(TIDES, "Lay out seven days as one table"),
        ),
    ),
    Step(
        "2026-01-23",
        "CTO",
        "The page of the tides",
        (),
        (
            (TIDES, "[ ] Grey out the dry hours", "[x] Set dry hours in grey and say so in words"),
            *_tick(TIDES, "Add the note on accuracy"),
            (TIDES, "The page\n", "The page ✅\n"),
            (
                TIDES,
                "- [ ] Phase 2 - Not Started",
                "- [x] Phase 2 - Completed 2026-01-23 ([Dev Journal](../dev-journals/2026-01-30-tide-tables-phases-2-and-3.md))",
            ),
            (
                TIDES,
                "",
                "- **2026-01-23**: Skippers want times, not heights. Dry hours moved to the first column.\n",
            ),
        ),
    ),
    Step("2026-01-26", "Orla Penrose", "Plan one price for a berth (HAR-002)", (BERTHS,)),
    Step(
        "2026-01-30",
        "CTO",
        "The tide tables are launched (HAR-001)",
        (f"{JOURNALS}/2026-01-30-tide-tables-phases-2-and-3.md",),
        (
            (TIDES, "**Status**: In Progress", "**Status**: Completed"),
            (TIDES, "Launch and watch\n", "Launch and watch ✅\n"),
            *_tick(
                TIDES,
                "Link the page from the front page",
                "Forward the old address",
                "Seven days of heights and dry hours are shown",
                "The old address leads to the new page",
                "Performance: the page weighs under 40 kB",
                "Mobile responsiveness: read at 320 and 430 pixels",
                "Accessibility: dry hours are not told by colour alone",
                "Browser compatibility: Safari, Chrome and Firefox of the last two years",
                "All tests passing",
                "CEO approval",
            ),
            (
                TIDES,
                "- [ ] Phase 3 - Not Started",
                "- [x] Phase 3 - Completed 2026-01-30 ([Dev Journal](../dev-journals/2026-01-30-tide-tables-phases-2-and-3.md))",
            ),
            (
                TIDES,
                "",
                "- [2026-01-30: Phases 2 and 3](../dev-journals/2026-01-30-tide-tables-phases-2-and-3.md)\n",
            ),
        ),
    ),
    Step("2026-02-02", "Davy Marrack", "Plan previews of our links (HAR-003)", (PREVIEWS,)),
    Step(
        "2026-02-06",
        "Davy Marrack",
        "Links have words (HAR-003)",
        ("site/previews.py", f"{JOURNALS}/2026-02-06-link-previews-phase-1.md"),
        (
            *_tick(
                PREVIEWS,
                "Write `og:title`, `og:description` and `og:url`",
                "Escape what needs escaping",
                "Put the tags on all pages in the build",
            ),
            (
                PREVIEWS,
                "",
                "- [2026-02-06: Phase 1, previews have words](../dev-journals/2026-02-06-link-previews-phase-1.md)\n",
            ),
        ),
    ),
    Step(
        "2026-02-09",
        "Davy Marrack",
        "Plan charts without a signal (HAR-004)",
        (CHARTS, "docs/adr/0002-raster-chart-tiles.md"),
    ),
    Step(
        "2026-02-16",
        "Orla Penrose",
        "The three price lists are in one place (HAR-002)",
        ("docs/plans/2026-02-16-payments-v2.md", "docs/adr/0003-one-price-table.md"),
        (
            (BERTHS, "**Status**: Planned", "**Status**: In Progress"),
            *_tick(BERTHS, "Collect the three lists", "Length is measured with the bowsprit"),
            (BERTHS, "- [ ] Phase 1 - Not Started", "- [ ] Phase 1 - In Progress"),
        ),
    ),
    Step(
        "2026-02-20",
        "Davy Marrack",
        "Previews have a picture, and all is done, more or less",
        (f"{JOURNALS}/2026-02-20-link-previews-complete.md", "docs/adr/0004-vector-charts.md"),
        (
            *_tick(
                PREVIEWS,
                "Choose a default picture and write `og:image`",
                "Write the picture's width and height",
                "Every page has a title, a sentence and a picture",
                "Berth pages show their own pontoon",
                "Performance: the tags add less than 1 kB",
                "Mobile responsiveness: previews seen on two phones",
                "Accessibility: every picture has a text",
                "Browser compatibility: five messengers",
                "All tests passing",
                "CEO approval",
                "User testing complete",
            ),
            (PREVIEWS, "- [ ] Phase 2 - Not Started", "- [ ] Phase 2 - In Progress"),
        ),
    ),
    Step(
        "2026-03-02",
        "Orla Penrose",
        "Plan the winter ashore (HAR-007)",
        ("docs/plans/2026-03-02-winter-storage.md",),
    ),
    Step(
        "2026-03-04",
        "Orla Penrose",
        "Nights of a stay by season (HAR-002)",
        ("site/berths.py", f"{JOURNALS}/2026-03-04-berth-pricing-phase-1.md"),
        (
            (BERTHS, "**Target Completion**: 2026-03-20", "**Target Completion**: 2026-03-27"),
            *_tick(BERTHS, "Count the nights of a stay by season"),
            (BERTHS, "", '  - [ ] Whether "regatta" is a season\n'),
            (
                BERTHS,
                "",
                "- [2026-03-04: Phase 1, nights by season](../dev-journals/2026-03-04-berth-pricing-phase-1.md)\n",
            ),
        ),
    ),
)


def work_out(folder: Path, steps: tuple[Step, ...] = STEPS) -> list[dict[str, bytes]]:
    """What each step wrote, by path. Raises ValueError where a step does not fit the files."""
    now = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }
    written: list[dict[str, bytes]] = []
    for step in reversed(steps):
        paths = {*step.adds, *(path for path, _, _ in step.changes)}
        written.append({path: now[path].encode() for path in sorted(paths)})
        for path, before, after in reversed(step.changes):
            if now[path].count(after) != 1:
                raise ValueError(f"{path} holds {after!r} {now[path].count(after)} times")
            now[path] = now[path].replace(after, before)
        for path in step.adds:
            del now[path]
    if now:
        raise ValueError(f"no step adds {', '.join(now)}")
    return written[::-1]


def make_past(folder: Path, steps: tuple[Step, ...] = STEPS) -> None:
    """Make `folder`, which holds the files of the last step, a repository with all of them."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}

    def git(*words: str, feed: bytes = b"") -> None:
        subprocess.run(["git", *words], cwd=folder, input=feed, env=environment, check=True)

    git("init", "--quiet", "--initial-branch=main")
    git("config", "user.name", "Wren")
    git("config", "user.email", "wren@example.org")
    git("fast-import", "--quiet", feed=_stream(steps, work_out(folder, steps)))
    git("reset", "--quiet")


def _stream(steps: tuple[Step, ...], written: list[dict[str, bytes]]) -> bytes:
    """The commits as git takes them in; the same steps give the same names of commits."""
    lines: list[bytes] = []
    for step, files in zip(steps, written, strict=True):
        address = step.author.lower().replace(" ", ".") + "@example.org"
        at = int(datetime.fromisoformat(f"{step.day}T16:00:00+00:00").timestamp())
        who = f"{step.author} <{address}> {at} +0000"
        lines.append(
            f"commit refs/heads/main\nauthor {who}\ncommitter {who}\n".encode()
            + _data(f"{step.subject}\n".encode())
        )
        lines += [
            f"M 100644 inline {path}\n".encode() + _data(source) for path, source in files.items()
        ]
    return b"".join(lines)


def _data(content: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(content), content)


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    folder = Path(sys.argv[1])
    if folder.exists() and any(folder.iterdir()):
        print(f"{folder} is not empty", file=sys.stderr)
        return 2
    shutil.copytree(HARBOUR, folder, dirs_exist_ok=True)
    make_past(folder)
    print(f"the harbour and its past are in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

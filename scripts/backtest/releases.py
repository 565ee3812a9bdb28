"""Plans of Kubernetes with what became of them: planned against actual releases."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

# The minor number of a release by the day it came out; 1.37 is announced.
_RELEASED = {
    18: "2020-03-25", 19: "2020-08-26", 20: "2020-12-08", 21: "2021-04-08", 22: "2021-08-04",
    23: "2021-12-07", 24: "2022-05-03", 25: "2022-08-23", 26: "2022-12-09", 27: "2023-04-11",
    28: "2023-08-15", 29: "2023-12-13", 30: "2024-04-17", 31: "2024-08-13", 32: "2024-12-11",
    33: "2025-04-23", 34: "2025-08-27", 35: "2025-12-17", 36: "2026-04-22", 37: "2026-08-19",
}  # fmt: skip
LAST = 35  # the last release of which the data know what is in it
_APART = 122  # days between two releases, for those to come
_OUTCOMES = ("reached", "not_reached_by_1.35", "future")


class Target(NamedTuple):
    """That a feature reaches a stage in a release. Releases are minor numbers.

    `developed` is the release under development on `day`, when the plan was merged. `actual` is
    None where the stage was not reached by 1.35; `scored` where the plan was for 1.35 or before.
    """

    feature: str
    stage: str
    day: str
    developed: int
    planned: int
    actual: int | None
    scored: bool

    @property
    def later(self) -> bool:
        """Whether it was planned for a later release than the next one."""
        return self.planned > self.developed

    def reached_by(self, release: int) -> bool:
        """Whether the stage was reached in this release or before."""
        return self.actual is not None and self.actual <= release


def read_targets(path: Path) -> list[Target]:
    """The prospective targets whose outcome is known, in the order of time."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            row
            for row in csv.DictReader(file)
            if row["prospective"] == "1" and row["outcome"] in _OUTCOMES
        ]
    found = [
        Target(
            row["kep"],
            row["stage"],
            row["first_planned_date"],
            _minor(row["dev_release_at_plan"]),
            _minor(row["first_planned"]),
            _minor(row["actual"]) if row["actual"] else None,
            row["outcome"] != "future",
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (one.day, int(one.feature), one.stage))


def known_before(targets: Sequence[Target], day: str) -> list[Target]:
    """What had been planned before `day`, each with its actual release only if that was out."""
    return [
        one
        if one.actual is not None and _RELEASED[one.actual] <= day
        else one._replace(actual=None)
        for one in targets
        if one.day < day
    ]


def days_to(release: int, day: str) -> int:
    """Days from `day` to a release; negative if it was out."""
    return _number(release) - date.fromisoformat(day).toordinal()


def release_after(days: float, day: str) -> int:
    """The first release that is out so many days after `day`."""
    wanted = date.fromisoformat(day).toordinal() + days - 1e-6
    release = min(_RELEASED)
    while _number(release) < wanted:
        release += 1
    return release


def _number(release: int) -> int:
    newest = max(_RELEASED)
    known = date.fromisoformat(_RELEASED[min(release, newest)]).toordinal()
    return known + _APART * max(0, release - newest)


def _minor(version: str) -> int:
    return int(version.partition(".")[2])

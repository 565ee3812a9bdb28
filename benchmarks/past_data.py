"""Make a repository with a past: plans that are worked on through thousands of commits."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

_FIRST_DAY = 1_735_722_000  # seconds: the morning of 1 January 2025, UTC
_STEP = 3 * 3600
_PHASES, _TASKS = 4, 7
_FILES = 400
_PROSE = (
    "The harbour office answers the same question forty times a day, and the answer is on the "
    "wall outside. What is asked most is answered first, in words that a guest understands at "
    "five in the morning. Nothing that works today stops working while this is built.\n\n"
)


class _Plan:
    """A plan that grows older: boxes are ticked, tasks reworded and added."""

    def __init__(self, number: int, chance: random.Random) -> None:
        self.path = f"docs/plans/2025-01-{number % 28 + 1:02}-piece-{number:04}.md"
        self.number = number
        self.chance = chance
        self.tasks = [
            [f"Build part {phase}.{task} of piece {number}" for task in range(_TASKS)]
            for phase in range(_PHASES)
        ]
        self.done = 0

    def work(self) -> None:
        """One change, as people make them."""
        dice = self.chance.random()
        phase = self.chance.randrange(_PHASES)
        task = self.chance.randrange(len(self.tasks[phase]))
        if dice < 0.7:
            self.done += 1
        elif dice < 0.85:
            self.tasks[phase][task] += f" and test it ({self.chance.randrange(1000)})"
        else:
            self.tasks[phase].append(f"Mend what part {phase}.{task} broke")

    def text(self) -> str:
        """The plan as Markdown."""
        total = sum(map(len, self.tasks))
        status = "Planned" if not self.done else "In Progress" if self.done < total else "Completed"
        lines = [
            f"# Implementation Plan: Piece {self.number}\n",
            f"**Status**: {status}\n**Created**: 2025-01-01\n**Owner**: CTO\n",
            f"## Overview\n\n{_PROSE * 4}## Phases\n",
        ]
        left = self.done
        for number, tasks in enumerate(self.tasks, 1):
            lines.append(f"### Phase {number}: Part {number}\n\n**Goal**: {_PROSE}**Tasks**:")
            for task in tasks:
                lines.append(f"- [{'x' if left > 0 else ' '}] {task}")
                left -= 1
            lines.append("\n**Estimated Duration**: 2 sessions\n")
        lines.append(f"## Risks & Mitigation\n\n{_PROSE * 3}## Success Criteria\n")
        lines += [f"- [ ] Criterion {number} of this piece holds" for number in range(8)]
        return "\n".join(lines) + "\n"


def make_past(folder: Path, commits: int, plans: int, environment: Mapping[str, str]) -> None:
    """A repository with `commits` commits over `plans` plans and four hundred other files.

    Two commits in five change a plan; every commit changes one to four files of code. The same
    numbers give the same repository.
    """
    folder.mkdir(parents=True)
    git = ["git", "-C", str(folder)]
    subprocess.run([*git, "init", "--quiet", "--initial-branch=main"], env=environment, check=True)
    subprocess.run(
        [*git, "fast-import", "--quiet"],
        input=b"".join(_stream(commits, plans)),
        env=environment,
        check=True,
    )
    subprocess.run([*git, "reset", "--quiet", "--hard"], env=environment, check=True)


def _stream(commits: int, count: int) -> Iterator[bytes]:
    chance = random.Random(commits * 7 + count)
    plans = [_Plan(number, chance) for number in range(count)]
    for number in range(commits):
        who = f"Wren <wren@example.org> {_FIRST_DAY + number * _STEP} +0000"
        yield f"commit refs/heads/main\nauthor {who}\ncommitter {who}\n".encode()
        yield _data(f"Work {number}\n")
        if number < count:
            yield _file(plans[number].path, plans[number].text())
        elif chance.random() < 0.4:
            plan = plans[chance.randrange(count)]
            plan.work()
            yield _file(plan.path, plan.text())
        for _ in range(chance.randint(1, 4)):
            file = chance.randrange(_FILES)
            yield _file(f"src/part{file % 20:02}/file{file:03}.py", f"value = {number}\n")


def _file(path: str, text: str) -> bytes:
    return f"M 100644 inline {path}\n".encode() + _data(text)


def _data(text: str) -> bytes:
    content = text.encode()
    return b"data %d\n%b\n" % (len(content), content)

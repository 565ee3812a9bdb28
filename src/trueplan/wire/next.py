"""`trueplan next --format json`."""

from __future__ import annotations

import msgspec

from trueplan.app.next_tasks import Blocked, Next, Task


class TaskShape(msgspec.Struct, frozen=True):
    """A task that can be done; `phase` is a reference, null for one outside of phases.

    `unblocks` counts the open phases that wait for its phase, over any number of steps. `slack` is
    the sessions by which the phase can slip before a plan ends later, null outside of phases.
    """

    ref: str
    text: str
    phase: str | None
    plan: str
    path: str
    line: int
    why: str
    unblocks: int
    slack: float | None


class WaitedFor(msgspec.Struct, frozen=True):
    """What is waited for, and how far it is, "" where that is not known."""

    ref: str
    state: str


class BlockedShape(msgspec.Struct, frozen=True):
    """A phase that cannot be worked on; `open` counts its open boxes of work."""

    ref: str
    text: str
    plan: str
    path: str
    line: int
    why: str
    open: int
    by: list[WaitedFor]


class NextAnswer(msgspec.Struct, frozen=True, tag_field="schema", tag="trueplan.next/1"):
    """The tasks in the order in which to do them, then what is blocked.

    `total` counts the tasks before the limit, `plans` the plans that were looked at.
    """

    tasks: list[TaskShape]
    blocked: list[BlockedShape]
    total: int
    plans: int


def next_answer(found: Next, limit: int | None = None) -> NextAnswer:
    """What is next as JSON will have it, at most `limit` tasks."""
    return NextAnswer(
        [task_shape(one) for one in found.tasks[:limit]],
        [_blocked(one) for one in found.blocked],
        len(found.tasks),
        found.plans,
    )


def task_shape(task: Task) -> TaskShape:
    """One task as JSON will have it."""
    return TaskShape(
        task.ref,
        task.text,
        task.phase,
        task.plan,
        task.path,
        task.line,
        task.why,
        task.unblocks,
        task.slack,
    )


def _blocked(one: Blocked) -> BlockedShape:
    by = [WaitedFor(blocker.ref, blocker.state) for blocker in one.by]
    return BlockedShape(one.ref, one.text, one.plan, one.path, one.line, one.why, one.open, by)

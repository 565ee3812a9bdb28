"""What every command that changes files answers with `--format json`."""

from __future__ import annotations

import msgspec

from trueplan.app.change import Carried, FileEdits
from trueplan.app.plan_state import PlanState
from trueplan.model.item import Count


class EditShape(msgspec.Struct, frozen=True):
    """The bytes `start..end` of the file before gave way to `text`."""

    start: int
    end: int
    text: str


class FileShape(msgspec.Struct, frozen=True):
    """A file: `what` happens to it, the digest of its bytes afterwards, the edits.

    `what` is "changed", "created" or "removed"; `digest` is null for one that is removed.
    """

    path: str
    what: str
    digest: str | None
    edits: list[EditShape]


class SeenShape(msgspec.Struct, frozen=True):
    """A thing that a reference named, and its words before the change."""

    ref: str
    text: str


class CountShape(msgspec.Struct, frozen=True):
    """Boxes: done, out of those that count; cancelled ones apart."""

    done: int
    total: int
    cancelled: int


class PhaseShape(msgspec.Struct, frozen=True):
    """A phase of the plan afterwards."""

    ref: str
    title: str
    state: str
    tasks: CountShape


class StateShape(msgspec.Struct, frozen=True):
    """The plan afterwards, in short; `digest` is what the next change may name."""

    ref: str
    path: str
    digest: str
    status: str | None
    tasks: CountShape
    criteria: CountShape
    phases: list[PhaseShape]


class ChangeAnswer(msgspec.Struct, frozen=True, tag_field="schema", tag="trueplan.change/1"):
    """A change: `written` is false for a dry run, `commit` the hash where one was made."""

    subject: str
    written: bool
    commit: str | None
    done: list[str]
    hints: list[str]
    seen: list[SeenShape]
    files: list[FileShape]
    state: StateShape | None


def change_answer(carried: Carried, state: PlanState | None) -> ChangeAnswer:
    """A change as JSON will have it, with the new state of the plan that it is about."""
    change = carried.change
    return ChangeAnswer(
        change.subject,
        carried.written,
        carried.commit,
        list(change.done),
        list(change.hints),
        [SeenShape(one.ref, one.text) for one in change.seen],
        [_file(one) for one in change.files],
        _state(state) if state is not None else None,
    )


def _file(file: FileEdits) -> FileShape:
    from hashlib import sha256

    what = "created" if file.before is None else "removed" if file.after is None else "changed"
    digest = sha256(file.after).hexdigest() if file.after is not None else None
    edits = [EditShape(*edit) for edit in file.edits]
    return FileShape(file.path, what, digest, edits)


def _state(state: PlanState) -> StateShape:
    return StateShape(
        state.ref,
        state.path,
        state.digest,
        state.status,
        _count(state.tasks),
        _count(state.criteria),
        [PhaseShape(one.ref, one.title, one.state, _count(one.tasks)) for one in state.phases],
    )


def _count(count: Count) -> CountShape:
    return CountShape(count.done, count.total, count.cancelled)

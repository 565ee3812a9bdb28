"""`trueplan list --format json`."""

from __future__ import annotations

import msgspec

from trueplan.app.listing import Listed, Listing


class ListedStatus(msgspec.Struct, frozen=True):
    """A status: what it means, as written, and where."""

    value: str
    raw: str
    line: int


class Portion(msgspec.Struct, frozen=True):
    """How many are done, out of how many that still count; cancelled ones apart."""

    done: int
    total: int
    cancelled: int


class ListedPlan(msgspec.Struct, frozen=True):
    """A plan. `state` is what the boxes say where `status` is null; dates are ISO days."""

    ref: str
    path: str
    title: str
    status: ListedStatus | None
    state: str
    owner: str | None
    created: str | None
    target: str | None
    phases: Portion
    tasks: Portion
    boxes: Boxes
    problems: int


class Boxes(msgspec.Struct, frozen=True):
    """Every box of the file."""

    done: int
    total: int


class PlaceShape(msgspec.Struct, frozen=True):
    """A Markdown file: what it was taken for, null for nothing, and why."""

    path: str
    kind: str | None
    why: str


class ListAnswer(msgspec.Struct, frozen=True, tag_field="schema", tag="trueplan.list/1"):
    """The plans that were asked for. `total` counts all there are; `files` needs `--why`."""

    plans: list[ListedPlan]
    total: int
    files: list[PlaceShape]


def list_answer(listing: Listing) -> ListAnswer:
    """The list as JSON will have it."""
    return ListAnswer(
        [_plan(one) for one in listing.plans],
        listing.all,
        [PlaceShape(one.path, one.kind or None, one.why) for one in listing.places],
    )


def _plan(one: Listed) -> ListedPlan:
    status = None
    if one.status is not None and one.status_line is not None:
        status = ListedStatus(one.status.value, one.status.raw, one.status_line)
    return ListedPlan(
        ref=one.ref,
        path=one.path,
        title=one.title,
        status=status,
        state=one.state,
        owner=one.owner,
        created=one.created.first if one.created is not None else None,
        target=one.target.last if one.target is not None else None,
        phases=Portion(*one.phases),
        tasks=Portion(*one.tasks),
        boxes=Boxes(*one.boxes),
        problems=one.problems,
    )

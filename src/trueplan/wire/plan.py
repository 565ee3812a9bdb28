"""`trueplan show --format json`."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from trueplan.app.show import Shown, digest
from trueplan.app.titles import title_of
from trueplan.model.estimate import Estimate
from trueplan.model.item import Count, Item, count
from trueplan.model.references import Referred, ReferredPhase
from trueplan.model.standing import Blocker, PhaseStanding
from trueplan.text import LineIndex


class StatusShape(msgspec.Struct, frozen=True):
    """A status: what it means, as written, and where."""

    value: str
    raw: str
    line: int


class EstimateShape(msgspec.Struct, frozen=True):
    """An estimate as written, and in sessions where a rate converts it."""

    raw: str
    sessions: float | None


class Share(msgspec.Struct, frozen=True):
    """How many are done, out of how many."""

    done: int
    total: int


class Work(msgspec.Struct, frozen=True):
    """How many are done, out of how many that still count; cancelled ones apart."""

    done: int
    total: int
    cancelled: int


class BlockerShape(msgspec.Struct, frozen=True):
    """What is waited for, and how far it is, "" where that is not known."""

    ref: str
    state: str


class ItemShape(msgspec.Struct, frozen=True):
    """An item; `state` is null for one without a box."""

    ref: str
    kind: str
    text: str
    state: str | None
    line: int
    children: list[ItemShape]


class PhaseShape(msgspec.Struct, frozen=True):
    """A phase; `level` is that of its heading, or "table" or "list"."""

    ref: str
    number: str | None
    title: str
    level: int | str
    line: int
    state: str
    marked_done: bool
    goal: str | None
    estimate: EstimateShape | None
    depends_on: list[str]
    blocked_by: list[BlockerShape]
    boxes: Share
    tasks: Work
    acceptance: Share
    items: list[ItemShape]


class RiskShape(msgspec.Struct, frozen=True):
    """A risk with its ratings as written."""

    ref: str
    text: str
    likelihood: str | None
    impact: str | None
    mitigation: str | None
    line: int


class FlagShape(msgspec.Struct, frozen=True):
    """A feature flag; `percentage` is the share of users it is on for."""

    name: str
    percentage: float | None
    rollback: str | None
    line: int


class LinkShape(msgspec.Struct, frozen=True):
    """A link: where it points, as written."""

    target: str
    line: int


class ProblemShape(msgspec.Struct, frozen=True):
    """Something that could not be read."""

    line: int
    message: str


class PlanAnswer(msgspec.Struct, frozen=True, tag_field="schema", tag="trueplan.plan/1"):
    """A plan. `digest` is the SHA-256 of the file's bytes; dates are ISO days or null.

    `status` is null where there is none that can be read; `state` is then what the boxes say.
    `items` are the tasks outside of phases.
    """

    ref: str
    path: str
    title: str
    digest: str
    status: StatusShape | None
    state: str
    owner: str | None
    created: str | None
    target: str | None
    blocked_by: list[BlockerShape]
    phases: list[PhaseShape]
    tasks: Work
    boxes: Share
    criteria: Share
    items: list[ItemShape]
    requirements: list[ItemShape]
    gates: list[ItemShape]
    risks: list[RiskShape]
    flags: list[FlagShape]
    journals: list[LinkShape]
    links: list[LinkShape]
    problems: list[ProblemShape]


def plan_answer(shown: Shown) -> PlanAnswer:
    """A plan as JSON will have it; of its phases only the one that was asked for, if one was."""
    file, standing, references = shown.file, shown.standing, shown.references
    plan, header = file.plan, file.plan.header
    lines = LineIndex(file.source)
    wanted = shown.target.phase if shown.target is not None else None
    return PlanAnswer(
        ref=file.ref,
        path=file.path,
        title=title_of(file.plan, file.ref),
        digest=digest(file.source),
        status=StatusShape(
            header.status.value, header.status.raw, lines.line(header.status.span.start)
        )
        if header.status is not None
        else None,
        state=standing.state,
        owner=header.owner.value if header.owner is not None else None,
        created=header.created.first if header.created is not None else None,
        target=header.target.last if header.target is not None else None,
        blocked_by=_blockers(standing.blockers, file.ref),
        phases=[
            _phase(phase, state, file.ref, lines)
            for phase, state in zip(references.phases, standing.phases, strict=True)
            if wanted is None or phase == wanted
        ],
        tasks=_work(plan.work),
        boxes=Share(*plan.boxes),
        criteria=_share(plan.criteria.all),
        items=_items(references.tasks, file.ref, lines),
        requirements=_items(
            (*references.functional, *references.nonfunctional, *references.criteria),
            file.ref,
            lines,
        ),
        gates=_items(references.gates, file.ref, lines),
        risks=_risks(shown, lines),
        flags=_flags(shown, lines),
        journals=[
            LinkShape(one.target, lines.line(one.span.start)) for one in plan.progress.journals
        ],
        links=[LinkShape(one.target, lines.line(one.span.start)) for one in plan.links],
        problems=[ProblemShape(lines.line(one.span.start), one.message) for one in plan.problems],
    )


def _phase(phase: ReferredPhase, state: PhaseStanding, ref: str, lines: LineIndex) -> PhaseShape:
    read = phase.phase
    return PhaseShape(
        ref=f"{ref}#{phase.place}",
        number=read.number,
        title=read.title,
        level=read.level,
        line=lines.line(read.heading.start),
        state=state.state,
        marked_done=read.marked_done,
        goal=read.goal.value if read.goal is not None else None,
        estimate=_estimate(read.estimate),
        depends_on=[_full(one, ref) for one in state.depends_on],
        blocked_by=_blockers(state.blockers, ref),
        boxes=Share(*read.boxes),
        tasks=_work(count(read.tasks)),
        acceptance=_share(read.acceptance),
        items=_items(phase.items, ref, lines),
    )


def _risks(shown: Shown, lines: LineIndex) -> list[RiskShape]:
    return [
        RiskShape(
            ref=f"{shown.file.ref}#{place}",
            text=risk.text.value,
            likelihood=risk.likelihood.value if risk.likelihood is not None else None,
            impact=risk.impact.value if risk.impact is not None else None,
            mitigation=risk.mitigation.value if risk.mitigation is not None else None,
            line=lines.line(risk.span.start),
        )
        for place, risk in shown.references.risks
    ]


def _flags(shown: Shown, lines: LineIndex) -> list[FlagShape]:
    rollout = shown.file.plan.rollout
    return [
        FlagShape(
            name=flag.name.value,
            percentage=flag.percentage,
            rollback=back.value
            if (back := flag.rollback or rollout.flags_rollback) is not None
            else None,
            line=lines.line(flag.span.start),
        )
        for flag in rollout.flags
    ]


def _items(items: Iterable[Referred], ref: str, lines: LineIndex) -> list[ItemShape]:
    return [
        ItemShape(
            ref=f"{ref}#{one.place}",
            kind=one.item.kind,
            text=one.item.text,
            state=one.item.state,
            line=lines.line(one.item.span.start),
            children=_items(one.children, ref, lines),
        )
        for one in items
    ]


def _blockers(blockers: Iterable[Blocker], ref: str) -> list[BlockerShape]:
    return [BlockerShape(_full(one.ref, ref), one.state) for one in blockers]


def _full(ref: str, plan: str) -> str:
    return plan + ref if ref.startswith("#") else ref


def _estimate(estimate: Estimate | None) -> EstimateShape | None:
    return EstimateShape(estimate.raw, estimate.sessions) if estimate is not None else None


def _share(items: tuple[Item, ...]) -> Share:
    number = count(items)
    return Share(number.done, number.total)


def _work(number: Count) -> Work:
    return Work(number.done, number.total, number.cancelled)

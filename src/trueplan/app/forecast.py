"""When plans will be done, and how far to trust that."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trueplan.app.experience import Seen, observe, see_phases
from trueplan.app.forecast_memory import Memory
from trueplan.app.forecast_trials import World, simulate
from trueplan.app.forecasted import Forecasted, Inquiry
from trueplan.app.plan_files import locate_plan
from trueplan.app.plan_forecast import forecast_plan
from trueplan.app.repository import open_repository
from trueplan.app.schedule import choose_plans
from trueplan.app.work import PlanWork, Work, collect_work
from trueplan.errors import UsageError
from trueplan.forecast.backtest import gather_cases, judge_labels
from trueplan.forecast.score import Calibration
from trueplan.record import AnyPath, Record

_FEWEST_CASES = 8  # forecasts of the past below which a record says nothing
_MOST_CASES = 100  # beyond, only the last ones are replayed


def forecast_plans(
    folder: AnyPath,
    inquiry: Inquiry,
    today: str,
    progress: Callable[[int, int], None] | None = None,
) -> Forecasted:
    """Forecast the open plans of the repository around `folder`, or those that are named.

    All plans of the repository teach how estimates compare with what work took, and all open ones
    take the time of their owners, also where only one is asked for. Raises UsageError for words
    that name nothing.
    """
    memory = Memory(today, progress)
    work = _collect(folder, inquiry.plans, memory)
    chosen = _choose(work)
    seen = see_phases(memory.pasts.plans, memory.efforts) if memory.pasts is not None else []
    refs = {one.ref for one in chosen.asked}
    world = simulate(work, chosen.plans, refs, seen, memory, inquiry)
    calibration, cases = _judge(seen)
    return Forecasted(
        tuple(
            forecast_plan(one, world, memory, inquiry)
            for one in chosen.asked
            if one.ref in world.ends
        ),
        today,
        world.start,
        inquiry.seed,
        inquiry.trials,
        calibration,
        cases,
        _FEWEST_CASES,
        (*chosen.left_out, *_with_nothing_left(chosen.asked, work, world)),
        (*_say_waits(chosen.asked, work), *world.assumptions, *memory.remarks),
        work.unreadable,
    )


class _Chosen(Record):
    """The plans that are asked for, those that take part, and those left out, with the reason."""

    asked: tuple[PlanWork, ...]
    plans: tuple[PlanWork, ...]
    left_out: tuple[tuple[str, str], ...]


def _choose(work: Work) -> _Chosen:
    everything = work._replace(plans=tuple(one._replace(named=False) for one in work.plans))
    going, paused = choose_plans(everything)
    if not any(one.named for one in work.plans):
        return _Chosen(going, going, paused)
    named = [one for one in work.plans if one.named]
    left_out = [
        (one.ref, f"it is {one.state}") for one in named if one.state in ("completed", "cancelled")
    ]
    gone = {ref for ref, _ in left_out}
    taken = {one.ref for one in choose_plans(work)[0]} - gone
    taken |= {one.ref for one in going}
    return _Chosen(
        tuple(one for one in named if one.ref not in gone),
        tuple(one for one in work.plans if one.ref in taken),
        tuple(left_out),
    )


def _say_waits(asked: Sequence[PlanWork], work: Work) -> list[str]:
    """What the plans wait for that the forecast does not count."""
    refs = {one.ref for one in asked}
    return [
        *(said for ref, said in work.assumptions if ref in refs),
        *(
            f"{one.ref} is paused; this is as if it went on"
            for one in asked
            if one.state == "paused"
        ),
    ]


def _is_paused(plan: PlanWork) -> bool:
    return plan.state == "paused"


def _with_nothing_left(
    asked: Sequence[PlanWork], work: Work, world: World
) -> list[tuple[str, str]]:
    """Plans that are open, but without work to forecast."""
    open_work = {one.plan for one in work.activities if one.state not in ("done", "cancelled")}
    return [
        (
            one.ref,
            "all that is left of it is left out"
            if one.ref in open_work
            else f"it is {one.state.replace('_', ' ')}, but no phase of it is open",
        )
        for one in asked
        if one.ref not in world.ends
    ]


def _collect(folder: AnyPath, words: Sequence[str], memory: Memory) -> Work:
    """The work of all plans, those that `words` name marked; a plan elsewhere is read alone."""
    if not words:
        return collect_work(folder, (), memory.recall)
    located = [locate_plan(word, folder) for word in words]
    wanted = {path for _, path, _ in located}
    if {one.root for one, _, _ in located} != {open_repository(folder).root}:
        return collect_work(folder, words, memory.recall)
    try:
        work = collect_work(folder, (), memory.recall)
    except UsageError:
        return collect_work(folder, words, memory.recall)  # none but the named ones is a plan
    if not wanted <= {one.path for one in work.plans}:
        return collect_work(folder, words, memory.recall)
    return work._replace(plans=tuple(one._replace(named=one.path in wanted) for one in work.plans))


def _judge(seen: Sequence[Seen]) -> tuple[tuple[Calibration, ...], int]:
    """What labels achieved in the past, and in how many cases; no label where these are few."""
    cases = gather_cases(observe(seen), last=_MOST_CASES)
    if len(cases) < _FEWEST_CASES:
        return (), len(cases)
    return judge_labels(cases), len(cases)

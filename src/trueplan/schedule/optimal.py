"""The earliest end, by constraint programming.

The resource-constrained project scheduling problem as OR-tools' CP-SAT solves it: an interval for
each activity, none of one owner's overlapping another, and the last end as small as can be. Work
is bounded by deterministic time and done by one worker with a fixed seed, so that the same input
gives the same answer on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from trueplan.errors import UsageError
from trueplan.record import Record
from trueplan.schedule.calendar import Calendar, Calendars
from trueplan.schedule.clock import Clock
from trueplan.schedule.critical_path import pass_forward
from trueplan.schedule.levelling import Levelled, place, resource_of
from trueplan.schedule.network import Network, order_positions
from trueplan.schedule.worktime import Worktime

_GRAINS = 10_000  # of a working day; lengths are rounded down to them, so that bounds hold
_SAME = 1e-6


class Optimum(Record):
    """What was found about the end, in working days of everybody's calendar from the start.

    `objective` is the end that was found, `bound` one that no schedule is before; `proved` says
    that they are the same. `by_rule` is the end that the priority rule gave.
    """

    objective: float
    bound: float
    proved: bool
    by_rule: float

    @property
    def gap(self) -> float:
        """By how much the end might be earlier, as a share of it; 0 where it is proved."""
        if self.proved or not self.objective:
            return 0.0
        return max(self.objective - self.bound, 0.0) / self.objective


class Search(Record):
    """When owners work, from which ISO day on, and what limits the search.

    `effort` is in units of CP-SAT's deterministic time, which are about seconds.
    """

    calendars: Calendars
    start: str
    effort: float = 10.0


def optimise(
    network: Network, clock: Clock, by_rule: Levelled, search: Search
) -> tuple[Levelled, Optimum]:
    """The schedule with the earliest end that is found, never a later one than `by_rule`.

    Where owners do not share their working days, the search knows the pace of each but not when it
    rests, and the bound is that of the longest chain and the busiest owner alone. Raises
    UsageError without OR-tools.
    """
    paces = [search.calendars.of(one.owner) for one in network.activities]
    lengths = [
        int(length * len(pace.weekdays) / pace.sessions_per_week * _GRAINS)
        for length, pace in zip(clock.lengths, paces, strict=True)
    ]
    starts, grains = _solve(network, by_rule, lengths, search.effort)
    rank = sorted(range(len(starts)), key=lambda one: (starts[one], by_rule.start[one], one))
    found = place(network, clock, rank)
    best = found if found.end < by_rule.end - _SAME else by_rule
    everybody = search.calendars.everybody
    days = Worktime(
        everybody._replace(sessions_per_week=float(len(everybody.weekdays))), search.start
    )
    shared = all(_rests(one) == _rests(everybody) for one in paces)
    bound = grains / _GRAINS if shared else days.sessions_until(_simple_bound(network, clock))
    objective = days.sessions_until(best.end)
    proved = objective - bound <= (len(lengths) + 1) / _GRAINS
    return best, Optimum(
        objective,
        objective if proved else bound,
        proved,
        days.sessions_until(by_rule.end),
    )


def _rests(calendar: Calendar) -> tuple[object, ...]:
    return (sorted(calendar.weekdays), sorted(calendar.days_off))


def _solve(
    network: Network, by_rule: Levelled, lengths: Sequence[int], effort: float
) -> tuple[list[int], float]:
    """Starts of all positions, in grains, and a bound of the last end."""
    try:
        from ortools.sat.python import cp_model
    except ImportError:
        raise UsageError(
            "--level optimal needs OR-tools", help="pip install 'trueplan[optimise]'"
        ) from None
    hint = _rule_in_grains(network, by_rule, lengths)
    horizon = max((at + length for at, length in zip(hint, lengths, strict=True)), default=0)
    model = cp_model.CpModel()
    starts = [model.new_int_var(0, horizon, "") for _ in lengths]
    end = model.new_int_var(0, horizon, "")
    owned: dict[str, list[int]] = {}
    for position, activity in enumerate(network.activities):
        for cause in network.before[position]:
            model.add(starts[position] >= starts[cause] + lengths[cause])
        model.add(end >= starts[position] + lengths[position])
        model.add_hint(starts[position], hint[position])
        if lengths[position]:
            owned.setdefault(resource_of(activity), []).append(position)
    for positions in owned.values():
        if len(positions) > 1:
            model.add_no_overlap(
                [
                    model.new_fixed_size_interval_var(starts[one], lengths[one], "")
                    for one in positions
                ]
            )
    model.minimize(end)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.max_deterministic_time = effort
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return hint, 0.0
    return [solver.value(one) for one in starts], float(ceil(solver.best_objective_bound - _SAME))


def _rule_in_grains(network: Network, by_rule: Levelled, lengths: Sequence[int]) -> list[int]:
    """Starts that keep the order of the rule, in the search's own measure."""
    before = [list(one) for one in network.before]
    for cause, position in by_rule.arcs:
        before[position].append(cause)
    starts = [0] * len(lengths)
    for position in order_positions(before):
        starts[position] = max((starts[one] + lengths[one] for one in before[position]), default=0)
    return starts


def _simple_bound(network: Network, clock: Clock) -> float:
    """The longest chain as if nobody were busy, or the owner with the most work, without a wait."""
    _, finish = pass_forward(network.before, network.order, clock)
    loads: dict[str, tuple[int, float]] = {}
    for position, activity in enumerate(network.activities):
        key = resource_of(activity)
        load = loads.get(key, (position, 0.0))[1] + clock.lengths[position]
        loads[key] = (position, load)
    ends = [clock.end(position, load) for position, load in loads.values()]
    return max([*finish, *ends], default=0.0)

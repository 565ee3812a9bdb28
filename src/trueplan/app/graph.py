"""Plans and phases with what they wait for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trueplan.app.activities import state_of_plan
from trueplan.app.schedule import choose_plans
from trueplan.app.work import PlanWork, Work, collect_work
from trueplan.model.standing import PhaseState
from trueplan.record import AnyPath, Literal, Record
from trueplan.schedule.activity import Activity
from trueplan.schedule.calendar import Calendars
from trueplan.schedule.estimates import assume_estimates
from trueplan.schedule.network import Cycle, build_network
from trueplan.schedule.timetable import Way, make_timetable

Grain = Literal["phases", "plans"]
_ANY_DAY = "2000-01-03"  # what is critical by the order of work alone depends on no day


class Node(Record):
    """A phase or a plan; `title` is what it is called, `critical` as `Graph` says."""

    ref: str
    plan: str
    title: str
    state: PhaseState
    critical: bool


class Edge(Record):
    """`after` waits for `before`; `left_out` where that closes a circle and is not kept."""

    before: str
    after: str
    critical: bool
    left_out: bool


class Graph(Record):
    """Nodes and edges, in the order of plans and phases.

    Critical are the phases that cannot slip without the end of everything, by the order of work
    alone, and the waits between two of them that leave no time.
    """

    grain: Grain
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    cycles: tuple[Cycle, ...]
    assumptions: tuple[str, ...]
    unreadable: tuple[tuple[str, str], ...]

    def by_plan(self) -> list[tuple[str, list[Node]]]:
        """The plans with their nodes."""
        groups: dict[str, list[Node]] = {}
        for node in self.nodes:
            groups.setdefault(node.plan, []).append(node)
        return list(groups.items())


def draw_up_graph(
    folder: AnyPath,
    plans: Sequence[str] = (),
    grain: Grain = "phases",
    progress: Callable[[int, int], None] | None = None,
) -> Graph:
    """The phases of plans, or the plans themselves, and who waits for whom.

    Without names these are the plans of the repository that are not over; plans that they wait
    for are there too. Raises UsageError for words that name nothing.
    """
    work = collect_work(folder, plans, progress=progress)
    chosen, _ = choose_plans(work)
    refs = {one.ref for one in chosen} | {ref for one in chosen for ref in one.after}
    if grain == "plans":
        return _of_plans(work, [one for one in work.plans if one.ref in refs])
    return _of_phases(work, refs)


def _of_phases(work: Work, plans: set[str]) -> Graph:
    activities, _ = assume_estimates(one for one in work.of(plans) if one.state != "cancelled")
    whole = build_network(activities)
    table = make_timetable(activities, Calendars(), Way(_ANY_DAY, "none"))
    slack = dict(
        zip((one.ref for one in table.network.activities), table.calendar.slack, strict=True)
    )
    critical = {ref for ref, rest in slack.items() if rest == 0}
    known = whole.positions
    left_out = {(one.left_out[1], one.left_out[0]) for one in whole.cycles}
    binding = {
        (table.network.activities[cause].ref, table.network.activities[at].ref)
        for at, causes in enumerate(table.before)
        for cause in causes
        if table.calendar.earliest_finish[cause] == table.calendar.earliest_start[at]
    }
    return Graph(
        "phases",
        tuple(
            Node(one.ref, one.plan, one.title, one.state, one.ref in critical) for one in activities
        ),
        tuple(
            Edge(
                before,
                one.ref,
                before in critical and one.ref in critical and (before, one.ref) in binding,
                (before, one.ref) in left_out,
            )
            for one in activities
            for before in one.after
            if before in known
        ),
        whole.cycles,
        tuple(said for ref, said in work.assumptions if ref in plans),
        work.unreadable,
    )


def _of_plans(work: Work, plans: Sequence[PlanWork]) -> Graph:
    shown = {one.ref for one in plans}
    network = build_network(
        Activity(
            one.ref,
            one.ref,
            one.path,
            one.title,
            after=tuple(ref for ref in one.after if ref in shown),
        )
        for one in plans
    )
    left_out = {(one.left_out[1], one.left_out[0]) for one in network.cycles}
    return Graph(
        "plans",
        tuple(Node(one.ref, one.ref, one.title, state_of_plan(one.state), False) for one in plans),
        tuple(
            Edge(before, one.ref, False, (before, one.ref) in left_out)
            for one in network.activities
            for before in one.after
        ),
        network.cycles,
        (),
        work.unreadable,
    )

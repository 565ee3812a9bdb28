"""How far a plan and its phases are: derived from boxes, marks and dependencies."""

from __future__ import annotations

from trueplan.model.item import Count, Item, count, walk
from trueplan.model.phase import Phase, bare_number
from trueplan.model.plan import Plan
from trueplan.model.precedence import named_dependencies, says_nothing_is_needed
from trueplan.model.references import phase_places
from trueplan.model.status import PlanState, Status
from trueplan.record import Literal, Record

PhaseState = Literal["not_started", "ready", "in_progress", "blocked", "done", "cancelled"]
_SETTLED = ("done", "cancelled")


class Blocker(Record):
    """What is waited for: `ref` (`#1` in the same plan), its name, and how far it is, if known."""

    ref: str
    name: str
    state: str = ""


class Waits(Record):
    """What a plan waits for outside of itself: as a whole, and by the position of a phase."""

    plan: tuple[Blocker, ...] = ()
    phases: tuple[tuple[int, Blocker], ...] = ()


class PhaseStanding(Record):
    """The state of a phase, what blocks it, and why it is in this state, as half a sentence.

    `depends_on` are the references of all that it waits for or waited for, as far as known.
    """

    state: PhaseState
    blockers: tuple[Blocker, ...]
    why: str
    depends_on: tuple[str, ...] = ()


class Standing(Record):
    """The state of a plan and its phases.

    `state` is what the status means, or without one what the boxes say; then `told` is false.
    `current` is the position of the phase that work is at, None where nothing is left, or where
    the plan is `logged`: only its log of progress tells how far it is, not its phases.
    """

    state: PlanState
    told: bool
    phases: tuple[PhaseStanding, ...]
    current: int | None
    blockers: tuple[Blocker, ...]
    logged: bool = False

    @property
    def phases_done(self) -> Count:
        """How many phases are done, of those that were not called off."""
        states = [one.state for one in self.phases]
        cancelled = states.count("cancelled")
        return Count(states.count("done"), len(states) - cancelled, cancelled)


def derive_standing(plan: Plan, waits: Waits | None = None) -> Standing:
    """Derive the state of a plan and of each of its phases.

    The first of these that holds is the state of a phase:

    1. *cancelled*: the phase is called off, or the plan is and the phase is not done;
    2. *done*: it is marked done, or all its task boxes are (without any: all its boxes);
    3. *blocked*: a phase that it names is neither done nor called off, it or the plan waits for
       something outside, or its own status says that it is on hold;
    4. *in progress*: a box is ticked or begun, or its status or the progress list says so;
    5. *ready*: what it names is done, it says that it waits for nothing, or it names nothing and
       all phases before it are done or called off;
    6. *not started*.

    In a completed or cancelled plan nothing is blocked or ready. Where the boxes of the plan are
    those of a log of progress, and no phase has a box, a mark or a status, the log alone tells how
    far the plan is: its phases are not started, and none of them is the current one.
    """
    waits = waits or Waits()
    logged = _is_logged(plan)
    settled = [_settled(phase) for phase in plan.phases]
    state, told = _plan_state(plan, [] if logged else settled)
    closed = state in ("completed", "cancelled")
    told_of = _Told(
        plan,
        phase_places(plan),
        settled,
        named_dependencies(plan),
        waits,
        _by_position(waits.phases),
        _rows(plan),
        settled.index(None) if None in settled else len(settled),
    )
    phases = tuple(
        _of_closed(phase, settled[position], state)
        if closed
        else PhaseStanding("not_started", (), "the log of progress tells how far the plan is")
        if logged
        else _of_open(position, told_of)
        for position, phase in enumerate(plan.phases)
    )
    phases = tuple(
        one._replace(depends_on=_depends_on(position, told_of))
        for position, one in enumerate(phases)
    )
    current = None if logged else _current(phases)
    return Standing(state, told, phases, current, () if closed else waits.plan, logged)


def work_items(phase: Phase) -> tuple[Item, ...]:
    """What is to be done in a phase: its tasks, or without boxes there its other boxes."""
    if any(item.state for item in walk(phase.tasks)):
        return phase.tasks
    outputs = phase.deliverables + phase.others
    return outputs if any(item.state for item in walk(outputs)) else phase.acceptance


def phase_name(phase: Phase, place: str) -> str:
    """What to call a phase in a sentence: by the word that its plan uses."""
    word = phase.word.lower().removesuffix("s")
    if (len(word) < 2 and word.isascii()) or not word.replace(" ", "").isalpha():
        word = "phase"
    return f"{word} {place}"


def join_words(words: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return words[0] if len(words) < 2 else f"{', '.join(words[:-1])} and {words[-1]}"


def _settled(phase: Phase) -> PhaseState | None:
    if phase.marked_cancelled:
        return "cancelled"
    boxes = count(work_items(phase))
    done = phase.marked_done or (boxes.total > 0 and boxes.done == boxes.total)
    return "done" if done else None


def _is_logged(plan: Plan) -> bool:
    """Whether the boxes of a log of progress are all that tells how far a plan is."""
    if not plan.phases or not count(plan.tasks).total:
        return False
    if any(
        phase.boxes[1] or phase.marked_done or phase.marked_cancelled or phase.status is not None
        for phase in plan.phases
    ):
        return False
    logs = [one.span for one in plan.sections if one.element == "progress"]
    return all(
        any(start <= item.span.start < end for start, end in logs)
        for item in plan.tasks
        if item.state is not None
    )


def _plan_state(plan: Plan, settled: list[PhaseState | None]) -> tuple[PlanState, bool]:
    if plan.header.status is not None:
        return plan.header.status.value, True
    loose = count(plan.tasks)
    open_work = None in settled or loose.done < loose.total
    if not open_work and ("done" in settled or loose.done):
        return "completed", False
    begun = any(settled) or plan.work.done or any(phase.boxes[0] for phase in plan.phases)
    return ("in_progress" if begun else "planned"), False


def _of_closed(phase: Phase, settled: PhaseState | None, state: PlanState) -> PhaseStanding:
    if settled is not None:
        return PhaseStanding(settled, (), _why_settled(phase, settled))
    if state == "cancelled":
        return PhaseStanding("cancelled", (), "the plan is cancelled")
    begun = _begun(phase)
    return PhaseStanding("in_progress" if begun else "not_started", (), begun)


class _Told(Record):
    """What the states of open phases are derived from, gathered once for all of them.

    `outside` and `rows` are by position and by bare number; `first_open` is the position of the
    first phase that is neither done nor called off.
    """

    plan: Plan
    places: tuple[str, ...]
    settled: list[PhaseState | None]
    named: list[list[int]]
    waits: Waits
    outside: dict[int, list[Blocker]]
    rows: dict[str, Status | None]
    first_open: int


def _of_open(position: int, told: _Told) -> PhaseStanding:
    plan, places, settled = told.plan, told.places, told.settled
    named = told.named[position]
    phase = plan.phases[position]
    state = settled[position]
    if state is not None:
        return PhaseStanding(state, (), _why_settled(phase, state))
    open_ones = [one for one in named if settled[one] is None]
    blockers = [Blocker(f"#{places[one]}", _name(plan, places, one)) for one in open_ones]
    blockers += told.outside.get(position, ())
    blockers += told.waits.plan
    row = told.rows.get(bare_number(phase.number)) if phase.number is not None else None
    if phase.status is not None and phase.status.value == "paused":
        blockers.append(Blocker(f"#{places[position]}", "its own status", phase.status.raw))
    elif row is not None and row.value == "paused":
        blockers.append(Blocker(f"#{places[position]}", "the progress list", row.raw))
    if blockers:
        return PhaseStanding("blocked", tuple(blockers), f"waits for {name_blockers(blockers)}")
    begun = _begun(phase)
    if not begun and row is not None and row.value == "in_progress":
        begun = f"the progress list says “{row.raw}”"
    if begun:
        return PhaseStanding("in_progress", (), begun)
    if named:
        names = [_name(plan, places, one) for one in named]
        verb = "is" if len(names) == 1 else "are"
        return PhaseStanding("ready", (), f"{join_words(names)} {verb} done")
    if says_nothing_is_needed(phase):
        return PhaseStanding("ready", (), "it waits for nothing")
    if told.first_open < position:
        first = _name(plan, places, told.first_open)
        return PhaseStanding("not_started", (), f"{first} comes first")
    if position:
        return PhaseStanding("ready", (), "all before it is done")
    return PhaseStanding("ready", (), "it is the first")


def name_blockers(blockers: list[Blocker] | tuple[Blocker, ...]) -> str:
    """What is waited for, as words: `phase 1 and adr:3 (Proposed)`."""
    return join_words([f"{one.name} ({one.state})" if one.state else one.name for one in blockers])


def _name(plan: Plan, places: tuple[str, ...], position: int) -> str:
    return phase_name(plan.phases[position], places[position])


def _depends_on(position: int, told: _Told) -> tuple[str, ...]:
    return (
        *(f"#{told.places[other]}" for other in told.named[position]),
        *(blocker.ref for blocker in told.outside.get(position, ())),
    )


def _by_position(blockers: tuple[tuple[int, Blocker], ...]) -> dict[int, list[Blocker]]:
    found: dict[int, list[Blocker]] = {}
    for position, blocker in blockers:
        found.setdefault(position, []).append(blocker)
    return found


def _rows(plan: Plan) -> dict[str, Status | None]:
    """What the list of completed phases says of each phase, the first row of each."""
    found: dict[str, Status | None] = {}
    for row in plan.progress.rows:
        if row.number is not None:
            found.setdefault(bare_number(row.number), row.status)
    return found


def _begun(phase: Phase) -> str:
    """Why a phase counts as begun, or ""."""
    boxes = count(work_items(phase))
    if boxes.done:
        return f"{boxes.done} of {boxes.total} done"
    if any(item.state in ("in_progress", "done") for item in walk(phase.items)):
        return "a box in it is begun or ticked"
    if phase.status is not None and phase.status.value == "in_progress":
        return f"its status says “{phase.status.raw}”"
    return ""


def _why_settled(phase: Phase, state: PhaseState) -> str:
    if state == "cancelled":
        return "it is called off"
    return "it is marked done" if phase.marked_done else "all its boxes are ticked"


def _current(phases: tuple[PhaseStanding, ...]) -> int | None:
    for wanted in ("in_progress", "ready", "blocked", "not_started"):
        for position, phase in enumerate(phases):
            if phase.state == wanted:
                return position
    return None

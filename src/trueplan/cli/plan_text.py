"""One plan as text: header, progress, phases, what is open, what stands beside."""

from __future__ import annotations

from trueplan.app.show import Shown
from trueplan.app.titles import title_of
from trueplan.cli.bars import draw_bar
from trueplan.cli.days import say_distance
from trueplan.cli.item_text import is_open, print_items, print_target
from trueplan.cli.layout import align, cut, wrap
from trueplan.cli.phase_table import phase_lines
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import cut_path, one_line, say_count, say_state
from trueplan.model.date import Date
from trueplan.model.item import Count, count
from trueplan.model.references import Referred, ReferredPhase, walk_referred
from trueplan.model.standing import PhaseStanding, name_blockers, phase_name
from trueplan.text import LineIndex
from trueplan.text.day import days_between

_MOST_OPEN = 12
_MOST_BESIDE = 6


def print_shown(shown: Shown, today: str, terminal: Terminal, *, everything: bool) -> None:
    """Print a plan, or the part of it that was asked for; `everything` prints every item."""
    target = shown.target
    if target is not None and (target.phase is None or target.item is not None):
        print_target(shown, terminal)
        return
    if target is not None and target.phase is not None:
        _print_phase(shown, target.phase, terminal)
        return
    _print_header(shown, today, terminal)
    _print_progress(shown, terminal)
    if shown.references.phases:
        terminal.print()
        for line in phase_lines(shown, terminal, everything=everything):
            terminal.print(line)
    if not everything:
        _print_current(shown, terminal)
    _print_outside(shown, terminal, everything=everything)
    _print_beside(shown, terminal, everything=everything)
    _print_problems(shown, terminal)


def _print_header(shown: Shown, today: str, terminal: Terminal) -> None:
    file = shown.file
    for line in wrap(one_line(title_of(file.plan, file.ref)), terminal.width):
        terminal.print(terminal.bold(line))
    terminal.print(terminal.dim(cut_path(file.path, terminal.width, terminal.ellipsis)))
    terminal.print()
    header = file.plan.header
    rows = [("status", _status(shown))]
    if header.owner is not None:
        rows.append(("owner", one_line(header.owner.value)))
    if header.created is not None:
        rows.append(("created", header.created.raw))
    if header.target is not None:
        rows.append(("target", _target(header.target, shown, today, terminal)))
    for label, value in rows:
        _print_value(terminal.dim(f"{label:10}"), value, terminal)
    if shown.standing.blockers:
        said = name_blockers(shown.standing.blockers)
        _print_value(terminal.accent("blocked by"), said, terminal)


def _print_value(label: str, value: str, terminal: Terminal) -> None:
    """A labelled value, wrapped below itself; the label is ten columns wide."""
    first, *more = wrap(value, terminal.width - 12)
    terminal.print(f"{label}  {first}")
    for text in more:
        terminal.print(f"{'':12}{text}")


def _status(shown: Shown) -> str:
    """The status as written, and what it means where that is not the same word."""
    standing, status = shown.standing, shown.file.plan.header.status
    meaning = say_state(standing.state)
    if status is None:
        return f"none; by its boxes {meaning}" if shown.file.plan.boxes[1] else "none"
    raw = one_line(status.raw)
    return raw if raw.lower() == meaning else f"{raw} ({meaning})"


def _target(target: Date, shown: Shown, today: str, terminal: Terminal) -> str:
    if target.last is None:
        return target.raw
    if shown.standing.state in ("completed", "cancelled"):
        return target.raw
    days = days_between(today, target.last)
    said = f"{target.raw}, {say_distance(days)}"
    return terminal.accent(said) if days < 0 else said


def _print_progress(shown: Shown, terminal: Terminal) -> None:
    """One bar for each thing that is counted, with what it counts."""
    plan = shown.file.plan
    outputs = acceptance = Count()
    for phase in plan.phases:
        outputs = outputs + count(phase.deliverables) + count(phase.others)
        acceptance = acceptance + count(phase.acceptance)
    criteria, gates = count(plan.criteria.all), count(plan.criteria.gates)
    loose = count(plan.tasks).total if plan.phases else 0
    counts = [
        ("phases", shown.standing.phases_done, ""),
        ("tasks", plan.work, f"{loose} outside of phases" if loose else ""),
        ("outputs", outputs, ""),
        ("acceptance", acceptance, ""),
        (
            "criteria",
            criteria,
            f"gates among them {gates.done}/{gates.total}" if gates.total else "",
        ),
    ]
    known = [one for one in counts if one[1].total or one[1].cancelled]
    if not known and plan.boxes[1]:
        known = [("boxes", Count(*plan.boxes), "")]
    if not known:
        return
    terminal.print()
    bar = 20 if terminal.width >= 80 else 10
    rows = []
    for label, number, remark in known:
        cancelled = f"{number.cancelled} cancelled" if number.cancelled else ""
        rows.append(
            (
                terminal.dim(f"{label:10}"),
                draw_bar(number.done, number.total, bar),
                f"{number.done}/{number.total}",
                terminal.dim(", ".join(filter(None, (remark, cancelled)))),
            )
        )
    for line in align(rows, ("left", "left", "right", "left")):
        terminal.print(line)


def _print_current(shown: Shown, terminal: Terminal) -> None:
    """What is open in the phase that work is at."""
    position = shown.standing.current
    if position is None:
        return
    phase = shown.references.phases[position]
    items = [one for one in phase.items if is_open(one)]
    terminal.print()
    terminal.print(_headline(phase, shown.standing.phases[position], terminal))
    print_items(items[:_MOST_OPEN], terminal, open_only=True)
    if len(items) > _MOST_OPEN:
        more = f"{len(items) - _MOST_OPEN} more: trueplan show {shown.file.ref}#{phase.place}"
        terminal.print("  " + terminal.dim(more))


def _headline(phase: ReferredPhase, state: PhaseStanding, terminal: Terminal) -> str:
    name = phase_name(phase.phase, phase.place)
    why = f": {state.why}" if state.why else ""
    words = say_state(state.state)
    said = f", {words}{why}" if state.state != "blocked" else f" {state.why}"
    return terminal.bold(name) + cut(said, terminal.width - len(name), terminal.ellipsis)


def _print_phase(shown: Shown, phase: ReferredPhase, terminal: Terminal) -> None:
    """One phase with all its items."""
    position = shown.references.phases.index(phase)
    lines = LineIndex(shown.file.source)
    terminal.print(_headline(phase, shown.standing.phases[position], terminal))
    for text in wrap(one_line(phase.phase.title), terminal.width):
        terminal.print(text)
    where = f"{shown.file.path}:{lines.line(phase.phase.heading.start)}"
    terminal.print(terminal.dim(cut_path(where, terminal.width, terminal.ellipsis)))
    rows = []
    if phase.phase.goal is not None:
        rows.append(("goal", one_line(phase.phase.goal.value)))
    if phase.phase.estimate is not None:
        rows.append(("estimate", one_line(phase.phase.estimate.raw)))
    if shown.standing.phases[position].depends_on:
        rows.append(("after", ", ".join(shown.standing.phases[position].depends_on)))
    if rows:
        terminal.print()
    for label, value in rows:
        _print_value(terminal.dim(f"{label:10}"), value, terminal)
    if phase.items:
        terminal.print()
    print_items(phase.items, terminal)


def _print_outside(shown: Shown, terminal: Terminal, *, everything: bool) -> None:
    """Tasks outside of phases, and with `everything` the success criteria."""
    references = shown.references
    # They come after the phases, unless these hold no boxes to work off.
    hidden = shown.standing.current is not None and any(
        one.item.state for phase in references.phases for one in walk_referred(phase.items)
    )
    groups: list[tuple[str, tuple[Referred, ...]]] = [("tasks", references.tasks)]
    if references.phases:
        groups = [("tasks outside of phases", references.tasks)]
    if everything:
        groups += [
            ("functional requirements", references.functional),
            ("non-functional requirements", references.nonfunctional),
            ("success criteria", references.criteria),
            ("quality gates", references.gates),
        ]
    for title, items in groups:
        wanted = list(items) if everything else [one for one in items if is_open(one)]
        if not wanted or (hidden and not everything):
            continue
        terminal.print()
        terminal.print(title)
        kept = wanted if everything else wanted[:_MOST_OPEN]
        print_items(kept, terminal, open_only=not everything)
        if len(wanted) > len(kept):
            terminal.print("  " + terminal.dim(f"{len(wanted) - len(kept)} more: --all shows them"))


def _print_beside(shown: Shown, terminal: Terminal, *, everything: bool) -> None:
    """Open gates, risks, flags and journals, a few of each."""
    most = 10_000 if everything else _MOST_BESIDE
    for title, rows in (
        ("gates", [] if everything else _gates(shown)),
        ("risks", _risks(shown, terminal)),
        ("flags", _flags(shown, terminal)),
        ("journals", _journals(shown)),
    ):
        if not rows:
            continue
        terminal.print()
        terminal.print(title)
        width = max(len(label) for label, _ in rows[:most])
        for label, value in rows[:most]:
            room = terminal.width - width - 4
            first, *more = wrap(value, room)
            lead = terminal.dim(f"{label:{width}}") + ("  " if width else "")
            terminal.print(f"  {lead}{first}")
            for text in more:
                terminal.print(f"  {'':{width}}{'  ' if width else ''}{text}")
        if len(rows) > most:
            terminal.print("  " + terminal.dim(f"{len(rows) - most} more: --all shows them"))


def _gates(shown: Shown) -> list[tuple[str, str]]:
    return [
        (f"#{one.place}", one_line(one.item.text)) for one in shown.references.gates if is_open(one)
    ]


def _risks(shown: Shown, terminal: Terminal) -> list[tuple[str, str]]:
    rows = []
    for place, risk in shown.references.risks:
        ratings = [one.value for one in (risk.likelihood, risk.impact) if one and one.value]
        text = one_line(risk.text.value)
        if ratings:
            text += f" ({' × '.join(ratings)})"
        if risk.mitigation is None and risk.has_mitigation_column:
            text += f" · {terminal.accent('no mitigation')}"
        rows.append((f"#{place}", text))
    return rows


def _flags(shown: Shown, terminal: Terminal) -> list[tuple[str, str]]:
    rows = []
    for flag in shown.file.plan.rollout.flags:
        words = [] if flag.percentage is None else [f"{flag.percentage:g} %"]
        if flag.rollback is None and shown.file.plan.rollout.flags_rollback is None:
            words.append(terminal.accent("no rollback"))
        rows.append((one_line(flag.name.value), ", ".join(words)))
    return rows


def _journals(shown: Shown) -> list[tuple[str, str]]:
    return [("", one.target.rpartition("/")[2]) for one in shown.file.plan.progress.journals]


def _print_problems(shown: Shown, terminal: Terminal) -> None:
    problems = shown.file.plan.problems
    if not problems:
        return
    lines = LineIndex(shown.file.source)
    terminal.print()
    terminal.print(terminal.accent(f"not understood, {say_count(len(problems), 'place')}"))
    for one in problems:
        number = lines.line(one.span.start)
        terminal.print(f"  line {number}: {one_line(one.message)}")

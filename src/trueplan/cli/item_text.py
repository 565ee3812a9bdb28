"""Items with their boxes and references."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.app.show import Shown
from trueplan.cli.layout import wrap
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import cut_path, one_line, say_state
from trueplan.model.references import Referred
from trueplan.model.standing import phase_name
from trueplan.text import LineIndex

_BOXES = {"open": "[ ]", "done": "[x]", "in_progress": "[~]", "cancelled": "[-]", None: " - "}
_DEEPEST_SHOWN = 4


def is_open(one: Referred) -> bool:
    """Whether an item or one nested in it has an open box; what is done hides what it holds."""
    if one.item.state in ("open", "in_progress"):
        return True
    return one.item.state is None and any(is_open(child) for child in one.children)


def print_items(
    items: Sequence[Referred], terminal: Terminal, *, open_only: bool = False, indent: int = 2
) -> None:
    """Print items with what is nested in them; `open_only` leaves out what is not open."""
    for line in item_lines(items, terminal, open_only=open_only, indent=indent):
        terminal.print(line)


def item_lines(
    items: Sequence[Referred], terminal: Terminal, *, open_only: bool = False, indent: int = 2
) -> list[str]:
    """The lines of items: reference, box, text, what is nested further in."""
    rows = _flatten(items, open_only=open_only, depth=0)
    width = max((len(one.place) for one, _ in rows), default=0) + 1
    return [
        line for one, depth in rows for line in _item_lines(one, depth, width, indent, terminal)
    ]


def _flatten(
    items: Sequence[Referred], *, open_only: bool, depth: int
) -> list[tuple[Referred, int]]:
    rows: list[tuple[Referred, int]] = []
    for one in items:
        if open_only and not is_open(one):
            continue
        rows.append((one, depth))
        rows += _flatten(one.children, open_only=open_only, depth=depth + 1)
    return rows


def _item_lines(
    one: Referred, depth: int, width: int, indent: int, terminal: Terminal
) -> list[str]:
    nesting = 2 * min(depth, _DEEPEST_SHOWN)
    lead = indent + width + 2 + nesting + 4
    settled = one.item.state in ("done", "cancelled")
    place = f"#{one.place}".ljust(width)
    place = terminal.dim(place) if settled or one.item.state is None else terminal.accent(place)
    words = wrap(one_line(one.item.text), max(terminal.width - lead, 20))
    first, *more = [terminal.dim(text) if settled else text for text in words]
    head = f"{'':{indent}}{place}  {'':{nesting}}{_BOXES[one.item.state]} {first}"
    return [head, *(f"{'':{lead}}{text}" for text in more)]


def print_target(shown: Shown, terminal: Terminal) -> None:
    """Print the one item or risk that was asked for, with its place."""
    target = shown.target
    assert target is not None
    lines = LineIndex(shown.file.source)
    if target.item is not None:
        print_items([target.item], terminal, indent=0)
        start = target.item.item.span.start
    else:
        assert target.risk is not None
        risk = target.risk
        print_risk = [("risk", risk.text), ("likelihood", risk.likelihood)]
        print_risk += [("impact", risk.impact), ("mitigation", risk.mitigation)]
        for label, value in print_risk:
            if value is not None:
                first, *more = wrap(one_line(value.value), terminal.width - 12)
                terminal.print(f"{terminal.dim(f'{label:10}')}  {first}")
                for text in more:
                    terminal.print(f"{'':12}{text}")
        start = risk.span.start
    terminal.print(
        terminal.dim(
            cut_path(f"{shown.file.path}:{lines.line(start)}", terminal.width, terminal.ellipsis)
        )
    )
    if target.phase is not None:
        position = shown.references.phases.index(target.phase)
        state = shown.standing.phases[position]
        name = phase_name(target.phase.phase, target.phase.place)
        why = f": {state.why}" if state.why else ""
        terminal.print(terminal.dim(f"{name} is {say_state(state.state)}{why}"))

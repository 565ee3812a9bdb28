"""The list of plans as text."""

from __future__ import annotations

from trueplan.app.listing import Listed, Listing
from trueplan.cli.layout import Side, align, cut, width_of, wrap
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import cut_path, say_count, say_state
from trueplan.model.item import Count

_SIDES: tuple[Side, ...] = ("left", "left", "right", "right", "left", "left")
_SHORTEST_NAME = 24  # to which names are cut before a column is left out
_KINDS = {
    "plan": "plan",
    "adr": "decision",
    "journal": "journal",
    "backlog": "backlog",
    "index": "index",
    "template": "template",
    "": "nothing",
}


def print_table(listing: Listing, terminal: Terminal) -> None:
    """Print one line a plan, as wide as the terminal allows."""
    if not listing.plans:
        terminal.print(f"none of {say_count(listing.all, 'plan')} is like that")
        return
    rows = [_row(one) for one in listing.plans]
    heads = ["plan", "status", "phases", "tasks", "target", "owner"]
    wanted = min(max(width_of(row[0]) for row in rows), _SHORTEST_NAME)
    while len(heads) > 4 and _needed(heads, rows) + wanted > terminal.width:
        heads.pop()
    rows = [row[: len(heads)] for row in rows]
    longest = max(terminal.width - _needed(heads, rows), 12)
    table = [[terminal.dim(head) for head in heads]]
    for one, row in zip(listing.plans, rows, strict=True):
        name = terminal.bold(cut(row[0], longest, terminal.ellipsis))
        if one.state in ("completed", "cancelled"):
            name = cut(row[0], longest, terminal.ellipsis)
        table.append([name, *(cell[:28] for cell in row[1:])])
    for line in align(table, _SIDES):
        terminal.print(line)
    if len(listing.plans) < listing.all:
        terminal.print(terminal.dim(f"{len(listing.plans)} of {say_count(listing.all, 'plan')}"))


def print_places(listing: Listing, terminal: Terminal) -> None:
    """Print what the Markdown files were taken for and why, plans first."""
    if not listing.places:
        terminal.print("there are no Markdown files here")
        return
    groups: dict[tuple[str, str], list[str]] = {}
    for one in listing.places:
        groups.setdefault((one.kind, one.why), []).append(one.path)
    for kind, why in sorted(groups, key=_place_order):
        name = _KINDS[kind]
        first, *more = wrap(why, terminal.width - width_of(name) - 2)
        terminal.print(f"{terminal.bold(name)}: {first}")
        for line in more:
            terminal.print(f"{'':{width_of(name) + 2}}{line}")
        for path in groups[kind, why]:
            terminal.print("  " + cut_path(path, terminal.width - 2, terminal.ellipsis))
        terminal.print()
    taken = sum(1 for one in listing.places if one.kind == "plan")
    among = say_count(len(listing.places), "Markdown file")
    terminal.print(f"{say_count(taken, 'plan')} among {among}.")
    terminal.print(terminal.dim("`plans` and `exclude` in trueplan.toml change that."))


def _place_order(group: tuple[str, str]) -> tuple[bool, bool, str, str]:
    kind, why = group
    return (kind != "plan", not kind, kind, why)


def _needed(heads: list[str], rows: list[list[str]]) -> int:
    """The columns that all but the first take, gaps included."""
    return sum(
        2 + max(len(heads[index]), *(min(width_of(row[index]), 28) for row in rows))
        for index in range(1, len(heads))
    )


def _row(one: Listed) -> list[str]:
    state = say_state(one.state)
    return [
        one.ref,
        state if one.status is not None else f"{state}?",
        _share(one.phases),
        _share(one.tasks),
        _day(one),
        one.owner or "-",
    ]


def _share(count: Count) -> str:
    return f"{count.done}/{count.total}" if count.total else "-"


def _day(one: Listed) -> str:
    if one.target is None:
        return "-"
    return one.target.last or one.target.raw

"""The life of a plan, as text: its events, commit by commit."""

from __future__ import annotations

from itertools import groupby

from trueplan.app.all_history import Activity
from trueplan.app.history import Event, History
from trueplan.cli.layout import cut, pad, width_of, wrap
from trueplan.cli.terminal import Terminal
from trueplan.cli.words import say_count

_CHANGES = (
    "status",
    "target",
    "owner",
    "estimate",
    "risk changed",
    "retitled",
    "phase retitled",
)
_LONG = ("reworded", "file moved")  # before and after each have a line
_STATES = {"planned": "Planned", "in_progress": "In Progress"}


def print_history(history: History, terminal: Terminal) -> None:
    """Print a heading, the events below the commit that made them, and the remarks."""
    _print_head(history, terminal)
    width = max((width_of(one.kind) for one in history.events), default=0)
    places = max((width_of(one.place) + 1 for one in history.events if one.place), default=0)
    for (commit, at, author), events in groupby(
        history.events, key=lambda one: (one.commit, one.at, one.author)
    ):
        terminal.print()
        short = commit[:7] if commit is not None else "not committed"
        terminal.print(f"{terminal.bold(at[:10])}  {terminal.dim(f'{short}  {author}'.rstrip())}")
        for event in events:
            _print_event(event, history, terminal, (width, places))
    for remark in history.remarks:
        terminal.print()
        for line in wrap(remark, terminal.width):
            terminal.print(terminal.dim(line))


def print_activity(activity: Activity, terminal: Terminal) -> None:
    """Print what happened to all plans: a heading a day, then the events by plan."""
    if not activity.events:
        terminal.print("nothing happened, as far as git knows")
    width = max((width_of(one.event.kind) for one in activity.events), default=0)
    for (day, ref), some in groupby(activity.events, key=lambda one: (one.event.day, one.ref)):
        happened = list(some)
        authors = dict.fromkeys(one.event.author for one in happened)
        said = ", ".join(authors) if happened[0].event.commit else "not committed"
        terminal.print(f"{terminal.dim(day)}  {terminal.bold(ref)}  {terminal.dim(said)}")
        for one in happened:
            event = one.event
            place = f"#{event.place} " if event.place else ""
            text = event.text if event.thing != "plan" or event.kind == "note" else ""
            if event.kind in _CHANGES:
                text = f"{event.before or 'none'} → {event.after or 'none'}"
            line = f"  {pad(event.kind, width)}  {place}{text}"
            terminal.print(cut(line, terminal.width, terminal.ellipsis).rstrip())
    rest = activity.total - len(activity.events)
    if rest:
        terminal.print(
            terminal.dim(f"{say_count(rest, 'event')} before these; --limit 0 shows all")
        )
    for remark in activity.remarks:
        terminal.print(terminal.dim(remark))


def _print_head(history: History, terminal: Terminal) -> None:
    parts = [say_count(history.revisions, "revision")]
    days = [one.day for one in history.events if one.commit is not None]
    if days:
        first, last = min(days), max(days)
        parts.append(first if first == last else f"{first} to {last}")
    if history.uncommitted:
        parts.append(f"{say_count(history.uncommitted, 'change')} not committed")
    said = ", ".join(parts)
    if width_of(history.ref) + 2 + width_of(said) <= terminal.width:
        terminal.print(f"{terminal.bold(history.ref)}  {terminal.dim(said)}")
    else:
        terminal.print(terminal.bold(cut(history.ref, terminal.width, terminal.ellipsis)))
        terminal.print(terminal.dim(said))
    if not history.events:
        terminal.print("no event is of this kind, or from this day on")


def _print_event(
    event: Event, history: History, terminal: Terminal, widths: tuple[int, int]
) -> None:
    kind, places = widths
    place = f"#{event.place}" if event.place else ""
    head = f"  {pad(event.kind, kind)}  " + (f"{pad(place, places)}  " if places else "")
    room = terminal.width - width_of(head)
    text = _say(event, history)
    if event.kind in _LONG:
        terminal.print(f"{head}{cut(event.after or '', room, terminal.ellipsis)}")
        was = cut(f"was: {event.before}", room, terminal.ellipsis)
        terminal.print(" " * width_of(head) + terminal.dim(was))
        return
    terminal.print((head + cut(text, room, terminal.ellipsis)).rstrip())


def _say(event: Event, history: History) -> str:
    """What an event says behind its kind and place."""
    if event.kind == "created":
        phases, boxes = history.counts
        state = _STATES.get(event.after or "", (event.after or "").title())
        return f"{say_count(phases, 'phase')}, {say_count(boxes, 'box', 'boxes')}, {state}"
    if event.kind in _CHANGES:
        change = f"{event.before or 'none'} → {event.after or 'none'}"
        return f"{change}  {event.text}" if event.kind in ("estimate", "risk changed") else change
    if event.thing == "plan" and event.kind not in ("note", "approved", "approval withdrawn"):
        return ""
    return event.text

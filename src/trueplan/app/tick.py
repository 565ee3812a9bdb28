"""Tick and untick tasks, criteria, deliverables, requirements and gates."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.app.change import (
    AT_ONCE,
    Carried,
    Change,
    FileEdits,
    Seen,
    Terms,
    carry_out,
    edit_file,
)
from trueplan.app.moves_to_come import hint_moves
from trueplan.app.plan_files import PlanFile
from trueplan.app.repository import Repository
from trueplan.app.targets import Chosen, Located, choose, locate
from trueplan.edit.document import read_document
from trueplan.edit.tick import create_box, tick_items, untick_items
from trueplan.errors import Refused, UsageError
from trueplan.model.item import Item, walk
from trueplan.model.references import Target
from trueplan.record import AnyPath, NoReturn, Record
from trueplan.text import Span

_MOST_LISTED = 10


class Ticking(Record):
    """How boxes are set: `done` is what they will say.

    `subtasks` takes what is nested in an item along; `create_box` gives a plain item a box.
    """

    done: bool
    subtasks: bool = False
    create_box: bool = False


def tick(
    words: Sequence[str], folder: AnyPath, ticking: Ticking, terms: Terms = AT_ONCE
) -> tuple[Repository, Carried]:
    """Set the boxes of what `words` name, in one change.

    What is as wanted already is said and left; where nothing else is left, that is Refused.
    Raises Refused, UsageError and what `carry_out` does.
    """
    repository, plans = locate(words, folder)
    for one in plans:
        if not one.places:
            raise UsageError(
                f"{one.ref} is a plan; say which of its boxes",
                help=f"by number or words: `{_verb(ticking)} {one.ref}#2.3`",
            )
    return repository, carry_out(repository, lambda: make_tick(repository, plans, ticking), terms)


def make_tick(repository: Repository, plans: Sequence[Located], ticking: Ticking) -> Change:
    """Work out the change from the files as they are now."""
    wanted = ("open", "in_progress") if ticking.done else ("done",)
    chosen = [choose(repository, one, lambda item: item.state in wanted) for one in plans]
    settings = [_Setting(one, ticking) for one in chosen]
    files = [file for one in settings if (file := one.file()) is not None]
    idle = [line for one in settings for line in one.idle]
    if not files:
        _refuse_idle(idle, ticking)
    return Change(
        subject="; ".join(
            f"{one.file.ref}: {_verb(ticking)} {', '.join(f'#{t.place}' for t in one.targets)}"
            for one in chosen
        ),
        files=tuple(files),
        done=tuple(line for one in settings for line in one.done),
        hints=(*idle, *(hint for one in settings for hint in one.hints())),
        seen=tuple(
            Seen(f"{one.file.ref}#{target.place}", _item(target, one.file).text)
            for one in chosen
            for target in one.targets
        ),
        plan=files[0].path,
    )


def _refuse_idle(idle: list[str], ticking: Ticking) -> NoReturn:
    if len(idle) == 1:
        raise Refused(idle[0], help="nothing was written")
    listed = "".join(f"\n  {line}" for line in idle[:_MOST_LISTED])
    state = "ticked" if ticking.done else "open"
    raise Refused(f"all {len(idle)} are {state} already", help=f"nothing was written:{listed}")


class _Setting:
    """The boxes of one plan: which change, and what is said of each."""

    def __init__(self, chosen: Chosen, ticking: Ticking) -> None:
        self.plan_file, self.targets = chosen
        self.ticking = ticking
        self.done: list[str] = []
        self.idle: list[str] = []
        self.boxed: list[Item] = []
        self.boxless: list[Item] = []
        named = {_item(target, chosen.file).span for target in chosen.targets}
        for target in chosen.targets:
            self._take(target, named)

    def file(self) -> FileEdits | None:
        """The file with its boxes set; None where all are as wanted."""
        source = self.plan_file.source
        if not self.boxed and not self.boxless:
            return None
        edits = tick_items(self.boxed, source) if self.ticking.done else untick_items(self.boxed)
        boxes = tuple(create_box(item, source, ticked=True) for item in self.boxless)
        return edit_file(self.plan_file.path, source, edits + boxes)

    def hints(self) -> tuple[str, ...]:
        """The moves that may follow."""
        if not self.ticking.done or not self.plan_file.plan.progress.rows:
            return ()
        file = self.file()
        if file is None or file.after is None:
            return ()
        phases = {target.phase.place for target in self.targets if target.phase is not None}
        return hint_moves(read_document(file.after), self.plan_file.ref, phases)

    def _take(self, target: Target, named: set[Span]) -> None:
        item = _item(target, self.plan_file)
        ref = f"{self.plan_file.ref}#{target.place}"
        said = f"{ref}  {_short(item.text)}"
        if item.state is None and self.ticking.done and self.ticking.create_box:
            self.boxless.append(item)
        elif item.state is None:
            raise Refused(
                f"{said} has no box",
                help="--create-box gives it one" if self.ticking.done else "nothing was written",
            )
        elif item.state == "cancelled":
            raise Refused(f"{said} is cancelled", help="nothing was written")
        elif (item.state == "done") == self.ticking.done:
            self.idle.append(f"{said} is {'ticked' if self.ticking.done else 'open'} already")
            return
        else:
            self.boxed.append(item)
        self.done.append(f"{'ticked' if self.ticking.done else 'unticked'} {said}")
        if self.ticking.done:
            self._take_subtasks(item, said, named)

    def _take_subtasks(self, item: Item, said: str, named: set[Span]) -> None:
        nested = [one for one in walk(item.children) if one.state in ("open", "in_progress")]
        left = [one for one in nested if one.span not in named]
        if not left:
            return
        if not self.ticking.subtasks:
            count = f"{len(left)} open subtasks" if len(left) > 1 else "an open subtask"
            listed = "".join(f"\n  {_short(one.text)}" for one in left[:_MOST_LISTED])
            raise Refused(
                f"{said} has {count}",
                help=f"tick {'them' if len(left) > 1 else 'it'} first, or all with "
                f"--subtasks:{listed}",
            )
        self.boxed += left
        self.done += [f"ticked   {_short(one.text)}" for one in left]


def _item(target: Target, file: PlanFile) -> Item:
    if target.item is not None:
        return target.item.item
    ref = f"{file.ref}#{target.place}"
    if target.phase is not None:
        raise UsageError(
            f"{ref} is a phase and has no box of its own",
            help=f"`trueplan complete {ref}` completes it; its boxes are {ref}.1 and on",
        )
    raise UsageError(f"{ref} is a risk and has no box", help=f"`trueplan risk {ref}` changes it")


def _verb(ticking: Ticking) -> str:
    return "tick" if ticking.done else "untick"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 72 else words[:71].rstrip() + "…"

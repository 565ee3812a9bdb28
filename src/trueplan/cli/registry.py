"""Every command by its name: a literal table, in the order in which help lists them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import ModuleType

from trueplan.record import Record


class Command(Record):
    """A command. `module` is imported when it runs; a command without a group is hidden."""

    name: str
    group: str
    summary: str
    module: str


_ADD = "trueplan.cli.commands.add."
_BACKLOG = "trueplan.cli.commands.backlog."

OVERVIEW = Command(
    "", "look", "the state of all plans at a glance", "trueplan.cli.commands.overview"
)

COMMANDS: tuple[Command, ...] = (
    Command("list", "look", "the plans, one a line", "trueplan.cli.commands.list"),
    Command("show", "look", "one plan: its phases, how far each is", "trueplan.cli.commands.show"),
    Command("next", "look", "what can be done now", "trueplan.cli.commands.next"),
    Command("forecast", "look", "when it will be done", "trueplan.cli.commands.forecast"),
    Command("schedule", "look", "when each phase can be done", "trueplan.cli.commands.schedule"),
    Command("graph", "look", "which phase waits for which", "trueplan.cli.commands.graph"),
    Command(
        "history", "look", "what happened to a plan, from git", "trueplan.cli.commands.history"
    ),
    Command(
        "burnup", "look", "what is done, of how much, day by day", "trueplan.cli.commands.burnup"
    ),
    Command("stats", "look", "throughput, estimates, stalls", "trueplan.cli.commands.stats"),
    Command("init", "make", "what is missing to work with plans", "trueplan.cli.commands.init"),
    Command("new", "make", "a plan from the template", "trueplan.cli.commands.new"),
    Command(
        "journal",
        "make",
        "what was done, begun from what is known",
        "trueplan.cli.commands.journal",
    ),
    Command("adr", "make", "a decision, under the next number", "trueplan.cli.commands.adr"),
    Command("backlog", "make", "what is wanted: its items and their states", _BACKLOG + "list"),
    Command("backlog list", "make", "the items of the backlog, one a line", _BACKLOG + "list"),
    Command("backlog add", "make", "a new item, under the next ID", _BACKLOG + "add"),
    Command("backlog start", "make", "items are being worked on", _BACKLOG + "start"),
    Command("backlog block", "make", "items wait for something", _BACKLOG + "block"),
    Command("backlog done", "make", "items are done", _BACKLOG + "done"),
    Command("backlog cancel", "make", "items are no longer wanted", _BACKLOG + "cancel"),
    Command("backlog reopen", "make", "closed items are wanted again", _BACKLOG + "reopen"),
    Command("backlog set", "make", "a cell: priority, estimate, notes …", _BACKLOG + "set"),
    Command("add", "change", "a task, phase, risk, flag, gate …", _ADD + "any"),
    Command("add task", "change", "a task of a phase, or below another", _ADD + "task"),
    Command("add phase", "change", "a phase behind the last one", _ADD + "phase"),
    Command("add deliverable", "change", "what a phase leaves behind", _ADD + "deliverable"),
    Command("add criterion", "change", "what must hold in the end", _ADD + "criterion"),
    Command("add requirement", "change", "what it must do, or be like", _ADD + "requirement"),
    Command("add gate", "change", "a gate that all must pass", _ADD + "gate"),
    Command("add risk", "change", "a risk, with an answer to it", _ADD + "risk"),
    Command("add flag", "change", "a feature flag", _ADD + "flag"),
    Command("add point", "change", "a point of any other section", _ADD + "point"),
    Command("set", "change", "owner, target, goal, estimate …", "trueplan.cli.commands.set"),
    Command("note", "change", "a note of the day", "trueplan.cli.commands.note"),
    Command("risk", "change", "how a risk stands now", "trueplan.cli.commands.risk"),
    Command("flag", "change", "how far a flag is rolled out", "trueplan.cli.commands.flag"),
    Command("tick", "change", "tick tasks, criteria, gates", "trueplan.cli.commands.tick"),
    Command("untick", "change", "empty boxes again", "trueplan.cli.commands.untick"),
    Command(
        "supersede", "change", "a task gives way to another", "trueplan.cli.commands.supersede"
    ),
    Command(
        "index", "change", "the table of plans, as the plans say", "trueplan.cli.commands.index"
    ),
    Command("start", "move", "a plan or a phase begins", "trueplan.cli.commands.start"),
    Command("pause", "move", "a plan or a phase rests", "trueplan.cli.commands.pause"),
    Command("resume", "move", "what was paused goes on", "trueplan.cli.commands.resume"),
    Command("complete", "move", "a plan or a phase is done", "trueplan.cli.commands.complete"),
    Command(
        "cancel", "move", "a plan, phase or task is called off", "trueplan.cli.commands.cancel"
    ),
    Command("reopen", "move", "what was closed goes on after all", "trueplan.cli.commands.reopen"),
    Command("retro", "move", "the facts of a plan's retrospective", "trueplan.cli.commands.retro"),
    Command("archive", "move", "plans that are over, put aside", "trueplan.cli.commands.archive"),
    Command("check", "check", "what is untrue, with places", "trueplan.cli.commands.check"),
    Command(
        "accept", "check", "keep a finding quiet until it changes", "trueplan.cli.commands.accept"
    ),
    Command("explain", "check", "what a rule means", "trueplan.cli.commands.explain"),
    Command("config", "set up", "the configuration in force", "trueplan.cli.commands.config"),
    Command(
        "merge-driver",
        "set up",
        "merge plans for git, finer than git does",
        "trueplan.cli.commands.merge_driver",
    ),
    Command("schema", "set up", "the JSON Schemas of the answers", "trueplan.cli.commands.schema"),
    Command(
        "completion",
        "set up",
        "a completion script for a shell",
        "trueplan.cli.commands.completion",
    ),
    Command(
        "__complete", "", "what may stand next, for a shell", "trueplan.cli.commands.complete_word"
    ),
)


def load(command: Command) -> ModuleType:
    """The module of a command. What `importlib` does more is not needed, and costs half a ms."""
    __import__(command.module)
    return sys.modules[command.module]


def find_command(name: str) -> Command | None:
    """The command called `name`."""
    return next((command for command in COMMANDS if command.name == name), None)


def visible_commands() -> tuple[Command, ...]:
    """The commands that help lists."""
    return tuple(command for command in COMMANDS if command.group and " " not in command.name)


def parts_of(name: str) -> tuple[Command, ...]:
    """The commands that a command is the first word of: `backlog add` of `backlog`."""
    return tuple(command for command in COMMANDS if command.name.startswith(f"{name} "))


def split_command(words: Sequence[str]) -> tuple[Command | None, list[str]]:
    """The command that `words` begin with, of one word or of two, and the words behind it."""
    for length in (2, 1):
        command = find_command(" ".join(words[:length])) if len(words) >= length else None
        if command is not None:
            return command, list(words[length:])
    return None, list(words)

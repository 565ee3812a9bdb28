"""Every command by its name: a literal table, in the order in which help lists them."""

from __future__ import annotations

from trueplan.record import Record


class Command(Record):
    """A command. `module` is imported when it runs; a command without a group is hidden."""

    name: str
    group: str
    summary: str
    module: str


OVERVIEW = Command(
    "", "look", "the state of all plans at a glance", "trueplan.cli.commands.overview"
)

COMMANDS: tuple[Command, ...] = (
    Command("list", "look", "the plans, one a line", "trueplan.cli.commands.list"),
    Command("show", "look", "one plan: its phases, how far each is", "trueplan.cli.commands.show"),
    Command("next", "look", "what can be done now", "trueplan.cli.commands.next"),
    Command("tick", "change", "tick tasks, criteria, gates", "trueplan.cli.commands.tick"),
    Command("untick", "change", "empty boxes again", "trueplan.cli.commands.untick"),
    Command("start", "move", "a plan or a phase begins", "trueplan.cli.commands.start"),
    Command("pause", "move", "a plan or a phase rests", "trueplan.cli.commands.pause"),
    Command("resume", "move", "what was paused goes on", "trueplan.cli.commands.resume"),
    Command("complete", "move", "a plan or a phase is done", "trueplan.cli.commands.complete"),
    Command(
        "cancel", "move", "a plan, phase or task is called off", "trueplan.cli.commands.cancel"
    ),
    Command("reopen", "move", "what was closed goes on after all", "trueplan.cli.commands.reopen"),
    Command("retro", "move", "the facts of a plan's retrospective", "trueplan.cli.commands.retro"),
    Command("check", "check", "what is untrue, with places", "trueplan.cli.commands.check"),
    Command(
        "accept", "check", "keep a finding quiet until it changes", "trueplan.cli.commands.accept"
    ),
    Command("explain", "check", "what a rule means", "trueplan.cli.commands.explain"),
    Command("config", "set up", "the configuration in force", "trueplan.cli.commands.config"),
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


def find_command(name: str) -> Command | None:
    """The command called `name`."""
    return next((command for command in COMMANDS if command.name == name), None)


def visible_commands() -> tuple[Command, ...]:
    """The commands that help lists."""
    return tuple(command for command in COMMANDS if command.group)

"""The rollout plan: steps, feature flags with their share and way back, migration."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.markdown import Item as ListItem, Table
from trueplan.model.located import Located
from trueplan.model.plan import Flag, Rollout
from trueplan.reader.items import list_items
from trueplan.reader.points import read_points, says_nothing
from trueplan.reader.shapes import Node
from trueplan.reader.source import Source
from trueplan.reader.tables import Grid, read_grid
from trueplan.reader.words import normalise, split_label
from trueplan.text import Span
from trueplan.text.pattern import Pattern

_PERCENT = Pattern(r"(?<![\w.])(-?\d+(?:\.\d+)?)\s*%")
_NOT_A_FLAG = (
    "not applicable",
    "no feature flags",
    "none",
    "n/a",
    "no flags",
    "not needed",
    "not required",
    "no feature flag",
    "no flag",
)
_SHARE_WORDS = (
    "rollout",
    "roll out",
    "rolled out",
    "percent",
    "users",
    "visitors",
    "customers",
    "members",
    "requests",
    "traffic",
    "canary",
    "gradual",
    "enable",
    "launch",
    "share",
)
_ROLLBACK = (
    "rollback",
    "rollback plan",
    "way back",
    "roll back",
    "kill switch",
    "to disable",
    "rollback procedure",
    "rollback procedures",
)
_NAME = Pattern(r"`([^`]+)`")


def read_rollout(nodes: list[Node], source: Source) -> Rollout:
    """The rollout section and what stands below it."""
    rollout = Rollout(percentages=tuple(_percentages(nodes, source)))
    for depth, node in enumerate(nodes):
        element = node.element
        if not depth:
            continue
        if element == "steps":
            rollout = rollout._replace(steps=read_points(node.blocks, source))
        elif element == "flags":
            rollback, flags = _flags(node, source)
            rollout = rollout._replace(
                flags=flags, flags_section=Span(node.start, node.end), flags_rollback=rollback
            )
        elif element == "migration":
            points = read_points(node.blocks, source)
            back = tuple(one for one in points if "rollback" in one.value.lower())
            rollout = rollout._replace(migration=points, rollback=rollout.rollback + back)
        elif element == "rollback":
            rollout = rollout._replace(rollback=rollout.rollback + read_points(node.blocks, source))
    if not rollout.steps and nodes:
        steps = read_points((block for block in nodes[0].blocks if block.kind == "list"), source)
        rollout = rollout._replace(steps=steps)
    return rollout


def read_flags(node: Node, source: Source) -> Rollout:
    """A section of feature flags that stands outside of a rollout plan."""
    rollback, flags = _flags(node, source)
    return Rollout(
        flags=flags,
        flags_section=Span(node.start, node.end),
        flags_rollback=rollback,
        percentages=tuple(_percentages([node], source)),
    )


def _flags(node: Node, source: Source) -> tuple[Located | None, tuple[Flag, ...]]:
    flags: list[Flag] = []
    rollback: Located | None = None
    for block in node.blocks:
        if block.kind == "table":
            assert isinstance(block, Table)
            flags.extend(_of_table(read_grid(block, source)))
        elif block.kind == "list":
            for item in list_items((block,)):
                words = source.lead(item)
                split = split_label(words.value)
                label = normalise(split.words) if split else ""
                if label in _ROLLBACK:
                    rollback = words
                elif not _is_no_flag(words.value) and _is_flag(item, source):
                    flags.append(_of_item(item, source))
                elif flags and _PERCENT.search(words.value) and flags[-1].percentage is None:
                    share = _share(words)
                    flags[-1] = flags[-1]._replace(percentage=share[0], percentage_span=share[1])
        elif block.kind == "paragraph":
            words = source.located(block.start, block.end)
            if "rollback" in words.value.lower() or "roll back" in words.value.lower():
                rollback = rollback or words
    if rollback is not None:
        flags = [flag._replace(rollback=flag.rollback or rollback) for flag in flags]
    return rollback, tuple(flags)


def _is_no_flag(text: str) -> bool:
    return says_nothing(text) or normalise(text).startswith(_NOT_A_FLAG)


def _is_flag(item: ListItem, source: Source) -> bool:
    """A flag has a name in code or a label in bold; other bullets are remarks."""
    raw = source.text(source.words_start(item), item.lead_end).lstrip()
    return raw.startswith(("`", "**`")) or (
        raw.startswith("**") and not normalise(raw).startswith("rollout percentage")
    )


def _of_item(item: ListItem, source: Source) -> Flag:
    words = source.lead(item)
    raw = source.text(source.words_start(item), item.lead_end)
    name = _NAME.search(raw)
    split = split_label(raw)
    title = name[1] if name else (split.words if split else words.value)
    nested = [source.lead(child) for child in list_items(item.children)]
    share, span = _share(words)
    rollback: Located | None = None
    lowered = words.value.lower()
    if any(
        word in lowered
        for word in (
            "rollback",
            "roll back",
            "turn off",
            "switch off",
            "disable",
            "kill switch",
            "revert",
        )
    ):
        rollback = words
    for one in nested:
        if share is None:
            share, span = _share(one)
        if any(
            word in one.value.lower()
            for word in ("rollback", "roll back", "off", "revert", "disable")
        ):
            rollback = rollback or one
    return Flag(Located(title, words.span), share, span, rollback, Span(item.start, item.end))


def _of_table(grid: Grid) -> list[Flag]:
    name, share, back = grid.column("flag"), grid.column("rollout"), grid.column("rollback")
    flags: list[Flag] = []
    for row in grid.rows:
        cell = row.cell(name if name is not None else 0)
        if cell is None or _is_no_flag(cell.value):
            continue
        found = _share(row.cell(share)) if share is not None else (None, None)
        way_back = row.cell(back)
        if way_back is not None and says_nothing(way_back.value):
            way_back = None
        flags.append(Flag(cell, found[0], found[1], way_back, row.span))
    return flags


def _share(words: Located | None) -> tuple[float | None, Span | None]:
    if words is None:
        return None, None
    match = _PERCENT.search(words.value)
    return (float(match[1]), words.span) if match else (None, None)


def _percentages(nodes: Iterable[Node], source: Source) -> Iterable[tuple[float, Span]]:
    """Every percentage of the section that speaks of a share of users, with its place."""
    for node in nodes:
        for block in node.blocks:
            if block.kind not in ("paragraph", "list", "table"):
                continue
            if b"%" not in source.bytes[block.start : block.end]:
                continue
            for position, line in source.lines(block.start, block.end):
                lowered = line.lower()
                if "%" not in line or not any(word in lowered for word in _SHARE_WORDS):
                    continue
                span_of = source.span_of(line, position)
                for match in _PERCENT.finditer(line):
                    yield float(match[1]), span_of(match.start(), match.end())

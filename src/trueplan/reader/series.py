"""Which headings are the phases: the outermost series that carries the work."""

from __future__ import annotations

from trueplan.reader.phase_heading import read_numbered_heading
from trueplan.reader.shapes import Member, Node, Series
from trueplan.reader.source import Source

# Words that mean other things as often: they need boxes to be work.
_ONLY_WITH_BOXES = ("story", "user story", "issue", "ticket", "priority", "tier")
# A series with less than this part of all boxes does not carry the work by them.
_SHARE = 5


def choose_series(nodes: list[Node], source: Source) -> list[Member]:
    """The sections that are the phases, in order; empty where no series is one."""
    keyword, numbered = _candidates(nodes)
    series = _split(keyword, source)
    chosen = _choose(series)
    if chosen is None:
        return _numbered(numbered, nodes, source)
    family = [
        one
        for one in series
        if one.word == chosen.word
        and one.level == chosen.level
        and (one is chosen or (one.boxes and chosen.boxes))
    ]
    members = [member for one in family for member in one.members]
    return sorted(members, key=lambda member: member.node.start)


def _candidates(nodes: list[Node]) -> tuple[list[Member], list[Member]]:
    keyword: list[Member] = []
    numbered: list[Member] = []
    for node in nodes:
        if node.heading is None:
            continue
        found = node.opening
        if found is not None:
            if node.level > 1 or not found.weak:
                keyword.append(Member(node, found))
        else:
            other = read_numbered_heading(node.heading.text)
            if other is not None:
                numbered.append(Member(node, other))
    return keyword, numbered


def _split(members: list[Member], source: Source) -> list[Series]:
    """Group by keyword and level, then cut where the numbers start over."""
    families: dict[tuple[str, int], list[Member]] = {}
    for member in members:
        families.setdefault((member.heading.word, member.node.level), []).append(member)
    all_strong = [member for member in members if not member.heading.weak]
    everything = len(source.markdown.boxes)
    series: list[Series] = []
    for (word, level), family in families.items():
        strong = [member for member in family if not member.heading.weak]
        if not strong and not (_is_series(family) and _encloses(family, all_strong)):
            continue
        for run in _runs(_joined(strong, family) if strong else family):
            boxes = sum(source.boxes(member.node.start, member.node.end)[1] for member in run)
            if boxes * _SHARE < everything:
                boxes = 0
            if not boxes and word in _ONLY_WITH_BOXES:
                continue
            size = sum(member.node.end - member.node.start for member in run)
            series.append(Series(word, level, tuple(run), boxes, size))
    return series


def _joined(strong: list[Member], family: list[Member]) -> list[Member]:
    """The headings with a separator, and those without that stand in a gap of their numbers."""
    numbers = {int(member.heading.number) for member in strong if member.heading.number.isdigit()}
    if len(strong) == len(family) or not numbers:
        return strong
    gaps = set(range(min(numbers), max(numbers))) - numbers
    return [
        member
        for member in family
        if not member.heading.weak
        or (member.heading.number.isdigit() and int(member.heading.number) in gaps)
    ]


def _encloses(family: list[Member], strong: list[Member]) -> bool:
    """Whether every heading with a separator stands inside one of `family`."""
    return all(
        any(one.node.start < member.node.start < one.node.end for one in family)
        for member in strong
    )


def _is_series(family: list[Member]) -> bool:
    """Whether headings without a separator count on all the same: Phase 1 Base, Phase 2 Roof."""
    numbers = [member.heading.number for member in family]
    return len(set(numbers)) == len(numbers) >= 2


def _runs(family: list[Member]) -> list[list[Member]]:
    runs: list[list[Member]] = []
    seen: set[str] = set()
    for member in family:
        number = member.heading.number
        if not runs:
            restart = True
        else:
            last = runs[-1][-1]
            moved = member.node.parent != last.node.parent
            first = runs[-1][0].heading.number
            restart = number in seen and (moved or (number == first and len(runs[-1]) > 1))
        if restart:
            runs.append([])
            seen = set()
        runs[-1].append(member)
        seen.add(number)
    return runs


def _choose(series: list[Series]) -> Series | None:
    if not series:
        return None
    best = max(series, key=lambda one: one.weight)
    if len(best.members) == 1 and best.members[0].heading.weak:
        return None
    # Climb: a series around the chosen one is the outer series of the same work.
    while True:
        outer = [
            one
            for one in series
            if one.level < best.level and _holds(one, best) and len(one.members) > 1
        ]
        if not outer:
            return best
        best = max(outer, key=lambda one: one.weight)


def _holds(outer: Series, inner: Series) -> bool:
    """Whether most sections of `inner` stand inside `outer`, in more than one of its sections."""
    holders = [
        index
        for member in inner.members
        for index, one in enumerate(outer.members)
        if one.node.start < member.node.start < one.node.end
    ]
    return len(holders) * 2 > len(inner.members) and len(set(holders)) > 1


def _numbered(members: list[Member], nodes: list[Node], source: Source) -> list[Member]:
    """Headings with a bare number, where they count on and carry boxes."""
    levels: dict[tuple[int, int], list[Member]] = {}
    for member in members:
        levels.setdefault((member.node.level, member.node.parent), []).append(member)
    best: list[Member] = []
    most = (0, 0)
    for (level, parent), family in levels.items():
        if len(family) < 2:
            continue
        boxes = sum(source.boxes(one.node.start, one.node.end)[1] for one in family)
        called = parent >= 0 and nodes[parent].element == "phases"
        if (boxes > 0 or called) and (boxes, -level) > most:
            best, most = family, (boxes, -level)
    return best

"""What a plan says in words about itself: overview, approach, testing."""

from __future__ import annotations

from trueplan.markdown import Table
from trueplan.model.located import Located
from trueplan.model.plan import Approach, Objective, Overview, Testing
from trueplan.reader.points import read_groups, read_points
from trueplan.reader.shapes import Node
from trueplan.reader.source import Source
from trueplan.reader.tables import read_grid
from trueplan.reader.vocabulary import SECTIONS


def read_overview(elements: dict[str, list[Node]], nodes: list[Node], source: Source) -> Overview:
    """The business objective and the technical summary; `elements` are the sections by name."""
    groups: dict[str, list[Located]] = {}
    for name in ("objective", "summary", "overview"):
        for node in elements.get(name, ())[:1]:
            for label, points in read_groups(nodes[node.number : node.until], source).items():
                groups.setdefault(SECTIONS.get(label, label), points)
    for name in ("problem", "users", "impact", "metrics"):
        for node in elements.get(name, ())[:1]:
            groups.setdefault(name, list(read_points(node.blocks, source)))

    def pick(*names: str) -> tuple[Located, ...]:
        return next((tuple(groups[name]) for name in names if name in groups), ())

    objective = Objective(pick("problem"), pick("users"), pick("impact"), pick("metrics"))
    return Overview(
        objective,
        pick("architecture"),
        pick("major components", "components"),
        pick("integration points", "integrations"),
        pick("dependencies"),
    )


def read_approach(elements: dict[str, list[Node]], source: Source) -> Approach:
    """Architecture, technologies, patterns and changes to the database."""

    def points(name: str) -> tuple[Located, ...]:
        found = elements.get(name, ())
        return read_points(found[0].blocks, source) if found else ()

    return Approach(
        points("architecture"), points("technologies"), points("patterns"), points("database")
    )


def read_testing(elements: dict[str, list[Node]], source: Source) -> Testing:
    """The kinds of tests, the goals for coverage and the rows of the device matrix."""
    kinds = {
        name: read_points(elements[name][0].blocks, source)
        for name in ("unit", "integration", "manual", "user-acceptance", "coverage")
        if name in elements
    }
    devices: list[tuple[Located, ...]] = []
    coverage = list(kinds.get("coverage", ()))
    for name in ("testing", "manual", "devices"):
        for node in elements.get(name, ())[:1]:
            for block in node.blocks:
                if block.kind == "table" and not devices:
                    assert isinstance(block, Table)
                    devices.extend(row.cells for row in read_grid(block, source).rows)
    for points in kinds.values():
        coverage.extend(
            point for point in points if "coverage" in point.value.lower() and point not in coverage
        )
    return Testing(
        kinds.get("unit", ()),
        kinds.get("integration", ()),
        kinds.get("manual", ()),
        kinds.get("user-acceptance", ()),
        tuple(coverage),
        tuple(devices),
    )

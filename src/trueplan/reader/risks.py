"""Risks: in a table of any column order, in a list, or under sub-headings."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.markdown import Table
from trueplan.model.located import Located
from trueplan.model.plan import Risk
from trueplan.reader.items import list_items
from trueplan.reader.points import says_nothing
from trueplan.reader.shapes import Node
from trueplan.reader.source import Source
from trueplan.reader.tables import Grid, Row, read_grid
from trueplan.reader.words import normalise, split_label
from trueplan.text import Span

_MITIGATION = (
    "mitigation",
    "mitigations",
    "mitigation strategy",
    "response",
    "contingency",
    "缓解措施",
    "対策",
    "대응",
)


def read_risks(nodes: Iterable[Node], source: Source) -> tuple[Risk, ...]:
    """Every risk in the section and below it."""
    found: list[Risk] = []
    for depth, node in enumerate(nodes):
        before = len(found)
        for block in node.blocks:
            if block.kind == "table":
                assert isinstance(block, Table)
                found.extend(_of_table(read_grid(block, source)))
            elif block.kind == "list" and not depth:
                found.extend(_of_list(node, source))
                break
        if depth and len(found) == before:
            risk = _of_section(node, source)
            if risk is not None:
                found.append(risk)
    return tuple(found)


def _of_table(grid: Grid) -> list[Risk]:
    risk_column = grid.column("risk")
    if risk_column is None:
        return []
    likelihood, impact = grid.column("likelihood"), grid.column("impact")
    mitigation = grid.column("mitigation")
    if mitigation is None and likelihood is None and impact is None:
        return []
    return [
        Risk(
            text,
            row.cell(likelihood),
            row.cell(impact),
            _said(row, mitigation),
            row.span,
            mitigation is not None,
        )
        for row in grid.rows
        if (text := row.cell(risk_column)) is not None and text.value
    ]


def _said(row: Row, column: int | None) -> Located | None:
    cell = row.cell(column)
    return cell if cell is not None and not says_nothing(cell.value) else None


def _of_list(node: Node, source: Source) -> list[Risk]:
    """Items such as `**Risk**: … **Mitigation**: …`, or with the mitigation nested below."""
    found: list[Risk] = []
    for item in list_items(node.blocks):
        words = source.lead(item)
        nested = [source.lead(child) for child in list_items(item.children)]
        mitigation = next((one for one in nested if _is_mitigation(one.value)), None)
        lowered = words.value.lower()
        if mitigation is None and any(word in lowered for word in ("mitigat", "→", "->")):
            mitigation = words
        tells = mitigation is not None or any(_is_rating(one.value) for one in nested)
        found.append(Risk(words, None, None, mitigation, Span(item.start, item.end), tells))
    return found


def _is_mitigation(text: str) -> bool:
    split = split_label(text)
    return split is not None and normalise(split.words) in _MITIGATION


def _is_rating(text: str) -> bool:
    split = split_label(text)
    return split is not None and normalise(split.words) in ("likelihood", "probability", "impact")


def _of_section(node: Node, source: Source) -> Risk | None:
    """A sub-heading is a risk where something below it is labelled as its mitigation."""
    if node.heading is None:
        return None
    labels: dict[str, Located] = {}
    for block in node.blocks:
        leads = (
            [(block.start, block.end)]
            if block.kind == "paragraph"
            else [(source.words_start(item), item.lead_end) for item in list_items((block,))]
        )
        for start, end in leads:
            for position, line in source.lines(start, end):
                split = split_label(line)
                if split is not None:
                    value = source.located(
                        position + len(line[: split.value_start].encode()),
                        position + len(line.encode()),
                    )
                    labels.setdefault(normalise(split.words), value)
    mitigation = next((labels[word] for word in _MITIGATION if word in labels), None)
    if mitigation is None and "impact" not in labels and "likelihood" not in labels:
        return None
    heading = source.located(node.heading.start, node.heading.end)
    return Risk(
        Located(node.heading.text, heading.span),
        labels.get("likelihood") or labels.get("probability"),
        labels.get("impact"),
        mitigation,
        Span(node.start, node.end),
    )

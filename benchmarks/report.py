"""The report as Markdown. Nothing here measures or reads anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from measure import Spread


class Verdict(NamedTuple):
    """A target and what was measured; `reached` is None where it could not be told."""

    question: str
    target: str
    measured: str
    reached: bool | None


class Table(NamedTuple):
    """A table. The first `words` columns are text, the others numbers."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    words: int = 1


class Curves(NamedTuple):
    """How something grows: for each name a line of values over the same sizes."""

    what: str
    size: str
    sizes: Sequence[int]
    lines: Mapping[str, Sequence[float]]


class Section(NamedTuple):
    """A question: its verdicts, then paragraphs, tables and curves in order."""

    title: str
    verdicts: Sequence[Verdict]
    parts: Sequence[str | Table | Curves]


class Report(NamedTuple):
    """Everything that is written. `how` stands below the sections."""

    introduction: Sequence[str]
    sections: Sequence[Section]
    how: Section


def render(report: Report) -> str:
    """The whole page, the targets of all sections first."""
    verdicts = [verdict for section in report.sections for verdict in section.verdicts]
    parts = ["# Benchmarks", *report.introduction]
    if verdicts and len(report.sections) > 1:
        parts.append(render_table(_targets(verdicts)))
    parts += [render_section(section) for section in (*report.sections, report.how)]
    return "\n\n".join(parts) + "\n"


def render_section(section: Section) -> str:
    """One section under its heading."""
    parts = [f"## {section.title}"]
    if section.verdicts:
        parts.append(render_table(_targets(section.verdicts)))
    parts += map(_render_part, section.parts)
    return "\n\n".join(parts)


def _render_part(part: str | Table | Curves) -> str:
    if isinstance(part, str):
        return part
    return render_table(part) if isinstance(part, Table) else render_curves(part)


def render_curves(curves: Curves) -> str:
    """A chart as Mermaid draws it, and below what its lines are: it has no legend of its own."""
    ordered = sorted(curves.lines, key=lambda name: -curves.lines[name][-1])
    top = max(one for line in curves.lines.values() for one in line)
    sizes = ", ".join(f'"{one:,}"' for one in curves.sizes)
    chart = [
        "```mermaid",
        "xychart-beta",
        f'    x-axis "{curves.size}" [{sizes}]',
        f'    y-axis "{curves.what}" 0 --> {1.05 * top:.4g}',
        *(f"    line [{_numbers(curves.lines[name])}]" for name in ordered),
        "```",
    ]
    names = ", ".join(f"`{name}`" for name in ordered)
    return "\n".join([*chart, "", f"The lines at their right end, from the top: {names}."])


def _numbers(values: Iterable[float]) -> str:
    return ", ".join(f"{one:.4g}" for one in values)


def render_table(table: Table) -> str:
    """A pipe table, its columns padded so that the source can be read too."""
    rows = [list(table.head), *(list(row) for row in table.rows)]
    cells = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    widths = [max(3, *(len(row[column]) for row in cells)) for column in range(len(table.head))]
    rule = [
        "-" * width if column < table.words else "-" * (width - 1) + ":"
        for column, width in enumerate(widths)
    ]
    lines = [_pad(row, widths, table.words) for row in cells]
    return "\n".join([lines[0], f"| {' | '.join(rule)} |", *lines[1:]])


def _pad(row: Sequence[str], widths: Sequence[int], words: int) -> str:
    padded = [
        cell.ljust(width) if column < words else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return f"| {' | '.join(padded)} |"


def _targets(verdicts: Iterable[Verdict]) -> Table:
    rows = [(one.question, one.target, one.measured, _reached(one.reached)) for one in verdicts]
    return Table(("question", "target", "measured", "target reached"), rows, words=4)


def _reached(reached: bool | None) -> str:
    return "not measured" if reached is None else "yes" if reached else "**no**"


def show_seconds(value: Spread) -> str:
    """A median with its ends: `1.52 s (1.49–1.61)`; in milliseconds below a second."""
    if value.median < 1:
        median, low, high = (1000 * one for one in value)
        return f"{median:.1f} ms ({low:.1f}–{high:.1f})"
    return f"{value.median:.2f} s ({value.low:.2f}–{value.high:.2f})"


def show_ratio(value: float, base: float) -> str:
    """How many times `base` a value is: `1.25`; a dash without a base."""
    return f"{value / base:.2f}" if base else "–"


def show_megabytes(size: float) -> str:
    """Bytes in millions: `21.4 MB`."""
    return f"{size / 1e6:.1f} MB"


def show_share(part: float, whole: float) -> str:
    """A share: `12.5 %`; a dash of nothing."""
    return f"{100 * part / whole:.1f} %" if whole else "–"

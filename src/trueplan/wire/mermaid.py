"""Mermaid: a schedule as a Gantt chart, a graph as a flowchart.

Mermaid decodes `#` with the number of a character and `;` after it has parsed, so that nothing a
plan holds can be taken for syntax.
"""

from __future__ import annotations

from trueplan.app.graph import Graph
from trueplan.app.scheduled import Row, Scheduled
from trueplan.wire.encoding import encodable

_SYNTAX = frozenset('#;:%"`<>[](){}|&\\$@~')
# Words that begin a statement of a Gantt chart, and those that end a block of a flowchart.
_STATEMENTS = frozenset(
    (
        "section", "title", "click", "dateformat", "axisformat", "tickinterval", "excludes",
        "includes", "todaymarker", "weekday", "weekend", "inclusiveenddates", "topaxis",
        "acctitle", "accdescr", "gantt", "call", "href", "end",
    )
)  # fmt: skip
_CLASSES = (
    "classDef done fill:#d8e8d8,stroke:#5a7a5a,color:#1a1a1a",
    "classDef in_progress fill:#dce6f2,stroke:#4a6a94,color:#1a1a1a",
    "classDef ready fill:#fdfcf8,stroke:#4a6a94,color:#1a1a1a",
    "classDef blocked fill:#f6e0dc,stroke:#a0503c,color:#1a1a1a",
    "classDef not_started fill:#f4f3ef,stroke:#8a8880,color:#1a1a1a",
    "classDef cancelled fill:#eceae4,stroke:#b0aea6,color:#6a6860",
)


def gantt(scheduled: Scheduled, title: str) -> str:
    """The schedule as Mermaid's `gantt`, a section for each plan; last days are inclusive."""
    lines = [
        "gantt",
        f"    title {_text(title)}",
        "    dateFormat YYYY-MM-DD",
        "    inclusiveEndDates",
    ]
    number = 0
    for plan, rows in scheduled.by_plan():
        lines.append(f"    section {_text(plan.title)}")
        for row in rows:
            number += 1
            lines.append(f"    {_task(row, number)}")
    return "\n".join(lines) + "\n"


def _task(row: Row, at: int) -> str:
    first, last = row.first_day or row.last_day, row.last_day
    place = row.ref.removeprefix(row.plan)
    name = _text(f"{place} {row.title}".strip())
    if first is None or last is None:
        return f"%% {name}, on a day that is not known"
    tags = ["crit"] * row.critical
    tags += ["done"] * (row.state == "done") + ["active"] * (row.state == "in_progress")
    if row.state != "done" and not row.remaining:
        return f"{name} :{', '.join(['milestone', *tags, f't{at}', last, '0d'])}"
    return f"{name} :{', '.join([*tags, f't{at}', first, last])}"


def flowchart(graph: Graph) -> str:
    """The graph as Mermaid's `flowchart`; a wait that is left out of a circle is dotted."""
    names = {node.ref: f"n{at}" for at, node in enumerate(graph.nodes, 1)}
    lines = ["flowchart LR"]
    if graph.grain == "plans":
        lines += [f'    {names[one.ref]}["{_text(one.ref)}"]' for one in graph.nodes]
    else:
        for at, (plan, nodes) in enumerate(graph.by_plan(), 1):
            lines.append(f'    subgraph p{at}["{_text(plan)}"]')
            lines += [
                f'        {names[one.ref]}["{_text(_label(one.ref, plan, one.title))}"]'
                for one in nodes
            ]
            lines.append("    end")
    for edge in graph.edges:
        arrow = "-. left out .->" if edge.left_out else "==>" if edge.critical else "-->"
        lines.append(f"    {names[edge.before]} {arrow} {names[edge.after]}")
    states: dict[str, list[str]] = {}
    for node in graph.nodes:
        states.setdefault(node.state, []).append(names[node.ref])
    lines += [f"    {line}" for line in _CLASSES if line.split()[1] in states]
    lines += [f"    class {','.join(members)} {state}" for state, members in states.items()]
    return "\n".join(lines) + "\n"


def _label(ref: str, plan: str, title: str) -> str:
    return f"{ref.removeprefix(plan)} {title}".strip()


def _text(words: str) -> str:
    """Words on one line, without what Mermaid would take for syntax."""
    line = encodable(" ".join(words.split()))
    text = "".join(f"#{ord(sign)};" if sign in _SYNTAX else sign for sign in line)
    if line.split(" ", 1)[0].lower() in _STATEMENTS:
        text = f"#{ord(line[0])};{text[1:]}"
    return text or "-"

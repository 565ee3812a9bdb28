"""Risks in tables of any order, in lists and under sub-headings."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.reader.texts import plan_of

_CELLS = {
    "Risk": "Mail is slow",
    "Likelihood": "High",
    "Impact": "Med",
    "Mitigation": "Queue it",
}


def _risks(body: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """Text, likelihood, impact and mitigation of each risk below the heading."""
    return [
        (
            risk.text.value,
            risk.likelihood and risk.likelihood.value,
            risk.impact and risk.impact.value,
            risk.mitigation and risk.mitigation.value,
        )
        for risk in plan_of(f"# P\n\n## Risks & Mitigation\n\n{body}\n").risks
    ]


def _table(cells: dict[str, str]) -> str:
    rows = ("| " + " | ".join(row) + " |" for row in (cells, ["---"] * len(cells), cells.values()))
    return "\n".join(rows)


@pytest.mark.parametrize("order", list(permutations(_CELLS)), ids=" ".join)
def test_columns_in_any_order(order: tuple[str, ...]) -> None:
    """Columns are known by their names, not by where they stand."""
    cells = {name: _CELLS[name] for name in order}
    assert _risks(_table(cells)) == [("Mail is slow", "High", "Med", "Queue it")]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"Risk": "a", "Mitigation": "b"}, ("a", None, None, "b")),
        (
            {"Risk": "a", "Probability": "Low", "Impact": "High", "Mitigation": "b"},
            ("a", "Low", "High", "b"),
        ),
        ({"Risk": "a", "Impact": "High", "Mitigation": "b"}, ("a", None, "High", "b")),
        ({"Risk": "a", "Failure mode": "x", "Mitigation": "b"}, ("a", None, None, "b")),
        (
            {
                "ID": "R1",
                "Risk": "a",
                "Impact": "High",
                "Probability": "Low",
                "Mitigation": "b",
                "Owner": "CTO",
            },
            ("a", "Low", "High", "b"),
        ),
        (
            {"#": "1", "Risk": "a", "Severity": "High", "Mitigation Strategy": "b"},
            ("a", None, "High", "b"),
        ),
        ({"**Risk**": "a", "**Mitigation**": "b"}, ("a", None, None, "b")),
        (
            {"Risk": "a", "Likelihood": "Low", "Impact": "Low", "Mitigation": ""},
            ("a", "Low", "Low", None),
        ),
        (
            {"Risk": "a", "Likelihood": "Low", "Impact": "Low", "Mitigation": "TBD"},
            ("a", "Low", "Low", None),
        ),
        (
            {"Risk": "a", "Likelihood": "Low", "Impact": "Low", "Mitigation": "-"},
            ("a", "Low", "Low", None),
        ),
        ({"Risk": "a", "Contingency": "b", "Likelihood": "Low"}, ("a", "Low", None, "b")),
        ({"风险": "a", "可能性": "高", "影响": "中", "缓解措施": "b"}, ("a", "高", "中", "b")),
        ({"リスク": "a", "発生確率": "低", "影響": "高", "対策": "b"}, ("a", "低", "高", "b")),
        ({"위험": "a", "확률": "낮음", "영향": "높음", "대응": "b"}, ("a", "낮음", "높음", "b")),
    ],
)
def test_columns_that_people_use(cells: dict[str, str], expected: tuple[str | None, ...]) -> None:
    """Fewer columns, other names, more columns, other scripts, an empty mitigation."""
    assert _risks(_table(cells)) == [expected]


def test_a_ragged_row_has_what_it_has() -> None:
    """Cells that are missing are empty, cells too many are left, and the next row is read."""
    body = (
        "| Risk | Likelihood | Impact | Mitigation |\n|---|---|---|---|\n"
        "| a | High |\n| b | Low | Low | c | d |"
    )
    assert _risks(body) == [("a", "High", "", None), ("b", "Low", "Low", "c")]


def test_a_table_without_a_mitigation_says_so() -> None:
    """A table that has no column for it is not one that left it empty."""
    (risk,) = plan_of("## Risks\n\n| Risk | Impact |\n|---|---|\n| a | High |\n").risks
    assert (risk.mitigation, risk.has_mitigation_column) == (None, False)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- **Risk**: slow mail\n  - **Mitigation**: queue it", "Mitigation: queue it"),
        ("- Slow mail\n  - Mitigation: queue it", "Mitigation: queue it"),
        ("1. **Slow mail**\n   - *Mitigation*: queue it", "Mitigation: queue it"),
        ("- **Slow mail** → queue it", "Slow mail → queue it"),
        ("- **Slow mail**: bad. **Mitigation**: queue it", "Slow mail: bad. Mitigation: queue it"),
        ("- Slow mail", None),
    ],
)
def test_risks_in_a_list(body: str, expected: str | None) -> None:
    """The mitigation is nested below the risk or told on its line."""
    ((_, _, _, mitigation),) = _risks(body)
    assert mitigation == expected


def test_risks_as_sub_headings() -> None:
    """Labels below the heading rate it and say what is done about it."""
    assert _risks("""### Risk: Slow mail

**Likelihood**: High
**Impact**: Medium
**Mitigation**: Queue it

### Lost mail

- **Impact:** High
- **Mitigation:** Send twice
""") == [
        ("Risk: Slow mail", "High", "Medium", "Queue it"),
        ("Lost mail", None, "High", "Send twice"),
    ]


def test_a_table_of_other_things_in_the_section() -> None:
    """A legend of ratings is no risk."""
    body = _table(_CELLS) + "\n\n| Rating | Meaning |\n|---|---|\n| High | over half |"
    assert _risks(body) == [("Mail is slow", "High", "Med", "Queue it")]


@pytest.mark.parametrize(
    "heading",
    [
        "Risks & Mitigation",
        "Risks and Mitigations",
        "Risk Assessment",
        "Risks",
        "⚠️ Risks",
        "7. Risks",
        "Risk Register",
        "Technical Risks",
        "风险",
        "リスク",
        "위험",
    ],
)
def test_headings_of_risks(heading: str) -> None:
    """However the section is called, its risks are read."""
    plan = plan_of(f"# P\n\n## {heading}\n\n{_table(_CELLS)}\n")
    assert [risk.text.value for risk in plan.risks] == ["Mail is slow"]


def test_the_span_of_a_risk_is_its_row() -> None:
    """From the first cell to the last."""
    text = f"# P\n\n## Risks\n\n{_table(_CELLS)}\n"
    (risk,) = plan_of(text).risks
    assert risk.text.span.slice(text.encode()) == b"Mail is slow"
    assert risk.span.slice(text.encode()).split(b" | ")[-1].strip(b" |") == b"Queue it"

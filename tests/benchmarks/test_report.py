"""The pure parts of the benchmark: medians, ratios, tables. Nothing is measured here."""

from __future__ import annotations

import pytest

from checking import find_summary
from measure import Run, Spread, cpus, peak, spread, walls
from report import (
    Curves,
    Report,
    Section,
    Table,
    Verdict,
    render,
    render_curves,
    render_table,
    show_megabytes,
    show_ratio,
    show_seconds,
    show_share,
)

_RUNS = [Run(3.0, 5.0, 10), Run(1.0, 4.0, 30), Run(2.0, 9.0, 20)]


def test_a_spread_is_the_median_and_the_ends() -> None:
    assert spread([3.0, 1.0, 2.0, 10.0]) == Spread(2.5, 1.0, 10.0)


def test_there_is_no_median_of_nothing() -> None:
    with pytest.raises(ValueError, match="median of nothing"):
        spread([])


def test_times_are_medians_and_the_peak_is_the_largest() -> None:
    assert (walls(_RUNS), cpus(_RUNS)) == (Spread(2.0, 1.0, 3.0), Spread(5.0, 4.0, 9.0))
    assert peak(_RUNS) == 30


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (show_seconds(Spread(1.5, 1.25, 2.0)), "1.50 s (1.25–2.00)"),
        (show_seconds(Spread(0.0115, 0.011, 0.02)), "11.5 ms (11.0–20.0)"),
        (show_ratio(3.0, 2.0), "1.50"),
        (show_ratio(3.0, 0.0), "–"),
        (show_megabytes(21_400_000), "21.4 MB"),
        (show_share(1.0, 8.0), "12.5 %"),
        (show_share(1.0, 0.0), "–"),
    ],
)
def test_figures_are_written_with_their_unit(shown: str, expected: str) -> None:
    assert shown == expected


def test_a_table_is_padded_and_escapes_pipes() -> None:
    table = Table(("a", "wide"), [("x|y", "1"), ("z", "22")])
    assert render_table(table) == (
        "| a    | wide |\n| ---- | ---: |\n| x\\|y |    1 |\n| z    |   22 |"
    )


@pytest.mark.parametrize(
    ("reached", "word"), [(True, "yes"), (False, "**no**"), (None, "not measured")]
)
def test_a_verdict_says_whether_its_target_is_reached(reached: bool | None, word: str) -> None:
    section = Section("One", [Verdict("speed", "10", "9", reached)], ["Words."])
    page = render(Report(["Before."], [section], Section("How", [], [])))
    assert page == (
        "# Benchmarks\n\nBefore.\n\n## One\n\n"
        "| question | target | measured | target reached |\n"
        "| -------- | ------ | -------- | -------------- |\n"
        f"| speed    | 10     | 9        | {word:14} |\n\nWords.\n\n## How\n"
    )


def test_a_page_of_several_sections_begins_with_all_targets() -> None:
    sections = [Section(name, [Verdict(f"q{name}", "t", "m", True)], []) for name in ("One", "Two")]
    page = render(Report([], sections, Section("How", [], [])))
    first = page.partition("## One")[0]
    assert "qOne" in first
    assert "qTwo" in first


@pytest.mark.parametrize(
    ("said", "sum_of_it"),
    [
        (
            "x\n\n39 errors, 3 warnings in 16 of 78 plans.\nmore\n",
            "39 errors, 3 warnings in 16 of 78 plans",
        ),
        (
            "a:1:1: b\n\nIssues: Found 4884 issues in 79/80 files (192ms)\n",
            "Issues: Found 4884 issues in 79/80 files (192ms)",
        ),
        ("nothing of the kind", ""),
    ],
)
def test_the_sum_of_a_checker_is_found_in_what_it_prints(said: str, sum_of_it: str) -> None:
    assert find_summary(said) == sum_of_it


def test_curves_are_drawn_by_mermaid() -> None:
    """The highest at the end is named first."""
    curves = Curves("time, s", "plans", (10, 1_000), {"old": (1, 20), "new": (2.0, 10.123456)})
    assert (
        render_curves(curves)
        == """\
```mermaid
xychart-beta
    x-axis "plans" ["10", "1,000"]
    y-axis "time, s" 0 --> 21
    line [1, 20]
    line [2, 10.12]
```

The lines at their right end, from the top: `old`, `new`."""
    )

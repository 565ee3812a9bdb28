"""The page of the backtests holds what running them gives."""

from __future__ import annotations

import pytest

from backtest.page import (
    KNOWN,
    OURS,
    KubernetesMarks,
    coverage_table,
    loss_table,
    quoted_table,
    team_rows,
    ties_table,
)
from documentation.markdown import table
from tests.conftest import ROOT, SHARED
from trueplan.forecast.survival import Strength

PAGE = (ROOT / "docs" / "backtests.md").read_text(encoding="utf-8")
DATA = SHARED / "data" / "kep_slips.csv"


@pytest.fixture(scope="module")
def marks() -> KubernetesMarks:
    """The replay of Kubernetes' plans, which takes some seconds."""
    if not DATA.is_file():
        pytest.skip("the file shared/data/kep_slips.csv is not beside the project")
    return KubernetesMarks(DATA)


def test_the_tables_of_kubernetes_are_what_a_rerun_gives(marks: KubernetesMarks) -> None:
    for shown in (
        quoted_table(marks.all),
        coverage_table(marks.all),
        loss_table(marks.all),
        ties_table(marks.all),
        coverage_table(marks.late),
        loss_table(marks.late),
    ):
        assert shown in PAGE, "stale: run `just backtest`"


def test_our_forecasts_are_calibrated_and_lose_least(marks: KubernetesMarks) -> None:
    """With ties drawn every level holds, also where nothing was tuned."""
    for scores in (marks.all, marks.late):
        ours = scores[OURS]
        assert all(one.holds for one in ours.pit)
        naive = [scores[name] for name in scores if "ours" not in name]
        assert all(ours.loss < one.loss and ours.crps < one.crps for one in naive)


def test_published_baselines_come_out_within_a_hundredth(marks: KubernetesMarks) -> None:
    published = {
        "as planned": (0.56, 0.56, 0.56, 0.56),
        "empirical slips": (0.56, 0.71, 0.73, 0.80),
        "duration ratio": (0.56, 0.77, 0.80, 0.88),
        "Kaplan–Meier by group": (0.74, 0.92, 0.97, 0.99),
    }
    for name, quoted in published.items():
        assert marks.all[name].quoted == pytest.approx(quoted, abs=0.01)


def test_the_settings_are_those_with_the_least_loss() -> None:
    """The first row of the tuning table, several of which lose the same."""
    first = Strength()
    assert f"| {first.group:g} | {first.neighbour:g} | {first.later:g} | 0.2252 |" in PAGE


def test_a_row_of_teams_is_what_a_rerun_gives() -> None:
    """One of the rows, as they take minutes together."""
    (row,) = team_rows("takes twice as long", KNOWN[1:2])
    assert table(("x",), [row]).split("\n")[-1] in PAGE, "stale: run `just backtest`"

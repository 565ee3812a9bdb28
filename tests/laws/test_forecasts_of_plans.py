"""Forecasts of plans: what holds whatever the plans are."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tests.laws.projects import projects
from trueplan.app.forecast import forecast_plans
from trueplan.app.forecasted import LEVELS, Inquiry
from trueplan.app.schedule import Question, schedule_plans
from trueplan.app.trial_clock import Dates
from trueplan.wire.encoding import encode
from trueplan.wire.forecast import forecast_answer

TODAY = "2026-03-10"
FEW = Inquiry(trials=200)


@contextmanager
def repository(files: Mapping[str, str]) -> Iterator[Path]:
    """A folder that holds the files, without a git."""
    with tempfile.TemporaryDirectory() as name:
        for path, text in files.items():
            place = Path(name, path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        yield Path(name)


def days(dates: Dates) -> list[str]:
    """The days of all levels, each of which can be told."""
    found = [day for _, day in dates if day is not None]
    assert len(found) == len(LEVELS)
    return found


@given(projects())
def test_days_rise_with_their_level_and_none_is_behind(files: dict[str, str]) -> None:
    """The plan is done no earlier than any of its phases."""
    with repository(files) as root:
        for one in forecast_plans(root, FEW, TODAY).plans:
            whole = days(one.dates)
            for phase in one.phases:
                row = days(phase.dates)
                assert row == sorted(row)
                assert row[0] >= TODAY
                assert all(x <= y for x, y in zip(row, whole, strict=True))
            assert sum(share for _, _, share in one.bins) == pytest.approx(0.99)
            assert one.chance is None or 0 <= one.chance <= 1


@given(projects(), st.integers(0, 3))
def test_the_same_seed_gives_the_same_bytes(files: dict[str, str], seed: int) -> None:
    def answer(root: Path) -> bytes:
        return encode(forecast_answer(forecast_plans(root, FEW._replace(seed=seed), TODAY)))

    with repository(files) as root:
        assert answer(root) == answer(root)


@given(projects())
def test_a_plan_asked_for_alone_has_the_days_that_it_has_among_all(files: dict[str, str]) -> None:
    with repository(files) as root:
        for one in forecast_plans(root, FEW, TODAY).plans:
            alone = forecast_plans(root, FEW._replace(plans=(one.ref,)), TODAY)
            assert alone.plans == (one,)


@given(projects())
def test_a_phase_is_never_before_what_it_waits_for(files: dict[str, str]) -> None:
    with repository(files) as root:
        waits = {row.ref: row.after for row in schedule_plans(root, Question(), TODAY).rows}
        for one in forecast_plans(root, FEW, TODAY).plans:
            by_ref = {phase.ref: days(phase.dates) for phase in one.phases}
            for ref, after in waits.items():
                for cause in after:
                    if ref in by_ref and cause in by_ref:
                        pairs = zip(by_ref[cause], by_ref[ref], strict=True)
                        assert all(before <= last for before, last in pairs)


@given(projects(owners=("Ann",)))
def test_more_time_is_never_later_for_all_there_is(files: dict[str, str]) -> None:
    """With one owner, and for the last end: what has time left lets another plan go first."""

    def last(root: Path, pace: str) -> list[str]:
        found = forecast_plans(root, FEW._replace(paces=(f"Ann={pace}/week",)), TODAY)
        return [max(row) for row in zip(*(days(one.dates) for one in found.plans), strict=True)]

    with repository(files) as root:
        if forecast_plans(root, FEW, TODAY).plans:
            pairs = zip(last(root, "7"), last(root, "2"), strict=True)
            assert all(fast <= slow for fast, slow in pairs)


@given(projects())
def test_every_plan_is_forecast_or_left_out_with_a_reason(files: dict[str, str]) -> None:
    with repository(files) as root:
        found = forecast_plans(root, FEW, TODAY)
    named = {one.ref for one in found.plans} | {ref for ref, _ in found.left_out}
    assert named == {Path(path).stem for path in files}

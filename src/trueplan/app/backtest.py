"""How right the forecasts of a repository would have been."""

from __future__ import annotations

from collections.abc import Callable

from trueplan.app.experience import observe, see_phases
from trueplan.app.no_plans import no_plans
from trueplan.app.plan_files import NotRead, PlanFile, read_plan_files
from trueplan.app.plan_past import read_plans_past
from trueplan.app.repository import open_repository, survey
from trueplan.app.stats import measure_efforts
from trueplan.errors import UsageError
from trueplan.forecast.backtest import Score, replay
from trueplan.forecast.score import Calibration
from trueplan.forecast.work import LEVELS
from trueplan.record import AnyPath, Record

__all__ = ["LEVELS", "Backtested", "Calibration", "Score", "backtest_repository"]


class Backtested(Record):
    """The scores of the forecast and of the baselines beside it, over finished phases.

    `left_out` are finished phases that could not be scored: without an estimate, or without a
    known effort. `running` phases go on, and are known to have taken at least what they took.
    """

    scores: tuple[Score, ...]
    left_out: tuple[str, ...]
    running: int
    remarks: tuple[str, ...]


def backtest_repository(
    folder: AnyPath, today: str, progress: Callable[[int, int], None] | None = None
) -> Backtested:
    """Replay the finished phases of the repository around `folder`, each with what was known then.

    Raises UsageError where there are no plans, or no git, and GitError.
    """
    repository = open_repository(folder)
    files: list[PlanFile] = []
    passed: list[NotRead] = []
    for one in read_plan_files(repository, survey(repository)):
        files.append(one) if isinstance(one, PlanFile) else passed.append(one)
    if not files:
        raise no_plans(repository, folder, [one[:2] for one in passed])
    if not repository.in_git:
        raise UsageError(
            f"{repository.root} is not in a git repository, so nothing is known of the past",
            help="`git init`, and commit the plans",
        )
    pasts = read_plans_past(repository, files, today, progress)
    seen = see_phases(pasts.plans, measure_efforts(repository, pasts))
    observations = observe(seen)
    found = replay(observations)
    return Backtested(
        found.scores,
        found.left_out,
        sum(one.finished is None for one in observations),
        pasts.past.remarks if pasts.past is not None else (),
    )

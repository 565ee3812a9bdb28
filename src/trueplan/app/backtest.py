"""How right the forecasts of a repository would have been."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from trueplan.app.experience import observe, see_phases
from trueplan.app.finished_phases import measure_efforts
from trueplan.app.forecast_memory import gather_work
from trueplan.app.no_plans import no_plans
from trueplan.app.plan_files import NotRead, PlanFile, read_plan_files
from trueplan.app.plan_past import read_plans_past
from trueplan.app.repository import open_repository, survey
from trueplan.errors import UsageError
from trueplan.forecast.backtest import gather_cases, score_sessions
from trueplan.forecast.day_backtest import Pacing, score_days
from trueplan.forecast.observation import Observation
from trueplan.forecast.pace import Worked
from trueplan.forecast.score import Calibration
from trueplan.forecast.track_record import Score
from trueplan.forecast.work import LEVELS
from trueplan.record import AnyPath, Record
from trueplan.schedule.calendar import Calendar, Calendars
from trueplan.schedule.worktime import Worktime, last_day
from trueplan.text.day import day_number

__all__ = ["LEVELS", "Backtested", "Calibration", "Score", "backtest_repository"]

_MOST_CASES = 500  # beyond, only the last ones are replayed


class Backtested(Record):
    """The scores of the forecast and of the baselines beside it, over finished phases.

    `scores` are in sessions, `days` in days from the first to the last of a phase. `left_out` are
    finished phases that could not be scored: without an estimate, or without a known effort.
    `running` phases go on, and are known to have taken at least what they took.
    """

    scores: tuple[Score, ...]
    days: tuple[Score, ...]
    left_out: tuple[str, ...]
    running: int
    remarks: tuple[str, ...]


def backtest_repository(
    folder: AnyPath,
    today: str,
    seed: int = 1,
    progress: Callable[[int, int], None] | None = None,
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
    efforts = measure_efforts(repository, pasts)
    observations = observe(see_phases(pasts.plans, efforts))
    cases = gather_cases(observations, last=_MOST_CASES)
    calendars = repository.configuration.calendars
    pacing = _pace(observations, gather_work(pasts, efforts, calendars, today), calendars)
    finished = [one for one in observations if one.finished is not None]
    remarks = pasts.remarks
    if len(cases) < sum(one.can_be_scored for one in observations):
        remarks = (f"only the last {len(cases)} finished phases are replayed", *remarks)
    return Backtested(
        score_sessions(cases),
        score_days(cases, pacing, seed),
        tuple(one.ref for one in finished if not one.can_be_scored),
        len(observations) - len(finished),
        remarks,
    )


def _pace(
    observations: Sequence[Observation], worked: Mapping[str, Worked], calendars: Calendars
) -> Pacing:
    """How work was spread over days, on everybody's calendar."""

    def days_after(day: str, weeks: float) -> int:
        worktime = Worktime(calendars.everybody, day)
        end = worktime.end_of(weeks * calendars.everybody.sessions_per_week)
        return day_number(last_day(day, end)) - day_number(day)

    owners = {one.worker: calendars.of(one.role) for one in observations}
    return Pacing(
        worked,
        {worker: one.sessions_per_week for worker, one in owners.items() if one.told},
        Calendar().sessions_per_week,
        days_after,
    )

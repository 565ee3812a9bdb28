"""The page about the backtests. Its sentences are here, its figures come from running them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from backtest import words
from backtest.kubernetes import ENOUGH, Marks, adapt, mark, replay, scored_targets, tune
from backtest.methods import (
    Method,
    as_planned,
    duration_ratio,
    empirical,
    kaplan_meier,
    survival,
)
from backtest.releases import read_targets
from backtest.teams import TEAMS, Outcome, Replayed, replay_team, try_team
from documentation.markdown import join, table
from trueplan.forecast.score import Calibration
from trueplan.forecast.survival import Strength
from trueplan.forecast.work import LEVELS

PAGE = "docs/backtests.md"
TUNED = "2022-12-10"  # the day after 1.26 came out
_TUNED_AT = 26
STEPS = (0.005, 0.01, 0.015, 0.02)
KNOWN = (0, 5, 18, 60)
CASES = 400
_SEED = 1
_REPLAYED = ("keeps its estimates", "takes twice as long", "scatters widely")
_METHODS: dict[str, Method] = {
    "as planned": as_planned,
    "empirical slips": empirical,
    "duration ratio": duration_ratio,
    "Kaplan–Meier by group": kaplan_meier,
    "hazards (ours)": survival(Strength()),
}
OURS = "hazards (ours)"
_QUOTED = {
    "as planned": (".56", ".56", ".56", ".56"),
    "empirical slips": (".56", ".71", ".73", ".80"),
    "duration ratio": (".56", ".77", ".80", ".88"),
    "Kaplan–Meier by group": (".74", ".92", ".97", ".99"),
}


_TEAM_HEAD = (
    "teams",
    "phases known",
    *(f"{level} %" for level in LEVELS),
    "loss",
    "as planned",
    "mean ratio",
)

_RECORD_HEAD = (
    "teams",
    "n",
    *(f"{level} %" for level in LEVELS),
    "CRPS",
    "as planned",
    "mean ratio",
)


class KubernetesMarks:
    """The marks of all methods over all targets and over those that nothing was tuned on."""

    def __init__(self, data: Path) -> None:
        targets = read_targets(data)
        asked = scored_targets(targets)
        made = {name: replay(targets, asked, method) for name, method in _METHODS.items()}
        for step in STEPS:
            made[adapted(step)] = adapt(made[OURS], step)
        self.targets = targets
        self.first, self.last = asked[0].day, asked[-1].day
        self.all = {name: mark(one) for name, one in made.items()}
        self.late = {
            name: mark([each for each in one if each.target.day >= TUNED])
            for name, one in made.items()
        }
        self.unreached = sum(1 for one in asked if one.actual is None)


def adapted(step: float) -> str:
    """What adaptive labels with this step are called."""
    return f"ours, adaptive labels, step {step}"


def backtests_page(data: Path) -> str:
    """The whole page."""
    marks = KubernetesMarks(data)
    return join(
        words.INTRODUCTION,
        "## Kubernetes",
        _kubernetes_words(marks),
        quoted_table(marks.all),
        words.COVERAGE,
        coverage_table(marks.all),
        words.LOSS,
        loss_table(marks.all),
        words.TIES,
        ties_table(marks.all),
        "### What nothing was tuned on",
        _late_words(marks.late),
        coverage_table(marks.late),
        loss_table(marks.late),
        words.TUNING,
        _tuning_table(marks),
        "### What was reached",
        _reached(marks),
        "## Simulated teams",
        words.TEAMS,
        table(_TEAM_HEAD, [row for team in TEAMS for row in team_rows(team.name, KNOWN)]),
        words.TEAMS_READ,
        "### The record of single phases",
        words.RECORD,
        table(_RECORD_HEAD, [_replayed_row(name) for name in _REPLAYED]),
        words.LIMITS,
    )


def quoted_table(marks: Mapping[str, Marks]) -> str:
    """The baselines as they were published, and as they come out here."""
    rows = [
        (name, " / ".join(quoted), " / ".join(f"{one:.3f}" for one in marks[name].quoted))
        for name, quoted in _QUOTED.items()
    ]
    return table(("method", "published", "here"), rows)


def coverage_table(marks: Mapping[str, Marks]) -> str:
    """How often labels held."""
    head = ("method", *(f"{level} %" for level in LEVELS))
    return table(head, [(name, *map(_share, one.coverage)) for name, one in marks.items()])


def loss_table(marks: Mapping[str, Marks]) -> str:
    """Pinball losses and CRPS, in releases."""
    head = ("method", *(f"pinball {level} %" for level in LEVELS), "mean pinball", "CRPS", "n")
    rows = [
        (
            name,
            *(f"{loss:.3f}" for loss in one.pinball),
            f"{one.loss:.3f}",
            f"{one.crps:.3f}",
            str(one.n),
        )
        for name, one in marks.items()
    ]
    return table(head, rows)


def ties_table(marks: Mapping[str, Marks]) -> str:
    """Coverage with ties drawn; adaptive labels have no distribution of their own."""
    head = ("method", *(f"{level} %" for level in LEVELS))
    rows = [(name, *map(_share, marks[name].pit)) for name in _METHODS if name != "as planned"]
    return table(head, rows)


def team_rows(name: str, known: Sequence[int], cases: int = CASES) -> list[tuple[str, ...]]:
    """The rows of a kind of team."""
    (team,) = [one for one in TEAMS if one.name == name]
    return [_team_row(name, size, try_team(team, size, cases, _SEED)) for size in known]


def _team_row(name: str, known: int, outcome: Outcome) -> tuple[str, ...]:
    losses = (outcome.loss, outcome.as_planned, outcome.mean_ratio)
    return (
        name,
        str(known),
        *map(_share, outcome.coverage),
        *(f"{one:.3f}" for one in losses),
    )


def _replayed_row(name: str) -> tuple[str, ...]:
    (team,) = [one for one in TEAMS if one.name == name]
    found: Replayed = replay_team(team, 30, 40, _SEED)
    return (name, str(found.n), *map(_share, found.coverage), *(f"{one:.3f}" for one in found.crps))


def _share(one: Calibration) -> str:
    shown = f"{one.achieved:.3f} ({one.low:.2f}–{one.high:.2f})"
    return shown if one.holds else f"**{shown}**"


def _tuning_table(marks: KubernetesMarks) -> str:
    tried = tune(marks.targets, TUNED, _TUNED_AT)
    rows = [
        (f"{one.group:g}", f"{one.neighbour:g}", f"{one.later:g}", f"{loss:.4f}")
        for loss, one in tried[:6]
    ]
    return table(("worth of the wider group", "of the band before", "prior hazard", "loss"), rows)


def _kubernetes_words(marks: KubernetesMarks) -> str:
    first = marks.all[OURS]
    return (
        "The enhancements of Kubernetes say in which release they plan to reach a stage (alpha, "
        "beta, stable), and the feature gates in its source say when they did. The data have "
        "planned against actual releases; only plans made before the fact count, whose outcome is "
        f"known. A plan is forecast on the day it was merged, once {ENOUGH} stages are known to "
        f"have been reached: {first.n} plans from {marks.first} to {marks.last}, "
        f"{marks.unreached} of them not reached by 1.35, the last release in the data. Known on a "
        "day is what had been planned before it, and the actual release only if it was out.\n\n"
        "Four baselines were published with the data, without saying on which plans and how those "
        "never reached were counted. They come out, within a hundredth, if a plan that was not "
        "reached by 1.35 is a miss for a label up to 1.35 and left out for a later one; the "
        "Kaplan–Meier estimate is by stage and by whether the plan was for the next release, with "
        "late plans censored in the release under development:"
    )


def _late_words(marks: Mapping[str, Marks]) -> str:
    return (
        f"The {marks[OURS].n} plans from {TUNED} on. No setting of ours was chosen by looking at "
        "what became of them."
    )


def _reached(marks: KubernetesMarks) -> str:
    ours, best = marks.all[OURS], marks.all["Kaplan–Meier by group"]
    late, late_best = marks.late[OURS], marks.late["Kaplan–Meier by group"]
    slow, fast = (marks.all[adapted(step)] for step in (STEPS[1], STEPS[-1]))
    return words.REACHED.format(
        loss=ours.loss,
        best=best.loss,
        late=late.loss,
        late_best=late_best.loss,
        crps=ours.crps,
        best_crps=best.crps,
        pit=_holding(ours.pit),
        late_pit=_holding(late.pit),
        held=_holding(ours.coverage),
        promised=" / ".join(f"{one:.3f}" for one in ours.promised),
        fast=STEPS[-1],
        fast_held=_holding(fast.coverage),
        fast_loss=fast.loss,
        slow=STEPS[1],
        slow_held=_holding(slow.coverage),
        slow_loss=slow.loss,
        on_time=marks.all["as planned"].coverage[0].achieved,
    )


def _holding(calibrations: Sequence[Calibration]) -> str:
    held = [f"{one.level} %" for one in calibrations if one.holds]
    return ", ".join(held) or "none"

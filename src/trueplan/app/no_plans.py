"""What to say where there are no plans."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.app.repository import Repository, survey
from trueplan.errors import UsageError
from trueplan.record import AnyPath


def no_plans(
    repository: Repository, place: AnyPath, passed_over: Iterable[tuple[str, str]]
) -> UsageError:
    """The error for a place without plans: where was looked, what was passed over, what to do."""
    passed = "".join(f"\n  {path}: {why}" for path, why in list(passed_over)[:5])
    indexes = survey(repository).found.of("index")
    if indexes and not passed and str(place) == str(repository.root):
        return UsageError(
            f"no plans yet: {indexes[0]} waits for the first",
            help='`trueplan new "Topic"` makes it',
        )
    plans, source = repository.configuration.plans, repository.configuration.source
    if plans is None:
        looked = "folders called plans, files named after a plan and specs/*/tasks.md"
        advice = "name the files, or list patterns under `plans` in trueplan.toml"
    else:
        looked = f"what `plans` in {source} says: {', '.join(plans) or 'nothing'}"
        advice = f"name the files, or change `plans` in {source}"
    return UsageError(
        f"no plans found at {place}",
        help=f"looked below {repository.root} for {looked}{passed}\n{advice}",
    )

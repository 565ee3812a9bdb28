"""What to say where there are no plans."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.app.repository import Repository
from trueplan.errors import UsageError
from trueplan.record import AnyPath


def no_plans(
    repository: Repository, place: AnyPath, passed_over: Iterable[tuple[str, str]]
) -> UsageError:
    """The error for a place without plans: where was looked, what was passed over, what to do."""
    plans, source = repository.configuration.plans, repository.configuration.source
    if plans is None:
        looked = "folders called plans, files named after a plan and specs/*/tasks.md"
        advice = "name the files, or list patterns under `plans` in trueplan.toml"
    else:
        looked = f"what `plans` in {source} says: {', '.join(plans) or 'nothing'}"
        advice = f"name the files, or change `plans` in {source}"
    passed = "".join(f"\n  {path}: {why}" for path, why in list(passed_over)[:5])
    return UsageError(
        f"no plans found at {place}",
        help=f"looked below {repository.root} for {looked}{passed}\n{advice}",
    )

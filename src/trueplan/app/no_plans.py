"""What to say where there are no plans."""

from __future__ import annotations

from collections.abc import Iterable

from trueplan.app.repository import Repository
from trueplan.errors import UsageError
from trueplan.record import AnyPath


def no_plans(
    repository: Repository, folder: AnyPath, passed_over: Iterable[tuple[str, str]]
) -> UsageError:
    """The error for a place without plans: where was looked, what was passed over, what to do."""
    looked = f"looked below {repository.root} for folders called plans, files named after a plan"
    passed = "".join(f"\n  {path}: {why}" for path, why in list(passed_over)[:5])
    return UsageError(
        f"no plans found at {folder}",
        help=f"{looked} and specs/*/tasks.md{passed}\n"
        "name the files, or list patterns under `plans` in trueplan.toml",
    )

"""The plan that is meant where none is named: the only one in progress."""

from __future__ import annotations

from trueplan.app.no_plans import no_plans
from trueplan.app.plan_files import NotRead, read_plan_files
from trueplan.app.repository import Repository, Survey
from trueplan.errors import AmbiguousReference, UsageError
from trueplan.model.standing import derive_standing
from trueplan.record import AnyPath

_MOST_LISTED = 10


def find_plan_in_progress(
    repository: Repository, overview: Survey, folder: AnyPath, command: str
) -> str:
    """The reference of the one plan that is in progress.

    Raises UsageError where there is none, AmbiguousReference where there are several, both with
    the candidates as words behind `command`.
    """
    states: dict[str, str] = {}
    passed: list[tuple[str, str]] = []
    for one in read_plan_files(repository, overview):
        if isinstance(one, NotRead):
            passed.append((one.path, one.why))
        else:
            states[one.ref] = derive_standing(one.plan).state
    if not states:
        raise no_plans(repository, folder, passed)
    moving = [ref for ref, state in states.items() if state == "in_progress"]
    if len(moving) == 1:
        return moving[0]
    if moving:
        raise AmbiguousReference(
            f"{len(moving)} plans are in progress", help=_say_which(moving, command)
        )
    still = [ref for ref, state in states.items() if state in ("planned", "paused")]
    raise UsageError("no plan is in progress", help=_say_which(still or list(states), command))


def _say_which(refs: list[str], command: str) -> str:
    lines = [f"  {command} {ref}" for ref in refs[:_MOST_LISTED]]
    if len(refs) > _MOST_LISTED:
        lines.append(f"  and {len(refs) - _MOST_LISTED} more: `trueplan list`")
    return "say which one:\n" + "\n".join(lines)

"""TP703: in progress, and nothing happened for a month."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.edit.voice import quoted
from trueplan.lint.finding import Found
from trueplan.lint.named import is_document
from trueplan.lint.past import Past
from trueplan.lint.rule import Committed, Rule
from trueplan.lint.subject import Subject
from trueplan.reader.named_files import find_named_files
from trueplan.text.day import days_between

QUIET = 30  # days
_WIDELY_NAMED = 8  # files that one name can mean before it means none


def check(subject: Subject) -> Iterator[Found]:
    """Report a plan in progress with no commit to it or its files in the last month."""
    plan = subject.plan
    assert plan is not None
    status = plan.header.status
    if status is None or status.value != "in_progress":
        return
    past = subject.past()
    last = _last_sign(subject, past) if past is not None else None
    if past is None or last is None:
        return
    days = days_between(last, subject.today)
    if days < QUIET or past.touched(subject.path):
        return
    yield Found(
        status.span,
        f"the status says {quoted(status.raw)}, but the last commit to the plan, or to a file"
        f" that it names, was {days} days ago, on {last}",
        help="go on with it, pause it, or say that it is over",
        ref=subject.ref,
        mark=f"quiet since {last}",
        seen=f"quiet since {last}",
    )


def _last_sign(subject: Subject, past: Past) -> str | None:
    """The day of the last commit to the plan or to a file that it names; None without one."""
    changed = past.changed(subject.path)
    if changed is None or days_between(changed, subject.today) < QUIET:
        return changed
    days = [changed]
    for name in {one.name for one in find_named_files(subject.source, 0, len(subject.source))}:
        meant = () if is_document(name) else past.files(subject.path, name)
        if len(meant) <= _WIDELY_NAMED:
            days += [one.changed for one in meant]
    return max(days)


_PLAN = """\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Phases

### Phase 1: Masts

- [x] Order the masts
- [ ] Put the masts up
"""

RULE = Rule(
    code="TP703",
    name="stale",
    severity="note",
    scope="plan",
    summary="The plan is in progress, and nothing happened for a month.",
    what=(
        f"Reports a plan whose status says that it is in progress when {QUIET} days or more went "
        "by since the last commit to the plan or to a file that it names."
    ),
    why=(
        "What nobody works on is paused or over, and a list of what is in progress is of use only "
        "as long as it is true."
    ),
    limits=(
        "Work on files that the plan does not name is not seen, nor is work that leaves no commit. "
        "Documents that the plan names are not looked at, nor is a name that very many files have. "
        "A plan that names what everything changes, as the list of packages, never looks stale. "
        "One without a status is not judged, whatever its boxes say, nor one that is changed in "
        "the work tree. In a shallow clone a file may look younger than it is, never older. "
        "Without git it says nothing."
    ),
    bad=_PLAN,
    good=_PLAN,
    past=(Committed("2026-01-12", "Plan the lights", (("PLAN", None),)),),
    good_past=(Committed("2026-03-02", "Plan the lights", (("PLAN", None),)),),
    check=check,
)

"""TP702: a task is open, and the files that it was to make are there."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.edit.voice import quoted_path
from trueplan.lint.finding import Found
from trueplan.lint.named import NamingTask, is_document, is_made
from trueplan.lint.past import FilePast, Past
from trueplan.lint.rule import Committed, Rule
from trueplan.lint.subject import Subject
from trueplan.reader.named_files import NamedFile


def check(subject: Subject) -> Iterator[Found]:
    """Report each open task all of whose files are there, some of them since after the plan."""
    plan = subject.plan
    assert plan is not None
    if plan.header.status is not None and plan.header.status.value == "cancelled":
        return
    past = subject.past()
    if past is None or not past.complete:
        return
    for task in subject.making("open"):
        made = _made(task, subject, past)
        if made is None:
            continue
        named, file = made
        yield Found(
            named.span,
            f"the task is open, but {quoted_path(named.name)} has been there since {file.came}",
            help="tick the task if it is done",
            ref=subject.ref,
            mark=f"committed {file.came}",
            seen=f"{named.name} in {' '.join(task.item.text.split())}",
        )


def _made(task: NamingTask, subject: Subject, past: Past) -> tuple[NamedFile, FilePast] | None:
    """The first file that is no older than the plan, where all that the task makes are there."""
    if any(is_document(one.name) or is_made(one.name) for one in task.files):
        return None
    new: tuple[NamedFile, FilePast] | None = None
    for one in task.files:
        there = [
            file for file in past.files(subject.path, one.name) if subject.files.exists(file.path)
        ]
        if len(there) != 1:
            return None
        if new is None and there[0].since != "before":
            new = (one, there[0])
    return new


_PLAN = """\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Phases

### Phase 1: Masts

- [ ] Add `lights/masts.py` with the height of each mast
- [ ] Put the masts up
"""
_PAST = (
    Committed("2026-03-02", "Plan the lights", (("PLAN", None),)),
    Committed("2026-03-04", "Masts", (("lights/masts.py", "HEIGHTS = {}\n"),)),
)

RULE = Rule(
    code="TP702",
    name="shipped-but-unticked",
    severity="warning",
    scope="plan",
    summary="An open task names new files, and they are there.",
    what=(
        "Reports an open task that says it makes files, or that is nothing but a file's name, when "
        "all of them stand in the work tree and at least one came with the commit that brought the "
        "plan, or with a later one."
    ),
    why="Work that is done and not ticked is planned, and sometimes done, a second time.",
    limits=(
        "It sees that the files are there, not that they are finished. Documents are left out, "
        "because they grow with every task, and so is a name that several files answer to. Of the "
        "tasks that name the same file the first makes it; those that go on with it are not "
        "judged, nor is one that only changes files which were there before the plan. Files that "
        "came with the very first commit of a repository count as having been there. In a shallow "
        "clone, and without git, it says nothing."
    ),
    confidence="likely",
    bad=_PLAN,
    good=_PLAN.replace("- [ ] Add", "- [x] Add"),
    past=_PAST,
    check=check,
)

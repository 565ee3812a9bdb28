"""TP701: a task is ticked, and the file that it was to make never was."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.edit.voice import quoted
from trueplan.lint.finding import Found
from trueplan.lint.named import NamingTask, is_made, naming_tasks
from trueplan.lint.rule import Committed, Rule
from trueplan.lint.subject import Subject
from trueplan.reader.named_files import NamedFile
from trueplan.text.pattern import Pattern

# Verbs before a name that say that the file comes with the task.
_MAKES = Pattern(
    r"\b(?:add|added|adds|create|created|creates|write|wrote|written|implement|implemented|"
    r"introduce|introduced|generate|build|built|make|made|new|extract|extracted|move|moved|"
    r"set up|draft|document|port|ported)\b",
)
# Words that say that it need not: a choice, a condition, the opposite.
_NEED_NOT = Pattern(
    r"\b(?:remove|removed|delete|deleted|drop|dropped|without|instead of|no longer|if|optional|"
    r"optionally|or similar|or just|either|e\.g|maybe|temporary|throwaway)\b",
)


def check(subject: Subject) -> Iterator[Found]:
    """Report each ticked task that is to make a file which is nowhere and never was."""
    plan = subject.plan
    assert plan is not None
    for task in naming_tasks(plan, subject.source, ("done",)):
        phantom = _phantom(task, subject)
        if phantom is None:
            continue
        yield Found(
            phantom.span,
            f"the task is ticked, but {quoted(phantom.name)} was never committed",
            help="untick the task, or name the file that came of it",
            ref=subject.ref,
            mark="in no commit",
            seen=f"{phantom.name} in {' '.join(task.item.text.split())}",
        )


def _phantom(task: NamingTask, subject: Subject) -> NamedFile | None:
    """The first file that the task makes and nothing has; None where all there is to see is."""
    words = task.item.text.lower()
    if not _MAKES.search(words) or _NEED_NOT.search(words):
        return None
    past = subject.past()
    if past is None or not past.complete or past.made(subject.path) is None:
        return None
    for one in task.files:
        if "/" not in one.name or is_made(one.name) or _stands(one.name, subject):
            continue
        if not past.files(subject.path, one.name) and not past.ignores(subject.path, one.name):
            return one
    return None


def _stands(name: str, subject: Subject) -> bool:
    """Whether the file is on the disk, committed or not."""
    beside = subject.resolve(name)
    return any(
        subject.files.exists(path) for path in (name, beside) if path and not path.startswith("..")
    )


_PLAN = """\
# Implementation Plan: Harbour lights

**Status**: In Progress

## Phases

### Phase 1: Masts

- [x] Add `lights/masts.py` with the height of each mast
- [ ] Put the masts up
"""

RULE = Rule(
    code="TP701",
    name="phantom-completion",
    severity="warning",
    scope="plan",
    summary="A ticked task makes a file that never existed.",
    what=(
        "Reports a ticked task that says it adds, creates, writes or moves a file, and gives its "
        "path, when no commit ever had a file of that name and path and none stands in the work "
        "tree. A path may be given from the root, from the plan, or by its end."
    ),
    why="A box that is ticked without the work is the one that nobody looks at again.",
    limits=(
        "It sees files, not what is in them: a file that was there before is taken for the work. "
        "A name without a folder is not looked for, nor are files that git ignores or a build "
        "makes. In a shallow clone, and without git, it says nothing. A file that was made under "
        "another name is reported; then the plan is what has to change."
    ),
    confidence="likely",
    bad=_PLAN,
    good=_PLAN,
    past=(Committed("2026-03-02", "Plan the lights", (("PLAN", None),)),),
    good_past=(
        Committed("2026-03-02", "Plan the lights", (("PLAN", None),)),
        Committed("2026-03-04", "Masts", (("lights/masts.py", "HEIGHTS = {}\n"),)),
    ),
    check=check,
)

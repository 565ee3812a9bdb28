"""TP701: a task is ticked, and the file that it was to make never was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trueplan.edit.voice import quoted_path
from trueplan.lint.finding import Found
from trueplan.lint.named import NamingTask, is_made
from trueplan.lint.past import Past
from trueplan.lint.rule import Committed, Rule
from trueplan.lint.subject import Subject
from trueplan.reader.named_files import NamedFile
from trueplan.text.pattern import Pattern

# Words that say that a file need not come, or need not stay: a choice, a condition, a passing aid.
_NEED_NOT = Pattern(
    r"\b(?:without|instead of|no longer|if|optional(?:ly)?|or similar|or just|either|e\.g|maybe|"
    r"tempor\w+|throwaway|scratch|repro\w*|prototype|spike|experiment\w*)\b",
    re.IGNORECASE,
)
_PASSING = Pattern(r"(?:^|[/_.-])(?:repro|scratch|spike|poc|temp)(?=[/_.-])", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Found]:
    """Report each ticked task that is to make a file which is nowhere and never was."""
    past = subject.past()
    if past is None or not past.complete:
        return
    missing = list(_missing(subject, past))
    names = dict.fromkeys(one.name for _, files in missing for one in files)
    ignored = past.ignored(subject.path, names) if names else frozenset()
    for task, files in missing:
        phantom = next((one for one in files if one.name not in ignored), None)
        if phantom is not None:
            yield Found(
                phantom.span,
                f"the task is ticked, but {quoted_path(phantom.name)} was never committed",
                help="untick the task, or name the file that came of it",
                ref=subject.ref,
                mark="in no commit",
                seen=f"{phantom.name} in {' '.join(task.item.text.split())}",
            )


def _missing(subject: Subject, past: Past) -> Iterator[tuple[NamingTask, list[NamedFile]]]:
    """The ticked tasks with the files that they make and that are nowhere."""
    for task in subject.making("done"):
        if past.made(subject.path) is None:
            return
        files = [
            one
            for one in task.files
            if "/" in one.name
            and not is_made(one.name)
            and not _PASSING.search(one.name)
            and not _stands(one.name, subject)
            and not past.files(subject.path, one.name)
        ]
        if files and not _NEED_NOT.search(task.item.text):
            yield task, files


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
        "Reports a ticked task that says it adds, creates, writes or moves a file, or that is "
        "nothing but a file's path, when no commit ever had a file of that name and path and none "
        "stands in the work tree. A path may be given from the root, from the plan, or by its end."
    ),
    why="A box that is ticked without the work is the one that nobody looks at again.",
    limits=(
        "It sees files, not what is in them: a file that was there before is taken for the work. "
        "A name without a folder is not looked for, nor are files that git ignores, a build makes, "
        "or that are there for a while: reproductions, prototypes, scratch. Where the task leaves "
        "a choice (*if*, *or similar*) it is not judged. In a shallow clone, without git, and for "
        "a plan that was never committed, it says nothing. A file that was made under another "
        "name is reported; then the plan is what has to change."
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

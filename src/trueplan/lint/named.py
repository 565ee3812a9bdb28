"""The files that the tasks of a plan name."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.model.item import Item, walk
from trueplan.model.plan import Plan
from trueplan.reader.named_files import NamedFile, find_named_files
from trueplan.record import Record
from trueplan.text.pattern import Pattern

# Folders and files that a build makes, or that each machine has of its own.
_MADE = Pattern(
    r"(?:^|/)(?:dist|build|out|target|node_modules|coverage|htmlcov|tmp|\.next|\.venv|__pycache__)/"
    r"|(?:^|/)\.env(?:\.|$)|(?:^|/)coverage\.|\.(?:log|lock|min\.js|map)$",
)
_DOCUMENTS = (".md", ".markdown", ".txt")


class NamingTask(Record):
    """A task, with the files that it names itself; those of nested tasks are theirs."""

    item: Item
    files: tuple[NamedFile, ...]


def naming_tasks(plan: Plan, source: bytes, states: tuple[str, ...]) -> Iterator[NamingTask]:
    """The tasks in one of `states` that name files, in the order of the document."""
    loose = list(walk(plan.tasks))
    for item in [item for phase in plan.phases for item in walk(phase.tasks)] + loose:
        if item.state in states:
            files = find_named_files(source, item.text_span.start, item.text_span.end)
            if files:
                yield NamingTask(item, files)


def is_made(name: str) -> bool:
    """Whether a name is that of a file which is made by machine, and so hardly ever committed."""
    return bool(_MADE.search(name.lower()))


def is_document(name: str) -> bool:
    """Whether a name is that of a text, which work on other things changes as well."""
    return name.lower().endswith(_DOCUMENTS)

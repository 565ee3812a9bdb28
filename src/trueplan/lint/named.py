"""The files that the tasks of a plan are to make."""

from __future__ import annotations

from collections.abc import Iterator

from trueplan.model.item import Item, walk
from trueplan.model.plan import Plan
from trueplan.reader.named_files import NamedFile, find_named_files, may_name_files
from trueplan.record import Record
from trueplan.text.pattern import Pattern

# Folders and files that a build makes, or that each machine has of its own.
_MADE = Pattern(
    r"(?:^|/)(?:dist|build|out|target|node_modules|coverage|htmlcov|tmp|\.next|\.venv|__pycache__)/"
    r"|(?:^|/)\.env(?:\.|$)|(?:^|/)coverage\.|\.(?:log|lock|min\.js|map)$",
)
_DOCUMENTS = (".md", ".markdown", ".txt")
# All that follows is looked for in small letters: `re.IGNORECASE` would take twice as long.
# Verbs that say that the file comes with the task; `make sure` makes nothing.
_MAKES = Pattern(
    r"\b(?:create|write|wrote|written|implement|introduce|generate|build|built|"
    r"make(?! sure)|made(?! sure)|new|extract|move|set up|draft|document|port)(?:s|d|ed|ted|es)?\b"
)
# What is added is new, what it is added to need not be.
_ADDS = Pattern(r"\badd(?:s|ed)?\b")
_TAKES_AWAY = Pattern(r"\b(?:remov|delet|drop(?:s|ped)?\b|discard|revert|retir|replac)")
# Words before a name that say what is only looked at: tests *for* a file, moved *from* a file.
_BEHIND = r"[ \t]+(?:(?:the|an?|existing|old)[ \t]+)?[*_`(\[\"']*$"
_LOOKED_AT = Pattern(r"\b(?:for|from|of|against|using|via|like|see|than|per|by|if)" + _BEHIND)
_ADDED_TO = Pattern(r"\b(?:to|into)" + _BEHIND)
_MARKS = "`*_~()[]: \t"


class NamingTask(Record):
    """A task with the files that it is to make."""

    item: Item
    files: tuple[NamedFile, ...]


class Making:
    """The tasks of a plan that are to make files, looked for once however many rules ask."""

    def __init__(self, plan: Plan | None, source: bytes) -> None:
        self._plan = plan
        self._source = source
        self._tasks: tuple[NamingTask, ...] | None = None

    def __call__(self, state: str) -> tuple[NamingTask, ...]:
        """Those in a state, in the order of the document."""
        if self._tasks is None:
            found = making_tasks(self._plan, self._source) if self._plan is not None else ()
            self._tasks = tuple(found)
        return tuple(one for one in self._tasks if one.item.state == state)


def making_tasks(plan: Plan, source: bytes) -> Iterator[NamingTask]:
    """The tasks that are to make files, in the order of the document.

    A task says so by a verb, or by naming a file and nothing else. The file of several tasks is
    made by the first of them, and by what is nested in it; the others go on with it.
    """
    makers: dict[str, Item] = {}
    loose = list(walk(plan.tasks))
    for item in [item for phase in plan.phases for item in walk(phase.tasks)] + loose:
        files = []
        for one in _made_files(item, source):
            maker = makers.setdefault(one.name.lower(), item)
            if maker is item or maker.span.contains(item.span):
                files.append(one)
        if files:
            yield NamingTask(item, tuple(files))


def _made_files(item: Item, source: bytes) -> list[NamedFile]:
    """The files that an item makes by its own words; those of nested tasks are theirs."""
    if not may_name_files(item.text):
        return []
    words = item.text.lower()
    makes = _MAKES.search(words)
    verb = makes or _ADDS.search(words)
    if not verb and " " in words.strip(_MARKS):
        return []
    start, end = item.text_span
    named = find_named_files(source, start, end)
    if not named or _TAKES_AWAY.search(words):
        return []
    if not verb:
        return [one for one in named if words.strip(_MARKS) == one.name.lower()]
    return [one for one in named if _is_object(_before(one, source, start), bool(makes))]


def _is_object(before: str, makes: bool) -> bool:
    """Whether what stands before a name leaves it to be what is made."""
    return not _LOOKED_AT.search(before) and (makes or not _ADDED_TO.search(before))


def _before(one: NamedFile, source: bytes, start: int) -> str:
    return source[start : one.span.start].decode("utf-8", "replace").lower()


def is_made(name: str) -> bool:
    """Whether a name is that of a file which is made by machine, and so hardly ever committed."""
    return bool(_MADE.search(name.lower()))


def is_document(name: str) -> bool:
    """Whether a name is that of a text, which work on other things changes as well."""
    return name.lower().endswith(_DOCUMENTS)

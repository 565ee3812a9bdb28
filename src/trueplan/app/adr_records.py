"""The decisions of a folder: which are there, which number is next, which one somebody names."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator

from trueplan.app.companion_folder import companion_folder
from trueplan.app.repository import Repository, Survey, named_folder, relative_path
from trueplan.edit.adr_calling import bare_title
from trueplan.edit.adr_head import AdrFile, read_adr_file
from trueplan.edit.adr_index import DecisionIndex, numbers_in, read_decision_indexes
from trueplan.edit.adr_name import is_dated, read_adr_name
from trueplan.errors import AmbiguousReference, Refused, UnknownReference, UsageError
from trueplan.lint.mention import project_of
from trueplan.record import AnyPath, Record
from trueplan.text.pattern import Pattern
from trueplan.workspace.places import ADR_FOLDERS, kind_of

_MOST = 9999
_MOST_LISTED = 10
_INDEX_NAMES = ("readme.md", "index.md")
_WORD = Pattern(r"(?:adr[-_ :#]*)?0*(\d{1,4})", 2)  # re.IGNORECASE


class Records(Record):
    """The decisions in a folder and below it, by number.

    `names` are the names of the files on disk, also of those that are no records or that git
    ignores. `indexes` are the tables or lists that name decisions, the one for new ones first;
    `readmes` the files that could hold one.
    """

    folder: str
    files: tuple[AdrFile, ...]
    names: tuple[str, ...]
    indexes: tuple[DecisionIndex, ...]
    readmes: tuple[str, ...]

    @property
    def neighbours(self) -> tuple[AdrFile, ...]:
        """The records that a new one looks like: those beside it, else those below."""
        real = [one for one in self.files if not _is_template(one)]
        beside = [one for one in real if posixpath.dirname(one.path) == self.folder]
        return tuple(beside or real)

    def next_number(self) -> int:
        """One more than any number that a file or the index has. Raises Refused."""
        read = [one.number for name in self.names if (one := read_adr_name(name)) is not None]
        if not read and any(is_dated(name) for name in self.names):
            raise Refused(
                f"the decisions in {self.folder or 'the root'} are named by days, not by numbers",
                help="nothing was written; copy one of them",
            )
        number = max((*read, *numbers_in(self.indexes)), default=0) + 1
        if number > _MOST:
            raise Refused(f"there is no number behind {_MOST}", help="nothing was written")
        return number


def read_records(repository: Repository, overview: Survey, folder: str) -> Records:
    """Read the decisions in a folder and below it, and their index."""
    start = f"{folder}/" if folder else ""
    files = []
    for path in overview.found.of("adr"):
        source = repository.read(path) if path.startswith(start) else None
        if isinstance(source, bytes):
            files.append(read_adr_file(path, source))
    files.sort(key=lambda one: (one.adr.number or 0, one.path))
    readmes = tuple(_find_readmes(repository, folder))
    indexes: list[DecisionIndex] = []
    for path in readmes:
        source = repository.read(path)
        if isinstance(source, bytes) and not indexes:
            indexes = read_decision_indexes(path, source)
    names = tuple(_names(repository, folder))
    return Records(folder, tuple(files), names, tuple(indexes), readmes)


def choose_folder(
    repository: Repository, overview: Survey, word: str, plan: str, folder: AnyPath
) -> str:
    """The folder for a new decision: the one that `word` names, else where the others are.

    With a plan these are the ones of its project. Raises UsageError where a decision would not be
    found there.
    """
    if word:
        return _ensure_found(repository, named_folder(repository, word, folder))
    near = _of_project(overview, plan) if plan else ""
    return _ensure_found(repository, near or companion_folder(repository, overview, "adrs"))


def find_record(
    repository: Repository, overview: Survey, records: Records, word: str, folder: AnyPath
) -> AdrFile:
    """The decision that `word` names: a number, `adr:7`, a file.

    Raises UnknownReference or AmbiguousReference, with the candidates in the help.
    """
    path = relative_path(repository, word, folder)
    if path is not None and path in overview.found.of("adr"):
        known = next((one for one in records.files if one.path == path), None)
        if known is not None:
            return known
        source = repository.read(path)
        if isinstance(source, bytes):
            return read_adr_file(path, source)
    number = _WORD.fullmatch(word.strip())
    name = word.strip().rpartition("/")[2].removesuffix(".md")
    found = [
        one
        for one in records.files
        if (number is not None and one.adr.number == int(number[1]))
        or (number is None and one.name.removesuffix(".md") == name)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousReference(
            f"{word} could be any of {len(found)} decisions",
            help=f"say which by its file:\n{list_records(found)}",
        )
    known_ones = list_records(records.files)
    raise UnknownReference(
        f"no decision in {records.folder or 'the root'} is {word}",
        help=f"there are:\n{known_ones}" if known_ones else "there is none yet",
    )


def list_records(files: list[AdrFile] | tuple[AdrFile, ...]) -> str:
    """Decisions, one a line, the last ones of many."""
    lines = [f"  adr:{one.adr.number}  {bare_title(one)}  {one.path}" for one in files]
    return "\n".join(lines[-_MOST_LISTED:])


def _ensure_found(repository: Repository, folder: str) -> str:
    kind = kind_of(f"{folder}/0001-title.md".lstrip("/"), repository.configuration)
    if kind is None or kind[0] != "adr":
        raise UsageError(
            f"a decision in {folder or 'the root'} would not be found",
            help="use a folder called adr, or name this one: "
            f'`adrs = ["{f"{folder}/".lstrip("/")}*.md"]` in trueplan.toml',
        )
    return folder


def _of_project(overview: Survey, plan: str) -> str:
    """The folder with the most decisions of the innermost project that a plan stands in."""
    paths = [one for one in overview.found.of("adr") if plan.startswith(project_of(one))]
    depth = max((len(project_of(one)) for one in paths), default=0)
    folders = [posixpath.dirname(one) for one in paths if len(project_of(one)) == depth]
    return max(sorted(set(folders)), key=folders.count, default="")


def _find_readmes(repository: Repository, folder: str) -> Iterator[str]:
    """The README.md or index.md of the folder, and of the folders of decisions around it."""
    while True:
        try:
            names = sorted(os.listdir(os.path.join(repository.root, folder)))
        except OSError:
            names = []
        for wanted in _INDEX_NAMES:
            yield from (f"{folder}/{one}".lstrip("/") for one in names if one.lower() == wanted)
        folder = posixpath.dirname(folder)
        if posixpath.basename(folder).lower() not in ADR_FOLDERS:
            return


def _names(repository: Repository, folder: str) -> Iterator[str]:
    """The names of all files in the folder and below it."""
    for _, folders, files in os.walk(os.path.join(repository.root, folder)):
        yield from sorted(files)
        if not folder:
            folders.clear()  # records beside all that a repository has


def _is_template(file: AdrFile) -> bool:
    return file.adr.number == 0 and "template" in file.name.lower()

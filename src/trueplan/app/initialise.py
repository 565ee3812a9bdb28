"""Make what is missing to work with plans: folders, indexes, a backlog, the merge driver."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator

from trueplan.app.cards import make_card
from trueplan.app.change import (
    AT_ONCE,
    Carried,
    Change,
    FileEdits,
    Terms,
    carry_out,
    edit_file,
    new_file,
    read_for_change,
)
from trueplan.app.companion_folder import (
    USUAL_NAMES,
    Companion,
    find_companion_folder,
    folder_of_companions,
)
from trueplan.app.merge_patterns import find_patterns
from trueplan.app.plan_files import PlanFile, read_plan_files
from trueplan.app.plan_folder import find_plan_folder, is_shelf
from trueplan.app.repository import Repository, Survey, open_repository, survey
from trueplan.edit.attributes import add_attributes
from trueplan.edit.first_files import CONFIGURATION, write_first
from trueplan.edit.index_table import has_table, regenerate
from trueplan.edit.template import write_template
from trueplan.git.configure import can_configure, read_setting, write_setting
from trueplan.record import AnyPath
from trueplan.text import apply_edits
from trueplan.workspace.places import TEMPLATE_NAMES

_ATTRIBUTES = ".gitattributes"
# Where the command is not to be found, as in a program with a PATH of its own, git merges.
_DRIVER = (
    "if command -v trueplan >/dev/null; "
    "then trueplan merge-driver %O %A %B --path %P --marker-size %L; "
    "else git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B; fi"
)
SETTINGS = (
    ("merge.trueplan.name", "implementation plans"),
    ("merge.trueplan.driver", _DRIVER),
)


def initialise(
    folder: AnyPath, terms: Terms = AT_ONCE, *, template: bool = False
) -> tuple[Repository, Carried]:
    """Make what a repository lacks, and nothing else; `template` makes one to be edited, too.

    Where it stands in git, the merge driver is set up. Raises what `carry_out` does, GitError.
    """
    repository = open_repository(folder)
    in_git = can_configure(repository.root)
    missing = _missing_settings(repository) if in_git else ()

    def make() -> Change:
        now = open_repository(folder)  # another process may have written the configuration since
        return make_first(now, missing, in_git=in_git, template=template, terms=terms)

    carried = carry_out(repository, make, terms)
    if missing and not terms.dry_run:
        for name, value in missing:
            write_setting(repository.root, name, value)
        carried = carried._replace(written=True)
    return repository, carried


def make_first(
    repository: Repository,
    settings: tuple[tuple[str, str], ...],
    *,
    in_git: bool,
    template: bool,
    terms: Terms,
) -> Change:
    """Work out the change from what is there now."""
    first = _First(repository)
    files = list(first.files(template=template))
    if in_git:
        files += first.attributes()
    done = tuple(_told(one) for one in files)
    said = tuple(f"git config {name}" for name, _ in settings)
    hints = list(first.hints)
    if terms.dry_run:
        hints += [f"would set {line}" for line in said]
    if not in_git:
        hints.append("this is not in git; run it again once it is, for the merge driver")
    if not files and not settings:
        hints.insert(0, "nothing to do: all of it is there")
    elif not first.overview.names:
        hints.append('`trueplan new "Topic"` makes the first plan')
    return Change(
        subject="Set up Trueplan",
        files=tuple(files),
        done=(*done, *(f"set {line}" for line in said)),
        hints=tuple(hints),
    )


def _missing_settings(repository: Repository) -> tuple[tuple[str, str], ...]:
    """Those settings of the merge driver that are not set at all; others are left as they are."""
    return tuple(
        (name, value) for name, value in SETTINGS if read_setting(repository.root, name) is None
    )


def _told(file: FileEdits) -> str:
    if file.before is None:
        return f"made {file.path}"
    return f"updated {file.path}  the merge driver"


class _First:
    """What a repository has, and what it lacks."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self.overview: Survey = survey(repository)
        self.hints: list[str] = []
        self.plans = find_plan_folder(repository, self.overview)
        self.beside = folder_of_companions(repository, self.plans)
        self.there = self._there()
        self.to_make = self._to_make()

    def files(self, *, template: bool) -> Iterator[FileEdits]:
        """The files to be made, the configuration first."""
        if self.repository.configuration.source is None:
            yield new_file("trueplan.toml", CONFIGURATION.encode())
        others = {**self.there, **self.to_make}
        for kind, path in self.to_make.items():
            text = write_first(kind, path, others).encode()
            yield new_file(path, self._with_rows(path, text) if kind == "plans" else text)
        if template:
            yield from self._template()

    def attributes(self) -> Iterator[FileEdits]:
        """`.gitattributes` with the lines that it lacks."""
        paths = {**self.there, **self.to_make}
        patterns = find_patterns(
            list(self.overview.names),
            [*self.overview.found.of("index"), paths.get("plans", "")],
            [*self.overview.found.of("backlog"), paths.get("backlog", "")],
        )
        full = os.path.join(self.repository.root, _ATTRIBUTES)
        if not os.path.lexists(full):
            text = apply_edits(b"", add_attributes(b"", patterns))
            yield new_file(_ATTRIBUTES, text)
            return
        source = read_for_change(self.repository, _ATTRIBUTES)
        edits = add_attributes(source, patterns)
        if edits:
            yield edit_file(_ATTRIBUTES, source, edits)

    def _there(self) -> dict[str, str]:
        """The companions that are there already: the file that a text can link to."""
        found = self.overview.found
        there: dict[str, str] = {}
        kinds: tuple[Companion, ...] = ("adrs", "journals")
        for kind in kinds:
            folder = find_companion_folder(self.repository, self.overview, kind)
            if folder:
                there[kind] = self._readme(folder)
        if found.of("backlog"):
            there["backlog"] = found.of("backlog")[0]
        return there

    def _to_make(self) -> dict[str, str]:
        configuration = self.repository.configuration
        wanted = {}
        if self._lacks_index():
            wanted["plans"] = f"{self.plans}/README.md"
        if "adrs" not in self.there and configuration.adrs is None:
            wanted["adrs"] = posixpath.join(self.beside, USUAL_NAMES["adrs"], "README.md")
        if "journals" not in self.there and configuration.journals is None:
            wanted["journals"] = posixpath.join(self.beside, USUAL_NAMES["journals"], "README.md")
        if "backlog" not in self.there and configuration.backlog is None:
            wanted["backlog"] = "BACKLOG.md"
        return {kind: path for kind, path in wanted.items() if not self._is_taken(path)}

    def _lacks_index(self) -> bool:
        """Whether an index has a place: a folder for plans, and none in it."""
        index = next(
            (
                path
                for path in self.overview.found.of("index")
                if posixpath.dirname(path) == self.plans
            ),
            None,
        )
        if index is not None:
            self.there["plans"] = index
            source = self.repository.read(index)
            if isinstance(source, bytes) and not has_table(source, index):
                self.hints.append(
                    f"{index} has no table of plans; `trueplan index --create` makes one"
                )
            return False
        if self.repository.configuration.indexes is not None:
            return False
        elsewhere = [path for path in self.overview.names if not is_shelf(path, self.repository)]
        if elsewhere and len(elsewhere) == len(self.overview.names):
            some = f"{elsewhere[0]} and others" if len(elsewhere) > 1 else elsewhere[0]
            self.hints.append(f"plans are kept each by itself ({some}), so no index is made")
            return False
        return True

    def _with_rows(self, path: str, text: bytes) -> bytes:
        """A new index with a row for each plan that is there."""
        cards = [
            make_card(file.path, file.ref, file.plan)
            for file in read_plan_files(self.repository, self.overview)
            if isinstance(file, PlanFile) and file.path.startswith(f"{self.plans}/")
        ]
        return regenerate(path, text, cards, lambda _: True).after

    def _template(self) -> Iterator[FileEdits]:
        own = self.repository.configuration.template
        if own is not None or any(self._is_taken(f"{self.plans}/{one}") for one in _names()):
            self.hints.append("there is a template already; it stays as it is")
            return
        yield new_file(f"{self.plans}/TEMPLATE.md", write_template().encode())

    def _readme(self, folder: str) -> str:
        """The README.md of a folder where it has one, else the folder."""
        path = f"{folder}/README.md"
        return path if self._is_taken(path) else folder

    def _is_taken(self, path: str) -> bool:
        return os.path.lexists(os.path.join(self.repository.root, path))


def _names() -> list[str]:
    return ["TEMPLATE.md", *TEMPLATE_NAMES]

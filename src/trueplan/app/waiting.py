"""What plans wait for outside of themselves: decisions that are only proposed, other plans."""

from __future__ import annotations

import os
import re

from trueplan.app.repository import Repository
from trueplan.model.located import Field
from trueplan.model.plan import Plan
from trueplan.model.standing import Blocker, Waits, derive_standing
from trueplan.model.status import STATE_NAMES
from trueplan.reader.plan import read_plan
from trueplan.record import Record
from trueplan.text.pattern import Pattern
from trueplan.workspace.disk import Unreadable
from trueplan.workspace.naming import short_name
from trueplan.workspace.places import kind_of
from trueplan.workspace.recognition import why_not_a_plan

_NAMED_ADR = Pattern(r"adr[-_ :#]*0*(\d{1,4})(?!\d)", re.IGNORECASE)
_NUMBER_ALONE = Pattern(r"\s*0*(\d{1,4})\s*")
_ADR_FILE = Pattern(r"(?:adr[-_ ]?)?0*(\d{1,4})(?!\d)", re.IGNORECASE)


class _Adr(Record):
    number: int | None
    path: str
    proposed: bool


class Neighbours:
    """Looks at the documents that plans wait for: each once, and only these.

    A record that is named without a link is looked for in folders of decisions beside the plan
    and beside the folders that it stands in, so that one plan can be shown without a walk.
    """

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self._adrs: dict[str, _Adr | None] = {}
        self._plans: dict[str, Blocker | None] = {}
        self._folders: dict[str, dict[int, str]] = {}

    def waits(self, path: str, plan: Plan) -> Waits:
        """What the plan at `path` waits for."""
        whole = [*self._proposed(path, plan), *self._plans_in_header(path, plan)]
        single = [
            (position, blocker)
            for position, phase in enumerate(plan.phases)
            for dependency in phase.dependencies
            if dependency.elsewhere and dependency.plan
            if (blocker := self._plan(path, dependency.plan)) is not None
        ]
        return Waits(tuple(dict.fromkeys(whole)), tuple(dict.fromkeys(single)))

    def _proposed(self, path: str, plan: Plan) -> list[Blocker]:
        found = []
        for field in plan.header.adrs:
            for target in self._records(path, plan, field):
                adr = self._adr(target)
                if adr is not None and adr.proposed:
                    name = f"adr:{adr.number}" if adr.number is not None else adr.path
                    found.append(Blocker(name, name, "Proposed"))
        return found

    def _records(self, path: str, plan: Plan, field: Field) -> list[str]:
        """The paths of the records that a header field links to or names."""
        linked = _linked(path, plan, field)
        if linked:
            return linked
        words = field.value.value
        numbers = [int(one) for one in _NAMED_ADR.findall(words)]
        for entry in words.split(","):
            alone = _NUMBER_ALONE.fullmatch(entry)
            if alone:
                numbers.append(int(alone[1]))
        return [one for number in numbers if (one := self._record(path, number)) is not None]

    def _record(self, path: str, number: int) -> str | None:
        folder = path.rpartition("/")[0]
        while True:
            for place in (folder, f"{folder}/docs".lstrip("/")):
                found = self._records_beside(place).get(number)
                if found is not None:
                    return found
            if not folder:
                return None
            folder = folder.rpartition("/")[0]

    def _records_beside(self, folder: str) -> dict[int, str]:
        """The records in folders of decisions that stand in `folder`, by number."""
        known = self._folders.get(folder)
        if known is None:
            known = self._folders[folder] = {}
            for name in self._listed(folder):
                inner = f"{folder}/{name}".lstrip("/")
                # A folder is one of decisions if a record in it would be taken for one.
                if kind_of(f"{inner}/0001-a.md", self.repository.configuration) is None:
                    continue
                for file in self._listed(inner):
                    number = _ADR_FILE.match(file)
                    place = f"{inner}/{file}"
                    if number and self._is(place, "adr"):
                        known.setdefault(int(number[1]), place)
        return known

    def _listed(self, folder: str) -> list[str]:
        try:
            return sorted(os.listdir(os.path.join(self.repository.root, folder)))
        except OSError:
            return []

    def _is(self, path: str, kind: str) -> bool:
        found = kind_of(path, self.repository.configuration)
        return found is not None and found[0] == kind

    def _read(self, path: str) -> bytes | None:
        if path.startswith(("../", "/")):
            return None
        source = self.repository.read(path)
        return None if isinstance(source, Unreadable) else source

    def _adr(self, path: str) -> _Adr | None:
        if path not in self._adrs:
            self._adrs[path] = self._read_adr(path)
        return self._adrs[path]

    def _read_adr(self, path: str) -> _Adr | None:
        source = self._read(path)
        if source is None:
            return None
        from trueplan.reader.companions import read_adr

        adr = read_adr(source, path.rsplit("/", 1)[-1])
        return _Adr(adr.number, path, adr.state == "proposed")

    def _plans_in_header(self, path: str, plan: Plan) -> list[Blocker]:
        return [
            blocker
            for field in plan.header.fields
            if field.key == "depends"
            for target in _linked(path, plan, field)
            if (blocker := self._open_plan(target)) is not None and target != path
        ]

    def _plan(self, path: str, target: str) -> Blocker | None:
        from trueplan.model.link_target import resolve

        other = resolve(path, target)
        return self._open_plan(other) if other is not None and other != path else None

    def _open_plan(self, path: str) -> Blocker | None:
        """The plan at `path` as a blocker, None where it is done or no plan."""
        if path not in self._plans:
            self._plans[path] = self._read_open_plan(path)
        return self._plans[path]

    def _read_open_plan(self, path: str) -> Blocker | None:
        source = self._read(path) if self._is(path, "plan") else None
        if source is None:
            return None
        plan = read_plan(source, self.repository.configuration.lint.rates)
        if why_not_a_plan(plan) is not None:
            return None
        state = derive_standing(plan).state
        name = short_name(path)
        return None if state == "completed" else Blocker(name, name, STATE_NAMES[state])


def _linked(path: str, plan: Plan, field: Field) -> list[str]:
    inside = [link.target for link in plan.links if field.span.contains(link.span)]
    if not inside:
        return []
    from trueplan.model.link_target import resolve

    return [target for one in inside if (target := resolve(path, one)) is not None]

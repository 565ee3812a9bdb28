"""What plans wait for outside of themselves: proposed decisions, other plans and their phases."""

from __future__ import annotations

import os
import re

from trueplan.app.repository import Repository
from trueplan.model.located import Field
from trueplan.model.phase import Dependency, Phase
from trueplan.model.plan import Plan
from trueplan.model.references import phase_places
from trueplan.model.standing import Blocker, Standing, Waits, derive_standing
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
_REFERENCE = Pattern(r"(?<![\w./#-])[^\W\d_][\w.-]*#[\w~]+(?:\.\w+)*")
_ADR_FILE = Pattern(r"(?:adr[-_ ]?)?0*(\d{1,4})(?!\d)", re.IGNORECASE)


class _Adr(Record):
    number: int | None
    path: str
    proposed: bool


class Elsewhere(Record):
    """A plan that is waited for, by its path, or a phase of it, by its place."""

    path: str
    place: str | None = None


class Outside(Record):
    """Plans and phases of plans that a plan waits for, and those that single phases wait for.

    `unknown` are words in the place of a reference that lead nowhere, by the position of the
    phase.
    """

    plan: tuple[Elsewhere, ...] = ()
    phases: tuple[tuple[int, Elsewhere], ...] = ()
    unknown: tuple[tuple[int, str], ...] = ()


class _Known(Record):
    """A plan that is waited for, as far as that matters to what waits."""

    name: str
    standing: Standing
    places: tuple[str, ...]
    anchors: tuple[str, ...]


class Neighbours:
    """Looks at the documents that plans wait for: each once, and only these.

    A record that is named without a link is looked for in folders of decisions beside the plan
    and beside the folders that it stands in, so that one plan can be shown without a walk.
    """

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self._adrs: dict[str, _Adr | None] = {}
        self._plans: dict[str, _Known | None] = {}
        self._names: dict[str, str] | None = None
        self._folders: dict[str, dict[int, str]] = {}

    def waits(self, path: str, plan: Plan, outside: Outside | None = None) -> Waits:
        """What the plan at `path` waits for; `outside` is that method's answer, where known."""
        outside = self.outside(path, plan) if outside is None else outside
        whole = [*self.proposed(path, plan), *self._open(outside.plan)]
        single = [
            (position, blocker)
            for position, one in outside.phases
            for blocker in self._open((one,))
        ]
        return Waits(tuple(dict.fromkeys(whole)), tuple(dict.fromkeys(single)))

    def outside(self, path: str, plan: Plan) -> Outside:
        """The plans and phases that the plan at `path` waits for, done ones among them."""
        whole = [
            Elsewhere(target)
            for field in plan.header.fields
            if field.key == "depends"
            for target in _linked(path, plan, field)
            if target != path and self._plan(target) is not None
        ]
        single: list[tuple[int, Elsewhere]] = []
        unknown: list[tuple[int, str]] = []
        for position, phase in enumerate(plan.phases):
            for dependency in phase.dependencies:
                for target in _targets(dependency, plan):
                    found = self._led_to(path, target)
                    if isinstance(found, Elsewhere):
                        if found.path != path:
                            single.append((position, found))
                    elif found:
                        unknown.append((position, target))
        return Outside(
            tuple(dict.fromkeys(whole)),
            tuple(dict.fromkeys(single)),
            tuple(dict.fromkeys(unknown)),
        )

    def _led_to(self, path: str, target: str) -> Elsewhere | bool:
        """What a link or a reference leads to; else whether that deserves to be said."""
        file, mark, anchor = target.partition("#")
        if not file:
            return False
        if file.lower().endswith((".md", ".markdown")):
            from trueplan.model.link_target import resolve

            found = resolve(path, target)
        else:
            found = self._named(file)
            if found is None:
                return bool(mark) and "-" in file
        known = self._plan(found) if found is not None else None
        if found is None or known is None:
            return False
        if not mark:
            return Elsewhere(found)
        wanted = anchor.lower()
        for position, place in enumerate(known.places):
            if wanted in (place.lower(), known.anchors[position]):
                return Elsewhere(found, place)
        return Elsewhere(found) if file.lower().endswith((".md", ".markdown")) else True

    def _named(self, name: str) -> str | None:
        """The path of the plan that is called `name`. Only a reference in words costs a walk."""
        if self._names is None:
            from trueplan.app.repository import name_all

            names = name_all(self.repository)
            self._names = {ref.lower(): path for path, ref in names.items()}
        return self._names.get(name.lower())

    def _open(self, wanted: tuple[Elsewhere, ...]) -> list[Blocker]:
        """What of that is not done."""
        found = []
        for one in wanted:
            known = self._plan(one.path)
            if known is None or known.standing.state == "completed":
                continue
            name, state = known.name, STATE_NAMES[known.standing.state]
            if one.place is not None:
                phase = known.standing.phases[known.places.index(one.place)]
                if phase.state in ("done", "cancelled"):
                    continue
                name, state = f"{name}#{one.place}", phase.state.replace("_", " ")
            found.append(Blocker(name, name, state))
        return found

    def proposed(self, path: str, plan: Plan) -> list[Blocker]:
        """The decisions that the header of a plan names and that are not taken yet."""
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

    def _plan(self, path: str) -> _Known | None:
        """The plan at `path`, None where there is none."""
        if path not in self._plans:
            self._plans[path] = self._read_plan(path)
        return self._plans[path]

    def _read_plan(self, path: str) -> _Known | None:
        source = self._read(path) if self._is(path, "plan") else None
        if source is None:
            return None
        plan = read_plan(source, self.repository.configuration.lint.rates)
        if why_not_a_plan(plan) is not None:
            return None
        anchors = tuple(_anchor(source, phase) for phase in plan.phases)
        return _Known(short_name(path), derive_standing(plan), phase_places(plan), anchors)


def _targets(dependency: Dependency, plan: Plan) -> list[str]:
    """The links in what a phase waits for, and references such as `open-graph#2`."""
    found = []
    if dependency.plan:
        found = [link.target for link in plan.links if dependency.span.contains(link.span)]
        if dependency.plan not in found:
            found.insert(0, dependency.plan)
    if "#" in dependency.raw:
        found += [match[0] for match in _REFERENCE.finditer(dependency.raw)]
    return found


def _anchor(source: bytes, phase: Phase) -> str:
    from trueplan.markdown.anchors import slug

    heading = source[phase.heading.start : phase.heading.end].decode("utf-8", "replace")
    return slug(heading.split("\n")[0].lstrip("# ").rstrip("# "))


def _linked(path: str, plan: Plan, field: Field) -> list[str]:
    inside = [link.target for link in plan.links if field.span.contains(link.span)]
    if not inside:
        return []
    from trueplan.model.link_target import resolve

    return [target for one in inside if (target := resolve(path, one)) is not None]

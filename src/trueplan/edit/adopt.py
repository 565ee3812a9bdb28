"""Take over what a spec or an issue says into the draft of a plan: all of it, in its own words.

A section goes to the element of the outline that its heading names, under its own heading where
that says it in other words; phases stay phases; what has no counterpart becomes a section of the
overview. Headings change their level and lists of tasks get boxes, nothing else changes.
"""

from __future__ import annotations

from collections.abc import Mapping

from trueplan.edit.adopt_phase import adopt_phase, read_steps
from trueplan.edit.document import Document, read_document
from trueplan.edit.guidance import SECTION_GUIDANCE, comment
from trueplan.edit.pieces import Pieces
from trueplan.edit.template import NewPhase
from trueplan.model.outline import SECTIONS
from trueplan.model.plan import Section
from trueplan.reader.vocabulary import GROUPS
from trueplan.reader.words import heading_words
from trueplan.record import Record
from trueplan.text.pattern import Pattern

_OUTLINE = {one.element: one for one in SECTIONS}
# Elements that the outline has no heading for, by the one in which they are said.
_INSIDE: Mapping[str, str] = {
    "problem": "objective",
    "users": "objective",
    "impact": "objective",
    "metrics": "objective",
    "coverage": "testing",
    "devices": "manual",
    "rollback": "migration",
}
_REST = "summary"  # the section behind which the others are put, below a heading of their own
_REST_HEADING = "### Further Context"
_REST_LEVEL = 4
_WITH_BOXES = ("criteria", "functional", "nonfunctional", "gates")
_WORD = Pattern(r"\w+")
_PREFIX = "implementation plan:"


class Adopted(Record):
    """What a file brings along. `bodies` are texts by the element of the outline."""

    title: str
    phases: tuple[NewPhase, ...]
    bodies: Mapping[str, str]
    fields: Mapping[str, str]


def adopt(source: bytes, *, keep_title: bool = False) -> Adopted:
    """Read a file for a new plan; every line of it is in a body, a phase or the title.

    With `keep_title` its title is a heading of the overview too, for a plan with another topic.
    """
    document = read_document(source.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n"))
    return _Adoption(document, keep_title=keep_title).adopted()


class _Adoption:
    """One file, from its sections to the parts of a draft."""

    def __init__(self, document: Document, *, keep_title: bool) -> None:
        self.document = document
        self.pieces = Pieces(document)
        self.keep_title = keep_title
        self.bodies: dict[str, list[str]] = {}
        self.rest: list[str] = []
        self.steps: list[str] = []
        self.found: list[NewPhase] = []
        self.title = ""
        self.phases = {
            phase.heading.start: phase
            for phase in document.plan.phases
            if isinstance(phase.level, int)
        }

    def adopted(self) -> Adopted:
        pieces = self.pieces
        self._add("overview", pieces.front_matter())
        self._take_opening(*pieces.opening())
        first = next((one for one in pieces.sections if one.level == 1), None)
        for section in pieces.tops():
            self._place_top(section, is_title=section is first)
        return Adopted(
            self.title or self._front_title(), self._all_phases(), self._texts(), self._fields()
        )

    def _front_title(self) -> str:
        """The title in the front matter, for a file without a heading that could be it."""
        fields = self.document.plan.header.fields
        return next((one.value.value for one in fields if one.key == "title"), "")

    def _add(self, element: str, text: str) -> None:
        if text:
            self.bodies.setdefault(element, []).append(text)

    def _take_opening(self, start: int, end: int) -> None:
        """Words that no heading names; without phases, what can be ticked there is their work."""
        if self.phases:
            self._add("overview", self.pieces.slice(start, end))
            return
        text, lists = self.pieces.without_boxes(start, end)
        self._add("overview", text)
        if lists:
            self.steps.append(lists)

    def _place_top(self, section: Section, *, is_title: bool) -> None:
        """Place a section that stands in no other; one of level 1 is but a cover of its parts."""
        is_cover = section.level == 1 and section.span.start not in self.phases
        if not is_cover:
            self._place(section)
            return
        if is_title:
            self.title = _without_prefix(self.pieces.raw_title(section))
            if self.keep_title:
                self.rest.append(f"{'#' * _REST_LEVEL} {self.pieces.raw_title(section)}")
            self._take_opening(*self.pieces.own_range(section))
        else:
            self.rest.append(self.pieces.text(section, _REST_LEVEL, nested=False))
        for one in self.pieces.inside(section):
            self._place(one)

    def _place(self, section: Section) -> None:
        """Put a section where it belongs, with what is nested in it."""
        phase = self.phases.get(section.span.start)
        if phase is not None:
            self.found.append(adopt_phase(self.pieces, section, phase))
            return
        element = self._element(section)
        group = GROUPS.get(heading_words(section.title))
        if not self.phases and (element == "phases" or (element is None and group == "task")):
            self.steps.append(read_steps(self.pieces, section))
        elif element is None:
            self._place_rest(section)
        else:
            self._place_element(section, element)

    def _place_element(self, section: Section, element: str) -> None:
        outline = _OUTLINE[element]
        boxed = element in _WITH_BOXES
        if _says(outline.heading, section.title):
            self._add(element, self.pieces.own_text(section, boxed=boxed))
        else:
            text = self.pieces.text(section, outline.level + 1, nested=False, boxed=boxed)
            self._add(element, text)
        for one in self.pieces.inside(section):
            if one.span.start in self.phases or self._element(one) is not None:
                self._place(one)
            elif self._holds_phase(one):
                self._place_rest(one)
            else:
                self._add(element, self.pieces.text(one, outline.level + 1, boxed=boxed))

    def _place_rest(self, section: Section) -> None:
        """A section without a counterpart keeps its parts, but for phases."""
        if not self._holds_phase(section):
            self.rest.append(self.pieces.text(section, _REST_LEVEL))
            return
        self.rest.append(self.pieces.text(section, _REST_LEVEL, nested=False))
        for one in self.pieces.inside(section):
            self._place(one)

    def _holds_phase(self, section: Section) -> bool:
        return any(section.span.start < start < section.span.end for start in self.phases)

    def _element(self, section: Section) -> str | None:
        element = _INSIDE.get(section.element or "", section.element)
        return element if element in _OUTLINE else None

    def _all_phases(self) -> tuple[NewPhase, ...]:
        if self.steps:
            steps = "\n\n".join(self.steps)
            label = "" if steps.startswith("**") else "**Tasks**:\n"
            ticked = self.document.plan.boxes[0] > 0
            return (NewPhase(parts={"Tasks": label + steps}, begun=ticked),)
        own = [one.number for one in self.found]
        if all(own) and len(set(own)) == len(own):
            return tuple(self.found)
        return tuple(one._replace(number="", title=one.heading) for one in self.found)

    def _texts(self) -> dict[str, str]:
        bodies = {element: "\n\n".join(texts) for element, texts in self.bodies.items()}
        if self.rest:
            summary = bodies.get(_REST) or comment(SECTION_GUIDANCE[_REST])
            bodies[_REST] = "\n\n".join([summary, _REST_HEADING, *self.rest])
        return bodies

    def _fields(self) -> dict[str, str]:
        """The owner and the target that the file names; its header stays in the overview, too.

        A file in which boxes are ticked is in progress, wherever these stand.
        """
        header = self.document.plan.header
        found = {"status": "In Progress"} if self.document.plan.boxes[0] else {}
        if header.owner is not None and header.owner.value:
            found["owner"] = header.owner.value
        if header.target is not None and header.target.last is not None:
            found["target"] = header.target.last
        return found


def _says(heading: str, title: str) -> bool:
    """Whether all words of a title are in a heading of the outline, in their order."""
    return f" {' '.join(_WORD.findall(title.lower()))} " in (
        f" {' '.join(_WORD.findall(heading.lower()))} "
    )


def _without_prefix(title: str) -> str:
    at = len(_PREFIX) if title.lower().startswith(_PREFIX) else 0
    return title[at:].strip()

"""What the reader holds in its hands between a parsed file and a plan.

They stand apart because a compiled record would cost its class each start: docs/adr/0004.
"""

from __future__ import annotations

from trueplan.markdown import AnyBlock, Heading
from trueplan.model.located import Problem
from trueplan.model.phase import Phase
from trueplan.reader.phase_state import clean_title, states_of
from trueplan.reader.vocabulary import PHASE_WORDS
from trueplan.record import Record


class Label(Record):
    """A label at the start of a line: its words, and where in the line its value starts."""

    words: str
    bold: bool
    value_start: int


class PhaseHeading(Record):
    """A line that may open a phase; title and state are worked out when asked for.

    `word` is the keyword ("phase"), "" without one; `number` as written; `weak` where words
    follow the number with nothing between, as in "Phase 5 Architecture". `text` is the line,
    `tail` what stands behind the number.
    """

    word: str
    number: str
    weak: bool
    text: str
    tail: str

    @property
    def title(self) -> str:
        """The words behind the number, without remarks and states at their end."""
        return clean_title(self.tail)

    @property
    def states(self) -> tuple[bool, bool]:
        """Whether the line says that the phase is done, and that it is called off."""
        return states_of(self.text)


class Node(Record):
    """A section. Its own blocks are `blocks`; its subsections are the nodes `number + 1..until`.

    `own_end` is where the next heading starts, `end` where the next of the same level or above
    does. `words` is the heading as `heading_words` gives it, `element` what the outline calls
    such a section, `opening` the phase that the heading may open.
    """

    number: int
    parent: int
    heading: Heading | None
    level: int
    words: str
    start: int
    own_end: int
    end: int
    until: int
    blocks: list[AnyBlock]
    element: str | None
    opening: PhaseHeading | None


class Member(Record):
    """A section that may be a phase."""

    node: Node
    heading: PhaseHeading


class Series(Record):
    """Headings of one keyword and one level that count on."""

    word: str
    level: int
    members: tuple[Member, ...]
    boxes: int
    size: int

    @property
    def weight(self) -> tuple[int, int, int, int]:
        """What makes one series more likely than another to be the phases."""
        rank = PHASE_WORDS.get(self.word, 1)
        several = len(self.members) > 1
        return (self.boxes if several else 0, rank if several else 0, -self.level, self.size)


class Phases(Record):
    """The phases found, where they stand, and what could not be read in them."""

    phases: tuple[Phase, ...]
    problems: tuple[Problem, ...]

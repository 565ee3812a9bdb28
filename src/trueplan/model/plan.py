"""A plan and its parts."""

from __future__ import annotations

from trueplan.model.date import Date
from trueplan.model.estimate import Estimate
from trueplan.model.item import Count, Item, count
from trueplan.model.located import Field, Link, Located, Problem
from trueplan.model.phase import Phase
from trueplan.model.status import Status
from trueplan.record import Record
from trueplan.text import Span


class Section(Record):
    """A heading with all that stands below it, and the element of the outline it is, if any."""

    title: str
    level: int
    heading: Span
    span: Span
    element: str | None
    empty: bool


class Header(Record):
    """The fields on top of a plan (or in its front matter, a footer or a status section)."""

    fields: tuple[Field, ...] = ()
    status: Status | None = None
    created: Date | None = None
    target: Date | None = None
    updated: Date | None = None
    owner: Located | None = None
    adrs: tuple[Field, ...] = ()
    backlog: tuple[Field, ...] = ()
    estimate: Estimate | None = None
    reason: Located | None = None


class Objective(Record):
    """Why the work is done: problem, users, impact and how success is measured."""

    problem: tuple[Located, ...] = ()
    users: tuple[Located, ...] = ()
    impact: tuple[Located, ...] = ()
    metrics: tuple[Located, ...] = ()


class Overview(Record):
    """The business objective and the technical summary."""

    objective: Objective = Objective()
    architecture: tuple[Located, ...] = ()
    components: tuple[Located, ...] = ()
    integrations: tuple[Located, ...] = ()
    dependencies: tuple[Located, ...] = ()


class Approach(Record):
    """How it will be built."""

    architecture: tuple[Located, ...] = ()
    technologies: tuple[Located, ...] = ()
    patterns: tuple[Located, ...] = ()
    database: tuple[Located, ...] = ()


class Testing(Record):
    """How it will be verified: the four kinds, the goals for coverage, the device matrix."""

    unit: tuple[Located, ...] = ()
    integration: tuple[Located, ...] = ()
    manual: tuple[Located, ...] = ()
    acceptance: tuple[Located, ...] = ()
    coverage: tuple[Located, ...] = ()
    devices: tuple[tuple[Located, ...], ...] = ()


class Flag(Record):
    """A feature flag: its name, the share of users it is on for, and the way back."""

    name: Located
    percentage: float | None
    percentage_span: Span | None
    rollback: Located | None
    span: Span


class Rollout(Record):
    """How it reaches production, and how it comes back."""

    steps: tuple[Located, ...] = ()
    flags: tuple[Flag, ...] = ()
    flags_section: Span | None = None
    flags_rollback: Located | None = None
    migration: tuple[Located, ...] = ()
    rollback: tuple[Located, ...] = ()
    percentages: tuple[tuple[float, Span], ...] = ()


class Risk(Record):
    """A risk; `likelihood` and `impact` as written, `mitigation` None where there is none."""

    text: Located
    likelihood: Located | None
    impact: Located | None
    mitigation: Located | None
    span: Span
    has_mitigation_column: bool = True


class Criteria(Record):
    """What must hold in the end."""

    functional: tuple[Item, ...] = ()
    nonfunctional: tuple[Item, ...] = ()
    gates: tuple[Item, ...] = ()
    others: tuple[Item, ...] = ()

    @property
    def all(self) -> tuple[Item, ...]:
        """Every criterion."""
        return self.functional + self.nonfunctional + self.gates + self.others


class ProgressRow(Record):
    """A line of the list of completed phases."""

    number: str | None
    text: str
    done: bool
    marked: bool
    status: Status | None
    date: Date | None
    journal: Link | None
    span: Span
    marker: Span | None
    status_span: Span | None = None


class Progress(Record):
    """The list of completed phases and the journal entries."""

    rows: tuple[ProgressRow, ...] = ()
    rows_section: Span | None = None
    journals: tuple[Link, ...] = ()
    journals_section: Span | None = None


class Note(Record):
    """A note, with its day where it has one."""

    date: Date | None
    text: Located
    span: Span


class Retrospective(Record):
    """What was learnt. `section` is None where the plan has no place for it."""

    section: Span | None = None
    well: tuple[Located, ...] = ()
    improve: tuple[Located, ...] = ()
    lessons: tuple[Located, ...] = ()
    repeat: tuple[Located, ...] = ()
    other: tuple[Located, ...] = ()

    @property
    def filled(self) -> bool:
        """Whether any part says something."""
        return bool(self.well or self.improve or self.lessons or self.repeat or self.other)


class Placeholder(Record):
    """A piece of a template that nobody replaced.

    `guidance` is a comment such as `<!-- trueplan: what goes wrong -->`, which gives way to what
    a person writes; the rest are words that read as if they were the plan's.
    """

    text: str
    span: Span
    guidance: bool = False


class Plan(Record):
    """A plan as read: every element that was found, and the problems met."""

    title: Located | None
    header: Header
    overview: Overview
    phases: tuple[Phase, ...]
    tasks: tuple[Item, ...]
    approach: Approach
    testing: Testing
    rollout: Rollout
    risks: tuple[Risk, ...]
    criteria: Criteria
    progress: Progress
    references: tuple[Link, ...]
    notes: tuple[Note, ...]
    retrospective: Retrospective
    sections: tuple[Section, ...]
    links: tuple[Link, ...]
    placeholders: tuple[Placeholder, ...]
    problems: tuple[Problem, ...]
    boxes: tuple[int, int]
    template: bool
    form: str

    @property
    def work(self) -> Count:
        """The tasks of all phases, and those that stand outside of phases."""
        total = count(self.tasks)
        for phase in self.phases:
            total = total + count(phase.tasks)
        return total

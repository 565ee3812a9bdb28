"""The outline of the template, as a table: its header fields, sections and placeholders."""

from __future__ import annotations

from trueplan.record import Record


class FieldOutline(Record):
    """A header field: its canonical key, its label in the template, and whether it is owed."""

    key: str
    label: str
    required: bool


class SectionOutline(Record):
    """A section: the name of the element, its heading, its level, and whether it is owed."""

    element: str
    heading: str
    level: int
    required: bool


HEADER: tuple[FieldOutline, ...] = (
    FieldOutline("status", "Status", True),
    FieldOutline("created", "Created", True),
    FieldOutline("owner", "Owner", True),
    FieldOutline("target", "Target Completion", True),
    FieldOutline("adrs", "Related ADRs", False),
    FieldOutline("backlog", "Related Backlog Items", False),
)

SECTIONS: tuple[SectionOutline, ...] = (
    SectionOutline("overview", "Overview", 2, True),
    SectionOutline("objective", "Business Objective", 3, True),
    SectionOutline("summary", "Technical Summary", 3, True),
    SectionOutline("phases", "Phases", 2, True),
    SectionOutline("approach", "Technical Approach", 2, True),
    SectionOutline("architecture", "Architecture", 3, False),
    SectionOutline("technologies", "Technologies", 3, False),
    SectionOutline("patterns", "Design Patterns", 3, False),
    SectionOutline("database", "Database Changes", 3, False),
    SectionOutline("testing", "Testing Strategy", 2, True),
    SectionOutline("unit", "Unit Tests", 3, False),
    SectionOutline("integration", "Integration Tests", 3, False),
    SectionOutline("manual", "Manual Testing", 3, False),
    SectionOutline("user-acceptance", "User Acceptance", 3, False),
    SectionOutline("rollout", "Rollout Plan", 2, True),
    SectionOutline("steps", "Deployment Steps", 3, False),
    SectionOutline("flags", "Feature Flags", 3, False),
    SectionOutline("migration", "Migration Strategy", 3, False),
    SectionOutline("risks", "Risks & Mitigation", 2, True),
    SectionOutline("criteria", "Success Criteria", 2, True),
    SectionOutline("functional", "Functional Requirements", 3, False),
    SectionOutline("nonfunctional", "Non-Functional Requirements", 3, False),
    SectionOutline("gates", "Quality Gates", 3, False),
    SectionOutline("progress", "Progress Tracking", 2, True),
    SectionOutline("completed-phases", "Completed Phases", 3, False),
    SectionOutline("journals", "Dev Journal Entries", 3, False),
    SectionOutline("references", "References", 2, False),
    SectionOutline("notes", "Notes & Learnings", 2, False),
    SectionOutline("retrospective", "Retrospective (Post-Completion)", 2, True),
    SectionOutline("well", "What Went Well", 3, False),
    SectionOutline("improve", "What Could Improve", 3, False),
    SectionOutline("lessons", "Lessons Learned", 3, False),
    SectionOutline("repeat", "Would Repeat?", 3, False),
)

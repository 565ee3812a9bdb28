"""What belongs where in a plan, said in a comment until somebody writes it.

The reader knows such a comment for a place that is not filled; `<!-- trueplan: … -->`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# By the element of the outline.
SECTION_GUIDANCE: Mapping[str, str] = MappingProxyType(
    {
        "summary": "what gets built: its parts, where they meet, what they depend on",
        "architecture": "where this fits into what is there; how data flows through it",
        "technologies": "libraries, services and tools; which of them are new here",
        "patterns": "the ways of this code base that are followed, with an example of each",
        "database": "tables, schemas, migrations, data to fill in; None if nothing changes",
        "unit": "what is tested by itself, and which cases must not be missing",
        "integration": "which parts are tested together, in which situations",
        "manual": "what a person tries out, step by step, and on which devices",
        "user-acceptance": "who tries it for the users, and what they must be able to do",
        "steps": "the way into production, as a numbered list",
        "flags": "- `name`: what it switches, for what share of users, how to switch it back; "
        "or None",
        "migration": "what happens to existing data and to old clients, and the way back",
        "risks": "what could go wrong, a row for each; an answer to it in the last column",
        "functional": "what it does once it is done, as boxes that somebody else could tick",
        "nonfunctional": "as boxes with a figure each. Performance, mobile responsiveness, "
        "accessibility, browser compatibility, as far as they matter here",
        "journals": "`trueplan journal` writes one and links it here",
        "references": "designs, user stories, discussions, documentation",
        "notes": "what was learnt on the way, each with its day: `trueplan note`",
        "well": "what to do again in the same way",
        "improve": "what cost time or nerves, and what would have helped",
        "lessons": "what you know now that the next plan should start with",
        "repeat": "which approach to take again, which one never",
    }
)

# The points of the business objective, by the label that each has.
OBJECTIVE_GUIDANCE: Mapping[str, str] = MappingProxyType(
    {
        "Problem statement": "what is wrong today, and what it costs",
        "Target users": "for whom this is",
        "Expected business impact": "what is better when it is done",
        "Success metrics": "the figure that will show it, and where it is read",
    }
)

PHASE_TITLE = "a name, after what it leaves behind"
# The labels of a phase in order; those of lists have their entries on lines of their own.
PHASE_GUIDANCE: Mapping[str, str] = MappingProxyType(
    {
        "Goal": "what is true when this phase is over and was not before",
        "Tasks": "the steps, as boxes: `trueplan add task`",
        "Deliverables": "what it leaves behind that somebody could look at",
        "Acceptance Criteria": "what must hold for the phase to be done, so that anyone can tell",
        "Estimated Duration": "1 session or 2; cut the phase in two if it is more",
    }
)


def comment(words: str) -> str:
    """Guidance as it stands in a file."""
    return f"<!-- trueplan: {words} -->"

"""The dev journals that tell of a plan."""

from __future__ import annotations

from trueplan.lint.subject import JournalCard, Subject
from trueplan.text.pattern import Pattern

_DATE = Pattern(r"^(?:\d{4}-\d{2}-\d{2}|\d{8}|\d{4}-\d{2})[-_ ]")
_GENERIC = frozenset(("plan", "tasks", "readme", "index", "roadmap", "implementation-plan"))


def journals_of(subject: Subject) -> list[JournalCard]:
    """The journals about this plan, by their paths.

    A journal that only mentions the plan is not about it: it has to bear the plan's name, tell
    of its phases by number, or be linked from the plan.
    """
    cards = subject.surroundings.journals_to.get(subject.path, ())
    return sorted((card for card in cards if _is_about(card, subject)), key=lambda card: card.path)


def says_all_done(card: JournalCard, subject: Subject) -> bool:
    """Whether a journal says that the whole plan is complete: it tells of every phase."""
    assert subject.plan is not None
    if card.state != "completed":
        return False
    numbers = {phase.number for phase in subject.plan.phases}
    if card.phases:
        return bool(numbers) and numbers <= set(card.phases)
    return _topic(card.path) == _topic(subject.path)


def _is_about(card: JournalCard, subject: Subject) -> bool:
    assert subject.plan is not None
    topic = _topic(subject.path)
    if topic not in _GENERIC and topic in _topic(card.path):
        return True
    if card.phases and set(card.phases) & {phase.number for phase in subject.plan.phases}:
        return True
    return any(subject.resolve(link.target) == card.path for link in subject.links)


def _topic(path: str) -> str:
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0].lower()
    return _DATE.sub("", stem) or stem

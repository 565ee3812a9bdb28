"""What says in a plan that it is approved."""

from __future__ import annotations

from trueplan.model.plan import Plan
from trueplan.text.pattern import Pattern
from trueplan.text.words import one_line

_STATUS = Pattern(r"\b(?:approved|accepted|ratified)\b(?! with)")
_REFUSED = Pattern(
    r"\b(?:not|un|awaiting|pending|to be|need(?:s|ed)?|required|requested|until|before|once)\b"
)
_FIELDS = ("approved", "approved by", "approval", "approver", "sign-off", "signed off by")
_GATE = Pattern(r"\b(?:approv(?:al|ed)|sign(?:ed)?[- ]?off)\b")
_UNSET = ("", "tbd", "-", "—", "none", "pending", "n/a", "no", "todo")


def find_approval(plan: Plan) -> str:
    """The words that call the plan approved: its status, a field, a ticked gate; "" where none do.

    A field for it that is empty or says TBD does not.
    """
    status = plan.header.status
    if status is not None and _says_so(_STATUS, status.raw):
        return one_line(status.raw)
    for field in plan.header.fields:
        label = field.label.lower().strip(" :*")
        said = field.value.value.strip().lower()
        if label in _FIELDS and said not in _UNSET and not _REFUSED.search(said):
            return f"{field.label}: {one_line(field.value.value)}"
    for item in plan.criteria.all:
        if item.state == "done" and _GATE.search(item.text.lower()):
            return one_line(item.text)
    return ""


def _says_so(pattern: Pattern, text: str) -> bool:
    words = text.lower()
    return bool(pattern.search(words)) and not _REFUSED.search(words)

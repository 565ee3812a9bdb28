"""What a plan's header names: backlog items and decisions, with the place of each."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from trueplan.lint.subject import Subject
from trueplan.model.companions import Adr
from trueplan.model.located import Field, Link
from trueplan.model.plan import Plan
from trueplan.record import Record
from trueplan.text import Span
from trueplan.text.pattern import Pattern

_ITEM = re.compile(rb"(?<![A-Za-z0-9/_-])[A-Z][A-Z0-9]{1,9}-\d{1,6}(?![A-Za-z0-9_-])")
_DECISION = re.compile(
    rb"(?<![\w/-])(?:adrs?[ \t:#_-]{0,3}(\d{1,4})|(0\d{2,3}))(?!\w|[-.]\d)", re.IGNORECASE
)
_FILE_NUMBER = Pattern(r"(?:adr[-_ ]?)?(\d{1,4})(?=[-_ .])", re.IGNORECASE)


class ItemMention(Record):
    """The ID of a backlog item, where a plan's header names it."""

    id: str
    span: Span


class AdrMention(Record):
    """A decision that a plan refers to: its number as written, and its file where that is known."""

    number: str
    span: Span
    path: str | None


def item_mentions(plan: Plan, source: bytes) -> list[ItemMention]:
    """The backlog items that the header of a plan names, each once."""
    found: dict[str, ItemMention] = {}
    for field in plan.header.backlog:
        start, end = field.value.span
        for match in _ITEM.finditer(source, start, end):
            name = match[0].decode()
            found.setdefault(name, ItemMention(name, Span(*match.span())))
    return list(found.values())


def adr_mentions(subject: Subject) -> list[AdrMention]:
    """The decisions that the plan links to anywhere, or names in the header by number, each once.

    A decision that is linked to in another repository is none of them.
    """
    plan = subject.plan
    assert plan is not None
    found: dict[str, AdrMention] = {}
    for field in plan.header.adrs:
        for mention in _in_field(field, subject):
            found.setdefault(mention.path or str(int(mention.number)), mention)
    for link in plan.links:
        linked = _of_link(link, subject)
        if linked is not None:
            found.setdefault(linked.path or str(int(linked.number)), linked)
    return list(found.values())


def _in_field(field: Field, subject: Subject) -> Iterator[AdrMention]:
    assert subject.plan is not None
    start, end = field.value.span
    links = [link for link in subject.plan.links if start <= link.span.start < end]
    for link in links:
        linked = _of_link(link, subject)
        if linked is not None:
            yield linked
    for match in _DECISION.finditer(subject.source, start, end):
        span = Span(*match.span())
        if not any(link.span.contains(span) for link in links):
            number = (match[1] or match[2]).decode()
            yield AdrMention(number, span, find_adr(int(number), subject))


def _of_link(link: Link, subject: Subject) -> AdrMention | None:
    path = subject.resolve(link.target)
    if path is None:
        return None
    adrs = subject.surroundings.adrs
    adr = adrs.get(path)
    if adr is not None:
        return AdrMention(adr_number(path, adr), link.span, path)
    folder, name = posixpath.split(path)
    number = _FILE_NUMBER.match(name)
    if number is None or subject.files.exists(path):
        return None
    if not any(posixpath.dirname(one) == folder for one in adrs):
        return None
    return AdrMention(number[1], link.span, find_adr(int(number[1]), subject))


def find_adr(number: int, subject: Subject) -> str | None:
    """The file of the decision with a number: of those in view, the one nearest to the plan.

    In view are the folders of the plan's own project and of what surrounds it; the decisions of
    a neighbouring project are not. Where none is in view, all are.
    """
    visible = adrs_in_view(subject)
    same = [path for path, adr in visible.items() if adr.number == number]
    return max(same, key=lambda path: (_shared(path, subject.path), path), default=None)


def adrs_in_view(subject: Subject) -> Mapping[str, Adr]:
    """The decisions that a number in this plan can mean."""
    adrs = subject.surroundings.adrs
    near = {path: adr for path, adr in adrs.items() if subject.path.startswith(project_of(path))}
    return near or adrs


def adr_number(path: str, adr: Adr) -> str:
    """The number of a decision as its file writes it: "0007"."""
    number = _FILE_NUMBER.match(posixpath.basename(path))
    return number[1] if number is not None else str(adr.number)


def project_of(path: str) -> str:
    """The folder whose decisions these are, with a slash behind; "" for the root."""
    folders = path.split("/")[:-1]
    above = folders.index("docs") if "docs" in folders else -1
    return "".join(f"{folder}/" for folder in folders[:above])


def _shared(one: str, other: str) -> int:
    """How many folders two paths share from the root."""
    count = 0
    for left, right in zip(one.split("/"), other.split("/"), strict=False):
        if left != right:
            break
        count += 1
    return count

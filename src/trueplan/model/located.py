"""Words with their place, and what could not be read."""

from __future__ import annotations

from trueplan.record import Record
from trueplan.text import Span


class Located(Record):
    """Words as a reader sees them, and the bytes they were read from."""

    value: str
    span: Span


class Problem(Record):
    """Something that could not be read. `kind` is "status", "date", "estimate" or "structure"."""

    kind: str
    message: str
    span: Span


class Link(Record):
    """A link in a document: where it points, as written."""

    target: str
    span: Span
    image: bool = False


class Field(Record):
    """A labelled value of the header or of a phase: `**Owner**: CTO`.

    `key` is the field's canonical name ("owner"), or the label in lower case where it has none.
    """

    key: str
    label: str
    value: Located
    span: Span

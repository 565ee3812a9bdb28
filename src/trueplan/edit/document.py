"""What an intent looks at: the bytes of a plan, and what was read out of them."""

from __future__ import annotations

from trueplan.markdown import Markdown, parse
from trueplan.model.estimate import Rates
from trueplan.model.plan import Plan
from trueplan.reader.plan import read_parsed
from trueplan.record import Record


class Document(Record):
    """A plan with its bytes and its blocks."""

    source: bytes
    markdown: Markdown
    plan: Plan


def read_document(source: bytes, rates: Rates | None = None) -> Document:
    """Read a plan so that it can be changed."""
    markdown = parse(source)
    return Document(source, markdown, read_parsed(markdown, rates or Rates()))

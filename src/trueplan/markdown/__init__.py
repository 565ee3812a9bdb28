"""Bytes to blocks with byte spans. The only room that knows the Markdown parser."""

from trueplan.markdown.block import (
    AnyBlock,
    Block,
    Heading,
    Html,
    Item,
    Link,
    Markdown,
    Table,
    find_blocks,
)
from trueplan.markdown.inline import after_marker, plain_text
from trueplan.markdown.parse import is_wide, parse

__all__ = [
    "AnyBlock",
    "Block",
    "Heading",
    "Html",
    "Item",
    "Link",
    "Markdown",
    "Table",
    "after_marker",
    "find_blocks",
    "is_wide",
    "parse",
    "plain_text",
]

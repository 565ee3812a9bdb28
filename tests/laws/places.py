"""Walk a value of the model without knowing its types: where its spans are, and without them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trueplan.text import Span


def spans_in(value: object, path: str = "plan") -> Iterator[tuple[str, Span]]:
    """Every span in a tree of named tuples, with the way to it."""
    if isinstance(value, Span):
        yield path, value
    elif isinstance(value, tuple):
        names = getattr(value, "_fields", None) or [str(index) for index in range(len(value))]
        for name, part in zip(names, value, strict=True):
            yield from spans_in(part, f"{path}.{name}")


def values_in(value: object) -> Iterator[tuple[Any, ...]]:
    """Every named tuple in a tree, the outer ones first."""
    if isinstance(value, tuple):
        if hasattr(value, "_fields"):
            yield value
        for part in value:
            yield from values_in(part)


def without_spans(value: object) -> Any:
    """The same tree with every span taken out."""
    if isinstance(value, Span):
        return None
    if isinstance(value, tuple):
        return (type(value).__name__, *(without_spans(part) for part in value))
    return value

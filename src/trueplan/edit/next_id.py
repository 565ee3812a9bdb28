"""The next number of a prefix: `GEO-007` behind `GEO-006`."""

from __future__ import annotations

import re
from collections.abc import Sequence

_USUAL_WIDTH = 3
_ANY = re.compile(rb"(?<![A-Za-z0-9/_-])[A-Z][A-Z0-9]{1,9}-(\d{1,6})(?![A-Za-z0-9_-])")


def find_next_id(prefix: str, sources: Sequence[bytes]) -> str:
    """The ID behind the highest one that is mentioned anywhere in `sources`, as wide as they are.

    One that is only mentioned was an item once, or is one elsewhere, and is not used again.
    """
    own = re.compile(_ANY.pattern.replace(rb"[A-Z][A-Z0-9]{1,9}", prefix.encode(), 1))
    numbers = [match[1] for source in sources for match in own.finditer(source)]
    others = numbers or [match[1] for source in sources for match in _ANY.finditer(source)]
    width = max((len(one) for one in others if one.startswith(b"0")), default=0)
    width = width or (1 if others and not numbers else min(map(len, others), default=_USUAL_WIDTH))
    return f"{prefix}-{max(map(int, numbers), default=0) + 1:0{width}d}"

"""A value as YAML front matter can hold it: plain where that is read as text, else quoted."""

from __future__ import annotations

import re

# Letters first, and none of the signs that mean something to YAML in what follows.
_PLAIN = re.compile(r"[^\W\d_][\w ./()+'’–—-]*(?<! )|\d{4}-\d{2}-\d{2}")
_OTHER_TYPES = frozenset(("y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan"))


def write_scalar(words: str, like: str = "") -> str:
    """`words` as a scalar; between the same quotation marks where the old value has them."""
    plain = _PLAIN.fullmatch(words) is not None and words.lower() not in _OTHER_TYPES
    if like == "'" and "'" not in words:
        return f"'{words}'"
    if plain and like != '"':
        return words
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

"""The table of keys in the page about the configuration."""

from __future__ import annotations

from pathlib import Path

from documentation.markdown import code, quote_options, table
from documentation.pages import Pages, fill
from trueplan.workspace.configuration import OPTIONS, Option

_PAGE = "docs/configuration.md"


def configuration_page(root: Path) -> Pages:
    """The page with its table brought up to date."""
    rows = [(code(_name(one)), one.kind, one.default, _sentence(one.meaning)) for one in OPTIONS]
    keys = table(("Key", "Takes", "Default", "Meaning"), rows)
    return {_PAGE: fill((root / _PAGE).read_text(encoding="utf-8"), "keys", keys)}


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{quote_options(words[1:])}."


def _name(option: Option) -> str:
    name = f"{option.table}.{option.key}".lstrip(".")
    return name.replace("roles.*", "roles.NAME").replace(".*", '."PATTERN"')

"""Tables of a configuration file, and values of the right kind out of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf

from trueplan.errors import ConfigurationError
from trueplan.record import Any, NoReturn


def take_table(
    table: Mapping[str, Any], key: str, source: str, where: str = ""
) -> Mapping[str, Any]:
    """The table at a key, empty where there is none."""
    value = table.get(key, {})
    if not isinstance(value, Mapping):
        raise ConfigurationError(f"{source}: {where}{key} is a table, written [{where}{key}]")
    return value


def refuse_unknown(table: Mapping[str, Any], names: Iterable[str], source: str, where: str) -> None:
    """Raise ConfigurationError for a key that is not among `names`."""
    names = list(names)
    for key in table:
        if key not in names:
            raise ConfigurationError(
                f"{source}: there is no key {where}{key}",
                help=did_you_mean(key, names) or f"known here: {', '.join(sorted(names))}",
            )


def did_you_mean(word: str, names: Iterable[str]) -> str | None:
    """A guess at what was meant by `word`, as a sentence."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(names), n=1)
    return f"did you mean {close[0]}?" if close else None


class Asker:
    """Takes values of the right kind out of a table; what is wrong is said with its key."""

    def __init__(self, source: str) -> None:
        self.source = source

    def words(self, table: Mapping[str, Any], key: str, where: str = "") -> tuple[str, ...] | None:
        """A list of texts, None where there is none."""
        value = table.get(key)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.refuse(where + key, "a list of texts", value)
        return tuple(value)

    def text(self, table: Mapping[str, Any], key: str) -> str | None:
        """A text of one line, None where there is none."""
        value = table.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip() or "\n" in value:
            self.refuse(key, "a text of one line", value)
        return str(value).strip()

    def number(self, table: Mapping[str, Any], key: str, default: float, where: str) -> float:
        """A number above 0."""
        value = table.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < inf:
            self.refuse(where + key, "a number above 0", value)
        return float(value)

    def choice(
        self, table: Mapping[str, Any], key: str, known: tuple[str, ...], default: str
    ) -> Any:
        """One of a few words."""
        value = table.get(key, default)
        if value not in known:
            self.refuse(f"check.{key}", f"one of {', '.join(known)}", value)
        return value

    def refuse(self, key: str, wanted: str, value: object) -> NoReturn:
        """Say that a key takes something else."""
        raise ConfigurationError(f"{self.source}: {key} takes {wanted}, not {value!r}")

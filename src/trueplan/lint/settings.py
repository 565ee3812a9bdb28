"""What a person can set about the rules."""

from __future__ import annotations

from trueplan.model.estimate import Rates
from trueplan.record import Literal, Record

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


class Settings(Record):
    """Which rules run, and their limits.

    `select` and `ignore` hold codes, beginnings of codes ("TP4") or names; an empty `select`
    takes all. `template` tells when template rules apply: "auto" to plans that are recognisably
    in the template. `largest_file` is in bytes, `largest_phase` in sessions.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    template: Literal["auto", "always", "never"] = "auto"
    largest_file: int = 10_000_000
    largest_phase: float = 2.0
    rates: Rates = Rates()

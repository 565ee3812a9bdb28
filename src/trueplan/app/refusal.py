"""Say no, with everything that is missing, where it stands and what settles it."""

from __future__ import annotations

from collections.abc import Sequence

from trueplan.errors import Missing, Refused
from trueplan.lifecycle.guards import Lack
from trueplan.record import NoReturn
from trueplan.text import LineIndex


def refuse(fact: str, lacks: Sequence[Lack], path: str, ref: str, source: bytes) -> NoReturn:
    """Raise Refused with what the guards miss in the plan called `ref`, which stands at `path`."""
    lines = LineIndex(source)
    missing = tuple(
        Missing(
            lack.what,
            path,
            lines.line(min(lack.offset, len(source))),
            f"{ref}#{lack.place}" if lack.place else ref,
            lack.command,
        )
        for lack in lacks
    )
    count = f"{len(missing)} things are" if len(missing) > 1 else "one thing is"
    raise Refused(
        f"{fact}: {count} missing",
        help="settle it, or record why not with --force --because “…”",
        missing=missing,
    )

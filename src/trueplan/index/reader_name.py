"""A name for the reader as it is: another one where its code or its settings changed."""

from __future__ import annotations

import os

from trueplan.model.estimate import Rates

_ROOMS = ("text", "markdown", "model", "reader", "history", "workspace")  # which knows a plan


def name_reader(rates: Rates) -> str:
    """The name of what makes snapshots: the size and time of each of its files, and its rates."""
    from hashlib import sha256

    house = os.path.dirname(os.path.dirname(__file__))
    said = [repr(tuple(rates))]
    for room in _ROOMS:
        with os.scandir(os.path.join(house, room)) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                if entry.is_file():
                    seen = entry.stat()
                    said.append(f"{room}/{entry.name} {seen.st_size} {seen.st_mtime_ns}")
    return sha256("\n".join(said).encode()).hexdigest()[:32]

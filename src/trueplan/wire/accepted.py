"""What `trueplan accept` answers, as JSON."""

from __future__ import annotations

import msgspec

from trueplan.app.accept import Accepted
from trueplan.wire.encoding import encode
from trueplan.wire.findings import FindingShape, shape_finding


class AcceptedAnswer(msgspec.Struct, frozen=True, tag_field="schema", tag="trueplan.accepted/1"):
    """The findings that are accepted now. `commit` is empty outside of git; `file` holds them."""

    findings: list[FindingShape]
    because: str
    commit: str
    date: str
    file: str


def encode_accepted(accepted: Accepted) -> bytes:
    """An acceptance as JSON."""
    return encode(
        AcceptedAnswer(
            [shape_finding(one, accepted=True) for one in accepted.findings],
            accepted.because,
            accepted.commit,
            accepted.date,
            accepted.place,
        )
    )
